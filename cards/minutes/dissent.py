"""A dissenting opinion: the form in which somebody asks for it, and that it was kept."""

from collections.abc import Sequence

from bot.domain.minutes.actions import OpenDissent, RecordDissent, TakeBackDissent
from cards.kit.elements import (
    Card,
    Json,
    button,
    card,
    choice_input,
    done,
    heading,
    present,
    text,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import medium_date, say
from cards.minutes.body import Shown
from cards.minutes.typed import KEPT, typed_field

_LONGEST_TITLE = 80  # characters


def form(shown: Shown, position: int | None, *, offered: Sequence[int], words: str, is_recorded: bool) -> Card:
    """The person's own words on one item; what stands in the minutes already can be changed or taken back."""
    return fitted(lambda kept: _form(shown, position, offered, words, is_recorded, kept), KEPT)


def done_with(shown: Shown, position: int, words: str) -> Card:
    """What was just done, and the way back to it."""
    again = OpenDissent(forum=shown.forum, meeting=shown.meeting.id, position=position)
    return card(done(words), actions=[button(say("minutes.btn.dissent"), again)], speak=words, summary=words)


def _form(shown: Shown, position: int | None, offered: Sequence[int], words: str, is_recorded: bool, kept: int) -> Card:
    forum, meeting = shown.forum, shown.meeting.id
    send = RecordDissent(forum=forum, meeting=meeting, position=position)
    return card(
        heading(say("minutes.dissent.title")),
        text(say("minutes.of_meeting", moede_dato=medium_date(shown.meeting.day)), subtle=True),
        *_which(shown, position, offered),
        text(say("minutes.dissent.explained"), subtle=True),
        *typed_field(say("minutes.field.dissent"), words, kept),
        actions=present(
            [
                button(say("minutes.btn.dissent"), send, style="positive"),
                button(
                    say("minutes.btn.dissent.back"), TakeBackDissent(forum=forum, meeting=meeting, position=position)
                )
                if is_recorded and position is not None
                else None,
            ]
        ),
        speak=say("minutes.dissent.speak", moede_dato=medium_date(shown.meeting.day)),
    )


def _which(shown: Shown, position: int | None, offered: Sequence[int]) -> list[Json]:
    titles = {each.position: f"{each.position}. {shorten(each.title, _LONGEST_TITLE)}" for each in shown.items}
    if position is not None:
        return [text(titles.get(position, str(position)), bold=True)]
    return [choice_input("position", say("minutes.field.position"), {str(each): titles[each] for each in offered})]
