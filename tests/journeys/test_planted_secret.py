"""A planted closed item: whatever anybody presses or writes, its words come out for those alone who may see them."""

import json
from dataclasses import dataclass, field
from typing import Any

from bot.domain.kernel.action import Command
from bot.domain.minutes.actions import RecordResolution, SendMinutes
from bot.domain.minutes.state import Outcome
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL, Account
from bot.local.filling import Value
from cards.html.walk import buttons
from cards.kit.buttons import pack
from tests.harness import attacks
from tests.harness.cases import ASKS, CASES, SAMPLES
from tests.harness.cases.case import EVERYBODY, POLITICIAN, of_meeting
from tests.harness.forging import STRANGER, press, quiet, said
from tests.harness.own_page import OPEN, URL, address_on, browsing
from tests.harness.steps import CHAIRS, SECRETARIAT, accept, approve, circulate, propose
from tests.journeys.conftest import OpenStage

OUTPUTS = 60  # at each of the four moments
ITEM, RESOLUTION = "Ravnegrå", "Sølvblik"
PLANTED: dict[str, Value] = {
    "Overskrift": f"{ITEM} overskrift",
    "Resumé": f"{ITEM} resumé",
    "Forslag til indstilling": f"{ITEM} indstilling",
    "Punktet bør være lukket": True,
}
READERS = {SECRETARIAT, *CHAIRS, POLITICIAN}
"""In private: the secretariat, who leads the meeting, the approvers, and the one who proposed it."""
SENTENCES = (
    *(*ASKS, "behandl 1", "forslag 1", "vis version 1", "punkt 2", "rediger punkt 2"),
    *("dagsorden 16/3", "ret forslag 1"),
)
LOOKING = ("Open", "Show", "EditAgenda")

Person = str | Account
Ask = tuple[Person, str, dict[str, Any] | str]
"""Who asks where, by a click or a sentence."""


@dataclass
class Ear:
    """What was seen of the secret, by whom, where it may be seen; anything else fails at once."""

    seen: set[tuple[str, str]] = field(default_factory=set)

    def hear(self, person: Person, where: str, words: str, asked: object) -> None:
        for mark in (mark for mark in (ITEM, RESOLUTION) if mark in words):
            assert where == PERSONAL, (person, mark, asked, words)
            assert person in READERS, (person, mark, asked, words)
            self.seen.add((str(person), mark))


def every_ask() -> list[Ask]:
    """Every sentence and every action in both places by everybody, but for commands by those who may give them."""
    doers = {kind: {who for case in CASES if type(case.action) is kind for who in case.allowed} for kind in SAMPLES}
    found: list[Ask] = []
    for person in EVERYBODY:
        given = [kind for kind in SAMPLES if not issubclass(kind, Command) or person not in doers[kind]]
        for where in (CHANNEL.id, PERSONAL):
            found += [(person, where, pack(SAMPLES[kind])) for kind in given]
            if isinstance(person, str):
                found += [(person, where, each) for each in SENTENCES]
    return found


async def ask(nord: Stage, ear: Ear, asked: Ask) -> None:
    person, where, what = asked
    if isinstance(what, str):
        assert isinstance(person, str)
        if where == PERSONAL and not nord.teams.directory.can_chat(nord.account(person)):
            return
        words = json.dumps((await nord.says(person, what, where)).activity, ensure_ascii=False)
    else:
        words = said((await press(nord, person, what, where)).card)
    ear.hear(person, where, words, what)


async def listen(nord: Stage, ear: Ear, moment: str) -> None:
    """Some of all that can be asked, all of it with a larger `--attacks`; and whatever stands anywhere."""
    every = every_ask()
    attacks.chance(f"secret {moment}").shuffle(every)
    for each in every[: OUTPUTS * attacks.times]:
        await ask(nord, ear, each)
    await quiet(nord)
    chats = {nord.teams.directory.personal(nord.account(each)): each for each in EVERYBODY if isinstance(each, str)}
    for message in nord.teams.board.messages():
        if message.author is None and message.conversation in (CHANNEL.id, *chats):
            reader = chats.get(message.conversation, "i kanalen")
            where = PERSONAL if message.conversation in chats else CHANNEL.id
            ear.hear(reader, where, json.dumps(message.activity, ensure_ascii=False), message.id)


async def pages(nord: Stage, ear: Ear) -> None:
    """What everybody's own page shows, and whatever can be looked at from there."""
    for person in (each for each in EVERYBODY if isinstance(each, str)):
        card = (await nord.clicks(person, await nord.says(person, "min side"), OPEN)).card
        async with browsing(nord) as browser:
            first = await browser.enters(address_on(card))
            ear.hear(person, PERSONAL, first.words, "min side")
            for button in buttons(first.card):
                data = button.action.get("data", {})
                if str(data.get("verb")).startswith(LOOKING):
                    shown = await browser.presses(first, str(button.action["title"]))
                    ear.hear(person, PERSONAL, shown.words, button.action["title"])


async def test_a_planted_secret_comes_out_for_those_alone_who_may_see_it(open_stage: OpenStage) -> None:
    ear = Ear()
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord:
        await propose(nord, POLITICIAN, PLANTED)
        await listen(nord, ear, "proposed")
        await accept(nord, 1)
        await nord.at("2027-03-02T09:00")
        request = await circulate(nord)
        await listen(nord, ear, "circulated")
        await approve(nord, request)
        await nord.at("2027-03-09T08:00")
        await listen(nord, ear, "sent")
        await nord.at("2027-03-17T09:00")
        written = of_meeting(RecordResolution, position=2, outcome=Outcome.APPROVED, words=f"{RESOLUTION} beslutning")
        await press(nord, SECRETARIAT, pack(written), PERSONAL)
        await press(nord, SECRETARIAT, pack(of_meeting(SendMinutes)), PERSONAL)
        await listen(nord, ear, "minutes")
        await pages(nord, ear)
    assert (POLITICIAN, RESOLUTION) in ear.seen
    assert {(person, ITEM) for person in READERS} <= ear.seen
    assert str(STRANGER) not in {person for person, _ in ear.seen}
