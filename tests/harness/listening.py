"""Everything that anybody can ask is asked by everybody in both places, and what stands there then is heard."""

import json
from typing import Any

from bot.domain.kernel.action import Command
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from cards.kit.buttons import pack
from tests.harness import attacks, own_page
from tests.harness.cases import ASKS, CASES, SAMPLES
from tests.harness.cases.case import EVERYBODY
from tests.harness.forging import press, quiet, said
from tests.harness.own_page import address_on, browsing
from tests.harness.planted import Ear, Person

OUTPUTS = 60  # at each of the eight moments
SENTENCES = (
    *(*ASKS, "behandl 1", "forslag 1", "vis version 1", "punkt 2", "rediger punkt 2"),
    *("dagsorden 16/3", "ret forslag 1", "beslutninger ravne", "beslutninger sølv", "beslutninger", "sagens vej 1"),
    *("opgaver", "eksternt møde 1", "videresendte", "mine forslag"),
    *("versioner", "vis version 2", "tillægsdagsorden", "punkt 5", "hvor langt er mødet", "afvigende mening til 2"),
    *("rettelser", "rettelse 1", "rettelse 2", "mine rettelser", "foreslå rettelse til punkt 2", "referat"),
    *("bilag", "bilag 1", "bilag 4", "bilag til punkt 3", "hent bilag 1", "hent dagsorden som pdf", "hent punkt 2"),
    *("journalisering", "journalisering af punkt 2", "hvad mangler at blive journaliseret", "hent referat"),
    *("offentliggørelse", "offentliggør referatet", "offentliggør dagsordenen", "kalender", "dokumenter"),
    *("påmindelser", "samlet besked", "hvem kan du ikke nå", "ryk", "beslutninger kobber"),
)
LOOKING = ("Open", "Show", "EditAgenda")

Ask = tuple[Person, str, dict[str, Any] | str]
"""Who asks where, by a click or a sentence."""


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
        card = (await nord.clicks(person, await nord.says(person, "min side"), own_page.OPEN)).card
        async with browsing(nord) as browser:
            first = await browser.enters(address_on(card))
            ear.hear(person, PERSONAL, first.words, "min side")
            for button in buttons(first.card):
                data = button.action.get("data", {})
                if str(data.get("verb")).startswith(LOOKING):
                    shown = await browser.presses(first, str(button.action["title"]))
                    ear.hear(person, PERSONAL, shown.words, button.action["title"])
