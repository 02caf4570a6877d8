"""The forms for meetings fit however much follows, and say all that can be done."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.kernel.deadlines import Deadline
from bot.domain.meetings.consequences import Shift
from cards.meetings import planning as cards
from cards.meetings.consequences import Beside, Follows
from cards.meetings.planning import Filling
from tests.cards.checks import button_titles, check, texts
from tests.cards.minutes.test_minutes import DUE, LONG, MEETING

NAME = "Sundheds- og Omsorgsforvaltningen i en kommune med et usædvanlig langt navn " * 3
HOSTS = {f"kommune-{number}": f"{number} {NAME}" for number in range(120)}
PAST = Deadline(day=DUE.day - timedelta(days=90), source_day=DUE.day, days_after_meeting=-7)
SHIFTS = [
    Shift(name=name, was=DUE, now=PAST, is_past=True)
    for name in ("proposals", "draft", "answers", "clearance", "dispatch")
]
MUCH = Follows(
    shifts=[*SHIFTS, Shift(name="minutes", was=DUE, now=PAST, is_past=False)],
    until=MEETING.starts,
    closed="en lørdag",
    beside=[Beside(forum=NAME, meeting=MEETING, names=[NAME] * 10)] * 10,
    away=[NAME] * 20,
    guests=[NAME] * 20,
    lacking=(2027, 4, 3),
)
FULL = Filling(
    day="6. april 2027",
    begins="16.30",
    ends="19.00",
    place=LONG[0][:200],
    host="kommune-119",
    reason=LONG[0][:400],
    hosts=HOSTS,
    names={},
    meant=MEETING,
    follows=MUCH,
)


def test_a_form_fits_however_much_follows_and_keeps_the_host_that_was_chosen() -> None:
    for card in (cards.move_form(MEETING, NAME, FULL), cards.new_form(MEETING.forum, FULL)):
        check(card)
        assert "Frister, der nu ligger i fortiden" in texts(card)
        assert "kommune-119" in str(card.content)
    check(cards.cancel_form(MEETING, NAME, FULL))
    check(cards.moved(MEETING, replace(MEETING, place="Vrå"), NAME, FULL))


def test_each_deadline_in_the_past_has_a_proposal() -> None:
    said = texts(cards.move_form(MEETING, None, replace(FULL, follows=Follows(shifts=SHIFTS, until=MEETING.starts))))
    assert said.count("Forslag:") == len(SHIFTS)


def test_what_was_cancelled_can_be_held_after_all_and_what_was_moved_be_moved_again() -> None:
    nothing = Filling(names={})
    assert "Hold mødet alligevel" in button_titles(cards.cancelled(MEETING, nothing))
    assert {"Flyt mødet", "Aflys mødet"} <= set(button_titles(cards.moved(MEETING, MEETING, None, nothing)))
    assert "Intet er ændret." in texts(cards.moved(MEETING, MEETING, None, nothing))
