"""One card of every kind: those of the demo's story, its forms, and the answers to what one can ask for."""

import json
from typing import Any

from bot.local.board import Board
from bot.local.demo.stage import Stage
from bot.local.demo.story import play
from bot.local.directory import PERSONAL, Json
from tests.harness.cases import ASKS

_ASKED = (*ASKS, "dagsordn tak")
MARKUP = "1. *stjerner* [link](https://example.org) <b>fed</b> & 10.000 kr. evil.dk"
_SECRETARY, _PROPOSER = "sekretariat-kommuner", "koordinator-hjoerring"


async def every_kind(stage: Stage) -> list[Json]:
    """Cards that differ in more than their words, in the order in which they first came."""
    found: dict[str, Json] = {}

    def look() -> None:
        for card in _all_of(stage.teams.board, stage):
            found.setdefault(json.dumps(_shape(card)), card)

    await play(stage)
    look()
    await _ask(stage)
    look()
    await _propose(stage)
    look()
    await _decide(stage)
    look()
    return list(found.values())


async def _ask(stage: Stage) -> None:
    for person in (_PROPOSER, _SECRETARY, "formand-kommunal"):
        for question in _ASKED:
            await stage.says(person, question)


async def _propose(stage: Stage) -> None:
    form = await stage.says(_PROPOSER, "foreslå")
    typed = {"Overskrift": MARKUP, "Resumé": f"{MARKUP}\n{MARKUP}", "Forslag til indstilling": MARKUP}
    await stage.clicks(_PROPOSER, form, "Send forslag", typed | {"Beløb i kr.": "mange"})
    refused = await stage.says(_PROPOSER, "foreslå", PERSONAL)
    await stage.clicks(_PROPOSER, refused, "Send forslag", typed)
    posted = await stage.sees("Nyt forslag", "stjerner")
    for person in (_SECRETARY, "formand-laesoe", _PROPOSER):
        await stage.clicks(person, posted, "Behandl forslag")


async def _decide(stage: Stage) -> None:
    posted = await stage.sees("Nyt forslag", "stjerner")
    await stage.clicks(_SECRETARY, posted, "Optag på dagsordenen")
    draft = await stage.says(_SECRETARY, "dagsorden", PERSONAL)
    await stage.clicks(_SECRETARY, draft, "Redigér dagsordenen")
    opened = await stage.says(_SECRETARY, "ret dagsorden", PERSONAL)
    await stage.clicks(_SECRETARY, opened, "Redigér punkt 3")
    for part in ("Sagsfremstilling", "Tid, plads og bilag", "Flyt op"):
        await stage.clicks(_SECRETARY, opened, part)
    added = await stage.says(_SECRETARY, "nyt punkt", PERSONAL)
    await stage.clicks(_SECRETARY, added, "Tilføj punkt", {"Overskrift": MARKUP})
    await stage.says(_SECRETARY, "send dagsorden til godkendelse")
    request = await stage.sees("Godkendelse af dagsorden", "0 af 2")
    await stage.clicks("formand-kommunal", request, "Se hele dagsordenen")
    clearance = await stage.sees("Afklaring i egen organisation", "Mangler", "Det, du skriver")
    await stage.clicks(_PROPOSER, clearance, "Afklaret")
    await stage.clicks("koordinator-region", clearance, "Ikke afklaret", {"Bemærkninger": MARKUP})
    await stage.clicks("formand-regional", request, "Send retur", {"Bemærkninger": "Økonomien mangler."})


def _all_of(board: Board, stage: Stage) -> list[Json]:
    views = (board.view(each, person) for each in board.messages() for person in stage.teams.directory.people)
    return [each.card for each in board.messages() if each.card] + [view.card for view in views if view]


def _shape(part: Any) -> Any:
    """What a card is made of: its elements, labels and buttons, without the words that vary."""
    if isinstance(part, list):
        shapes = [_shape(each) for each in part]
        return [each for number, each in enumerate(shapes) if number == 0 or each != shapes[number - 1]]
    if not isinstance(part, dict):
        return None
    named = part.get("title", "").rstrip("0123456789 ") if str(part.get("type")).startswith("Action.") else None
    inner = [_shape(part[key]) for key in ("body", "items", "columns", "actions", "card") if key in part]
    return [part.get("type"), part.get("style"), part.get("label"), named, *inner]
