"""A line of the anchor can be written with the key alone, and neither changed nor taken out before another."""

from collections.abc import Sequence
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.anchor.lines import Line, Reading, read, written
from bot.domain.kernel.chains import Head

KEY = b"k" * 32
heads = st.dictionaries(
    st.sampled_from(["_installation", "nord", "syd", "øst"]),
    st.builds(Head, st.integers(1, 10**6), st.text("0123456789abcdef", min_size=64, max_size=64)),
)
moments = st.datetimes(min_value=datetime(2026, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001 - hypothesis asks so
    lambda moment: moment.replace(microsecond=0)
)
some_lines = st.lists(st.builds(Line, at=moments, heads=heads, is_accepted=st.booleans()), min_size=1, max_size=6)


def in_a_row(lines: Sequence[Line], key: bytes = KEY) -> list[bytes]:
    """The lines as they follow upon each other."""
    raws: list[bytes] = []
    for line in lines:
        raws.append(written(key, raws[-1] if raws else b"", line))
    return raws


def reading_of(raws: Sequence[bytes]) -> Reading:
    """What they tell."""
    reading = Reading(key=KEY, is_whole_story=True)
    for raw in raws:
        reading.take(raw)
    return reading


@given(some_lines)
def test_lines_are_read_as_they_were_written(lines: list[Line]) -> None:
    raws = in_a_row(lines)
    assert [read(KEY, before, raw) for before, raw in zip([b"", *raws], raws, strict=False)] == lines
    assert not any(b"\n" in raw for raw in raws)


@given(some_lines)
def test_the_newest_of_each_chain_counts_and_what_was_accepted_lets_go_of_the_rest(lines: list[Line]) -> None:
    told: dict[str, Head] = {}
    for line in lines:
        told = {**({} if line.is_accepted else told), **line.heads}
    reading = reading_of(in_a_row(lines))
    assert (reading.heads, reading.broken_at, reading.count) == (told, None, len(lines))
    assert {chain: seen[-1] for chain, seen in reading.seen.items()} == told


@given(some_lines, st.data())
def test_a_byte_that_was_changed_is_noticed_in_its_line(lines: list[Line], data: st.DataObject) -> None:
    raws = in_a_row([Line(at=each.at, heads=each.heads) for each in lines])
    number = data.draw(st.integers(0, len(raws) - 1))
    place = data.draw(st.integers(0, len(raws[number]) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda each: each not in (raws[number][place], ord("\n"))))
    raws[number] = raws[number][:place] + bytes([byte]) + raws[number][place + 1 :]
    assert reading_of(raws).broken_at == number + 1


@given(some_lines.filter(lambda lines: len(lines) > 1), st.data())
def test_a_line_that_was_taken_out_is_noticed_at_the_next(lines: list[Line], data: st.DataObject) -> None:
    raws = in_a_row([Line(at=each.at, heads=each.heads) for each in lines])
    gone = data.draw(st.integers(0, len(raws) - 2))
    assert reading_of(raws[:gone] + raws[gone + 1 :]).broken_at == gone + 1


@given(some_lines)
def test_another_secret_reads_none_of_it(lines: list[Line]) -> None:
    reading = reading_of(in_a_row(lines, b"another"))
    assert (reading.broken_at, reading.heads) == (1, {})


@given(st.lists(st.binary(max_size=60).filter(lambda raw: b"\n" not in raw), min_size=1, max_size=4), heads)
def test_whatever_stands_there_is_let_go_once_it_was_accepted(junk: list[bytes], now: dict[str, Head]) -> None:
    assert reading_of(junk).broken_at == 1
    line = Line(at=datetime(2027, 1, 11, tzinfo=UTC), heads=now, is_accepted=True)
    reading = reading_of([*junk, written(KEY, junk[-1], line)])
    assert (reading.broken_at, reading.heads) == (None, now)
