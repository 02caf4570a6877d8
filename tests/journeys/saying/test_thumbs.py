"""A thumb on the message that offers something is a yes; on any other message it says nothing at all."""

from collections.abc import Sequence

import pytest

from bot.local.activities import message
from bot.local.board import Message
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage.talks import Kept
from tests.harness.forging import envelope
from tests.harness.offers import CHAIR, OTHER, SENTENCE, offer, offered, talk, verdicts
from tests.harness.steps import circulated

WITH_REMARKS = [(CHAIR, "approved_with_remarks", SENTENCE)]


async def react(
    nord: Stage, person: str, on: str, where: str = PERSONAL, *, signs: Sequence[str] = ("like",), ident: str = "r-1"
) -> list[Message]:
    """Somebody reacts to a message; what the bot says to that."""
    sent = {
        **message(envelope(nord, person, where, ident), "", mentions_bot=False),
        "type": "messageReaction",
        "reactionsAdded": [{"type": each} for each in signs],
        "replyToId": on,
    }
    status, body = await nord.teams.visitor.sends(sent)
    assert (status, body) == (200, None)
    await nord.settle()
    return [each for each in nord.teams.board.messages() if each.activity.get("replyToId") == ident]


@pytest.mark.both_databases
async def test_a_thumb_on_the_offer_is_a_yes_once(nord: Stage) -> None:
    card = await offered(nord)
    assert len(await react(nord, CHAIR, card.id)) == 1
    assert await verdicts(nord) == WITH_REMARKS
    assert await react(nord, CHAIR, card.id, ident="r-2") == []
    assert await verdicts(nord) == WITH_REMARKS


@pytest.mark.parametrize("signs", [("heart",), ("laugh", "sad"), ()])
async def test_any_other_sign_says_nothing(nord: Stage, signs: Sequence[str]) -> None:
    card = await offered(nord)
    assert await react(nord, CHAIR, card.id, signs=signs) == []
    assert await verdicts(nord) == []
    assert _is_open(await talk(nord))


async def test_a_thumb_on_another_message_says_nothing_and_leaves_the_offer(nord: Stage) -> None:
    older = await nord.says(CHAIR, "dagsorden", PERSONAL)
    await offered(nord)
    for each in (older.id, "9999", ""):
        assert await react(nord, CHAIR, each) == []
    assert await verdicts(nord) == []
    assert _is_open(await talk(nord))


async def test_a_thumb_by_somebody_else_in_the_channel_says_nothing(nord: Stage) -> None:
    await circulated(nord)
    card = await offer(nord, nord.channel.id)
    assert await react(nord, OTHER, card.id, nord.channel.id) == []
    assert await verdicts(nord) == []
    assert len(await react(nord, CHAIR, card.id, nord.channel.id, ident="r-2")) == 1
    assert await verdicts(nord) == WITH_REMARKS


async def test_a_thumb_after_an_hour_says_nothing(nord: Stage) -> None:
    card = await offered(nord)
    await nord.at("2027-03-02T10:01")
    assert await react(nord, CHAIR, card.id) == []
    assert await verdicts(nord) == []


async def test_an_offer_that_was_replaced_is_not_agreed_to_by_a_thumb(nord: Stage) -> None:
    card = await offered(nord)
    again = await offer(nord)
    assert await react(nord, CHAIR, card.id) == []
    assert await react(nord, CHAIR, again.id) != []


def _is_open(kept: Kept | None) -> bool:
    return kept is not None and len(kept.offered) == 2
