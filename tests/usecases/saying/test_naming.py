"""What is offered is named by titles, and never by one that whoever asks must not read there."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.agenda.actions import MoveItem
from bot.domain.kernel.action import Action
from bot.domain.kernel.conversation import Place
from bot.domain.minutes.actions import OpenResolution
from bot.domain.proposals.actions import Accept
from bot.domain.saying.actions import Lead, Offered
from bot.local.demo.stage import Stage
from bot.usecases import topics
from bot.usecases.desk import open_desk
from cards.html.walk import buttons, parts
from cards.kit.unlinked import as_typed
from tests.harness.forging import NORD
from tests.harness.klynge_nord import local
from tests.harness.stage import open_stage
from tests.harness.steps import SECRETARIAT, accept, propose

CLOSED = "Sagen om lægevagten"


@pytest.fixture
async def nord() -> AsyncIterator[Stage]:
    """No. 1 is on the draft, and so is a closed item of the secretariat's; no. 2 is closed and waits."""
    async with open_stage() as stage:
        await propose(stage)
        await accept(stage, 1)
        await stage.says(SECRETARIAT, f"tilføj punkt: {CLOSED}")
        await stage.says(SECRETARIAT, "punkt 3 lukket")
        await propose(stage, fields={"Overskrift": CLOSED, "Punktet bør være lukket": True})
        yield stage


async def told(stage: Stage, person: str, place: Place, *offers: Action) -> str:
    """All that the card of those offers says."""
    async with stage.service.database.reading() as conn:
        desk = await open_desk(conn, NORD, local("2027-01-11T09:00"), place)
        card = await topics.query(desk, person, Offered(lead=Lead.CLICK, offers=offers))
    shown = [str(part["text"]) for _, part in parts(card.content) if part.get("type") == "TextBlock"]
    return as_typed("\n".join([*shown, *(each.title for each in buttons(card.content)), card.content["speak"]]))


async def test_items_and_proposals_are_called_by_their_titles(nord: Stage) -> None:
    said = await told(nord, SECRETARIAT, Place.CHANNEL, MoveItem(position=2, to="3"), Accept(number=1))
    assert "Flyt punkt 2 til plads 3 (16. marts) »Fælles model for opfølgende hjemmebesøg«" in said
    assert "Optag på dagsordenen: forslag nr. 1 »Fælles model for opfølgende hjemmebesøg«" in said


@pytest.mark.parametrize("place", [Place.CHANNEL, Place.PERSONAL])
async def test_a_closed_item_is_called_by_its_title_to_those_who_may_read_it_in_their_own_chat_alone(
    nord: Stage, place: Place
) -> None:
    said = await told(nord, SECRETARIAT, place, MoveItem(position=3, to="2"), Accept(number=2))
    assert (CLOSED in said) is (place is Place.PERSONAL)
    assert ("»Lukket punkt«" in said) is (place is Place.CHANNEL)
    assert f"nr. 2 »{CLOSED}" not in said


async def test_what_looks_back_is_not_called_by_the_next_agendas_titles(nord: Stage) -> None:
    said = await told(nord, SECRETARIAT, Place.PERSONAL, OpenResolution(position=2))
    assert "hjemmebesøg" not in said
