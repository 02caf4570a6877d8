"""The steps that every story is built of, whoever plays them."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from cards.html.walk import parts


async def propose(stage: Stage, person: str, name: str, *, quietly: bool = False) -> None:
    """Somebody proposes one of the demo's cases by the form, in the channel, where everybody sees it arrive."""
    typed = proposals()[name]
    form = await stage.says(person, "foreslå", quietly=quietly)
    await stage.clicks(person, form, "Send forslag", typed, quietly=quietly)
    await stage.sees("Nyt forslag til dagsordenen", typed["Overskrift"], quietly=quietly)


async def take_up(stage: Stage, person: str, number: int) -> str:
    """A proposal is put on the draft by its number; the number of the item that it becomes."""
    told = words(await stage.says(person, f"optag {number}"))
    return told.partition("som punkt ")[2].partition(" ")[0]


async def tick(stage: Stage, person: str, minutes: Message, absent: Sequence[str], ended: str) -> None:
    """Everybody but these was there."""
    form = await stage.clicks(person, minutes, "Hvem var til stede?", quietly=True)
    names = [str(each["title"]) for _, part in parts(form.card or {}) for each in part.get("choices", ())]
    there = [name for name in names if name not in absent]
    await stage.clicks(person, minutes, "Gem fremmøde", {"Til stede": there, "Mødet sluttede": ended})


async def resolve(stage: Stage, person: str, resolutions: Mapping[str, str]) -> None:
    """What was decided on each item, by its number, typed in the channel."""
    for item, resolution in resolutions.items():
        await stage.says(person, f"beslutning {item}: {resolution}")


async def send_minutes(stage: Stage, person: str) -> None:
    """The minutes are looked at once more, and leave."""
    minutes = await stage.says(person, "referat", quietly=True)
    await stage.clicks(person, minutes, "Skriv referat")
    await stage.clicks(person, minutes, "Se referatet før udsendelse")
    await stage.clicks(person, minutes, "Send referat", quietly=True)
    await stage.sees("Referat", "Sendt den")


@cache
def proposals() -> dict[str, dict[str, Any]]:
    """The cases that are proposed in the stories, by name: what is typed into the form's fields."""
    found: dict[str, dict[str, Any]] = json.loads((resources.files(__package__) / "proposals.json").read_text("utf-8"))
    return found
