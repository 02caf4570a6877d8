"""Reminders of answers that are missing: to the one who owes it, and to the channel when the deadline has passed."""

from bot.domain.approval.rules import missing as missing_from
from cards.agenda.cards import zone
from cards.approval.cards import answer_buttons, answer_fields, send_unapproved_button, title_of, until_words, whole
from cards.approval.standing import Request
from cards.kit.elements import Card, Mention, card, escape, heading, rich, text
from cards.kit.words import count, listing, medium_date, say


def missing(asked: Request, *, mention: Mention | None) -> Card:
    """The reminder to one approver, who can answer on it."""
    told = say("reminder.approval", moede_dato=medium_date(asked.meeting.day), frist=_deadline(asked))
    words = escape(told) if mention is None else f"{mention.tag}: {escape(told)}"
    return card(
        heading(title_of(asked.approval)),
        rich(words),
        *answer_fields(asked),
        actions=[*answer_buttons(asked), whole(asked)],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def overdue(asked: Request) -> Card:
    """The word to the channel; with the secretariat's choice where the forum allows it."""
    lacking = [asked.names[person] for person in missing_from(asked.approval)]
    told = say(
        "overdue.approval",
        moede_dato=medium_date(asked.meeting.day),
        liste=listing(lacking),
        frist=_deadline(asked),
    )
    return card(
        heading(title_of(asked.approval)),
        text(told),
        text(say("approval.outcome.expired", antal=count(len(lacking), "godkender", "godkendere"))),
        actions=[
            whole(asked),
            send_unapproved_button(asked.approval) if asked.may_send_unapproved else None,
        ],
        speak=told,
    )


def _deadline(asked: Request) -> str:
    deadline = asked.approval.deadline or asked.meeting.starts
    return until_words(deadline, zone(asked.meeting))
