"""Whoever applies a file reads what became of each meeting and of its round."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.approval.mending import Step, What
from bot.domain.meetings.rescheduling import Rescheduled, Turn
from cards.meetings.followed import lines
from tests.harness.klynge_nord import klynge_nord

MARCH = klynge_nord().meetings[0]
LATER = replace(MARCH, starts=MARCH.starts + timedelta(hours=1), ends=MARCH.ends + timedelta(hours=1))
NAMES = {"a": "Anna", "b": "Bo"}


def told(change: Rescheduled | None, *steps: Step, is_told: bool = True, waiting: int = 0) -> list[str]:
    return list(lines(MARCH, change, steps, NAMES, is_told=is_told, waiting=waiting))


def test_a_cancelled_meeting_with_what_waits() -> None:
    gone = Rescheduled(turn=Turn.CANCELLED, was=MARCH, now=MARCH)
    assert told(gone, Step(what=What.CANCELLED), waiting=2) == [
        "Mødet den 16. marts 2027 er aflyst. 2 forslag venter på et senere møde. Kanalen får besked.",
        "Dagsordenen til mødet den 16. marts 2027: Mødet er aflyst, så der skal ikke længere svares.",
    ]


def test_another_hour_and_a_meeting_that_is_held_after_all() -> None:
    assert told(Rescheduled(turn=Turn.MOVED, was=MARCH, now=LATER)) == [
        "Mødet den 16. marts 2027 er flyttet til et andet klokkeslæt. Kanalen får besked."
    ]
    assert told(Rescheduled(turn=Turn.RESUMED, was=MARCH, now=MARCH)) == [
        "Mødet den 16. marts 2027 holdes alligevel. Kanalen får besked."
    ]


def test_each_step_of_a_round() -> None:
    start = "Dagsordenen til mødet den 16. marts 2027: "
    released, asked = Step(what=What.RELEASED, people=("a",)), Step(what=What.ASKED, people=("b", "c"))
    deadline = Step(what=What.DEADLINE, until=MARCH.starts)
    assert told(None, released, asked, deadline) == [
        f"{start}Der ventes ikke længere på svar fra Anna.",
        f"{start}Bo og c er nu spurgt.",
        f"{start}Fristen for svar er nu tirsdag den 16. marts 2027 kl. 16.30.",
    ]
