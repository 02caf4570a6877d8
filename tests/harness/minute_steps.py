"""Steps that journeys about minutes begin with."""

import json

from bot.local.board import Message
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.visitor import Answer
from tests.harness.passing_time import chose, reapplied
from tests.harness.steps import CHAIRS, SECRETARIAT, agenda_sent

TITLE = "Referat fra mødet den 16. marts 2027"
HIDDEN = "Hemmelig titel"
OLD = "Modellen afprøves i ni måneder."
"""What was resolved of the one item, as the minutes that are put forward say."""
BEFORE_SENDING = chose("minutes_approval", "next_meeting", "before_sending")
"""The change of the forum's file by which the chairs approve minutes before they are sent."""


def said(answer: Answer) -> str:
    """Everything on the card that a click was answered with."""
    return json.dumps(answer.card, ensure_ascii=False)


async def held(nord: Stage, *changes: tuple[str, str], is_closed: bool = False) -> None:
    """March's meeting was held an hour ago, with one item on the agenda that was sent."""
    if changes:
        await reapplied(nord, *changes)
    await agenda_sent(nord, {"Overskrift": HIDDEN, "Punktet bør være lukket": True} if is_closed else None)
    await nord.at("2027-03-15T08:00")
    await nord.sees("Påmindelse om møde")
    await nord.at("2027-03-16T20:00")


async def minutes_sent(nord: Stage) -> Message:
    """The minutes of March's meeting, sent; the card in the channel."""
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt. Modellen afprøves i ni måneder.")
    await nord.says(SECRETARIAT, "send referat")
    return await nord.sees(TITLE, "Sendt den")


async def put_forward(nord: Stage, *, is_closed: bool = False) -> Message:
    """March's minutes are with the chairs, and one of them has approved."""
    await held(nord, BEFORE_SENDING, is_closed=is_closed)
    await nord.says(SECRETARIAT, f"beslutning 2: Godkendt. {OLD}", PERSONAL)
    await nord.says(SECRETARIAT, "send referat")
    await nord.clicks(CHAIRS[0], await nord.sees("Referat til godkendelse", "0 af 2"), "Godkend referat")
    return await nord.sees("Referat til godkendelse", "1 af 2 har godkendt")
