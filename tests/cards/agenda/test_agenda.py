"""The agenda's cards: the timetable, the editor, one version in full, and what was sent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.agenda.actions import AddItem, EditItem
from bot.domain.agenda.state import Agenda
from bot.domain.approval.actions import ShowVersion
from bot.domain.kernel.deadlines import Deadline
from cards.agenda import cards
from cards.agenda.editor import editor, item_form
from cards.agenda.version import single, whole
from cards.kit.elements import Card
from cards.proposals.closed import public
from tests.cards.agenda.setting import LARGEST, LARGEST_AGENDA, MEETING, USUAL, agenda_of, sent
from tests.cards.checks import button_titles, check, elements, texts

SHOWN = ShowVersion(forum=MEETING.forum, meeting=MEETING.id, version=1)
ON_THE_DAY = Deadline(day=date(2027, 3, 9), source_day=date(2027, 3, 9), days_after_meeting=-7)
MOVED = Deadline(day=date(2027, 5, 5), source_day=date(2027, 5, 6), days_after_meeting=-7)


def a_draft(agenda: Agenda, *, may: bool = True, dispatch: Deadline | None = ON_THE_DAY) -> Card:
    return cards.draft(
        agenda,
        MEETING,
        agenda.items,
        host="Hjørring Kommune",
        dispatch=dispatch,
        may_edit=may,
        may_circulate=may,
    )


def a_sent(agenda: Agenda, *, dispatch: Deadline | None = ON_THE_DAY, without: tuple[str, ...] = ()) -> Card:
    items = sent(agenda).items
    return cards.sent(sent(agenda), MEETING, items, forum_name="Klyngen", host=None, dispatch=dispatch, without=without)


LARGEST_CARDS = {
    "draft": a_draft(LARGEST_AGENDA),
    "sent": a_sent(LARGEST_AGENDA, without=("Formand 🙂" * 10,) * 20),
    "editor": editor(LARGEST_AGENDA, MEETING, LARGEST_AGENDA.items, typed=AddItem(title=LARGEST.title)),
    "item": item_form(LARGEST_AGENDA, LARGEST_AGENDA.items[1], 2),
    "typed item": item_form(
        LARGEST_AGENDA,
        LARGEST_AGENDA.items[1],
        2,
        typed=EditItem(position=2, title=LARGEST.title, recommendation=LARGEST.recommendation),
    ),
    "version": whole(SHOWN, MEETING, LARGEST_AGENDA.items, host="🙂" * 100),
    "single": single(SHOWN, MEETING, LARGEST_AGENDA.items[1], position=2),
}


@pytest.mark.parametrize("name", LARGEST_CARDS)
def test_the_largest_agenda_fits(name: str) -> None:
    check(LARGEST_CARDS[name])


@pytest.mark.parametrize("name", ["draft", "sent", "version", "single"])
def test_what_was_shortened_is_said(name: str) -> None:
    assert "forkortet" in texts(LARGEST_CARDS[name]) or "ikke plads" in texts(LARGEST_CARDS[name])


def test_a_usual_agenda_is_shown_whole() -> None:
    agenda = agenda_of(USUAL, USUAL)
    for card in (a_draft(agenda), a_sent(agenda), whole(SHOWN, MEETING, agenda.items, host=None)):
        check(card)
        assert "forkortet" not in texts(card)
        assert "ikke plads" not in texts(card)


def test_each_item_has_its_number_and_its_time() -> None:
    card = texts(a_draft(agenda_of(USUAL, USUAL)))
    for expected in (
        "16.30 · 5 min.",
        "16.35 · 20 min. · Beslutning · 120.000 kr.",
        "16.55 · 20 min.",
        "17.15 · 5 min.",
    ):
        assert expected in card
    assert "mere, end der er afsat" not in card


def test_items_that_take_too_long_are_told() -> None:
    long = replace(USUAL, duration=timedelta(hours=3))
    assert "Punkterne tager 40 min. mere" in texts(a_draft(agenda_of(long)))


def test_only_those_who_may_are_offered_to_edit() -> None:
    assert button_titles(a_draft(agenda_of(USUAL), may=False)) == []


def test_a_day_of_dispatch_that_was_moved_is_shown_with_the_day_it_moved_from() -> None:
    card = texts(a_sent(agenda_of(USUAL), dispatch=MOVED))
    assert "onsdag den 5. maj 2027" in card
    assert "torsdag den 6. maj 2027" in card
    assert "Udsendes" not in texts(a_sent(agenda_of(USUAL), dispatch=ON_THE_DAY))


def test_the_sent_agenda_asks_for_no_approval() -> None:
    assert button_titles(a_sent(agenda_of(USUAL))) == ["Se hele dagsordenen"]


def test_a_closed_item_shows_its_number_and_time_alone() -> None:
    closed = public(replace(USUAL, is_closed=True))
    agenda = agenda_of(closed)
    for card in (a_draft(agenda), a_sent(agenda), whole(SHOWN, MEETING, agenda.items, host=None)):
        assert "Lukket punkt" in texts(card)
        assert '"16.35 · 20 min."' in texts(card)


def test_the_editor_has_a_button_for_each_item_and_a_field_for_a_new_one() -> None:
    card = editor(agenda_of(USUAL), MEETING, agenda_of(USUAL).items)
    check(card)
    assert button_titles(card) == ["Redigér punkt 1", "Redigér punkt 2", "Redigér punkt 3", "Tilføj punkt"]


def test_the_form_moves_and_removes_only_what_may_be() -> None:
    agenda = agenda_of(USUAL, USUAL, USUAL)
    middle = button_titles(item_form(agenda, agenda.items[2], 3))
    assert middle == ["Gem", "Flyt op", "Flyt ned", "Fjern fra dagsordenen", "Tilbage til dagsordenen"]
    assert "Flyt op" not in button_titles(item_form(agenda, agenda.items[1], 2))
    assert "Flyt ned" not in button_titles(item_form(agenda, agenda.items[3], 4))
    assert button_titles(item_form(agenda, agenda.items[0], 1)) == ["Gem", "Tilbage til dagsordenen"]


def test_what_was_typed_stands_in_the_form_again() -> None:
    agenda = agenda_of(USUAL)
    card = item_form(agenda, agenda.items[1], 2, typed=EditItem(position=2, amount="mange", title=""))
    values = {
        each["id"]: each.get("value") for each in elements(card.content) if str(each["type"]).startswith("Input.")
    }
    assert values == {
        "title": None,
        "recommendation": "at modellen afprøves",
        "amount": "mange",
        "duration": "20",
        "to": "2",
    }


def test_a_closed_item_that_may_not_be_shown_has_no_texts_to_edit() -> None:
    agenda = agenda_of(public(replace(USUAL, is_closed=True)))
    card = item_form(agenda, agenda.items[1], 2)
    check(card)
    inputs = [each["id"] for each in elements(card.content) if str(each["type"]).startswith("Input.")]
    assert inputs == ["duration", "to"]


def test_one_item_in_full_has_its_links() -> None:
    card = single(SHOWN, MEETING, agenda_of(USUAL).items[1], position=2)
    check(card)
    assert button_titles(card) == ["Bilag 1"]
    assert "Inden for rammen" in texts(card)
