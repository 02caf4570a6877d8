"""The form for one item's wording: it begins with the text as it stands, so that one changes just what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.kernel.meeting import Meeting
from bot.domain.wording.actions import BringUp, CommentOnItem, OpenSuggestion, SuggestWording
from cards.kit.elements import Card, Json, button, button_rows, card, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import medium_date, say
from cards.minutes.typed import KEPT, typed_field
from cards.wording.buttons import see_minutes

_LEVELS = ((2_000, KEPT[0]), (500, KEPT[0]), (100, KEPT[0]), (100, KEPT[1]), (100, KEPT[2]))
"""Characters of the text as it stands, and bytes of what was typed, which is the last to be shortened."""
_MOST_BUTTONS = 12
_TITLE = 80  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One item's form: `present` is what stands there, `seen` marks it, `typed` is what the field holds.

    `outcome` is what the item ended with, which no wording changes; `until` says how long one may suggest.
    """

    forum: str
    meeting: Meeting
    position: int
    title: str
    form: str
    seen: str
    present: str
    typed: str
    outcome: str = ""
    until: str = ""
    is_late: bool = False


def suggestion_form(shown: Form) -> Card:
    """Below the text as it stands the field with what it should be."""
    return fitted(lambda level: _form(shown, *level), _LEVELS)


def choose_item(forum: str, meeting: Meeting, items: Sequence[tuple[int, str]], typed: str = "") -> Card:
    """Which item it is about; `typed` goes along."""
    words = say("wording.choose")
    buttons = [
        button(
            say("minutes.btn.write", nr=position),
            OpenSuggestion(forum=forum, meeting=meeting.id, position=position, words=typed),
        )
        for position, _ in items[:_MOST_BUTTONS]
    ]
    return card(
        heading(say("minutes.suggest.btn")),
        text(say("minutes.of_meeting", moede_dato=medium_date(meeting.day)), subtle=True),
        text(words),
        *(text(f"{position}. {shorten(title, _TITLE)}", close=True) for position, title in items),
        *button_rows(*buttons),
        text(say("wording.choose.by_command"), subtle=True) if len(items) > _MOST_BUTTONS else None,
        actions=[see_minutes(forum, meeting, typed)],
        speak=f"{say('minutes.suggest.btn')}. {words}",
    )


def _form(shown: Form, most: int, kept: int) -> Card:
    title = say("wording.form.title", punkt=shown.position)
    present = shorten(shown.present, most) or say("wording.nothing")
    return card(
        heading(title),
        text(say("minutes.of_meeting", moede_dato=medium_date(shown.meeting.day)), subtle=True),
        text(shorten(shown.title, most), bold=True),
        text(say("wording.outcome", udfald=shown.outcome)) if shown.outcome else None,
        text(say("wording.present", ord=present)),
        text(shown.until, subtle=True) if shown.until else None,
        *typed_field(say("wording.field.words"), shown.typed, kept),
        text(say("wording.form.hint.late" if shown.is_late else "wording.form.hint"), subtle=True),
        actions=[*_ways(shown), see_minutes(shown.forum, shown.meeting)],
        speak=f"{title}. {say('wording.present', ord=present)}",
    )


def _ways(shown: Form) -> list[Json]:
    forum, meeting, position = shown.forum, shown.meeting.id, shown.position
    if shown.is_late:
        bring_up = BringUp(forum=forum, meeting=meeting, position=position)
        return [button(say("wording.btn.bring_up"), bring_up, style="positive")]
    suggest = SuggestWording(forum=forum, meeting=meeting, position=position, form=shown.form, seen=shown.seen)
    comment = CommentOnItem(forum=forum, meeting=meeting, position=position, form=shown.form)
    return [
        button(say("wording.btn.send"), suggest, style="positive"),
        button(say("wording.btn.comment"), comment),
    ]
