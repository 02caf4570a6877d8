"""What cannot be delivered to somebody alone is a mention in the channel; who is not reached there either is named."""

import asyncio

import pytest

from bot.checking import check
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.notices import AnyNotice
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.reach.notices import ReachNotice
from bot.local.board import words
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from bot.operations import show_outbox
from storage import audit
from storage.outbox import notices
from tests.harness.desks import desk_of
from tests.harness.elapsed import Elapsed
from tests.harness.forging import NORD
from tests.harness.passing_time import reapplied
from tests.harness.steps import (
    CHAIRS,
    COORDINATOR,
    POST,
    SECRETARIAT,
    VISITS,
    circulated,
    in_channel,
    in_chat,
    posts,
    propose,
    replies,
    teams_of,
    told,
)

NAMED = "Jeg kan ikke nå Klyngekoordinator (Hjørring). Send materialet til dem selv, og markér det som sendt."
SENT = "Markér som sendt"
SECRET = "Hemmelig sag"  # noqa: S105 - what the channel may not read
CLOSED = VISITS | {"Overskrift": SECRET, "Punktet bør være lukket": True}
SECOND = "formand-broenderslev"
COORDINATES = "{person: koordinator-hjoerring, organisation: hjoerring, roles: [coordinator, administrative_representative], level: administrative}"  # noqa: E501 - as it stands in the file
SERVES_TOO = (
    COORDINATES,
    f"{{person: {SECOND}, organisation: hjoerring, roles: [secretariat], side: municipalities}}\n  - {COORDINATES}",
)
LEAVES = (COORDINATES, COORDINATES.replace("administrative}", "administrative, until: 2027-01-11}"))


def shuts(nord: Stage, *places: str, status: int = 403) -> None:
    """From now on Teams refuses whatever goes into these places alone: a person's chat, or the channel."""
    shut = {each if each == CHANNEL.id else nord.teams.directory.personal(nord.account(each)) for each in places}
    shut |= {nord.account(each).object_id for each in places if each != CHANNEL.id}
    teams_of(nord).refused = dict.fromkeys(shut, status)


async def proposed(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå", PERSONAL)
    await nord.clicks(COORDINATOR, form, "Send forslag", CLOSED)
    await told(nord, SECRETARIAT, "Nyt forslag")


async def became(nord: Stage, state: NoticeState, reason: str = "", kind: AnyNotice = ProposalNotice.OUTCOME) -> Notice:
    """The notice of that kind (the word to the proposer), once it has come to that."""
    async with asyncio.timeout(30):
        while True:
            await nord.service.delivery.deliver_due()
            async with nord.service.database.reading() as conn:
                found = await notices.newest(conn, most=100, states=(state,))
            for each in found:
                if each.kind is kind and reason in each.reason:
                    return each
            await asyncio.sleep(0.02)


async def unreached(nord: Stage) -> Notice:
    await nord.says(SECRETARIAT, "optag 1", PERSONAL)
    return await became(nord, NoticeState.WAITING, "Modtageren kan ikke nås")


async def outbox(url: str) -> str:
    return "\n".join([line async for line in show_outbox(desk_of(url))])


async def marks(nord: Stage) -> list[audit.Entry]:
    async with nord.service.database.reading() as conn:
        every = [each async for each in audit.entries(conn, NORD)]
    return [each for each in every if each.what == "reach.sent_elsewhere"]


@pytest.mark.parametrize("status", [403, 404])
async def test_what_a_chat_does_not_take_calls_them_by_name_under_the_meetings_post_once(
    nord: Stage, elapsed: Elapsed, status: int
) -> None:
    await proposed(nord)
    shuts(nord, COORDINATOR, status=status)
    await nord.says(SECRETARIAT, "optag 1", PERSONAL)
    await became(nord, NoticeState.SENT)
    elapsed.passes(seconds=7200)  # nothing is tried once more
    await nord.settle()
    (post,) = posts(nord, POST)
    (found,) = [each for each in replies(nord, post) if "nyt om et af dine forslag" in words(each)]
    assert found.card is not None
    assert "Klyngekoordinator (Hjørring)" in str(found.card["msteams"]["entities"])
    assert SECRET not in "".join(words(each) for each in in_channel(nord))
    assert not [each for each in in_chat(nord, SECRETARIAT) if "Jeg kan ikke nå" in words(each)]


@pytest.mark.both_databases
async def test_who_is_reached_by_neither_is_named_and_marked_once_by_whoever_serves(
    nord: Stage, database_url: str
) -> None:
    await reapplied(nord, SERVES_TOO)
    await proposed(nord)
    shuts(nord, COORDINATOR, CHANNEL.id)
    await unreached(nord)
    word = await told(nord, SECRETARIAT, NAMED, "Svar til forslagsstiller")
    other = await told(nord, SECOND, NAMED)
    assert SECRET not in words(word)
    assert "venter: Modtageren kan ikke nås" in await outbox(database_url)
    assert NAMED in words(await nord.says(SECRETARIAT, "hvem kan du ikke nå", PERSONAL))
    for refused in ("markér som sendt", "hvem kan du ikke nå"):
        assert "ikke rettigheder" in words(await nord.says("formand-laesoe", refused, PERSONAL))
    assert await marks(nord) == []
    done, again = await asyncio.gather(
        nord.clicks(SECRETARIAT, word, SENT), nord.teams.visitor.clicks(nord.account(SECOND), other, SENT)
    )
    assert "Det er markeret som sendt." in str(done.card) + str(again.card)
    assert "Det var allerede markeret" in str(done.card) + str(again.card)
    (mark,) = await marks(nord)
    assert f"til {COORDINATOR}: sendt på anden vis af " in await outbox(database_url)
    assert mark.facts["people"] == [COORDINATOR]
    assert "intet at markere" in words(await nord.says(SECRETARIAT, "marker som sendt", PERSONAL))
    await told(nord, SECOND, "sendt på anden vis af")


async def test_a_retry_names_nobody_twice_and_who_becomes_reachable_gets_it_by_itself(
    nord: Stage, elapsed: Elapsed
) -> None:
    await proposed(nord)
    shuts(nord, COORDINATOR, CHANNEL.id)
    waiting = await unreached(nord)
    await told(nord, SECRETARIAT, NAMED)
    elapsed.passes(seconds=3700)
    await nord.settle()  # refused once more
    teams_of(nord).refused = dict.fromkeys(teams_of(nord).refused, 502)
    elapsed.passes(seconds=3700)
    await nord.settle()  # Teams has a bad day, which is another reason to wait
    named = [each for each in in_chat(nord, SECRETARIAT) if "Jeg kan ikke nå" in words(each)]
    assert len(named) == 1
    shuts(nord)
    elapsed.passes(seconds=3700)
    arrived = await became(nord, NoticeState.SENT)
    assert arrived.key == waiting.key
    await told(nord, COORDINATOR, "er optaget som punkt 2")
    await told(nord, SECRETARIAT, "Er nået siden: sendt den")
    assert "intet at markere" in words(await nord.says(SECRETARIAT, "markér som sendt", PERSONAL))


async def test_one_word_tells_of_a_whole_wave_typing_marks_all_of_it_and_who_has_left_needs_nothing(
    nord: Stage, elapsed: Elapsed
) -> None:
    for title in ("Hjemmebesøg", "Lægedækning"):
        await propose(nord, COORDINATOR if title == "Hjemmebesøg" else "formand-laesoe", {"Overskrift": title})
    shuts(nord, COORDINATOR, "formand-laesoe", CHANNEL.id)
    await nord.says(SECRETARIAT, "optag 1", PERSONAL)
    await nord.says(SECRETARIAT, "optag 2", PERSONAL)  # within the same minute of a clock that stands
    both = "Jeg kan ikke nå Klyngekoordinator (Hjørring) og Udvalgsformand (Læsø)."
    await told(nord, SECRETARIAT, both)
    assert len([each for each in in_chat(nord, SECRETARIAT) if "Jeg kan ikke nå" in words(each)]) == 1
    await reapplied(nord, LEAVES)
    await nord.at("2027-01-12T09:00")
    elapsed.passes(seconds=3700)
    await became(nord, NoticeState.SUPERSEDED, "ikke længere plads")
    await told(nord, SECRETARIAT, "Ikke længere nødvendig: Modtageren har ikke længere plads i forummet.")
    marked = await nord.says(SECRETARIAT, "markér materialet som sendt", PERSONAL)
    assert "sendt på anden vis af Sekretariat, kommunal side" in words(marked)
    (mark,) = await marks(nord)
    assert mark.facts["people"] == ["formand-laesoe"]


async def test_of_a_cancelled_meeting_nothing_is_left_to_send(nord: Stage, elapsed: Elapsed) -> None:
    await circulated(nord)
    shuts(nord, CHAIRS[0], CHANNEL.id)
    await nord.at("2027-03-04T08:00")
    await told(nord, SECRETARIAT, "Jeg kan ikke nå", "Formand (Hjørring): Påmindelse")
    shuts(nord)
    form = await nord.says(SECRETARIAT, "aflys møde: sygdom", PERSONAL)
    await nord.clicks(SECRETARIAT, form, "Aflys mødet")
    await told(nord, SECRETARIAT, "Ikke længere nødvendig")
    elapsed.passes(seconds=3700)
    await nord.settle()
    nobody = await nord.says(SECRETARIAT, "hvem kan du ikke nå", PERSONAL)
    assert "Der er ingen, jeg ikke kan nå." in words(nobody)
    assert "intet at markere" in words(await nord.says(SECRETARIAT, "markér som sendt", PERSONAL))


async def test_where_the_secretariat_is_not_reached_either_outbox_and_check_say_so(
    nord: Stage, database_url: str
) -> None:
    await proposed(nord)
    shuts(nord, COORDINATOR, SECRETARIAT, CHANNEL.id)
    await nord.teams.visitor.says(nord.account("sekretariat-region"), "optag 1", CHANNEL.id)
    await became(nord, NoticeState.WAITING, "Sekretariatet kan ikke nås her", ReachNotice.UNREACHED)
    assert "Sekretariatet kan ikke nås her" in await outbox(database_url)
    settings = desk_of(database_url)
    told_by_check = "\n".join([line async for line in check(settings)])
    assert "Politisk Klynge Nord: Sekretariatet kan ikke nås her" in told_by_check
    assert "Sekretariat, kommunal side" in told_by_check
