"""The elements every card is written with: each returns plain Adaptive Card 1.5 JSON, and `None` children vanish."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal
from urllib.parse import quote

from bot.domain.kernel.action import Action
from cards.kit.buttons import pack
from cards.kit.names import told_apart
from cards.kit.rows import in_rows
from cards.kit.unlinked import unlinked

Json = dict[str, Any]
Style = Literal["default", "positive", "destructive"]
Fate = Literal["gone", "new", "found"]
Tone = Literal["default", "emphasis", "good", "attention", "warning", "accent"]

OUTCOME = "outcome"
"""The id of the block that says what was just done; a card has one at most."""

_JOINER = "\u200d"  # holds an emoji of several parts together
_HARD_SPACE = "\u00a0"  # four plain ones at the start of a line would make it code


@dataclass(frozen=True, slots=True)
class Card:
    """A finished card: `content` is the Adaptive Card, `summary` what a notification shows."""

    content: Json
    summary: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody whom the card calls by name; Teams notifies the account with that object id."""

    name: str
    object_id: str

    @property
    def tag(self) -> str:
        """What stands in the text where the name should be."""
        return f"<at>{escape(self.name)}</at>"


def card(
    *body: Json | None,
    actions: Iterable[Json | None] = (),
    speak: str,
    summary: str | None = None,
    mentions: Iterable[Mention] = (),
) -> Card:
    """A whole card; `speak` also stands where cards cannot, and is the notification unless `summary` is given."""
    parts, bar = present(body), present(actions)
    rows = in_rows(bar)
    content: Json = {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "speak": speak,
        "fallbackText": speak,
        "body": [*told_apart(parts, bar), *(rows if len(rows) > 1 else ())],
        "msteams": {"width": "Full", "entities": [_entity(mention) for mention in mentions]},
    }
    if len(rows) == 1:
        content["actions"] = bar
    return Card(content, summary or speak)


def present(children: Iterable[Json | None]) -> list[Json]:
    """The children that are there."""
    return [child for child in children if child is not None]


def heading(words: str, *, level: Literal[1, 2] = 1) -> Json:
    """A heading; `words` may come from people."""
    return _block(escape(words)) | {"size": "Large" if level == 1 else "Medium", "weight": "Bolder", "style": "heading"}


def text(words: str, *, subtle: bool = False, bold: bool = False, close: bool = False) -> Json:
    """A paragraph of plain words, shown exactly as they stand; `words` may come from people."""
    return rich(escape(words), subtle=subtle, bold=bold, close=close)


def rich(markdown: str, *, subtle: bool = False, bold: bool = False, close: bool = False) -> Json:
    """A paragraph whose Markdown is ours, `close` to what it belongs under; words from people must be escaped."""
    block = _block(markdown)
    if subtle:
        block["isSubtle"] = True
    if bold:
        block["weight"] = "Bolder"
    if close:
        block["spacing"] = "None"
    return block


def called(mention: Mention | None, words: str) -> Json:
    """A paragraph of plain words to somebody, who is called by name where others read along."""
    return text(words) if mention is None else rich(f"{mention.tag}: {escape(words)}")


def runs(*inlines: Json) -> Json:
    """A paragraph of runs, each with a look of its own."""
    return {"type": "RichTextBlock", "spacing": "Small", "inlines": list(inlines)}


def run(words: str, fate: Fate | None = None) -> Json:
    """Plain words, which may come from people: struck through where they went, bold and underlined where they came.

    Bold alone are words that were looked for.
    """
    return {"type": "TextRun", "text": unlinked(_clean(words)).replace("\n", " ")} | _FATES[fate]


_FATES: Mapping[Fate | None, Json] = {
    None: {},
    "gone": {"strikethrough": True, "color": "Attention"},
    "new": {"underline": True, "weight": "Bolder"},
    "found": {"weight": "Bolder"},
}


def facts(pairs: Mapping[str, str | None]) -> Json | None:
    """Names and values; a value that is None is left out."""
    shown = [{"title": escape(name), "value": escape(value)} for name, value in pairs.items() if value is not None]
    return {"type": "FactSet", "facts": shown} if shown else None


def box(*children: Json | None, tone: Tone = "emphasis") -> Json:
    """Children that belong together, set apart."""
    return {"type": "Container", "style": tone, "spacing": "Medium", "items": present(children)}


def done(*sentences: str, tone: Tone = "good") -> Json | None:
    """What was just done, or in another tone what was done instead, to stand above everything else."""
    lines = [text(each, bold=number == 0) for number, each in enumerate(sentences)]
    return box(*lines, tone=tone) | {"id": OUTCOME} if lines else None


def error(ident: str, words: str, *instead: Json) -> Json:
    """A polite no; `ident` is "error", followed by a dash and an input's id where it is about that.

    `instead` are buttons for what can be done instead.
    """
    return box(text(words, bold=True), buttons(*instead) if instead else None, tone="attention") | {"id": ident}


def folded_box(ident: str, title: str, *children: Json | None, is_open: bool) -> list[Json]:
    """A button that shows children, or hides them again, and they themselves; what is typed into them counts anyhow."""
    toggle = {"type": "Action.ToggleVisibility", "title": title, "targetElements": [ident]}
    inner = group(*children) | {"id": ident}
    return [buttons(toggle), inner if is_open else inner | {"isVisible": False}]


def group(*children: Json | None, divided: bool = False) -> Json:
    """Children that belong together."""
    return {"type": "Container", "spacing": "Medium", "separator": divided, "items": present(children)}


def row(*cells: tuple[Json, str]) -> Json:
    """Elements side by side, each with its width (`auto`, `stretch` or a weight)."""
    columns = [{"type": "Column", "width": width, "items": [element]} for element, width in cells]
    return {"type": "ColumnSet", "columns": columns}


def buttons(*children: Json | None) -> Json:
    """Buttons inside the body, which fit beside each other."""
    return {"type": "ActionSet", "actions": present(children)}


def button_rows(*children: Json | None) -> list[Json]:
    """Buttons inside the body, in as many rows as they need on a phone."""
    return in_rows(present(children))


def button(title: str, action: Action, *, style: Style = "default", checks_inputs: bool = True) -> Json:
    """A button that asks for an action; without `checks_inputs` it works while required inputs are still empty."""
    data = pack(action)
    execute: Json = {
        "type": "Action.Execute",
        "title": title,
        "verb": data["verb"],
        "data": data,
        "style": style,
        "fallback": {"type": "Action.Submit", "title": title, "data": data},
    }
    if not checks_inputs:
        execute["associatedInputs"] = "none"
        execute["fallback"]["associatedInputs"] = "none"
    return execute


def link(title: str, url: str) -> Json:
    """A button that opens a web address; the address must have been checked."""
    return {"type": "Action.OpenUrl", "title": title, "url": url}


def text_input(
    name: str,
    label: str,
    *,
    value: str = "",
    placeholder: str = "",
    most: int | None = None,
    multiline: bool = False,
    required: str | None = None,
) -> Json:
    """A text field; `required` is the message shown when it is left empty, `most` the characters that it holds."""
    field: Json = {"type": "Input.Text", "id": name, "label": label, "isMultiline": multiline}
    if most is not None:
        field["maxLength"] = most
    return field | _filled(value=value[:most], placeholder=placeholder) | _required(required)


def choice_input(
    name: str,
    label: str,
    choices: Mapping[str, str],
    *,
    value: str = "",
    multiple: bool = False,
    required: str | None = None,
) -> Json:
    """One of several (or several of many): `choices` maps values to what is shown."""
    options = [{"title": unlinked(shown), "value": each} for each, shown in choices.items()]
    field: Json = {"type": "Input.ChoiceSet", "id": name, "label": label, "choices": options, "isMultiSelect": multiple}
    field["wrap"] = True
    chosen = value if multiple or value in choices else ""
    return field | {"style": "expanded" if multiple else "compact"} | _filled(value=chosen) | _required(required)


def toggle_input(name: str, label: str, title: str, *, value: bool = False) -> Json:
    """A yes or no."""
    shown = {"title": title, "wrap": True, "value": "true" if value else "false"}
    return {"type": "Input.Toggle", "id": name, "label": label} | shown


def mail(address: str) -> str:
    """An e-mail address from a forum file as Markdown that shows where it leads."""
    return f"[{_marked_as_text(_clean(address))}](mailto:{quote(address, safe='@')})"


def escape(words: str) -> str:
    """Text from people, safe inside Markdown: it reads as typed, does nothing, and has no control or direction mark."""
    return _remembered(words) if len(words) <= _A_SENTENCE else _escaped(words)


_A_SENTENCE = 400  # characters; longer texts would take more memory than they save time


@lru_cache(maxsize=5_000)  # a card is drawn again with every change, mostly of the same texts
def _remembered(words: str) -> str:
    return _escaped(words)


def _escaped(words: str) -> str:
    inline = _marked_as_text(unlinked(_clean(words)))
    lines = re.sub(r"(?m)^( *)([#+-]+)(?=\s|$)", r"\1\\\2", inline)
    lines = re.sub(r"(?m)^( *\d+)([.)])(?=\s|$)", r"\1\\\2", lines)
    unindented = re.sub(r"(?m)^ +", lambda spaces: _HARD_SPACE * len(spaces[0]), lines)
    return unindented.replace("\n", "\n\n")


def _marked_as_text(words: str) -> str:
    words = words.replace("\\", "\\\\")
    if "&" in words:
        words = re.sub(r"&(?=#?\w+;)", r"\\&", words)  # before the rest, since what names a sign may hold a "_"
    for sign in "`*_[]<>~":  # each is soon looked for, where few texts have any
        words = words.replace(sign, f"\\{sign}")
    return words


def _clean(words: str) -> str:
    """Without control and direction marks."""
    if words.replace("\n", "").isprintable():
        return words
    return "".join(sign for sign in words if sign in ("\n", _JOINER) or sign.isprintable())


def _block(markdown: str) -> Json:
    return {"type": "TextBlock", "text": markdown, "wrap": True}


def _entity(mention: Mention) -> Json:
    return {"type": "mention", "text": mention.tag, "mentioned": {"id": mention.object_id, "name": mention.name}}


def _filled(**values: str) -> Json:
    return {name: value for name, value in values.items() if value}


def _required(message: str | None) -> Json:
    return {} if message is None else {"isRequired": True, "errorMessage": message}
