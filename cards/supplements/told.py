"""What is told of a sent agenda: the supplement, each other change, and reminders of what is waited for."""

from collections.abc import Mapping, Sequence

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.agenda.changes import Change
from bot.domain.agenda.state import Agenda, AgendaItem, AgendaVersion, LaterKind
from bot.domain.documents.state import Attachment
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.witness import Witness
from bot.domain.supplements.actions import OpenSupplement
from cards.agenda.cards import marks, zone
from cards.agenda.changes import Extent, change_blocks
from cards.agenda.later import became, later_words
from cards.approval.standing import until_words
from cards.attachments.lines import lines_of
from cards.audit.code import code_line
from cards.kit.elements import Card, Json, Mention, button, button_rows, called, card, group, heading, text
from cards.kit.fitting import Room, fitting
from cards.kit.words import count, listing, medium_date, say
from cards.supplements.view import View, answer_buttons, item_blocks, sending_buttons, standing

_EXTENT = Extent(items=3, text=300, around=40)


def sent(
    agenda: Agenda,
    meeting: Meeting,
    late: Mapping[int, AgendaItem],
    *,
    without: Sequence[str],
    witness: Witness | None,
) -> Card:
    """The supplement as it was sent, by the numbers that its items have on the agenda, with its code."""
    title = say("agenda.supplement.title")
    counted = count(len(late), "punkt", "punkter")
    told = say("agenda.supplement.body", punkter=counted, moede_dato=medium_date(meeting.day))

    def draw(room: Room) -> Card:
        return card(
            heading(title),
            text(told),
            text(say("supplement.sent_without", mangler=listing(without))) if without else None,
            *(_late(place, item, room) for place, item in late.items()),
            *button_rows(_whole(agenda)),
            code_line(witness),
            speak=f"{title}. {told}",
            summary=told,
        )

    return fitting(draw)


def changed(
    agenda: Agenda,
    meeting: Meeting,
    version: AgendaVersion,
    item: AgendaItem,
    position: int,
    differences: Sequence[Change],
    bilag: Sequence[Attachment] = (),
) -> Card:
    """One change to what was sent, to everybody who got it; `item` as it may be seen here."""
    title = say("agenda.changed.title.sent")
    kind, reason = (None, "") if version.later is None else (version.later.kind, version.later.words)
    told = say(
        "agenda.changed", moede_dato=medium_date(meeting.day), aendring=later_words(version, _every(agenda, item))
    )
    words = reason if reason and not item.content.is_closed else ""
    return card(
        heading(title),
        text(told),
        *(change_blocks(differences, _EXTENT) if kind is LaterKind.CORRECTED else ()),
        *lines_of(bilag),
        text(say("supplement.because", begrundelse=words)) if words else None,
        text(say("supplement.taken_up_again")) if kind is LaterKind.WITHDRAWN and item.gone is None else None,
        text(say("supplement.is_version", version=version.number), subtle=True),
        actions=[_whole(agenda)],
        speak=told,
    )


def missing(view: View, *, mention: Mention | None) -> Card:
    """To one who owes an answer, on the last morning."""
    frist = "" if view.deadline is None else until_words(view.deadline, zone(view.meeting))
    return _reminder(view, say("supplement.reminder", moede_dato=medium_date(view.meeting.day), frist=frist), mention)


def overdue(view: View, *, mention: Mention | None) -> Card:
    """To one of the secretariat: the deadline has passed, and who is missing."""
    names = listing(view.waits_for)
    return _reminder(view, say("supplement.overdue", moede_dato=medium_date(view.meeting.day), liste=names), mention)


def answered(view: View, *, mention: Mention | None) -> Card:
    """To one of the secretariat: what was answered, and what it comes to."""
    return _reminder(view, say("supplement.news", moede_dato=medium_date(view.meeting.day)), mention)


def replaced(view: View) -> Card:
    """What a request becomes once the supplement says something else."""
    told = say("supplement.replaced", moede_dato=medium_date(view.meeting.day))
    return card(
        heading(say("agenda.supplement.title")),
        text(told),
        actions=[button(say("supplement.btn.open"), OpenSupplement(**view.here))],
        speak=told,
    )


def settled(view: View) -> Card:
    """What a request and every reminder of it become once the supplement is sent, which says itself what it adds."""
    told = say("supplement.settled", moede_dato=medium_date(view.meeting.day))
    return card(
        heading(say("agenda.supplement.title")),
        text(told),
        *standing(view, {}),
        actions=[button(say("agenda.btn.open"), ShowAgenda(**view.here))],
        speak=told,
    )


def _reminder(view: View, told: str, mention: Mention | None) -> Card:
    def draw(room: Room) -> Card:
        return card(
            heading(say("agenda.supplement.title")),
            called(mention, told),
            *item_blocks(view, room),
            *standing(view, {}),
            *button_rows(*answer_buttons(view), *sending_buttons(view)),
            speak=told,
            mentions=[] if mention is None else [mention],
        )

    return fitting(draw)


def _late(place: int, item: AgendaItem, room: Room) -> Json:
    return group(
        text(f"{place}. {room.cut(item.content.title)}", bold=True),
        text(" · ".join(marks(item)), subtle=True, close=True),
        text(room.cut(item.content.recommendation), close=True) if item.content.recommendation else None,
        *(text(room.cut(each), close=True) for each in became(item)),
    )


def _every(agenda: Agenda, shown: AgendaItem) -> list[AgendaItem]:
    return [shown if each.id == shown.id else each for each in agenda.current]


def _whole(agenda: Agenda) -> Json:
    return button(say("agenda.btn.open"), ShowAgenda(forum=agenda.forum, meeting=agenda.meeting))
