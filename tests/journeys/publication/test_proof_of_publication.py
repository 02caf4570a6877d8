"""Publication with proof: what is asked for as a paper leaves, what proves it, what reopens it, and who may do it."""

import asyncio
import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.domain.publication.state import Release
from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from bot.local.visitor import Answer
from bot.usecases.publication.checking import check_links
from cards.kit.unlinked import as_typed
from storage import audit, releases
from tests.harness.elapsed import Elapsed
from tests.harness.forging import is_refused
from tests.harness.looked_at import looking
from tests.harness.minute_steps import said
from tests.harness.seeds import choosing
from tests.harness.seeds import open_seed as _open_seed
from tests.harness.steps import VISITS, in_channel, in_chat

POLITICAL, STEERING = "politisk-klynge-nord", "klyngestyregruppe-nord"
CLERK, OTHER = "sekretariat-kommuner", "sekretariat-region"  # who is of another tenant, and writes in the channel
POLITICIAN, COORDINATOR, DIRECTOR = "formand-laesoe", "koordinator-hjoerring", "direktoer-hjoerring"
PLACE = "Sundhedsaftalens hjemmeside"
LINK = "https://www.sundhedsaftalen.dk/moeder/2027-1"
FIELD, REASON = "Link til offentliggørelsen", "Begrundelse (skal udfyldes)"
ASKED = (
    "Referatet fra mødet den 16. marts 2027 skal gøres tilgængeligt på Sundhedsaftalens hjemmeside. Indsæt linket her"
)
LATE = "Referatet fra mødet den 16. marts 2027 er endnu ikke registreret som offentliggjort."
SETTLED = "Det er i orden."
BEHIND = f"Referatet er rettet efter offentliggørelsen. Opdatér {PLACE}."
_NOT_HTTPS, _NOT_OUTSIDE = "Linket skal begynde med https://.", "Linket fører ikke ud på internettet."
BAD_LINKS = {
    "http://www.sundhedsaftalen.dk/referat": _NOT_HTTPS,
    "javascript:alert(1)": _NOT_HTTPS,
    "https://navn@www.sundhedsaftalen.dk/referat": "Linket har et brugernavn foran adressen.",
    "https://localhost/referat": _NOT_OUTSIDE,
    "https://127.0.0.1/referat": _NOT_OUTSIDE,
    "https://[::1]/referat": _NOT_OUTSIDE,
}
Opened = Callable[..., AbstractAsyncContextManager[Stage]]


@pytest.fixture
def opened(database_url: str) -> Opened:
    """Opens a seed on the test's database, where nothing looks at addresses by itself."""
    return partial(_open_seed, elapsed=Elapsed(), KLYNGEBOT_DATABASE_URL=database_url, KLYNGEBOT_CHECK_LINKS="off")


def political(**more: object) -> object:
    """A political cluster whose minutes nobody approves after they were sent."""
    return choosing(POLITICAL, agenda_approval="none", minutes_approval=None, **more)


async def agenda_left(stage: Stage, person: str) -> None:
    """The next meeting's agenda with one item has left."""
    form = await stage.says(person, "foreslå", PERSONAL)
    await stage.clicks(person, form, "Send forslag", VISITS)
    await stage.says(CLERK, "optag 1")
    await stage.says(CLERK, "send dagsorden ud")


async def minutes_left(stage: Stage) -> None:
    """The minutes of the meeting that was held have left."""
    await stage.says(CLERK, "beslutning 2: Godkendt. Modellen afprøves i ni måneder.")
    await stage.says(CLERK, "send referat")


async def held(stage: Stage) -> None:
    """March's meeting was held, and its minutes have left."""
    await stage.says(CLERK, "hjælp", PERSONAL)
    await agenda_left(stage, COORDINATOR)
    await stage.at("2027-03-16T20:00")
    await minutes_left(stage)


async def logged(stage: Stage) -> list[tuple[str, str | None]]:
    """What the log has of publication, and who did it."""
    async with stage.service.database.reading() as conn:
        every = [each async for each in audit.entries(conn, stage.file.forum.id)]
    return [(each.what, each.actor) for each in every if each.what.startswith("publication.")]


async def let_out(stage: Stage) -> tuple[Release, ...]:
    async with stage.service.database.reading() as conn:
        return await releases.of_forum(conn, stage.file.forum.id)


def told(stage: Stage, person: str, part: str) -> list[Message]:
    return [each for each in in_chat(stage, person) if part in words(each)]


async def test_minutes_are_asked_for_and_proved_by_a_link_that_whoever_serves_may_give(opened: Opened) -> None:
    async with opened(political(publication_days_after=14)) as nord:
        await held(nord)
        asked = await nord.hears(CLERK, ASKED)
        assert not [each for each in in_channel(nord) if "skal gøres tilgængelig" in words(each)]
        await _bad_links_are_refused(nord, asked)
        await _others_are_refused(nord, asked)
        await _is_late_once(nord)
        await nord.clicks(CLERK, asked, "Indsæt link")
        done = said(await nord.clicks(CLERK, asked, "Indsæt link", {FIELD: f" {LINK} "}))
        assert "Linket er registreret." in done
        proof = f"Offentliggjort den 1. april 2027 af Sekretariat, kommunal side: {LINK}"
        await nord.hears(CLERK, "Offentliggørelse", SETTLED, proof)
        assert [LATE in words(each) for each in told(nord, CLERK, SETTLED)] == [False, False]
        for card in ("Mødet den 16. marts 2027", "Referat fra mødet den 16. marts 2027"):
            assert f'"url": "{LINK}"' in json.dumps(
                (await nord.sees(card, proof, "Se det offentliggjorte referat")).card
            )
        await nord.says(CLERK, f"link til referatet: {LINK}", PERSONAL)
        assert await logged(nord) == [("publication.linked", CLERK)]
        await _is_reopened(nord)


async def _bad_links_are_refused(nord: Stage, asked: Message) -> None:
    """Each with its reason, and with what was typed still in the field, on the card and of a sentence."""
    await nord.clicks(CLERK, asked, "Indsæt link")
    for link, why in BAD_LINKS.items():
        refused = await nord.clicks(CLERK, asked, "Indsæt link", {FIELD: link})
        assert is_refused(refused.card), link
        assert why in said(refused), link
        assert f'"value": "{link}"' in said(refused), link
    for link in ("javascript:alert(1)", "https://localhost/referat"):
        reply = words(await nord.says(CLERK, f"link til referatet: {link}", PERSONAL))
        assert BAD_LINKS[link] in reply, link
        assert link in reply.partition(FIELD)[2] or link in reply
    assert await logged(nord) == []


async def _others_are_refused(nord: Stage, asked: Message) -> None:
    """A politician and a coordinator, by the button and by a sentence, in the channel and on their own."""
    form = await nord.says(OTHER, "indsæt link til referatet")
    for person in (POLITICIAN, COORDINATOR):
        for message, typed in ((asked, {}), (form, {FIELD: LINK})):
            answer = await nord.clicks(person, message, "Indsæt link", typed)
            assert is_refused(answer.card), person
            assert "sekretariat" in said(answer).lower()
        for where in (None, PERSONAL):
            for sentence in (
                f"link til referatet: {LINK}",
                "offentliggør referatet nu",
                "tag offentliggørelsen tilbage",
            ):
                assert "sekretariat" in words(await nord.says(person, sentence, where)).lower(), sentence
    assert await logged(nord) == []
    assert await let_out(nord) == ()


async def _is_late_once(nord: Stage) -> None:
    """On the working day after the fourteenth, and not again."""
    await nord.at("2027-03-30T18:00")
    assert told(nord, CLERK, LATE) == []
    for moment in ("2027-03-31T08:00", "2027-04-01T09:00"):
        await nord.at(moment)
        assert len(told(nord, CLERK, LATE)) == 1, moment


async def _is_reopened(nord: Stage) -> None:
    """By an addition; who cannot be written to proves it anew in the channel."""
    await nord.says(CLERK, "tilføj til referat: Der var ti til stede.")
    await nord.hears(CLERK, BEHIND)
    await nord.sees("Mødet den 16. marts 2027", BEHIND)
    form = await nord.says(OTHER, "indsæt link")
    done = as_typed(said(await nord.clicks(OTHER, form, "Indsæt link", {FIELD: f"{LINK}/2"})))
    assert f"Offentliggjort den 1. april 2027 af Sekretariat, regional side: {LINK}/2" in done
    await nord.hears(CLERK, SETTLED, f"{LINK}/2")
    assert told(nord, CLERK, BEHIND) == []


async def test_an_agenda_and_minutes_are_asked_for_where_the_charter_says_both(opened: Opened) -> None:
    async with opened(choosing(STEERING, agenda_approval="none")) as group:
        await group.says(CLERK, "påmindelser kun frister", PERSONAL)
        await agenda_left(group, DIRECTOR)
        agenda = await group.hears(CLERK, "Dagsordenen til mødet den", f"skal gøres tilgængelig på {PLACE}")
        for title, what in (("Vælg frist", "frist"),):
            assert title in words(agenda)
            assert "Ikke fastsat i kommissoriet" in words(agenda), what
        await _moves_along(group)
        await group.says(CLERK, "påmindelser samlet", PERSONAL)
        await minutes_left(group)
        assert told(group, CLERK, "Referatet fra mødet den") == []
        await group.at("2027-02-25T07:30")
        await group.hears(CLERK, "Samlet kl. 7.30", "Referatet fra mødet den 24. februar 2027 skal gøres tilgængeligt")
        for paper in ("dagsordenen", "referatet"):
            await group.says(CLERK, f"link til {paper}: {LINK}/{paper}", PERSONAL)
        assert told(group, CLERK, "skal gøres tilgængelig") == []
        assert await logged(group) == [("publication.linked", CLERK)] * 2


async def _moves_along(group: Stage) -> None:
    """The request says the day of the meeting as it is by now, and is settled while it is cancelled."""
    form = await group.says(CLERK, "flyt møde 23/2 til 24/2", PERSONAL)
    await group.clicks(CLERK, form, "Flyt mødet")
    asked = await group.hears(CLERK, "Dagsordenen til mødet den 24. februar 2027 skal gøres tilgængelig")
    form = await group.says(CLERK, "aflys møde 24/2", PERSONAL)
    await group.clicks(CLERK, form, "Aflys mødet")
    assert told(group, CLERK, "skal gøres tilgængelig") == []
    assert "skal gøres" not in words(await group.says(CLERK, "offentliggørelse", PERSONAL))
    refused = words(await group.says(CLERK, f"link til dagsordenen: {LINK}", PERSONAL))
    assert "sendt" in refused or "aflyst" in refused
    await group.says(CLERK, "hold mødet alligevel", PERSONAL)
    await group.hears(CLERK, "Dagsordenen til mødet den 24. februar 2027 skal gøres tilgængelig")
    assert len(told(group, CLERK, "skal gøres tilgængelig")) == 1
    assert asked.id == told(group, CLERK, "skal gøres tilgængelig")[0].id
    await group.at("2027-02-24T20:00")


@pytest.mark.both_databases
async def test_of_two_who_publish_or_link_at_once_one_wins_and_the_other_is_told(opened: Opened) -> None:
    async with opened(political()) as nord:
        await held(nord)
        forms = [
            await nord.says(CLERK, "offentliggør referatet", PERSONAL),
            await nord.says(OTHER, "offentliggør referatet"),
        ]
        both = await _at_once(nord, forms, "Offentliggør", {}, {})
        assert sorted(is_refused(each.card) for each in both) == [False, True]
        assert ["Det er allerede gjort: Sekretariat" in said(each) for each in both if is_refused(each.card)] == [True]
        assert [(each.number, each.edition) for each in await let_out(nord)] == [(1, 1)]
        forms = [await nord.says(CLERK, "indsæt link til referatet", PERSONAL), await nord.says(OTHER, "indsæt link")]
        both = await _at_once(nord, forms, "Indsæt link", {FIELD: f"{LINK}/a"}, {FIELD: f"{LINK}/b"})
        assert sorted(is_refused(each.card) for each in both) == [False, True]
        (second,) = [place for place, each in enumerate(both) if is_refused(each.card)]
        assert "har imens registreret et andet link" in said(both[second])
        assert f'"value": "{LINK}/{"ab"[second]}"' in said(both[second])
        kept = await nord.clicks((CLERK, OTHER)[second], forms[second], "Indsæt link")
        assert "Det gælder i stedet for det, som Sekretariat" in said(kept)
        shown = words(await nord.says(POLITICIAN, "offentliggørelse"))
        assert f"{LINK}/{'ab'[second]}" in shown
        assert f"{LINK}/{'ba'[second]}" not in shown
        assert [what for what, _ in await logged(nord)] == ["publication.released", *["publication.linked"] * 2]


async def _at_once(
    nord: Stage, forms: list[Message], title: str, one: dict[str, Value], other: dict[str, Value]
) -> tuple[Answer, Answer]:
    return await asyncio.gather(
        nord.teams.visitor.clicks(nord.account(CLERK), forms[0], title, one),
        nord.teams.visitor.clicks(nord.account(OTHER), forms[1], title, other),
    )


async def test_minutes_are_seen_from_their_moment_until_they_are_taken_back_and_then_anew(opened: Opened) -> None:
    async with opened(political()) as nord:
        await held(nord)
        held_back = words(await nord.says(CLERK, "offentliggør referatet den 20/3 kl. 9", PERSONAL))
        assert "Det bliver offentliggjort den 20. marts 2027 kl. 9.00." in held_back
        assert (
            "offentlige sider fra den 20. marts 2027 kl. 9.00, offentliggjort af Sekretariat, kommunal side."
            in words(await nord.says(POLITICIAN, "offentliggørelse"))
        )
        await nord.at("2027-03-20T08:59")
        assert await _page(nord) == 404
        assert "har allerede sat referatet til at blive offentliggjort" in words(
            await nord.says(OTHER, "offentliggør referatet nu")
        )
        await nord.at("2027-03-20T09:00")
        assert await _page(nord) == 200
        form = await nord.says(CLERK, "tag offentliggørelsen tilbage", PERSONAL)
        for reason in ("", "   "):
            assert is_refused((await nord.clicks(CLERK, form, "Tag tilbage", {REASON: reason})).card)
        refused = await nord.clicks(POLITICIAN, form, "Tag tilbage", {REASON: "En fejl."})
        assert is_refused(refused.card)
        assert await _page(nord) == 200
        done = said(await nord.clicks(CLERK, form, "Tag tilbage", {REASON: "Et navn stod forkert."}))
        assert "Det er taget tilbage." in done
        assert await _page(nord) in (404, 410)
        assert "Et navn stod forkert." in words(await nord.says(POLITICIAN, "offentliggørelse"))
        await nord.hears(CLERK, ASKED)
        assert "Det er offentliggjort" in words(await nord.says(OTHER, "offentliggør referatet nu"))
        assert await _page(nord) == 200
        assert [each.taken_back_words for each in await let_out(nord)] == ["Et navn stod forkert.", ""]


async def _page(nord: Stage) -> int:
    """How the public finds the minutes."""
    address = f"http://127.0.0.1:{nord.service.port}/offentlig/{POLITICAL}/2027-1/referat"
    async with ClientSession() as session, session.get(address) as answer:
        return answer.status


async def test_an_address_that_leads_nowhere_is_told_once_and_settled_when_it_answers_again(
    opened: Opened, tmp_path: Path
) -> None:
    gone: set[str] = set()
    async with opened(political()) as nord, looking(tmp_path, gone=gone) as (looker, asked):
        await held(nord)
        await nord.says(CLERK, "link til referatet: https://www.eksempel.dk/referat", PERSONAL)
        assert await check_links(nord.service.database, nord.clock, looker.look) == 1
        assert asked == ["HEAD www.eksempel.dk/referat"]
        dead = "Linket til referatet fra mødet den 16. marts 2027 svarer ikke. Indsæt det rigtige."
        gone.add("/referat")
        for moment in ("2027-03-18T08:00", "2027-03-19T08:00", "2027-03-20T08:00"):
            await nord.at(moment)
            await check_links(nord.service.database, nord.clock, looker.look)
            await nord.settle()
            assert len(told(nord, CLERK, dead)) == 1, moment
        await nord.sees("Mødet den 16. marts 2027", "Linket svarer ikke: https://www.eksempel.dk/referat")
        gone.clear()
        await nord.at("2027-03-22T08:00")
        await check_links(nord.service.database, nord.clock, looker.look)
        await nord.hears(CLERK, SETTLED, "https://www.eksempel.dk/referat")
        assert told(nord, CLERK, dead) == []
        assert [what for what, _ in await logged(nord)][1:] == ["publication.link_dead", "publication.link_alive"]
