"""Whatever stands in one of the agenda's forms is stored, or stands in the card that comes back, whichever button."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.domain.agenda.actions import AddItem, EditItem, OpenItem, OpenNewItem, Part
from bot.domain.agenda.editing import added, edited
from bot.domain.agenda.state import Agenda
from bot.domain.kernel.action import Action
from bot.domain.proposals.rules import LONGEST_CASE
from bot.domain.proposals.state import Content
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL, Json
from cards.html.answer import merged
from cards.html.walk import Button, buttons, parts
from cards.kit.buttons import pack, unpack
from storage import agenda as agendas
from tests.harness.cases.case import MEETING, of_meeting
from tests.harness.forging import NORD, press, said
from tests.harness.steps import SECRETARIAT, accept, propose

FORMS: dict[str, Action] = {
    **{part.value: of_meeting(OpenItem, position=3, part=part) for part in Part},
    "new": of_meeting(OpenNewItem),
}
FINE = {
    "title": "En anden overskrift",
    "kind": "theme",
    "summary": "Et andet resumé\nmed to linjer",
    "case_description": ("Sagen på Læsø, »set« ude fra. " * LONGEST_CASE)[:LONGEST_CASE].strip(),
    "recommendation": "at der gøres noget andet",
    "financial_note": "En anden økonomi",
    "amount": "1.234.567",
    "duration": "35",
    "links": "https://example.org/bilag-1\nhttps://example.org/bilag-2",
    "to": "2",
    "is_closed": "true",
}
POOR = FINE | {
    "title": "For lang overskrift " * 20,
    "case_description": "For lang sag på Læsø. " * 600,
    "links": "http://example.org ikke et link",
}


@pytest.fixture(autouse=True)
async def three(nord: Stage) -> None:
    """Three proposals on the draft, so that there is somewhere to move to."""
    for number in (1, 2, 3):
        await propose(nord, fields={"Overskrift": f"Forslag {number}"})
        await accept(nord, number)


@pytest.mark.parametrize("form", FORMS)
async def test_every_button_of_a_form_saves_what_stands_in_it(nord: Stage, form: str) -> None:
    for title in [each.title for each in await _open(nord, form)]:
        before = await _agenda(nord)
        button = next(each for each in await _open(nord, form) if each.title == title)
        data = _filled(button, FINE)
        await press(nord, SECRETARIAT, data, PERSONAL)
        action, after = unpack(data), await _agenda(nord)
        known = {item.id: item.content for item in (*after.items, *after.removed)}
        if isinstance(action, EditItem) and action.item is not None:
            assert known[action.item] == edited(_content(before, action.item), action), title
        else:
            assert isinstance(action, AddItem)
            assert added(action) in known.values(), title
        await _as_before(nord, before)


@pytest.mark.parametrize("form", FORMS)
async def test_what_cannot_be_saved_comes_back_whole_with_the_reason(nord: Stage, form: str) -> None:
    before = await _agenda(nord)
    for button in await _open(nord, form):
        data = _filled(button, POOR)
        answer = await press(nord, SECRETARIAT, data, PERSONAL)
        assert answer.card is not None
        shown = {part["id"]: part.get("value") for _, part in parts(answer.card) if "id" in part}
        typed = {str(each["id"]): data[str(each["id"])] for each in button.inputs}
        assert {name: shown.get(name) for name in typed} == typed, button.title
        assert any(words in said(answer.card) for words in ("tegn for lang", "Skriv hvert link")), button.title
    assert (await _agenda(nord)).items == before.items


async def test_a_field_that_is_emptied_is_emptied(nord: Stage) -> None:
    (saving, *_) = await _open(nord, "texts")
    await press(nord, SECRETARIAT, _filled(saving, {"title": "Kun en overskrift"}, is_emptied=True), PERSONAL)
    content = (await _agenda(nord)).items[2].content
    assert (content.title, content.summary, content.recommendation) == ("Kun en overskrift", "", "")


async def test_a_form_that_holds_more_than_a_card_can_stays_as_it_is_when_it_is_refused(nord: Stage) -> None:
    saving = next(each for each in await _open(nord, "case") if each.title == "Gem")
    answer = await press(nord, SECRETARIAT, _filled(saving, {"case_description": "🏥" * (LONGEST_CASE + 1)}), PERSONAL)
    assert "er 1 tegn for lang" in said(answer.card)
    assert "Det, du skrev, står stadig i formularen." in said(answer.card)
    assert [each for each in buttons(answer.card or {}) if each.inputs] == []  # no card takes the form's place


async def test_a_form_that_is_overtaken_keeps_what_was_typed(nord: Stage) -> None:
    (saving, *_) = await _open(nord, "texts")
    await nord.says(SECRETARIAT, "flyt punkt 3 til 2", PERSONAL)
    data = _filled(saving, FINE)
    answer = await press(nord, SECRETARIAT, data, PERSONAL)
    assert "Det, du har skrevet, står her endnu" in said(answer.card)
    assert answer.card is not None
    again = next(each for each in buttons(answer.card) if each.title == "Gem")
    await press(
        nord, SECRETARIAT, merged(again, {str(each["id"]): [str(each["value"])] for each in again.inputs}), PERSONAL
    )
    assert (await _agenda(nord)).items[1].content.title == FINE["title"]


async def test_a_form_of_an_item_that_was_taken_off_becomes_one_of_a_new_item(nord: Stage) -> None:
    (saving, *_) = await _open(nord, "texts")
    await nord.says(SECRETARIAT, "fjern punkt 3", PERSONAL)
    answer = await press(nord, SECRETARIAT, _filled(saving, FINE), PERSONAL)
    assert "står her som et nyt punkt" in said(answer.card)
    assert "En anden overskrift" in said(answer.card)
    assert "Nyt punkt på dagsordenen" in said(answer.card)


async def test_an_item_that_was_taken_off_can_be_put_back_with_all_that_it_said(nord: Stage) -> None:
    removing = next(each for each in await _open(nord, "frame") if each.title == "Fjern fra dagsordenen")
    await press(nord, SECRETARIAT, _filled(removing, FINE), PERSONAL)
    assert len((await _agenda(nord)).items) == 4
    reply = await nord.says(SECRETARIAT, "ret dagsorden", PERSONAL)
    await nord.clicks(SECRETARIAT, reply, "Sæt punktet på igen")
    agenda = await _agenda(nord)
    back = next(item for item in agenda.items if item.content.title == "Forslag 2")
    assert (back.proposal, str(back.content.links[1]), agenda.removed) == (2, "https://example.org/bilag-2", ())
    mine = await nord.says("koordinator-hjoerring", "mine forslag", PERSONAL)
    assert str(mine.activity).count("Optaget på udkastet til mødet den 16. marts 2027") == 3


async def _open(nord: Stage, form: str) -> list[Button]:
    answer = await press(nord, SECRETARIAT, pack(FORMS[form]), PERSONAL)
    assert answer.card is not None
    return [each for each in buttons(answer.card) if each.inputs]


def _filled(button: Button, values: Mapping[str, str], *, is_emptied: bool = False) -> Json:
    """The press with every field filled in anew."""
    names = [str(each["id"]) for each in button.inputs]
    typed = {name: [values[name]] for name in names if name in values}
    if not is_emptied:
        assert set(typed) == set(names)
    return merged(button, typed)


def _content(agenda: Agenda, item: int) -> Content:
    return next(each.content for each in agenda.items if each.id == item)


async def _agenda(nord: Stage) -> Agenda:
    async with nord.service.database.reading() as conn:
        found = await agendas.get(conn, NORD, MEETING)
    assert found is not None
    return found


async def _as_before(nord: Stage, before: Agenda) -> None:
    """Put the draft back, so that the next button meets the same."""
    now = await _agenda(nord)
    for item in now.removed:
        if item.proposal is not None:
            await nord.says(SECRETARIAT, "sæt punkt på igen", PERSONAL, quietly=True)
    async with nord.service.database.writing(NORD) as conn:
        await agendas.put(conn, replace(await _agenda(nord), items=before.items, removed=()))
