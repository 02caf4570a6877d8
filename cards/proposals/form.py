"""The form that a proposal is written in; shown again, it holds all that was typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Term
from bot.domain.proposals.actions import Propose
from bot.domain.proposals.asked import Asked
from bot.domain.proposals.proposers import RightToPropose, role_terms
from bot.domain.proposals.rules import SELF
from cards.kit.elements import Card, Json, button, card, heading, text
from cards.kit.words import deadline_words, listing, long_date, medium_date, say
from cards.proposals import fields, more


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What the form lets the proposer choose: ids with names, and the coming meetings that take new items.

    `office` is who serves the forum, `deadline` the one for the first of them; `right` who may propose, and who settled
    that. Where it `is_public` a closed item needs no more than a title.
    """

    forum: str
    office: Term
    parties: Mapping[str, str]
    bases: Mapping[str, str]
    meetings: tuple[Meeting, ...]
    deadline: Deadline | None
    is_late: bool
    right: RightToPropose
    asked: Asked
    is_public: bool = False


def form(typed: Propose, offer: Offer) -> Card:
    """The form with what was typed; it is too large for Teams only where far more was typed than any field takes."""
    is_needed = not offer.is_public
    return card(
        heading(say("proposal.form.title")),
        text(_intro(offer)),
        text(say("proposal.form.intro.late", kontor=say(offer.office))) if offer.is_late else None,
        fields.title(typed),
        fields.summary(typed, is_needed=is_needed),
        fields.recommendation(typed, is_needed=is_needed),
        fields.case(typed),
        *_choices(typed, offer),
        *fields.money_and_time(typed),
        fields.links(typed),
        *more.folded(typed, offer.asked),
        fields.closed(typed, is_public=offer.is_public),
        text(say("proposal.proposers", hvem=right_words(offer.right)), subtle=True),
        text(say("privacy.notice"), subtle=True),
        actions=[button(say("proposal.btn.submit"), Propose(form=typed.form, forum=typed.forum), style="positive")],
        speak=f"{say('proposal.form.title')}. {_intro(offer)}",
    )


def right_words(right: RightToPropose) -> str:
    """Who may propose, and who settled that; that nobody did is told as such."""
    if right.choice is not None:
        roles = listing(say(each) for each in role_terms(right.roles))
        day = medium_date(right.choice.on)
        return say("proposal.proposers.choice", hvem=roles, valgt_af=right.choice.chosen_by, dato=day)
    return listing(right.circles) or say("common.not_regulated")


def _intro(offer: Offer) -> str:
    serving = say(offer.office)
    if not offer.meetings:
        return say("proposal.form.intro.no_meeting", forum=offer.forum, kontor=serving)
    if offer.deadline is None:
        return say("proposal.form.intro.no_deadline", forum=offer.forum, kontor=serving)
    return say(
        "proposal.form.intro",
        forum=offer.forum,
        kontor=serving,
        moede_dato=medium_date(offer.meetings[0].day),
        frist=deadline_words(offer.deadline),
    )


def _choices(typed: Propose, offer: Offer) -> tuple[Json | None, ...]:
    parties = {SELF: say("proposal.behalf.self"), **offer.parties}
    meetings = {meeting.id: long_date(meeting.day) for meeting in offer.meetings}
    return (
        fields.kind(typed),
        fields.basis(typed, offer.bases),
        fields.choice("on_behalf_of", say("proposal.field.on_behalf"), parties, typed.on_behalf_of),
        fields.choice("meeting", say("proposal.field.meeting"), meetings, typed.meeting),
    )
