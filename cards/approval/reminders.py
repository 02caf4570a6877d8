"""Reminders of a draft that is due and of answers that are missing, and a word in their place after."""

from bot.domain.agenda.state import Agenda
from bot.domain.approval.actions import ShowApprovals
from bot.domain.approval.rules import answers
from bot.domain.approval.rules import missing as missing_from
from bot.domain.approval.state import Standpoint
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.needed import instead_of
from cards.agenda.cards import circulate_button, open_button, zone
from cards.approval.buttons import nudge_button
from cards.approval.cards import answer_fields, offered_buttons, send_unapproved_button, title_of, whole
from cards.approval.standing import Request, asked_name, progress, until_words
from cards.kit.elements import Card, Mention, button, called, card, heading, text
from cards.kit.words import count, deadline_words, listing, medium_date, medium_date_time, say, several

_NEWLY_ASKED = {Mode.APPROVE: "asked.approve", Mode.CONSULT: "asked.consult"}


def missing(
    asked: Request, *, reader: str, mention: Mention | None, is_new: bool = False, is_late: bool = False
) -> Card:
    """The reminder to one approver, `is_late` after the deadline, or with `is_new` the first they hear of it.

    They can answer on it.

    Where another's answer would do as well, it says whose.
    """
    others = instead_of(asked.approval.rule, reader, missing_from(asked.approval))
    instead = [asked.names[person] for person in others]
    late = "reminder.approval.late" if is_late else "reminder.approval"
    key = _NEWLY_ASKED[asked.approval.mode] if is_new else late
    told = say(key, moede_dato=medium_date(asked.meeting.day), frist=_deadline(asked))
    return card(
        heading(title_of(asked.approval)),
        called(mention, told),
        text(say("reminder.approval.instead", liste=listing(instead))) if instead else None,
        *answer_fields(asked),
        actions=[*offered_buttons(asked), whole(asked.approval)],
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
        text(several("draft_due.items", sum(item.is_own for item in agenda.items))),
        actions=[circulate_button(agenda), open_button(agenda)],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def overdue(asked: Request, *, mention: Mention | None = None) -> Card:
    """The word to one of the secretariat; with their choice where the forum allows it."""
    lacking = [asked_name(asked, person) for person in missing_from(asked.approval)]
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
            whole(asked.approval),
            nudge_button(asked.approval) if asked.may_nudge else None,
            send_unapproved_button(asked.approval) if asked.may_send_unapproved else None,
        ],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def account_changed(forum: str, meeting: Meeting, name: str, *, mention: Mention | None) -> Card:
    """The word to the secretariat that somebody who is asked answers from another account by now."""
    told = say("approval.account.changed", navn=name, moede_dato=medium_date(meeting.day))
    return card(
        heading(say("approval.account.title")),
        called(mention, told),
        text(say("approval.account.ask", navn=name)),
        actions=[button(say("cmd.btn.approvals"), ShowApprovals(forum=forum))],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def settled(asked: Request, *, reader: str | None) -> Card:
    """What has become of the matter that somebody was reminded of: a word, and the way to the agenda."""
    told = _became(asked, reader)
    return card(heading(title_of(asked.approval)), text(told), actions=[whole(asked.approval)], speak=told)


def _became(asked: Request, reader: str | None) -> str:
    """The latest that the reader need know; `reader` None is the channel."""
    facts = {"moede_dato": medium_date(asked.meeting.day), "version": asked.approval.version}
    given = asked.own if reader is None else answers(asked.approval).get(reader, asked.own)
    if asked.sent_at is not None:
        return say("approval.settled.sent", **facts)
    if asked.approval.standpoint is Standpoint.SUPERSEDED:
        return say("approval.settled.superseded", **facts)
    if asked.approval.standpoint is Standpoint.WITHDRAWN:
        return say("approval.settled.withdrawn", **facts)
    if asked.approval.standpoint is Standpoint.RETURNED:
        return say("approval.settled.returned", **facts)
    if given is not None and reader in (None, given.giver):
        return say("approval.settled.answered", **facts, tidspunkt=medium_date_time(given.at, zone(asked.meeting)))
    if (other := asked.approval.stand_ins.get(reader or "")) is not None:
        return say("approval.settled.stood_in", **facts, navn=asked.names[other])
    return say("approval.settled.over", **facts, svar=progress(asked.approval))


def _deadline(asked: Request) -> str:
    deadline = asked.approval.deadline or asked.meeting.starts
    return until_words(deadline, zone(asked.meeting))
