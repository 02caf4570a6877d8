"""Files that came in a chat: the question what they belong to, that they are being fetched, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.attachments.actions import AttachFiles, FetchAttachment, ShowAttachment
from bot.domain.documents.state import Attachment
from bot.domain.kernel.refusal import Refusal
from cards.attachments.lines import line
from cards.kit.elements import (
    Card,
    Mention,
    button,
    called,
    card,
    choice_input,
    done,
    heading,
    text,
    toggle_input,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import medium_date, refusal_text, say

_LEVELS = ((120, 80), (80, 80), (60, 60), (40, 40), (30, 20))
"""Characters of what is chosen among, and how many choices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that a file may become a bilag of, or (`replaces`) a bilag that it may be a new version of."""

    value: str
    title: str
    position: int | None = None
    day: date | None = None
    number: int | None = None
    is_closed: bool = False
    replaces: bool = False


def question(names: Sequence[str], choices: Sequence[Choice], typed: AttachFiles) -> Card:
    """What the files are to belong to; `typed` is what was chosen so far."""
    return fitted(lambda level: _question(names, choices, typed, *level), _LEVELS)


def fetching(names: Sequence[str]) -> Card:
    """They are on their way."""
    told = say("attachment.fetching", fil=shorten(names[0], 100)) if len(names) == 1 else ""
    told = told or say("attachment.fetching.several", antal=len(names))
    return card(text(told, bold=True), text(say("attachment.fetching.then"), close=True), speak=told)


def stored(
    forum: str, shown: Attachment, attachment: int, belongs_to: str, *, is_new: bool, mention: Mention | None
) -> Card:
    """It is a bilag now, or was the same already."""
    key = (
        "attachment.done.same" if not is_new else "attachment.done.version" if shown.version > 1 else "attachment.done"
    )
    told = say(key, titel=shorten(belongs_to, 150))
    return card(
        done(told),
        called(mention, line(shown)),
        actions=[
            button(say("attachment.btn.open"), ShowAttachment(forum=forum, attachment=attachment)),
            button(say("attachment.btn.fetch"), FetchAttachment(forum=forum, attachment=attachment)),
        ],
        speak=f"{told} {line(shown)}",
        mentions=[] if mention is None else [mention],
    )


def hidden(mention: Mention | None) -> Card:
    """What became of it is not for others to read."""
    told = say("attachment.done.hidden")
    return card(called(mention, told), speak=told, mentions=[] if mention is None else [mention])


def not_stored(name: str, why: Refusal, *, mention: Mention | None) -> Card:
    """It is no bilag, and why."""
    title = say("attachment.not_stored", fil=shorten(name, 100))
    told = refusal_text(why)
    return card(
        heading(title),
        called(mention, told),
        speak=f"{title}. {told}",
        mentions=[] if mention is None else [mention],
    )


def _question(names: Sequence[str], choices: Sequence[Choice], typed: AttachFiles, most: int, shown: int) -> Card:
    title = say("attachment.question") if len(names) == 1 else say("attachment.question.several")
    offered = {each.value: _words(each, most) for each in choices[:shown]}
    listed = "\n".join(shorten(each, 100) for each in names)
    send = AttachFiles(forum=typed.forum, upload=typed.upload)
    return card(
        heading(title),
        text(listed, bold=True),
        choice_input(
            "target",
            say("attachment.field.target"),
            offered,
            value=typed.target or (choices[0].value if len(choices) == 1 else ""),
            required=say("error.attachment_where"),
        ),
        toggle_input(
            "is_closed", say("attachment.field.closed"), say("attachment.field.closed.title"), value=typed.is_closed
        ),
        text(say("attachment.closed_follows"), subtle=True),
        text(say("attachment.more_choices"), subtle=True) if len(choices) > shown else None,
        text(say("privacy.notice"), subtle=True),
        actions=[button(say("attachment.btn.attach"), send, style="positive")],
        speak=f"{title} {', '.join(names)[:300]}",
    )


def _words(each: Choice, most: int) -> str:
    title = shorten(each.title, most)
    if each.replaces:
        return say("attachment.choice.version", titel=title)
    if each.position is not None and each.day is not None:
        told = say("attachment.choice.item", punkt=each.position, titel=title, moede_dato=medium_date(each.day))
    else:
        told = say("attachment.choice.proposal", nr=each.number or "", titel=title)
    return say("attachment.choice.closed", valg=told) if each.is_closed else told
