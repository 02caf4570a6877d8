"""The joint text as something to copy: for whoever sends it, and for the representatives to bring along."""

from bot.domain.external.actions import EditJoint, OpenJointText, ShowJoint
from bot.domain.external.state import WHOLE
from cards.external.cards import open_button, send_button
from cards.external.view import ExternalView, ItemView, text_words
from cards.kit.elements import (
    Card,
    Json,
    Mention,
    button,
    called,
    card,
    choice_input,
    done,
    facts,
    group,
    heading,
    text,
    text_input,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import listing, say

LONGEST_TEXT = 4_000  # characters of what is written for an item
_LEVELS = (
    (None, 200, 40),
    (4_000, 200, 40),
    (1_500, 200, 40),
    (600, 200, 40),
    (200, 80, 40),
    (60, 60, 40),
    (20, 40, 20),
    (1, 20, 2),
)
"""Characters of an item's text and of its title, and how many items are shown."""


def joint(view: ExternalView, *, only: int = 0, outcome: str = "") -> Card:
    """The text, or one item's alone, with what the secretariat may do with it."""
    items = [each for each in view.items if only in (0, each.nth)]
    title = say("external.joint.title", ekstern=view.name)
    return fitted(lambda level: _joint(view, items, title, outcome, *level), _LEVELS)


def brief(view: ExternalView, lines: list[str], mention: Mention | None) -> Card:
    """What a representative brings along; `lines` tell what it is, by name where others read along."""
    title = say("external.brief.title", ekstern=view.name, dato=view.when)
    return fitted(lambda level: _brief(view, lines, title, mention, *level), _LEVELS)


def edit(view: ExternalView, item: ItemView | None, words: str) -> Card:
    """The form for the text of one item, or for what stands before all of them."""
    title = say("external.edit.intro") if item is None else _numbered(item, 200)
    save = EditJoint(
        forum=view.forum,
        number=view.number,
        year=view.year,
        revision=view.revision,
        item=WHOLE if item is None else item.id,
    )
    return card(
        heading(say("external.edit.title", ekstern=view.name)),
        text(title, bold=True),
        text_input("words", say("external.field.text"), value=words, multiline=True),
        text(say("external.edit.note"), subtle=True) if item is not None else None,
        actions=[button(say("external.btn.save"), save, style="positive"), _joint_button(view)],
        speak=f"{say('external.edit.title', ekstern=view.name)}. {title}",
    )


def _joint(
    view: ExternalView, items: list[ItemView], title: str, outcome: str, most: int | None, length: int, rows: int
) -> Card:
    may_edit = view.serves and not view.sent and not view.state
    return card(
        done(outcome) if outcome else None,
        heading(title),
        facts(view.facts),
        text(view.sent or say("external.joint.draft"), subtle=True),
        *_texts(view, items, most, length, rows),
        *(_editing(view, length) if may_edit else ()),
        actions=[*([send_button(view)] if may_edit else []), open_button(view)],
        speak=outcome or title,
    )


def _brief(
    view: ExternalView,
    lines: list[str],
    title: str,
    mention: Mention | None,
    most: int | None,
    length: int,
    rows: int,
) -> Card:
    first, *rest = lines
    return card(
        heading(title),
        called(mention, first),
        *(text(each) for each in rest),
        facts(view.facts),
        text(view.sent or say("external.joint.draft"), subtle=True),
        *_texts(view, list(view.items), most, length, rows),
        actions=[_joint_button(view)],
        speak=f"{title}. {first}",
        mentions=[] if mention is None else [mention],
    )


def _texts(view: ExternalView, items: list[ItemView], most: int | None, length: int, rows: int) -> list[Json]:
    hidden = len(items) - rows
    intro = [text(view.intro if most is None else shorten(view.intro, most))] if view.intro else []
    left_out = [text(say("external.items.more", antal=hidden), subtle=True)] if hidden > 0 else []
    shown = [_text(each, most, length) for each in items[:rows]]
    is_cut = most is not None and any(len(text_words(each)) > len(text_words(each, most)) for each in items)
    cut = [text(say("external.joint.cut", nr=view.number), subtle=True)] if is_cut else []
    return [*intro, *shown, *left_out, *cut]


def _text(item: ItemView, most: int | None, length: int) -> Json:
    return group(
        text(_numbered(item, length), bold=True),
        text(text_words(item, most), close=True),
        text(say("external.text.newer"), subtle=True) if item.has_newer else None,
    )


def _editing(view: ExternalView, length: int) -> list[Json]:
    choices = {str(WHOLE): say("external.edit.intro")} | {str(each.id): _numbered(each, length) for each in view.items}
    first = next((str(each.id) for each in view.items), str(WHOLE))
    opens = OpenJointText(forum=view.forum, number=view.number, year=view.year)
    return [
        choice_input("item", say("external.field.text.of"), choices, value=first),
        {"type": "ActionSet", "actions": [button(say("external.btn.edit"), opens)]},
    ]


def _joint_button(view: ExternalView) -> Json:
    return button(
        say("external.btn.joint"),
        ShowJoint(forum=view.forum, number=view.number, year=view.year),
        checks_inputs=False,
    )


def _numbered(item: ItemView, length: int) -> str:
    return say("external.item", nr=item.nth, titel=shorten(item.title, length))


def for_words(names: list[str]) -> str:
    """For whom a representative sits there."""
    return say("external.brief.for", liste=listing(names))
