"""A meeting that was moved, is held after all, or was cancelled: what is told, and what is not there to press."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.approval.state import Standpoint
from bot.domain.kernel.meeting import Meeting
from cards.kit.elements import Card
from cards.meetings.rescheduled import cancelled, moved
from tests.cards.checks import button_titles, check, texts
from tests.harness.klynge_nord import klynge_nord

MARCH, OCTOBER = klynge_nord().meetings[:2]
WEEK, HOUR = timedelta(days=7), timedelta(hours=1)
LATER = replace(MARCH, starts=MARCH.starts + WEEK, ends=MARCH.ends + WEEK)
LONGER = replace(MARCH, ends=MARCH.ends + HOUR)
ELSEWHERE = replace(MARCH, place="Vrå")
HOSTED = replace(MARCH, host="laesoe")
BOTH = replace(ELSEWHERE, host="laesoe")


def told(was: Meeting | None, now: Meeting, *, is_sent: bool = False, standpoint: Standpoint = Standpoint.OPEN) -> Card:
    card = moved(was, now, host="Hjørring Kommune", is_sent=is_sent, standpoint=standpoint)
    check(card)
    return card


@pytest.mark.parametrize(
    ("was", "now", "said", "before"),
    [
        (MARCH, LATER, "er flyttet til den 23. marts 2027.", "Før: tirsdag den 16. marts 2027 kl. 16.30."),
        (MARCH, LONGER, "er flyttet til et andet klokkeslæt.", "Før: tirsdag den 16. marts 2027 kl. 16.30."),
        (MARCH, ELSEWHERE, "holdes et andet sted.", "Før: Hjørring Rådhus."),
        (MARCH, HOSTED, "har fået en anden vært.", None),
        (
            MARCH,
            replace(ELSEWHERE, host="laesoe"),
            "holdes et andet sted og har fået en anden vært.",
            "Før: Hjørring Rådhus.",
        ),
        (None, MARCH, "holdes alligevel.", None),
    ],
)
def test_what_moved_is_told_with_what_was_before(
    was: Meeting | None, now: Meeting, said: str, before: str | None
) -> None:
    card = texts(told(was, now))
    assert said in card
    assert ("Før:" in card) is (before is not None)
    assert before is None or before in card


@pytest.mark.parametrize(
    ("is_sent", "standpoint", "said"),
    [
        (True, Standpoint.APPROVED, "Den dagsorden, der er udsendt, gælder fortsat."),
        (False, Standpoint.APPROVED, "Dagsordenen er fortsat godkendt."),
        (False, Standpoint.OPEN, "De svar på dagsordenen, der er givet, gælder fortsat."),
        (False, Standpoint.WITHDRAWN, "gælder"),
    ],
)
def test_what_was_approved_or_sent_stands(is_sent: bool, standpoint: Standpoint, said: str) -> None:
    card = texts(told(MARCH, ELSEWHERE, is_sent=is_sent, standpoint=standpoint))
    assert (said in card) is (standpoint is not Standpoint.WITHDRAWN)


@pytest.mark.parametrize(
    ("following", "said"), [(OCTOBER, "Næste møde er tirsdag den 5. oktober 2027"), (None, "intet")]
)
def test_a_cancelled_meeting_can_be_taken_out_of_calendars_and_names_the_next(
    following: Meeting | None, said: str
) -> None:
    card = cancelled(MARCH, following, waiting=1)
    check(card)
    assert button_titles(card) == ["Fjern fra kalender"]
    assert "Mødet den 16. marts 2027 er aflyst" in texts(card)
    assert "1 forslag venter på et senere møde." in texts(card)
    assert (said if following else "Der er ikke planlagt et nyt møde.") in texts(card)
