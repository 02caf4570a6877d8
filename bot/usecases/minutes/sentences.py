"""What the minutes say of each item, made from what is recorded until somebody edits it, and kept once they leave."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.agenda.state import AgendaItem, Standing
from bot.domain.minutes.state import Minutes, MinutesStatus, Resolution
from bot.domain.proposals.state import ItemKind
from bot.domain.referrals.state import Referral
from bot.domain.referrals.state import Status as ReferralStatus
from bot.usecases.desk import Desk
from cards.minutes.sentence import Matter, Parts, sentence

_STANDING = {Standing.APPROVE_AGENDA: Matter.AGENDA, Standing.APPROVE_MINUTES: Matter.MINUTES}


def made(desk: Desk, item: AgendaItem, resolution: Resolution, sent_on: Sequence[Referral]) -> str:
    """The sentence that its data make."""
    names = {each.id: each.name for each in desk.forum.organisations}
    sent = sent_to(sent_on, item)
    return sentence(
        Parts(
            forum_name=desk.forum.name,
            matter=_matter(item),
            outcome=resolution.outcome,
            words=resolution.words,
            positions=[(names.get(each.organisation, each.organisation), each.stance) for each in resolution.positions],
            put_off_to=None if resolution.put_off is None else _day(desk, resolution.put_off.meeting),
            sent_to="" if sent is None else sent.details.body_name,
        )
    )


def made_anew(desk: Desk, minutes: Minutes, items: Sequence[AgendaItem], sent_on: Sequence[Referral]) -> Minutes:
    """A draft with every sentence that nobody edited as its data make it now; what others have before them stays."""
    if minutes.status is not MinutesStatus.DRAFT:
        return minutes
    by_id = {item.id: item for item in items}
    anew = (
        each
        if each.is_edited or each.item not in by_id
        else replace(each, sentence=made(desk, by_id[each.item], each, sent_on))
        for each in minutes.resolutions
    )
    return replace(minutes, resolutions=tuple(anew))


def sent_to(sent_on: Sequence[Referral], item: AgendaItem) -> Referral | None:
    """Where the item was sent on and not taken back from, the latest."""
    gone = (each for each in sent_on if each.item == item.id and each.status is not ReferralStatus.TAKEN_BACK)
    return max(gone, key=lambda each: (each.year, each.number), default=None)


def _matter(item: AgendaItem) -> Matter:
    if item.standing is not None:
        return _STANDING.get(item.standing, Matter.ITEM)
    if item.content.kind is ItemKind.INFORMATION:
        return Matter.INFORMATION
    return Matter.RECOMMENDATION if item.content.recommendation else Matter.ITEM


def _day(desk: Desk, meeting: str) -> date | None:
    found = desk.forum.meeting(meeting)
    return None if found is None else found.day
