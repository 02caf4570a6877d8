"""Reminder cards: what is near, when, and what one can do about it."""

from dataclasses import replace

import pytest

from cards.meetings import reminders as cards
from cards.minutes import reminders as minutes_cards
from tests.cards.checks import button_titles, check, texts
from tests.cards.minutes.test_minutes import DUE, LONG, MEETING, MOVED
from tests.harness.klynge_nord import COPENHAGEN

FORUM = "politisk-klynge-nord"


@pytest.mark.parametrize("words", LONG)
def test_a_meeting_with_the_fullest_agenda_fits(words: str) -> None:
    title = words[:200].replace("\n", " ")
    place = replace(MEETING, place=words[:400])
    card = cards.meeting("Politisk Klynge Nord", place, COPENHAGEN, host=title, host_leads=True, titles=[title] * 40)
    check(card)


def test_a_moved_deadline_shows_both_days() -> None:
    card = minutes_cards.minutes_due(FORUM, MEETING, MOVED)
    check(card)
    assert "mandag den 22. marts 2027 (fristen er flyttet fra lørdag den 20. marts 2027" in texts(card)


def test_minutes_that_are_due_and_overdue_lead_to_writing_them() -> None:
    due, overdue = minutes_cards.minutes_due(FORUM, MEETING, DUE), minutes_cards.minutes_overdue(FORUM, MEETING, DUE)
    assert "Referatet skal udsendes" in texts(due)
    assert "skulle have været udsendt senest tirsdag den 23. marts 2027" in texts(overdue)
    for card in (due, overdue):
        check(card)
        assert button_titles(card) == ["Skriv referat"]


def test_a_meeting_where_hosts_are_unknown_says_nothing_of_one() -> None:
    card = cards.meeting("Nord", MEETING, COPENHAGEN, host=None, host_leads=False, titles=["Eventuelt"])
    check(card)
    assert "Dagsordenen indeholder 1 punkt." in texts(card)
    assert "Vært" not in texts(card)
    assert "Værten leder mødet" not in texts(card)


def test_titles_are_shown_as_they_were_typed() -> None:
    card = cards.meeting("Nord", MEETING, COPENHAGEN, host=None, host_leads=False, titles=["**fed** [a](b)"])
    assert "\\\\*\\\\*fed\\\\*\\\\*" in texts(card)
