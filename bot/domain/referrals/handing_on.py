"""A case that was sent on, as another forum waits for its answer, or as another forum is the one that answers."""

from dataclasses import replace
from datetime import datetime

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.handed import person_in
from bot.domain.kernel.settings import secretariat
from bot.domain.kernel.stations import Sender, Stage, Station
from bot.domain.referrals.state import Referral, Status


def taken_over(
    heir: Forum, forum: Forum, old: Referral, now: datetime, *, number: int, proposal: int | None
) -> Referral:
    """The heir's: it waits as the other did, and its way goes by the forum that handed it on."""
    details, day = old.details, now.date()
    went = Station(body=forum.name, stage=Stage.SENT_ON, on=day, to=heir.name)
    return replace(
        old,
        forum=heir.id,
        year=now.year,
        number=number,
        revision=1,
        proposal=proposal,
        meeting=None,
        item=None,
        details=replace(
            details,
            sent_by=person_in(heir, forum, details.sent_by, day) or secretariat(heir, day)[0],
            before=(*details.before, went),
            way=(*details.way, heir.id),
        ),
    )


def handed_on(heir: Forum, forum: Forum, old: Referral, now: datetime) -> Referral:
    """What is left: it waits no more, and says who does."""
    went = Station(body=forum.name, stage=Stage.SENT_ON, on=now.date(), to=heir.name)
    return replace(old, status=Status.HANDED_ON, details=replace(old.details, back=(*old.details.back, went)))


def sent_by(heir: Forum, sender: Sender, new: Referral) -> Sender:
    """Who is told of what becomes of it from now on."""
    return replace(sender, forum=heir.id, name=heir.name, year=new.year, number=new.number, way=(*sender.way, heir.id))


def redirected(heir: Forum, referral: Referral, received: int) -> Referral:
    """The sender's, which the heir answers from now on as its proposal of that id."""
    return replace(
        referral, receiver=heir.id, received=received, details=replace(referral.details, body_name=heir.name)
    )
