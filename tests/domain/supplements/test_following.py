"""Whatever happens to an agenda after dispatch, no item's number shifts, and every version stays as it was."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda.following import as_late, corrected, restored, supplemented, withdrawn
from bot.domain.agenda.state import Agenda, AgendaItem, AgendaVersion, Standing, begins
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Content, ItemKind
from bot.domain.supplements.rules import asked_about, deadline, with_item, without_item
from bot.domain.supplements.state import LateItem, Supplement

AT = datetime(2027, 3, 10, 9, tzinfo=UTC)


def content(title: str) -> Content:
    return Content(title=title, kind=ItemKind.DISCUSSION)


def sent(count: int) -> Agenda:
    """An agenda of that many items was sent; one more came too late for it and stands on the draft."""
    items = [AgendaItem(id=each, content=content(f"Punkt {each}")) for each in range(1, count + 1)]
    items.append(AgendaItem(id=count + 1, content=content("Eventuelt"), standing=Standing.ANY_OTHER_BUSINESS))
    version = AgendaVersion(number=1, items=tuple(items), frozen_at=AT, frozen_by=None)
    draft = (*items, AgendaItem(id=count + 2, content=content("For sent"), proposal=7))
    return Agenda(forum="f", meeting="m", revision=4, items=draft, versions=(version,), sent_version=1, sent_at=AT)


STEPS = st.lists(st.tuples(st.sampled_from(["late", "gone", "back", "longer"]), st.integers(1, 8)), max_size=12)


def step(agenda: Agenda, what: str, at: int, nr: int) -> Agenda:
    try:
        if what == "late":
            item = as_late(content(f"Nyt {nr}"), "Haster", nr, proposal=at if at % 2 else None, item=None)
            return supplemented(agenda, [item], nr, by="p", at=AT)
        if what == "gone":
            return withdrawn(agenda, at, "Syg", by="p", at=AT)
        if what == "back":
            return restored(agenda, at, by="p", at=AT)
        item = agenda.current[(at - 1) % len(agenda.current)]
        longer = Content(title=item.content.title, kind=item.content.kind, duration=timedelta(minutes=at))
        return corrected(agenda, (at - 1) % len(agenda.current) + 1, longer, "", by="p", at=AT)
    except Refusal:
        return agenda


@given(st.integers(1, 5), STEPS)
def test_numbers_never_shift_and_what_was_sent_is_never_changed(count: int, steps: list[tuple[str, int]]) -> None:
    agenda = sent(count)
    for nr, (what, at) in enumerate(steps, start=1):
        after = step(agenda, what, at, nr)
        before = [each.id for each in agenda.current]
        assert [each.id for each in after.current][: len(before)] == before
        assert after.versions[: len(agenda.versions)] == agenda.versions
        assert len({each.id for each in after.items}) == len(after.items)
        proposed = [each.proposal for each in after.items if each.proposal is not None]
        assert len(proposed) == len(set(proposed)), "a proposal stands there once"
        assert 7 in proposed
        assert after.items[-1].content.title == "For sent" or 7 in [each.proposal for each in after.current]
        assert len(begins(after.current, AT)) == len(after.current)
        agenda = after


def test_what_was_sent_does_not_come_late_as_well() -> None:
    item = as_late(content("For sent"), "Haster", 1, proposal=7, item=None)
    agenda = supplemented(sent(2), [item], 1, by="p", at=AT)
    with pytest.raises(Refusal, match="late_already_sent"):
        supplemented(agenda, [item], 2, by="p", at=AT)


def test_what_was_taken_off_the_draft_and_put_on_again_before_another_version_left_stands_there_once() -> None:
    before = sent(2)
    (version,) = before.versions
    items = (replace(version.items[0], proposal=3), *version.items[1:])
    again = AgendaItem(id=9, content=content("Punkt 1"), proposal=3)
    draft = (*items[1:], again)
    agenda = replace(before, items=draft, versions=(replace(version, items=items),))
    after = withdrawn(agenda, 2, "Syg", by="p", at=AT)
    assert [each.id for each in after.items if each.proposal == 3] == [1]


def test_what_was_sent_is_not_rewritten_and_a_withdrawn_item_takes_no_time() -> None:
    agenda = sent(2)
    with pytest.raises(Refusal, match="late_substance"):
        corrected(agenda, 1, content("Noget helt andet"), "", by="p", at=AT)
    gone = withdrawn(agenda, 1, "Syg", by="p", at=AT)
    assert begins(gone.current, AT)[1] == AT
    with pytest.raises(Refusal, match="item_withdrawn"):
        withdrawn(gone, 1, "Igen", by="p", at=AT)
    with pytest.raises(Refusal, match="nothing_withdrawn"):
        restored(gone, 2, by="p", at=AT)


@given(st.integers(0, 20 * 24 * 60), st.integers(1, 400))
def test_one_has_until_the_next_working_day_ends_but_never_after_the_meeting_begins(minutes: int, hours: int) -> None:
    asked = AT + timedelta(minutes=minutes)
    starts = asked + timedelta(hours=hours)
    until = deadline(asked, starts, Calendar())
    assert asked < until <= starts
    assert until.date() <= Calendar().working_day_after(asked.date()) + timedelta(days=1)


def test_whoever_changes_what_is_asked_about_asks_anew_and_nothing_is_asked_about_in_vain() -> None:
    empty = Supplement(forum="f", meeting="m", number=1)
    with pytest.raises(Refusal, match="supplement_empty"):
        asked_about(empty, AT)
    asked = asked_about(with_item(empty, LateItem(content=content("A"), reason="Haster", proposal=7)), AT)
    assert asked.asked == asked.revision
    with pytest.raises(Refusal, match="late_twice"):
        with_item(asked, LateItem(content=content("A"), reason="Haster", proposal=7))
    with pytest.raises(Refusal, match="late_twice"):
        with_item(asked, LateItem(content=content("A"), reason="Haster", proposal=7, item=9))
    assert without_item(asked, 1).asked is None
    with pytest.raises(Refusal, match="no_late_item"):
        without_item(asked, 2)
