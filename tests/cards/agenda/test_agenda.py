"""The agenda's cards: the timetable, the editor, one version in full, and what was sent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.agenda.actions import AddItem, EditItem, Part
from bot.domain.agenda.changes import changes
from bot.domain.agenda.state import Agenda
from bot.domain.approval.actions import ShowVersion
from bot.domain.approval.state import Standpoint
from bot.domain.documents.state import Attachment
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.deadlines import Deadline
from bot.domain.proposals.rules import LONGEST_CASE
from cards.agenda import cards
from cards.agenda.departure import Departed
from cards.agenda.editor import confirmed, editor
from cards.agenda.item import item_form, new_item, unsaved
from cards.agenda.sent import Sent
from cards.agenda.sent import sent as sent_card
from cards.agenda.version import single, whole
from cards.kit.elements import Card
from cards.kit.fitting import is_small
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
        may_send=False,
    )


def a_sent(agenda: Agenda, *, dispatch: Deadline | None = ON_THE_DAY, without: tuple[str, ...] = ()) -> Card:
    left = sent(agenda)
    shown = Sent(agenda=left, meeting=MEETING, items=left.items, forum_name="Klyngen", host=None, dispatch=dispatch)
    return sent_card(replace(shown, without=without))


EVERYTHING_NEW = Departed(
    version=1, changes=changes([], LARGEST_AGENDA.items), mode=Mode.APPROVE, standpoint=Standpoint.OPEN
)
EVERYTHING_TYPED = EditItem(
    position=2,
    title=LARGEST.title * 2,
    summary=LARGEST.summary,
    case_description=LARGEST.case_description,
    recommendation=LARGEST.recommendation,
    financial_note=LARGEST.financial_note,
    amount="mange",
    duration="længe",
    links="\n".join(LARGEST.links),
)
LARGEST_CARDS = {
    "draft": a_draft(LARGEST_AGENDA),
    "sent": a_sent(LARGEST_AGENDA, without=("Formand 🙂" * 10,) * 20),
    "departed draft": cards.draft(
        LARGEST_AGENDA,
        MEETING,
        LARGEST_AGENDA.items,
        host=None,
        dispatch=None,
        may_edit=True,
        may_circulate=True,
        may_send=False,
        departed=EVERYTHING_NEW,
    ),
    "editor": editor(LARGEST_AGENDA, MEETING, LARGEST_AGENDA.items, departed=EVERYTHING_NEW, saved="Gemt."),
    "confirmed": confirmed(LARGEST_AGENDA, LARGEST_AGENDA.items, ["Flyttet."], position=3, is_moved=True),
    **{
        f"{part.value} of an item": item_form(LARGEST_AGENDA, LARGEST_AGENDA.items[1], 2, part=part, saved="Gemt.")
        for part in Part
    },
    "texts of an item, refused": item_form(LARGEST_AGENDA, LARGEST_AGENDA.items[1], 2, typed=EVERYTHING_TYPED),
    "new item": new_item(LARGEST_AGENDA, MEETING, typed=EVERYTHING_TYPED),
    "unsaved": unsaved(replace(EVERYTHING_TYPED, case_description=None, links=None)),
    "version": whole(SHOWN, MEETING, LARGEST_AGENDA.items, host="🙂" * 100),
    "single": single(SHOWN, MEETING, LARGEST_AGENDA.items[1], position=2),
}


@pytest.mark.parametrize("name", LARGEST_CARDS)
def test_the_largest_agenda_fits(name: str) -> None:
    check(LARGEST_CARDS[name])


def test_what_was_typed_stands_there_whole_although_no_card_can_hold_it() -> None:
    frame = item_form(LARGEST_AGENDA, LARGEST_AGENDA.items[1], 2, part=Part.FRAME, typed=EVERYTHING_TYPED)
    for card, words in ((frame, EVERYTHING_TYPED.links), (unsaved(EVERYTHING_TYPED), EVERYTHING_TYPED.links)):
        assert not is_small(card)
        assert all(line in texts(card) for line in (words or "").splitlines())


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
    assert button_titles(a_draft(agenda_of(USUAL), may=False)) == ["Hent som PDF", "Hent som Word"]


def test_a_day_of_dispatch_that_was_moved_is_shown_with_the_day_it_moved_from() -> None:
    card = texts(a_sent(agenda_of(USUAL), dispatch=MOVED))
    assert "onsdag den 5. maj 2027" in card
    assert "torsdag den 6. maj 2027" in card
    assert "Udsendes" not in texts(a_sent(agenda_of(USUAL), dispatch=ON_THE_DAY))


def test_the_sent_agenda_asks_for_no_approval() -> None:
    assert button_titles(a_sent(agenda_of(USUAL))) == [
        "Se hele dagsordenen",
        "Meld afbud",
        "Meld suppleant",
        "Hent som PDF",
        "Hent som Word",
    ]


def test_a_closed_item_shows_its_number_and_time_alone() -> None:
    closed = public(replace(USUAL, is_closed=True))
    agenda = agenda_of(closed)
    for card in (a_draft(agenda), a_sent(agenda), whole(SHOWN, MEETING, agenda.items, host=None)):
        assert "Lukket punkt" in texts(card)
        assert '"16.35 · 20 min."' in texts(card)


def inputs(card: Card) -> dict[str, object]:
    fields = [each for each in elements(card.content) if str(each["type"]).startswith("Input.")]
    return {each["id"]: each.get("value") for each in fields}


def test_the_editor_has_a_button_for_each_item_and_nothing_that_could_be_typed_and_dropped() -> None:
    card = editor(agenda_of(USUAL), MEETING, agenda_of(USUAL).items)
    check(card)
    assert button_titles(card) == [
        *("Redigér punkt 1", "Redigér punkt 2", "Redigér punkt 3"),
        *("Tilføj punkt", "Se dagsordenen"),
    ]
    assert inputs(card) == {}


def test_the_form_moves_and_removes_only_what_may_be() -> None:
    agenda = agenda_of(USUAL, USUAL, USUAL)

    def titles(position: int, part: Part = Part.TEXTS) -> list[str]:
        return button_titles(item_form(agenda, agenda.items[position - 1], position, part=part))

    back = "Tilbage til dagsordenen"
    assert titles(3) == ["Gem", "Sagsfremstilling", "Tid, plads og bilag", "Flyt op", "Flyt ned", back]
    assert titles(3, Part.CASE) == ["Gem", "Tekster", "Tid, plads og bilag", back]
    assert titles(3, Part.FRAME) == ["Gem", "Tekster", "Flyt op", "Flyt ned", "Fjern fra dagsordenen", back]
    assert "Flyt op" not in titles(2)
    assert "Flyt ned" not in titles(4)
    assert titles(1, Part.FRAME) == ["Gem", "Tekster", back]


def test_what_was_typed_stands_in_the_form_again() -> None:
    agenda = agenda_of(USUAL)
    card = item_form(agenda, agenda.items[1], 2, typed=EditItem(position=2, amount="mange", title=""))
    assert inputs(card) == {
        "title": None,
        "kind": "decision",
        "summary": "Resuméet",
        "recommendation": "at modellen afprøves",
        "financial_note": "Inden for rammen",
        "amount": "mange",
    }


@pytest.mark.parametrize("length", [LONGEST_CASE, LONGEST_CASE * 2])
def test_a_whole_case_stands_in_its_form_also_when_it_is_too_long_to_be_saved(length: int) -> None:
    agenda = agenda_of(USUAL)
    words = ("Sagen om hjemmebesøg på Læsø. " * length)[:length]
    card = item_form(agenda, agenda.items[1], 2, part=Part.CASE, typed=EditItem(position=2, case_description=words))
    check(card)
    assert inputs(card) == {"case_description": words}
    (field,) = [each for each in elements(card.content) if each["type"] == "Input.Text"]
    assert field["maxLength"] >= length


def test_a_text_that_the_card_cannot_hold_is_left_out_and_left_as_it_is() -> None:
    agenda = agenda_of(replace(USUAL, case_description="🙂" * LONGEST_CASE))
    card = item_form(agenda, agenda.items[1], 2, part=Part.CASE)
    check(card)
    assert inputs(card) == {}
    assert "fylder for meget til at stå på kortet" in texts(card)
    saving = next(each for each in elements(card.content) if each.get("title") == "Gem")
    assert "shown" not in saving["data"]


def test_a_closed_item_that_may_not_be_shown_has_no_texts_to_edit() -> None:
    agenda = agenda_of(public(replace(USUAL, is_closed=True)))
    card = item_form(agenda, agenda.items[1], 2)
    check(card)
    assert list(inputs(card)) == ["duration", "to"]


def test_a_new_item_is_written_whole_at_once() -> None:
    card = new_item(agenda_of(USUAL), MEETING, typed=AddItem(title="Nyt"))
    check(card)
    assert inputs(card) == {
        **dict.fromkeys(("summary", "recommendation", "financial_note", "amount", "duration")),
        "title": "Nyt",
        "kind": "discussion",
    }


@pytest.mark.parametrize(
    ("mode", "standpoint", "said"),
    [
        (Mode.APPROVE, Standpoint.OPEN, "version 1, som er til godkendelse: punkt 2 er nyt. Send version 2"),
        (Mode.APPROVE, Standpoint.APPROVED, "version 1, som er godkendt: punkt 2 er nyt. Send version 2"),
        (Mode.APPROVE, Standpoint.RETURNED, "version 1, som er sendt retur: punkt 2 er nyt. Send version 2"),
        (Mode.CONSULT, Standpoint.OPEN, "version 1, som er sendt til bemærkninger: punkt 2 er nyt."),
        (Mode.NONE, None, "Dagsordenen sendes, som udkastet står nu."),
    ],
)
def test_what_the_version_lacks_is_told_as_it_stands(mode: Mode, standpoint: Standpoint | None, said: str) -> None:
    agenda = agenda_of(USUAL)
    departed = Departed(
        version=1, changes=changes([agenda.items[0], agenda.items[2]], agenda.items), mode=mode, standpoint=standpoint
    )
    card = editor(agenda, MEETING, agenda.items, departed=departed)
    assert said in texts(card)
    sends = {Mode.APPROVE: ["Send version 2 til godkendelse"], Mode.CONSULT: ["Send version 2 til bemærkninger"]}
    assert [each for each in button_titles(card) if each.startswith("Send")] == sends.get(mode, [])
    if mode is Mode.NONE:
        assert "godkend" not in texts(editor(agenda, MEETING, agenda.items[1:2], departed=departed)).lower()


def test_the_case_stands_whole_on_the_item_of_a_version() -> None:
    words = ("Sagen om hjemmebesøg på Læsø. " * LONGEST_CASE)[:LONGEST_CASE]
    card = single(SHOWN, MEETING, agenda_of(replace(USUAL, case_description=words)).items[1], position=2)
    check(card)
    assert words in texts(card)


def test_one_item_in_full_has_its_links() -> None:
    bilag = [Attachment(number=1, link=USUAL.links[0])]
    card = single(SHOWN, MEETING, agenda_of(USUAL).items[1], position=2, bilag=bilag)
    check(card)
    assert button_titles(card) == ["Bilag 1", "Se hele dagsordenen"]
    assert "Inden for rammen" in texts(card)
