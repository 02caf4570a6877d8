"""What the notices about a sent agenda say when they leave: written from how things are by then."""

from bot.domain.agenda import following
from bot.domain.agenda.changes import Change, changes
from bot.domain.agenda.state import AgendaVersion, LaterKind
from bot.domain.approval.rules import missing as missing_from
from bot.domain.approval.seats import answerer, owes
from bot.domain.approval.state import Standpoint
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.witness import Witness
from bot.domain.supplements.notices import SupplementNotice
from bot.domain.supplements.state import Supplement
from bot.usecases.agenda.unread import seen_changes
from bot.usecases.agenda.views import draft_of, seen_items
from bot.usecases.attached import seen_attachments
from bot.usecases.desk import Desk
from bot.usecases.supplements import loading, rounds
from bot.usecases.supplements.loading import Sent
from bot.usecases.supplements.views import view_of
from cards.kit.elements import Card, Mention
from cards.kit.words import say
from cards.supplements import told
from cards.supplements.view import request, supplement


async def render(desk: Desk, notice: Notice, kind: SupplementNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    agenda = await draft_of(desk, meeting)
    if agenda.sent is None:
        return Stale(say("stale.not_sent"))
    found = await loading.of(desk, meeting, agenda)
    if kind is SupplementNotice.CHANGED:
        return await _changed(desk, notice, found)
    this = found.numbered(notice.subject.get("number"))
    if this is None:
        return Stale(say("stale.no_meeting"))
    if kind is SupplementNotice.SENT:
        return await _sent(desk, notice, found, this)
    return await _about_round(desk, notice, kind, found, this)


async def _about_round(
    desk: Desk, notice: Notice, kind: SupplementNotice, found: Sent, this: Supplement
) -> Card | Stale:
    """The request, a reminder or news about it; what is needless is not said, and what stands says how it is."""
    is_current = this.asked == notice.subject.get("asked")
    view = await view_of(desk, notice.recipient, found, this)
    is_there = notice.activity is not None
    if not is_current:
        return told.replaced(view) if is_there else Stale(say("supplement.reason.changed"))
    if this.sent_at is not None and is_there:
        return told.settled(view)
    if kind is SupplementNotice.REQUEST:
        return request(view, mentions=_called(desk, found, this))
    if kind is SupplementNotice.ANSWER:
        return told.answered(view, mention=desk.called(notice))
    if not _is_waiting(desk, found, this, notice, kind):
        return supplement(view) if is_there else Stale(say("supplement.reason.answered"))
    if kind is SupplementNotice.MISSING:
        return told.missing(view, mention=desk.called(notice))
    return told.overdue(view, mention=desk.called(notice))


def _called(desk: Desk, found: Sent, this: Supplement) -> dict[str, Mention]:
    """Who owes an answer, called by name."""
    current = rounds.round_of(desk, found.meeting, this)
    is_waiting = current is not None and current.standpoint is Standpoint.OPEN and this.sent_at is None
    if current is None or not is_waiting or desk.now >= found.meeting.starts:
        return {}
    people = dict.fromkeys(answerer(current, each) for each in missing_from(current))
    return {each: mention for each in people if (mention := desk.mention(each)) is not None}


def _is_waiting(desk: Desk, found: Sent, this: Supplement, notice: Notice, kind: SupplementNotice) -> bool:
    """Whether answers are still wanted, of the recipient where it is to them."""
    current = rounds.round_of(desk, found.meeting, this)
    if current is None or this.sent_at is not None or desk.now >= found.meeting.starts:
        return False
    is_theirs = kind is SupplementNotice.OVERDUE or owes(current, notice.recipient)
    return current.standpoint is Standpoint.OPEN and is_theirs


async def _sent(desk: Desk, notice: Notice, found: Sent, this: Supplement) -> Card | Stale:
    """What came with the supplement, as it stands on the agenda by now, with the code of its entry in the log."""
    version = found.agenda.version(this.sent_version)
    if version is None or version.later is None or found.agenda.sent is None:
        return Stale(say("stale.not_sent"))
    items = await seen_items(desk, None, found.meeting, found.agenda.sent.items)
    late = {place: item for place, item in enumerate(items, start=1) if item.id in version.later.items}
    seq, digest = notice.subject.get("entry"), notice.subject.get("hash")
    witness = Witness(seq, digest) if isinstance(seq, int) and isinstance(digest, str) else None
    names = [desk.name_of(each) for each in this.without]
    return told.sent(found.agenda, found.meeting, late, without=names, witness=witness)


async def _changed(desk: Desk, notice: Notice, found: Sent) -> Card | Stale:
    """What changed of the agenda; a withdrawal that was taken back before anybody heard of it is told to nobody."""
    number = notice.subject.get("version")
    version = found.agenda.version(number) if isinstance(number, int) else None
    if version is None or version.later is None:
        return Stale(say("stale.not_sent"))
    place = following.place_of(version, version.later.items[0])
    now = following.sent_item(found.agenda, place)
    if version.later.kind is LaterKind.WITHDRAWN and now.gone is None and notice.activity is None:
        return Stale(say("supplement.reason.taken_back"))
    (seen,) = await seen_items(desk, None, found.meeting, [now])
    shown = seen_changes(desk, None, found.meeting, _differences(found, version))
    bilag = await seen_attachments(desk, None, found.meeting, [now]) if version.later.kind is LaterKind.ATTACHED else {}
    return told.changed(found.agenda, found.meeting, version, seen, place, shown, bilag.get(now.id, ()))


def _differences(found: Sent, version: AgendaVersion) -> tuple[Change, ...]:
    earlier = following.before(found.agenda, version)
    return () if earlier is None else changes(earlier.items, version.items)
