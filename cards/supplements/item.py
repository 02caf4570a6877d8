"""One item of an agenda that was sent: its time and attachments to correct, and the button that lets it lapse."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.rules import LONGEST_LINKS
from bot.domain.supplements.actions import CorrectItem, OpenSupplement, TakeUpItem, WithdrawItem
from bot.domain.supplements.rules import LONGEST_REASON
from cards.agenda.cards import is_hidden
from cards.agenda.later import became
from cards.kit.elements import Card, Json, button, card, done, heading, text, text_input
from cards.kit.fitting import shorten
from cards.kit.words import medium_date, say

_A_HEADING = 100
_SHORT = 60


def sent_item(
    agenda: Agenda,
    meeting: Meeting,
    item: AgendaItem,
    position: int,
    *,
    above: Sequence[str] = (),
    typed: CorrectItem | WithdrawItem | None = None,
) -> Card:
    """The item with what can still be done about it, filled in as it was typed."""
    title = say("agenda.item.title", punkt=position, titel=shorten(item.content.title, _A_HEADING))
    here = {"forum": agenda.forum, "meeting": agenda.meeting}
    return card(
        done(*above),
        heading(title),
        text(say("supplement.item.sent", moede_dato=medium_date(meeting.day)), subtle=True),
        *(text(each, bold=True) for each in became(item)),
        *(() if item.gone else _fields(item, typed)),
        actions=[
            *_buttons(agenda, item, position),
            button(say("agenda.supplement.title"), OpenSupplement(**here), checks_inputs=False),
        ],
        speak=" ".join([*above, title]),
    )


def _fields(item: AgendaItem, typed: CorrectItem | WithdrawItem | None) -> Iterable[Json]:
    content, given = item.content, typed if isinstance(typed, CorrectItem) else CorrectItem(position=1)
    minutes = str(int(content.duration.total_seconds()) // 60)
    yield text_input("duration", say("proposal.field.minutes_needed"), value=given.duration or minutes, most=_SHORT)
    if not is_hidden(content):
        links = "\n".join(content.links) if given.links is None else given.links
        drawn = text_input("links", say("agenda.field.links"), value=links, multiline=True)
        yield drawn | {"maxLength": LONGEST_LINKS * 2}
        words = "" if typed is None else typed.reason
        yield text_input("reason", say("supplement.field.reason"), value=words, multiline=True) | {
            "maxLength": LONGEST_REASON * 2
        }


def _buttons(agenda: Agenda, item: AgendaItem, position: int) -> Iterable[Json]:
    here = {"forum": agenda.forum, "meeting": agenda.meeting}
    if item.gone is not None:
        yield button(say("supplement.btn.restore"), TakeUpItem(**here, position=position), style="positive")
        return
    at: dict[str, Any] = {**here, "revision": agenda.revision}
    shown = ("duration",) if is_hidden(item.content) else ("duration", "links")
    yield button(say("supplement.btn.correct"), CorrectItem(**at, position=position, shown=shown), style="positive")
    if item.standing is None:
        yield button(say("supplement.item.btn.withdraw"), WithdrawItem(**at, position=position), style="destructive")
