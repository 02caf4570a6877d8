"""A paper is asked for, let out, changed, proved and taken back at the desk of a forum that publishes its minutes."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.kernel.action import Query
from bot.domain.kernel.refusal import Refusal
from bot.domain.publication.notices import PublicationNotice
from bot.usecases import topics
from bot.usecases.desk import WritingDesk
from bot.usecases.understanding.exactly import understand
from cards.kit.elements import Card
from cards.kit.unlinked import as_typed
from storage import publication_proofs, releases
from storage.database import Database
from tests.cards.checks import check, texts
from tests.conftest import OpenDesk
from tests.usecases.minutes.setting import (
    CHAIR,
    CONFIDENTIAL,
    DAY_AFTER,
    FORUM,
    MARCH,
    SECRETARIAT,
    choose,
    outbox,
    send_agenda,
    send_all,
)

LINK = "https://www.sundhedsaftalen.dk/referat"


@pytest.fixture(autouse=True)
async def agenda(database: Database) -> None:
    await choose(database, "minutes_approval", None)
    await send_agenda(database)


async def says(desk: WritingDesk, words: str, person: str = SECRETARIAT) -> str:
    """What is answered to that sentence."""
    action: Any = understand(words)
    card = await (topics.query if isinstance(action, Query) else topics.command)(desk, person, action)
    check(card)
    return as_typed(texts(card))


async def told(desk: WritingDesk, kind: PublicationNotice) -> list[str]:
    """Those messages as they would leave."""
    cards = [await topics.render(desk, each) for each in await outbox(desk, kind)]
    for each in cards:
        assert isinstance(each, Card), each
        check(each)
    return [texts(each) for each in cards if isinstance(each, Card)]


async def test_sent_minutes_are_asked_for_and_proved_by_a_link(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await send_all(desk)
        asked = await told(desk, PublicationNotice.REQUEST)
        assert "skal gøres tilgængeligt på Sundhedsaftalens hjemmeside. Indsæt linket her" in asked[0]
        assert "Ikke fastsat i kommissoriet" in asked[0]
        assert "Mangler" in await says(desk, "offentliggørelse")
        with pytest.raises(Refusal, match="link_not_https"):
            await says(desk, f"link til referatet: {LINK.replace('https', 'http')}")
        with pytest.raises(Refusal, match="no_rights"):
            await says(desk, f"link til referatet: {LINK}", "formand-laesoe")
        proved = await says(desk, f"link til referatet: {LINK}")
        assert f"Offentliggjort den 17. marts 2027 af Sekretariat, kommunal side: {LINK}" in proved
        assert "Det er i orden." in (await told_again(desk, PublicationNotice.REQUEST))


async def told_again(desk: WritingDesk, kind: PublicationNotice) -> str:
    """The message as it stands after it was sent."""
    card = await topics.render(desk, replace((await outbox(desk, kind))[0], activity="1"))
    assert isinstance(card, Card)
    return texts(card)


async def test_minutes_are_let_out_open_once_and_an_addition_reopens_them(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        with pytest.raises(Refusal, match="publication_not_sent"):
            await says(desk, "offentliggør referatet")
        await send_all(desk)
        preview = await says(desk, "offentliggør referatet")
        assert "Udeladt: indholdet af 1 lukket punkt (punkt 3)." in preview
        assert CONFIDENTIAL not in preview
        assert "Det er offentliggjort" in await says(desk, "offentliggør referatet nu")
        with pytest.raises(Refusal, match="publication_already"):
            await says(desk, "offentliggør referatet nu")
        (first,) = await releases.of_meeting(desk.conn, FORUM, MARCH)
        record = (await releases.records(desk.conn, [(FORUM, first.number)]))[FORUM, first.number]
        assert b"Nordklinikken" not in record
        await says(desk, f"link til referatet: {LINK}")
        await says(desk, "tilføj til referat: Der var ti til stede.")
        for again in await told(desk, PublicationNotice.UPDATE):
            assert "Referatet er rettet efter offentliggørelsen. Opdatér Sundhedsaftalens hjemmeside." in again
        await says(desk, "offentliggør referatet nu")
        *_, second = await releases.of_meeting(desk.conn, FORUM, MARCH)
        assert (second.edition, second.words) == (2, "Referatet er rettet efter den tidligere udgave.")
        assert "med begrundelsen" in await says(desk, "tag offentliggørelse 2 tilbage")
        shown = await says(desk, "tag offentliggørelse 2 tilbage: Forkert fil")
        assert "er taget tilbage den 17. marts 2027" in shown
        assert all(each.taken_back_at for each in await releases.of_meeting(desk.conn, FORUM, MARCH))
        (proof,) = await publication_proofs.of_meeting(desk.conn, FORUM, MARCH)
        assert (proof.link, proof.extent) == (LINK, 0)


async def test_what_nobody_settled_is_asked_and_never_filled_in(database: Database, open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-03-10T10:00") as desk:
        assert "Om dagsordener offentliggøres: Ikke fastsat i kommissoriet." in await says(desk, "offentliggørelse")
        with pytest.raises(Refusal, match="publication_unsettled"):
            await says(desk, "offentliggør dagsordenen")
        assert await outbox(desk, PublicationNotice.REQUEST) == []
    await choose(database, "publication_agenda", True)
    async with open_desk_at("2027-03-10T10:00") as desk:
        assert "bliver offentliggjort den 20. marts 2027 kl. 9.00" in await says(
            desk, "offentliggør dagsordenen den 20/3 kl. 9"
        )
        with pytest.raises(Refusal, match="publication_a"):
            await says(desk, "offentliggør dagsordenen nu")


async def test_minutes_are_let_out_as_the_forum_approves_them(database: Database, open_desk_at: OpenDesk) -> None:
    await choose(database, "minutes_approval", "next_meeting")
    async with open_desk_at(DAY_AFTER) as desk:
        await send_all(desk)
        with pytest.raises(Refusal, match="publication_not_approved"):
            await says(desk, "offentliggør referatet")
        assert "Ikke godkendt endnu" in (await told(desk, PublicationNotice.REQUEST))[0]


async def test_who_may_let_something_out_is_the_forums_choice(database: Database, open_desk_at: OpenDesk) -> None:
    await choose(database, "publishers", "chairmanship")
    async with open_desk_at("2027-03-10T10:00") as desk:
        with pytest.raises(Refusal, match="publication_who"):
            await says(desk, "offentliggør dagsordenen")
        with pytest.raises(Refusal, match="publication_unsettled"):
            await says(desk, "offentliggør dagsordenen", CHAIR)
