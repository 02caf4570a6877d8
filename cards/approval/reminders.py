"""Reminders of a draft that is due and of answers that are missing: to whoever owes them, and to the secretariat."""

from bot.domain.agenda.state import Agenda
from bot.domain.approval.rules import missing as missing_from
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from cards.agenda.cards import circulate_button, open_button, zone
from cards.approval.cards import answer_buttons, answer_fields, send_unapproved_button, title_of, until_words, whole
from cards.approval.standing import Request
from cards.kit.elements import Card, Mention, called, card, heading, text
from cards.kit.words import count, deadline_words, listing, medium_date, say, several


def missing(asked: Request, *, mention: Mention | None) -> Card:
    """The reminder to one approver, who can answer on it."""
    told = say("reminder.approval", moede_dato=medium_date(asked.meeting.day), frist=_deadline(asked))
    return card(
        heading(title_of(asked.approval)),
        called(mention, told),
        *answer_fields(asked),
        actions=[*answer_buttons(asked), whole(asked)],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def draft_due(meeting: Meeting, due: Deadline, agenda: Agenda, mode: Mode, *, mention: Mention | None) -> Card:
    """The reminder to the secretariat, who can send the draft as it stands or see to it first."""
    is_asked = mode is Mode.CONSULT
    moede_dato, frist = medium_date(meeting.day), deadline_words(due)
    told = say("draft_due.consult" if is_asked else "draft_due.approve", moede_dato=moede_dato, frist=frist)
    return card(
        heading(say("draft_due.consult.title" if is_asked else "draft_due.approve.title")),
        called(mention, told),
        text(several("draft_due.items", sum(item.standing is None for item in agenda.items))),
        actions=[circulate_button(agenda), open_button(agenda)],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def overdue(asked: Request, *, mention: Mention | None = None) -> Card:
    """The word to one of the secretariat; with their choice where the forum allows it."""
    lacking = [asked.names[person] for person in missing_from(asked.approval)]
    told = say(
        "overdue.approval",
        moede_dato=medium_date(asked.meeting.day),
        liste=listing(lacking),
        frist=_deadline(asked),
    )
    return card(
        heading(title_of(asked.approval)),
        called(mention, told),
        text(say("approval.outcome.expired", antal=count(len(lacking), "godkender", "godkendere"))),
        actions=[
            whole(asked),
            send_unapproved_button(asked.approval) if asked.may_send_unapproved else None,
        ],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def _deadline(asked: Request) -> str:
    deadline = asked.approval.deadline or asked.meeting.starts
    return until_words(deadline, zone(asked.meeting))
