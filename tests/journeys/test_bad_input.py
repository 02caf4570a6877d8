"""Whatever a client sends: a courteous Danish answer or the same answer again, never an error, nothing doubled."""

import json
import logging
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.agenda.actions import AddItem, EditItem
from bot.domain.forum.actions import ShowHelp
from bot.domain.meetings.actions import ShowMeetings
from bot.domain.proposals.actions import AskForMore, Decline, Elaborate, OpenProposalForm, Postpone, Propose
from bot.local.activities import click, message
from bot.local.board import words
from bot.local.connector import LARGEST_CARD
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from bot.local.filling import filled
from bot.local.visitor import BotFailed
from bot.teams.body import LARGEST as BODY
from bot.usecases.understanding.exactly import COMMANDS, suggestion
from cards.html.render import render
from cards.html.walk import buttons
from cards.kit.buttons import pack
from tests.harness.cases import ASKS
from tests.harness.forging import NORD, STRANGER, envelope, is_refused, posted, press, quiet, said, stored
from tests.harness.steps import (
    COORDINATOR,
    POST,
    SECRETARIAT,
    VISITS,
    accept,
    approve,
    circulate,
    posts,
    propose,
    told,
)

SLOWLY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], print_blob=True
)
MARKS = "<b>fed</b> <at>alle</at> **fed** [klik](javascript:alert(1)) `kode` # titel\n- punkt\n1. et 🎉👩‍⚕️"
DIRECTION = "abc\u202egnirts\u202c \u200f\u2066x\u2069"
HALF = "\ud800 halv \udfff"
STRANGE: tuple[Any, ...] = (
    *("", " ", "x" * 10_000, "æ" * 12_000, MARKS, DIRECTION, HALF, "nul\0nul", "\ufeff", "0", "-1", "1e9", "１２"),
    *("9" * 30, 10**30, 2**31, 2**63, -1, 0, 1.5, 1e300, None, True, False),
    *([], {}, [[]], ["x"] * 50, {"a": {"b": [1, None]}}, [None], {"verb": "Accept"}),
)
SENTENCES = [each[:10_000] for each in STRANGE if isinstance(each, str) and each.strip("\0 \ufeff")]
VALUES = st.sampled_from(STRANGE) | st.text(max_size=40) | st.integers() | st.lists(st.text(max_size=5), max_size=3)
PEOPLE = (SECRETARIAT, COORDINATOR, "formand-kommunal")
PLACES = (CHANNEL.id, PERSONAL)
PICKS = st.integers(0, 10_000)
FORGED = st.dictionaries(st.sampled_from(["verb", "forum", "number", "meeting", "x"]), VALUES, max_size=4).filter(
    lambda forged: len(json.dumps(forged)) < BODY // 3  # the verb goes twice; what is larger, the door turns away
)
FIELDS = ("revision", "version", "meeting", "words", "extra")
LOOKING = ("Open", "Show", "EditAgenda")


@pytest.fixture(autouse=True)
def calm(caplog: pytest.LogCaptureFixture) -> Any:
    """Nothing that people send is an error in the log."""
    yield
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.ERROR or record.exc_info]
    assert [record.getMessage() for record in loud] == []


async def _busy(nord: Stage) -> list[dict[str, Any]]:
    """A forum with a bit of everything before and after its meeting, and the data of every kind of button seen."""
    await propose(nord)
    await propose(nord, "formand-laesoe", {"Overskrift": "Lægedækning"})
    await propose(nord, COORDINATOR, {"Overskrift": "Et tredje"})
    found = await _captured(nord)
    await accept(nord, 1)
    await nord.says(SECRETARIAT, "bed om uddybning 3: Hvad?")
    found += await _captured(nord)
    await approve(nord, await circulate(nord))
    found += await _captured(nord)
    await nord.at("2027-03-09T08:00")
    await nord.at("2027-03-17T09:00")
    return found + await _captured(nord)


async def _captured(nord: Stage) -> list[dict[str, Any]]:
    """What every button on every card that can be reached would send."""
    found: dict[str, dict[str, Any]] = {}
    cards = [each.card for each in nord.teams.board.messages() if each.card]
    for text in ("foreslå", *ASKS):
        cards += [(await nord.says(person, text, PERSONAL)).card or {} for person in PEOPLE]
    while cards:
        for button in buttons(cards.pop()):
            data = filled(button, {})
            if data["verb"] not in found:
                found[str(data["verb"])] = data
                if str(data["verb"]).startswith(LOOKING):
                    cards += [answer.card for each in PEOPLE if (answer := await press(nord, each, data)).card]
    return list(found.values())


def _is_fit(card: dict[str, Any] | None) -> None:
    """A card that Teams takes and that owns up to no failure of ours."""
    text = said(card)
    assert "Fejlkode" not in text
    assert len(text.encode("utf-8", "replace")) < LARGEST_CARD
    assert card is not None
    assert card["body"]
    assert card["speak"]
    assert card["fallbackText"]


@SLOWLY
@given(known=PICKS, field=PICKS, value=VALUES, person=st.sampled_from(PEOPLE), where=st.sampled_from(PLACES))
async def test_a_mistyped_field_gets_a_card(
    nord: Stage, known: int, field: int, value: object, person: str, where: str
) -> None:
    data = _one_of(await _known(nord), known)
    name = _one_of([*data, *FIELDS], field)
    _is_fit((await press(nord, person, data | {name: value}, where)).card)


@SLOWLY
@given(known=PICKS, missing=PICKS, extra=st.dictionaries(st.text(max_size=12), VALUES, max_size=3))
async def test_missing_and_extra_fields_get_a_card(
    nord: Stage, known: int, missing: int, extra: dict[str, object]
) -> None:
    data = _one_of(await _known(nord), known)
    gone = _one_of(list(data), missing)
    kept = {name: value for name, value in data.items() if name != gone}
    _is_fit((await press(nord, SECRETARIAT, extra | kept)).card)


@SLOWLY
@given(forged=FORGED)
async def test_data_out_of_nothing_gets_a_card(nord: Stage, forged: dict[str, Any]) -> None:
    for person in (SECRETARIAT, STRANGER):
        _is_fit((await press(nord, person, forged)).card)


@pytest.mark.parametrize("data", [None, [], "x", 3, True, [{"verb": "Accept"}]], ids=repr)
async def test_data_that_is_no_object_gets_a_card(nord: Stage, data: object) -> None:
    answer = await press(nord, SECRETARIAT, data)
    assert is_refused(answer.card)


@pytest.mark.both_databases
async def test_strange_words_in_every_field_come_to_no_harm(nord: Stage) -> None:
    kinds = [Propose(form="f"), EditItem(position=2), AddItem(), Decline(number=1), AskForMore(number=1)]
    await propose(nord)
    await accept(nord, 1)
    for value in STRANGE:
        for kind in (*kinds, Postpone(number=1), Elaborate(number=1), OpenProposalForm()):
            fields = {name for name in kind.__dataclass_fields__ if name not in ("forum", "number", "position", "form")}
            if len(str(value)) < 1_000:
                packed = pack(kind) | dict.fromkeys(fields, value) | {"forum": NORD}
                _is_fit((await press(nord, SECRETARIAT, packed)).card)
            for name in fields:
                _is_fit((await press(nord, SECRETARIAT, pack(kind) | {"forum": NORD, name: value}, PERSONAL)).card)
    await quiet(nord)


@pytest.mark.both_databases
@pytest.mark.parametrize("where", [CHANNEL.id, PERSONAL])
async def test_strange_sentences_get_an_answer(nord: Stage, where: str) -> None:
    heads = ("", "foreslå ", "tilknyt ", "fravær: ", "dagsorden ", "optag 1 ", "udskyd 1 til ", "send retur: ")
    for sentence in (f"{head}{text}" for head in heads for text in SENTENCES):
        reply = await nord.says(SECRETARIAT, sentence, where)
        _is_fit(reply.card)


async def test_every_command_is_answered_by_each_kind_of_person(nord: Stage) -> None:
    await propose(nord)
    for command in COMMANDS:
        for person in ("suppleant-regional", COORDINATOR, SECRETARIAT):
            _is_fit((await nord.says(person, suggestion(command))).card)


async def test_markup_and_direction_marks_are_shown_as_typed_or_not_at_all(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå")
    typed = {"Overskrift": MARKS.replace("\n", " "), "Resumé": MARKS + DIRECTION, "Forslag til indstilling": MARKS}
    await nord.clicks(COORDINATOR, form, "Send forslag", typed)
    card = await nord.sees("Nyt forslag til dagsordenen")
    page = render(card.card or {}, action_url="/", hidden={})
    for live in ("<b>fed", "<strong>fed", "<at>", 'javascript:alert(1)"', "<code>", "<li>", "\u202e"):
        assert live not in page, live
    assert "&lt;b&gt;fed&lt;/b&gt; &lt;at&gt;alle&lt;/at&gt; **fed** [klik](javascript:alert(1)) `kode` # titel" in page
    assert "👩‍⚕️" in page
    assert not any(mark in json.dumps(card.activity, ensure_ascii=False) for mark in "\u202e\u202c\u200f\u2066\u2069")
    assert card.activity["attachments"][0]["content"]["msteams"]["entities"] == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1.250,50", "1.250,50 kr."),
        ("450.000", "450.000 kr."),
        ("1,25 mio.", "1,25 mio. kr."),
        ("450000", "450.000 kr."),
    ],
)
async def test_amounts_are_read_as_danes_write_them(nord: Stage, typed: str, shown: str) -> None:
    await propose(nord, COORDINATOR, {"Beløb i kr.": typed})
    await told(nord, SECRETARIAT, "Nyt forslag", shown)


@pytest.mark.parametrize("typed", ["1,250.50", "mange", "-5", "1e9", "1.25 mio", "9" * 40, "1250,505"])
async def test_an_amount_that_can_be_misread_is_asked_for_again(nord: Stage, typed: str) -> None:
    form = await nord.says(COORDINATOR, "foreslå")
    answer = await nord.clicks(COORDINATOR, form, "Send forslag", VISITS | {"Beløb i kr.": typed})
    assert "Skriv beløbet i kroner" in said(answer.card)
    assert posts(nord, POST) == []


async def test_a_date_may_lack_its_year(nord: Stage) -> None:
    assert "16. marts 2027" in words(await nord.says(COORDINATOR, "dagsorden 16/3"))
    assert "5. oktober 2027" in words(await nord.says(COORDINATOR, "dagsorden 5/10"))
    assert "ikke noget møde" in words(await nord.says(COORDINATOR, "dagsorden 17/3"))


async def test_postponing_by_date(nord: Stage) -> None:
    await propose(nord)
    await nord.says(SECRETARIAT, "udskyd 1 til 5/10: Mødet er fuldt")
    await nord.sees("Mødet den 5. oktober 2027", "Udskudt")


# --- activities ----------------------------------------------------------------------------------------------------


async def test_what_asks_nothing_of_us_is_taken_quietly(nord: Stage) -> None:
    await propose(nord)
    await quiet(nord)
    before, shown = await stored(nord), posted(nord, None)
    plain = message(envelope(nord, SECRETARIAT), "optag 1", mentions_bot=True)
    for changes in (
        {"type": "messageUpdate", "channelData": {"eventType": "editMessage"}},
        {"type": "messageDelete"},
        {"type": "messageReaction", "reactionsAdded": [{"type": "like"}]},
        {"type": "typing"},
        {"type": "event", "name": "application/vnd.microsoft.meetingStart"},
        {"type": "installationUpdate", "action": "remove"},
        {"type": "conversationUpdate", "membersAdded": [{"id": "29:x"}], "membersRemoved": 7},
        {"type": "conversationUpdate", "membersAdded": None, "channelData": {"eventType": "channelRenamed"}},
        {"type": "noget helt andet"},
    ):
        status, _ = await nord.teams.visitor.sends(plain | changes)
        assert status == 200, changes
    assert (await stored(nord), posted(nord, None)) == (before, shown)


@pytest.mark.parametrize("name", ["task/fetch", "composeExtension/query", "signin/verifyState", "", None, 7])
async def test_an_invoke_that_is_not_offered_is_said_to_be_none_of_ours(nord: Stage, name: object) -> None:
    asked = click(envelope(nord, SECRETARIAT), "1", {}, {}) | {"name": name}
    assert await _status(nord, asked) in (400, 501)


@pytest.mark.both_databases
@SLOWLY
@given(is_click=st.booleans(), changes=st.lists(st.tuples(PICKS, VALUES), min_size=1, max_size=3))
async def test_no_activity_makes_us_fail(nord: Stage, is_click: bool, changes: list[tuple[int, object]]) -> None:
    here = envelope(nord, SECRETARIAT)
    whole = click(here, "1", {}, pack(ShowMeetings())) if is_click else message(here, "møder", mentions_bot=True)
    broken = whole | {_one_of(sorted(whole), pick): value for pick, value in changes}
    assert await _status(nord, broken) in (200, 400, 403, 501)


async def _status(nord: Stage, activity: dict[str, Any]) -> int | None:
    try:
        return (await nord.teams.visitor.sends(activity))[0]
    except BotFailed as refused:
        return refused.status


async def test_who_is_nobody_here_is_told_so_in_danish(nord: Stage) -> None:
    assert "ikke registreret som medlem" in said((await press(nord, STRANGER, pack(ShowHelp()))).card)
    assert "ikke registreret i noget forum" in said((await press(nord, STRANGER, pack(ShowHelp()), PERSONAL)).card)
    nobody = pack(ShowHelp(forum="politisk-klynge-vest"))
    assert is_refused((await press(nord, SECRETARIAT, nobody)).card)
    assert is_refused((await press(nord, SECRETARIAT, nobody, PERSONAL)).card)
    assert is_refused((await press(nord, SECRETARIAT, {"verb": "Rm"})).card)


_seen: dict[int, list[dict[str, Any]]] = {}


def _one_of(several: Sequence[Any], pick: int) -> Any:
    return several[pick % len(several)]


async def _known(nord: Stage) -> list[dict[str, Any]]:
    """The buttons of the busy forum, looked up once for each stage."""
    if id(nord) not in _seen:
        _seen.clear()
        _seen[id(nord)] = await _busy(nord)
    return _seen[id(nord)]
