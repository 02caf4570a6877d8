"""What every part of one drawing must know of the whole card."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cards.html.walk import INPUTS, Json, kind, listed, parts, unfolded
from cards.kit.unlinked import as_typed

ERROR_ABOUT = "error-"
"""Begins the id of a block that says what is wrong with the input whose id follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One card being drawn.

    `prefix` keeps ids apart on a page; `title` is the path of the first heading; `mentions` maps texts to names;
    `toggled` maps the ids of parts that a button shows or hides to their HTML ids, `errors` the ids of inputs to the
    HTML ids of what is said against them; the field whose path is `focused` is where the reader begins. Not `strict`
    where a required field can be out of sight: the browser would then refuse every button without showing why.
    `level` is the first heading's.
    """

    prefix: str
    title: str | None
    mentions: Mapping[str, str]
    toggled: Mapping[str, str]
    errors: Mapping[str, str]
    focused: str | None = None
    strict: bool = True
    level: int = 3

    def id(self, at: str) -> str:
        """The HTML id of the part at that path."""
        return f"{self.prefix}-{at.replace('.', '-')}"

    def lenient(self) -> "Drawing":
        """The same for a part that can be out of sight."""
        return replace(self, strict=False)


def drawing(card: Json, prefix: str, level: int, *, takes_focus: bool = False) -> Drawing:
    """What the parts of this card must know; where it `takes_focus`, its first field with an error has it."""
    parts_of = _everything(card)
    places = {str(part["id"]): path for path, part in parts_of if "id" in part}
    plain = Drawing(prefix=prefix, title=_title(card), mentions=_mentions(card), toggled={}, errors={}, level=level)
    toggled = {name: plain.id(places[name]) + "-part" for name in _targets(card) if name in places}
    said = {name.removeprefix(ERROR_ABOUT): name for name in places if name.startswith(ERROR_ABOUT)}
    errors = {name: plain.id(places[block]) for name, block in said.items()}
    wrong = (path for path, part in parts_of if kind(part) in INPUTS and part.get("id") in errors)
    return replace(plain, toggled=toggled, errors=errors, focused=next(wrong, None) if takes_focus else None)


def targets(action: Json) -> list[tuple[str, bool | None]]:
    """The parts an Action.ToggleVisibility governs, each with whether it is shown (None turns it over)."""
    found = listed(action, "targetElements")
    return [
        (str(each.get("elementId")), each.get("isVisible")) if isinstance(each, dict) else (str(each), None)
        for each in found
    ]


def _everything(card: Json, at: str = "") -> list[tuple[str, Json]]:
    found: list[tuple[str, Json]] = []
    for path, part in parts(card, at):
        found.append((path, part))
        if kind(part) == "Action.ShowCard":
            found += _everything(unfolded(part), f"{path}.card")
    return found


def _title(card: Json) -> str | None:
    return next((path for path, part in parts(card) if part.get("style") == "heading"), None)


def _mentions(card: Json) -> dict[str, str]:
    teams = card.get("msteams")
    entities = listed(teams, "entities") if isinstance(teams, dict) else []
    named = [each for each in entities if isinstance(each, dict) and isinstance(each.get("mentioned"), dict)]
    return {as_typed(str(each.get("text"))): str(each["mentioned"].get("name", "")) for each in named}


def _targets(card: Json) -> set[str]:
    toggles = (part for _, part in _everything(card) if kind(part) == "Action.ToggleVisibility")
    return {name for action in toggles for name, _ in targets(action)}
