"""Suggestions beside all else that minutes are: their approval, their sentence, additions, extracts and the search."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.kernel.action import Query
from bot.domain.kernel.conversation import Place
from bot.domain.minutes.actions import OpenResolution
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.rules import resolution_of
from bot.domain.proposals.state import Content, Proposal, ProposalStatus
from bot.usecases import topics
from bot.usecases.desk import WritingDesk
from bot.usecases.understanding.exactly import understand
from cards.kit.elements import Card
from storage import proposals, wordings
from storage.database import Database
from tests.cards.checks import check, texts
from tests.conftest import OpenDesk
from tests.harness.klynge_nord import local
from tests.usecases.minutes.setting import (
    CHAIR,
    DAY_AFTER,
    FORUM,
    ITEMS,
    MARCH,
    OTHER_CHAIR,
    SECRETARIAT,
    choose,
    outbox,
    send_agenda,
    stored,
)

LAESOE = "formand-laesoe"
SECRET, NEW = "Nordklinikken lukkes i hemmelighed.", "Nordklinikken fortsætter med forbehold."


@pytest.fixture(autouse=True)
async def agenda(database: Database) -> None:
    """The open item was proposed by a chair, the closed one by a politician."""
    open_item, closed = replace(ITEMS[1], proposal=1), replace(ITEMS[2], proposal=2)
    async with database.writing(FORUM) as conn:
        for number, (item, person) in enumerate(((open_item, OTHER_CHAIR), (closed, LAESOE)), start=1):
            await proposals.add(conn, _proposal(number, person, item.content), f"form{number}")
    await send_agenda(database, items=(ITEMS[0], open_item, closed, ITEMS[3]))


def _proposal(number: int, person: str, content: Content) -> Proposal:
    return Proposal(
        id=0,
        forum=FORUM,
        year=2027,
        number=number,
        revision=1,
        meeting=MARCH,
        proposer=person,
        on_behalf_of=None,
        by_right=False,
        content=content,
        status=ProposalStatus.ACCEPTED,
        received_at=local("2027-01-10T09:00"),
    )


async def says(desk: WritingDesk, words: str, person: str = SECRETARIAT) -> str:
    """What is answered to that sentence."""
    action: Any = understand(words)
    card = await (topics.query if isinstance(action, Query) else topics.command)(desk, person, action)
    check(card)
    return texts(card)


async def written(desk: WritingDesk) -> None:
    await says(desk, "beslutning 2: Godkendt. Modellen afprøves.")
    await says(desk, f"beslutning 3: Afvist. {SECRET}")
    await says(desk, "send referat")


async def told(desk: WritingDesk, kind: MinutesNotice, person: str | None = None) -> str:
    """That message as it would leave; of several the one about what was added."""
    every = [each for each in await outbox(desk, kind) if each.recipient == person]
    card = await topics.render(desk, max(every, key=lambda each: "addition" in each.subject))
    assert isinstance(card, Card), card
    check(card)
    return texts(card)


async def test_whoever_approves_is_told_beforehand_of_suggestions_that_wait(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await choose(database, "minutes_approval", "before_sending")
    sends = "Når den sidste har godkendt, bliver referatet sendt"
    async with open_desk_at(DAY_AFTER) as desk:
        await written(desk)
        assert sends not in await says(desk, "referat", CHAIR)
        await says(desk, "foreslå rettelse til punkt 2: Modellen afprøves i et år.", LAESOE)
        assert f"1 rettelse afventer. {sends}" in await says(desk, "referat", CHAIR)
        assert f"1 rettelse afventer. {sends}" in await told(desk, MinutesNotice.REQUEST)
        await says(desk, "indarbejd ikke rettelse 1: Nej.")
        assert sends not in await told(desk, MinutesNotice.REQUEST)


async def test_whoever_proposed_and_approves_last_gets_the_extract_as_well(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await choose(database, "minutes_approval", "before_sending")
    async with open_desk_at(DAY_AFTER) as desk:
        await written(desk)
        await says(desk, "godkend referat", CHAIR)
        assert await outbox(desk, MinutesNotice.EXTRACT) == []
        await says(desk, "godkend referat", OTHER_CHAIR)
        assert {each.recipient for each in await outbox(desk, MinutesNotice.EXTRACT)} == {OTHER_CHAIR, LAESOE}
        assert "Modellen afprøves." in await told(desk, MinutesNotice.EXTRACT, OTHER_CHAIR)


async def test_what_is_taken_replaces_the_sentence_and_positions_that_come_later_do_not_undo_it(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await choose(database, "minutes_approval", "before_sending")
    async with open_desk_at(DAY_AFTER) as desk:
        await written(desk)
        await says(desk, "punkt 2: Læsø imod")
        said = resolution_of(await stored(desk), ITEMS[1].id)
        assert said is not None
        assert "Læsø Kommune stemte imod." in said.sentence
        await says(desk, "foreslå rettelse til punkt 2: Klyngen afprøver modellen. Læsø var imod.", LAESOE)
        suggested = await wordings.by_number(desk.conn, FORUM, 1, 2027)
        assert suggested is not None
        assert suggested.details.seen == said.sentence
        await says(desk, "indarbejd rettelse 1")
        after = resolution_of(await stored(desk), ITEMS[1].id)
        assert after == replace(said, sentence="Klyngen afprøver modellen. Læsø var imod.", is_edited=True)
        form = await says(desk, "punkt 2: Hjørring forbehold")
        assert "Teksten er rettet i hånden" in form
        assert "Klyngen afprøver modellen. Læsø var imod." in await says(desk, "referat", CHAIR)


async def test_what_is_added_to_a_closed_item_is_as_closed_and_whoever_proposed_it_hears_of_it(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await written(desk)
        await says(desk, f"foreslå rettelse til punkt 3: {NEW}", CHAIR)
        await says(desk, "indarbejd rettelse 1")
        assert NEW in await told(desk, MinutesNotice.EXTRACT, LAESOE)
        item = OpenResolution(forum=FORUM, meeting=MARCH, position=3)
        assert f"Tilføjelse: Beslutningen skal lyde: {NEW}" in texts(await topics.query(desk, LAESOE, item))
        for person, is_found in ((SECRETARIAT, True), (LAESOE, True), (CHAIR, True), ("koordinator-hjoerring", False)):
            found = await says(desk, "beslutninger forbehold", person)
            assert ("Nordklinikken" in found) is is_found, person
            assert ("Lukket punkt" in found) is is_found, (person, found)
    async with open_desk_at(DAY_AFTER, Place.CHANNEL) as desk:
        for words in (
            await told(desk, MinutesNotice.ADDITION),
            await told(desk, MinutesNotice.MINUTES),
            await told(desk, MinutesNotice.EXTRACT, LAESOE),
            await says(desk, "beslutninger forbehold"),
            await says(desk, "referat"),
        ):
            assert "Nordklinikken" not in words
