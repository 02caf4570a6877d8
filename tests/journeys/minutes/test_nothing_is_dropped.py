"""No button of a form about minutes drops what stands in it: it is stored, or stands in the card that comes back."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from bot.domain.minutes.attendance import present
from bot.domain.minutes.state import Minutes
from bot.local.board import Message
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL, Json
from bot.local.filling import Value, find
from cards.html.walk import buttons
from storage import duties
from storage import minutes as store
from tests.harness.klynge_nord import klynge_nord, local
from tests.harness.minute_steps import held, minutes_sent, said
from tests.harness.passing_time import chose
from tests.harness.steps import CHAIRS, SECRETARIAT

FORUM, MEETING = "politisk-klynge-nord", "2027-1"
WORDS = "Ord, der ikke må blive væk."
LOCAL, REGIONAL = CHAIRS

Opening = Callable[[Stage], Awaitable[tuple[str, Message, Json]]]
"""Opens a form: whose it is, the message that it stands in, and its card."""


async def _writing(nord: Stage) -> tuple[str, Message, Json]:
    await held(nord)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    message = await nord.says(SECRETARIAT, "referat", PERSONAL)
    assert message.card is not None
    return SECRETARIAT, message, message.card


async def _behind(nord: Stage, title: str) -> tuple[str, Message, Json]:
    _, message, _ = await _writing(nord)
    opened = await nord.clicks(SECRETARIAT, message, title)
    assert opened.card is not None
    return SECRETARIAT, message, opened.card


async def _resolution(nord: Stage) -> tuple[str, Message, Json]:
    return await _behind(nord, "Punkt 2")


async def _attendance(nord: Stage) -> tuple[str, Message, Json]:
    return await _behind(nord, "Hvem var til stede?")


async def _preview(nord: Stage) -> tuple[str, Message, Json]:
    return await _behind(nord, "Se referatet før udsendelse")


async def _approval(nord: Stage) -> tuple[str, Message, Json]:
    await held(nord, chose("minutes_approval", "next_meeting", "before_sending"))
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    request = await nord.sees("Referat til godkendelse")
    assert request.card is not None
    return LOCAL, request, request.card


async def _approved(nord: Stage) -> tuple[str, Message, Json]:
    _, request, _ = await _approval(nord)
    await nord.clicks(LOCAL, request, "Godkend referat")
    opened = await nord.clicks(LOCAL, request, "Se referatet")
    assert opened.card is not None
    return LOCAL, request, opened.card


async def _sent(nord: Stage) -> tuple[str, Message, Json]:
    await held(nord)
    await nord.says(SECRETARIAT, f"beslutning 2: {'Lang ' * 390}")
    await nord.says(SECRETARIAT, "send referat")
    sent = await nord.sees("Referat fra mødet", "Sendt den")
    assert sent.card is not None
    return LOCAL, sent, sent.card


async def _item(nord: Stage) -> tuple[str, Message, Json]:
    await held(nord)
    await minutes_sent(nord)
    item = await nord.says(LOCAL, "beslutning 2", PERSONAL)
    assert item.card is not None
    return LOCAL, item, item.card


async def _follow_up(nord: Stage) -> tuple[str, Message, Json]:
    await held(nord)
    await minutes_sent(nord)
    message = await nord.says(SECRETARIAT, "referat", PERSONAL)
    assert message.card is not None
    return SECRETARIAT, message, message.card


async def _stored(nord: Stage) -> Minutes:
    async with nord.service.database.reading() as conn:
        found = await store.get(conn, FORUM, MEETING)
    assert found is not None
    return found


_ORGANISATIONS = [each.id for each in klynge_nord().organisations]
_MORE: dict[str, Value] = {
    "sentence": "",
    "put_off_to": "2027-2",
    **{f"positions.{each}": "none" for each in _ORGANISATIONS},
}
FORMS: dict[str, tuple[Opening, dict[str, Value], tuple[str, ...]]] = {
    "writing": (_writing, {}, ("Punkt 1", "Hvem var til stede?", "Alle var til stede", "Se referatet før udsendelse")),
    "resolution": (
        _resolution,
        {"outcome": "noted", "words": WORDS, "duty": "", "owner": "laesoe", "due": "1/6", **_MORE},
        ("Gem beslutning", "Gem og se teksten", "Opret opgave", "Næste punkt", "Forrige"),
    ),
    "attendance": (
        _attendance,
        {"present": ["laege", "formand-laesoe"], "ended": "18.45"},
        ("Gem fremmøde", "Alle var til stede"),
    ),
    "preview": (_preview, {}, ("Send referat", "Hvem var til stede?", "Tilbage")),
    "approval": (
        _approval,
        {"words": WORDS},
        ("Godkend referat", "Send bemærkninger", "Foreslå en rettelse", "Afvigende mening"),
    ),
    "approved": (_approved, {"words": WORDS}, ("Fortryd godkendelse", "Send bemærkninger", "Afvigende mening")),
    "sent": (_sent, {"words": WORDS}, ("Send bemærkninger",)),
    "item": (_item, {"words": WORDS}, ("Send bemærkninger", "Se punkt 3", "Se referatet")),
    "follow-up": (_follow_up, {"words": WORDS}, ("Tilføj til referat",)),
}


@pytest.mark.parametrize("form", FORMS)
async def test_every_button_of_a_form_takes_along_all_that_stands_in_it(nord: Stage, form: str) -> None:
    opening, inputs, titles = FORMS[form]
    _, _, card = await opening(nord)
    taken = {each.title: {str(field["id"]) for field in each.inputs} for each in buttons(card)}
    assert set(titles) <= set(taken)
    for title, fields in taken.items():
        assert fields == set(inputs), f"»{title}«"


@pytest.mark.parametrize(
    ("form", "title"), [(form, title) for form, (_, inputs, titles) in FORMS.items() if inputs for title in titles]
)
async def test_no_button_drops_what_stands_in_its_form(nord: Stage, form: str, title: str) -> None:
    opening, inputs, _ = FORMS[form]
    person, message, card = await opening(nord)
    answer = await nord.teams.visitor.clicks(nord.account(person), message, title, inputs, card=card)
    minutes = await _stored(nord)
    if "words" in inputs:
        kept = [*(each.words for each in minutes.resolutions), *(each.words for each in minutes.remarks)]
        assert WORDS in kept or WORDS in said(answer), said(answer)
    if "outcome" in inputs:
        assert "noted" in {each.outcome for each in minutes.resolutions}
    if "owner" in inputs:
        async with nord.service.database.reading() as conn:
            (task,) = await duties.of_meetings(conn, FORUM, [MEETING])
        assert (task.organisation, task.details.due) == ("laesoe", date(2027, 6, 1))
    if "present" in inputs:
        assert {"laege", "formand-laesoe"} <= set(present(minutes.attendance))
        assert minutes.attendance.ended_at == local("2027-03-16T18:45")


async def test_the_resolution_form_saves_and_goes_on_from_item_to_item(nord: Stage) -> None:
    _, message, _ = await _resolution(nord)
    second = await nord.clicks(SECRETARIAT, message, "Næste punkt", {"Udfald": "Drøftet", "Beslutning": "Et."})
    assert "Beslutningen på punkt 2 er gemt" in said(second)
    assert second.card is not None
    assert find(second.card, "Næste punkt") is None, "the last item has no next"
    back = await nord.clicks(SECRETARIAT, message, "Forrige", {"Beslutning": "To."})
    assert "Beslutningen på punkt 3 er gemt" in said(back)
    assert "Et." in said(back)
    assert {each.words for each in (await _stored(nord)).resolutions} == {"Et.", "To."}


async def test_a_text_that_does_not_fit_is_refused_by_how_much_with_all_of_it_still_there(nord: Stage) -> None:
    _, message, _ = await _resolution(nord)
    long = "Så mange ord. " * 200
    answer = await nord.clicks(SECRETARIAT, message, "Næste punkt", {"Beslutning": long})
    assert "Teksten i »Beslutning« er 799 tegn for lang" in said(answer)
    assert long in said(answer)
    assert "maxLength" not in said(answer)
    assert [each.words for each in (await _stored(nord)).resolutions] == [""]


async def test_a_remark_that_does_not_fit_is_refused_with_all_of_it_still_there(nord: Stage) -> None:
    person, sent, _ = await _sent(nord)
    long = "Så mange ord. " * 200
    answer = await nord.clicks(person, sent, "Send bemærkninger", {"Bemærkninger": long})
    assert "Teksten i »Bemærkninger« er 799 tegn for lang" in said(answer)
    assert long in said(answer)
    assert (await _stored(nord)).remarks == ()


async def test_ticks_that_are_refused_still_stand_there(nord: Stage) -> None:
    _, message, _ = await _attendance(nord)
    answer = await nord.clicks(SECRETARIAT, message, "Gem fremmøde", {"present": ["laege"], "ended": "kvart i syv"})
    assert "Skriv klokkeslættet" in said(answer)
    assert '"id": "error-ended"' in said(answer)
    assert '"value": "laege"' in said(answer)
    assert "kvart i syv" in said(answer)
    all_of_them = await nord.clicks(SECRETARIAT, message, "Alle var til stede")
    assert "kvart i syv" in said(all_of_them)
    again = await nord.clicks(SECRETARIAT, message, "Gem fremmøde", {"ended": "18.45"})
    assert "Til stede: 1" in said(again)
