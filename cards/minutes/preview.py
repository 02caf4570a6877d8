"""The minutes as readers of the channel will see them, before they leave for good."""

from collections.abc import Sequence

from bot.domain.minutes.actions import OpenAttendance, SendMinutes, ShowMinutes
from cards.kit.elements import Card, Json, box, button, card, group, heading, present, text
from cards.kit.fitting import fitted
from cards.kit.words import listing, medium_date, say
from cards.minutes.body import LENGTHS, Shown, title, whole


def preview(shown: Shown, *, approvers: Sequence[str] | None, may_send: bool) -> Card:
    """What will be sent, and what is to be known first; `approvers` are asked before, None where nobody is."""
    return fitted(lambda most: _preview(shown, approvers, may_send, most), LENGTHS)


def _preview(shown: Shown, approvers: Sequence[str] | None, may_send: bool, most: int) -> Card:
    words = say("minutes.preview.speak", moede_dato=medium_date(shown.meeting.day))
    return card(
        heading(say("minutes.preview.title")),
        text(_whereto(approvers) if may_send else say("minutes.preview.waiting"), subtle=True),
        group(heading(title(shown.meeting)), *whole(shown, most), divided=True),
        _warnings(shown),
        actions=_ways_on(shown, may_send),
        speak=words,
    )


def _whereto(approvers: Sequence[str] | None) -> str:
    if approvers is None:
        return say("minutes.preview.channel")
    return say("minutes.preview.approvers", navne=listing(approvers))


def _lacking(shown: Shown) -> list[str]:
    return [str(minuted.position) for minuted in shown.items if minuted.is_needed and not minuted.is_recorded]


def _warnings(shown: Shown) -> Json | None:
    """What is to be known before sending, right above the button that does it."""
    lacking = _lacking(shown)
    lines = present(
        [
            None if shown.attended.is_noted else text(say("minutes.preview.not_noted"), bold=True),
            text(say("minutes.preview.lacking", punkter=listing(lacking)), bold=True) if lacking else None,
        ]
    )
    return box(*lines, tone="warning") if lines else None


def _ways_on(shown: Shown, may_send: bool) -> list[Json]:
    forum, meeting = shown.forum, shown.meeting.id
    send = SendMinutes(forum=forum, meeting=meeting, revision=shown.revision)
    return present(
        [
            button(say("minutes.btn.send"), send, style="positive") if may_send and not _lacking(shown) else None,
            None
            if shown.attended.is_noted
            else button(say("minutes.attendance.heading"), OpenAttendance(forum=forum, meeting=meeting)),
            button(say("minutes.btn.back"), ShowMinutes(forum=forum, meeting=meeting)),
        ]
    )
