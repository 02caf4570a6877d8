"""What is told of other bodies' meetings, drawn as they stand when it leaves."""

from datetime import date

from bot.domain.external.cadence import USUAL_DAYS, days_before
from bot.domain.external.notices import ExternalNotice
from bot.domain.external.reminders import silent_of
from bot.domain.external.speaking import representatives, represented
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.desk import Desk
from bot.usecases.external.loading import Known, known
from bot.usecases.external.reminding import called_for
from bot.usecases.external.views import view_of
from cards.external import cards, joint, told
from cards.external.view import ExternalView
from cards.kit.elements import Card
from cards.kit.words import listing, say
from storage import external as store


async def render(desk: Desk, notice: Notice, kind: ExternalNotice) -> Card | Stale:
    """The notice as it leaves."""
    if kind is ExternalNotice.DAYS:
        is_settled = days_before(desk.forum, desk.today).is_settled
        if is_settled:
            return Stale(say("stale.external_days"))
        return told.days_asked(desk.forum.id, USUAL_DAYS, desk.called(notice))
    subject = notice.subject
    stored = await store.by_number(desk.conn, desk.forum.id, int(str(subject["number"])), int(str(subject["year"])))
    if stored is None:
        return Stale(say("stale.external_gone"))
    this = await known(desk, stored)
    return _told(desk, notice, kind, this, view_of(desk, notice.recipient, this))


def _told(desk: Desk, notice: Notice, kind: ExternalNotice, this: Known, view: ExternalView) -> Card | Stale:
    mention, is_ahead = desk.called(notice), this.meeting.is_ahead(desk.today)
    match kind:
        case ExternalNotice.INPUT:
            return cards.one(view)
        case ExternalNotice.MOVED | ExternalNotice.MOVED_OWN:
            return _moved(desk, notice, view)
        case ExternalNotice.MISSING:
            return _missing(desk, notice, this, view)
        case ExternalNotice.BRIEF | ExternalNotice.BRIEF_DUE:
            return _brief(desk, notice, kind, this, view)
        case ExternalNotice.SUGGEST:
            return told.suggested(view, mention) if is_ahead and view.own else Stale(say("stale.external_changed"))
        case ExternalNotice.NOBODY:
            is_known = bool(representatives(desk.forum, this.meeting)) or not is_ahead
            return Stale(say("stale.external_changed")) if is_known else told.nobody(view, mention)
        case ExternalNotice.DAYS:
            return Stale(say("stale.external_days"))


def _moved(desk: Desk, notice: Notice, view: ExternalView) -> Card:
    """What hung on it then, as far as it is still held."""
    named = notice.subject.get("meetings")
    ids = [str(each) for each in named] if isinstance(named, list) else []
    held = [each for ident in ids if (each := desk.forum.meeting(ident)) is not None]
    was = date.fromisoformat(str(notice.subject["was"]))
    return told.moved(view, was, [each.day for each in held], desk.called(notice))


def _missing(desk: Desk, notice: Notice, this: Known, view: ExternalView) -> Card | Stale:
    person = notice.recipient or ""
    silent = silent_of(this.meeting, this.answers, desk.forum, person, desk.today)
    if not silent or view.sent or not _is_called_for(desk, notice, this):
        return Stale(say("stale.external_answered"))
    names = [each.name for each in desk.forum.organisations if each.id in silent]
    asks = say("external.missing.ask", organisationer=listing(names), ekstern=view.name, dato=view.when)
    return cards.one(view, above=asks, mention=desk.called(notice))


def _brief(desk: Desk, notice: Notice, kind: ExternalNotice, this: Known, view: ExternalView) -> Card | Stale:
    person = notice.recipient or ""
    if person not in representatives(desk.forum, this.meeting):
        return Stale(say("stale.not_representing"))
    if not this.meeting.is_ahead(desk.today):
        return Stale(say("stale.external_changed"))
    is_due = kind is ExternalNotice.BRIEF_DUE
    if is_due and not _is_called_for(desk, notice, this):
        return Stale(say("stale.external_changed"))
    if is_due:
        first = say("external.brief.ahead", ekstern=view.name, dato=view.when)
    else:
        first = say("external.brief.sent", ekstern=view.name)
    names = {each.id: each.name for each in desk.forum.organisations}
    stands = [names[each] for each in represented(desk.forum, person, this.meeting.day) if each in names]
    rest = [joint.for_words(stands)] if len(stands) > 1 else []
    return joint.brief(view, [first, *rest], desk.called(notice))


def _is_called_for(desk: Desk, notice: Notice, this: Known) -> bool:
    """Whether it still falls on that day, to that person."""
    day = date.fromisoformat(str(notice.subject["day"]))
    every = called_for(desk, this)
    return any((each.kind, each.day, each.recipient) == (notice.kind, day, notice.recipient) for each in every)
