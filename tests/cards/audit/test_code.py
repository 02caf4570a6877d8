"""The code on a document stands last, below what can be done, and is read however it was copied."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.witness import Witness
from cards.agenda.sent import Sent, sent
from cards.audit.code import code, code_line, digits
from cards.minutes.cards import sent as minutes_sent
from cards.minutes.form import follow_up
from tests.cards.agenda.setting import LARGEST_AGENDA, MEETING, USUAL, agenda_of
from tests.cards.checks import check, elements
from tests.cards.minutes.test_minutes import SHOWN

WITNESS = Witness(41, "9f3c22ab77d0e1f2" * 4)
LINE = "Kontrolkode: post 41 · 9f3c22ab 77d0e1f2 9f3c22ab 77d0e1f2"

hashes = st.text("0123456789abcdef", min_size=64, max_size=64)


def test_it_stands_last_and_the_buttons_stand_above_it() -> None:
    for agenda in (agenda_of(USUAL), LARGEST_AGENDA):
        left = Sent(agenda=agenda, meeting=MEETING, items=agenda.items, forum_name="F", host=None, dispatch=None)
        card = sent(replace(left, witness=WITNESS))
        check(card)
        assert card.content["body"][-1]["text"] == LINE
        assert card.content["body"][-2]["type"] == "ActionSet"
    shown = replace(SHOWN, witness=WITNESS)
    for card in (minutes_sent(shown), follow_up(shown, [])):
        check(card)
        assert card.content["body"][-1]["text"] == LINE
        assert "actions" not in card.content
        assert [each for each in elements(card.content["body"]) if each.get("type") == "ActionSet"]


def test_what_left_before_there_were_codes_has_none() -> None:
    assert code_line(None) is None


@given(digest=hashes, seq=st.integers(1, 10**9))
def test_the_whole_line_or_any_part_of_its_digits_is_read(digest: str, seq: int) -> None:
    line = code(Witness(seq, digest))
    assert digits(line) == digest[:32]
    assert digits(line.upper()) == digest[:32]
    assert digits(f" {digest[:5]}  {digest[5:8].upper()} ") == digest[:8]


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_code_of_hexadecimal_digits_or_none(typed: str) -> None:
    read = digits(typed)
    assert read is None or (len(read) >= 8 and set(read) <= set("0123456789abcdef"))
