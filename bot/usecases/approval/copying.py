"""Every version of an agenda that is asked about or leaves goes as a copy to the bodies that the charter names (D20).

The secretariat sends it, and says that it did; where the body is a forum here, its channel has the copy at once.
"""

from collections.abc import Iterator

from bot.domain.agenda.state import Agenda
from bot.domain.approval.actions import MarkCopySent, ShowCopy
from bot.domain.approval.copies import SentCopy, check, copied_to, related_to, said_of_secretariat
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.meetings.rescheduling import Rescheduled, Turn
from bot.usecases.agenda.views import draft_of
from bot.usecases.beside import beside
from bot.usecases.bodies import forum_of
from bot.usecases.desk import Desk, WritingDesk, open_desk
from bot.usecases.meeting_facts import facts_of
from bot.usecases.rights import require_secretariat
from cards.approval import copying as cards
from cards.approval.copying import Copy
from cards.kit.elements import Card
from cards.kit.words import say
from storage import copies as store


async def follow(desk: WritingDesk, meeting: Meeting, version: int | None) -> None:
    """Each of the secretariat has the copy of that version for each body; what they had of earlier ones says so."""
    for body in copied_to(desk.forum.charter):
        for person in settings.secretariat(desk.forum, desk.today):
            for number in range(1, version or 1):
                await desk.tell_again(ApprovalNotice.COPY, body, number, meeting=meeting.id, recipient=person)
            about = (ApprovalNotice.COPY, body, version)
            await desk.tell(*about, meeting=meeting.id, recipient=person, first=None, body=body, version=version)
        await _post_there(desk, meeting, body, version)


async def tell_of_change(desk: WritingDesk, change: Rescheduled) -> None:
    """The forums here that have a copy hear in their own channel of a meeting that is changed or not held."""
    meeting, newest = change.now.id, (await draft_of(desk, change.now)).newest
    for body in copied_to(desk.forum.charter) if newest is not None else ():
        other = await forum_of(desk, body)
        if other is None or newest is None:
            continue
        known = await open_desk(desk.conn, other.id, desk.now, Place.CHANNEL)
        if await known.told(ApprovalNotice.COPY_RECEIVED, desk.forum.id, meeting, newest.number) is None:
            continue
        there, about = await beside(desk, other.id), (desk.forum.id, meeting, desk.now.isoformat())
        await there.tell(
            MeetingNotice.ELSEWHERE,
            *about,
            from_forum=desk.forum.id,
            of_meeting=meeting,
            was=facts_of(change.was),
            is_resumed=change.turn is Turn.RESUMED,
        )


async def show(desk: Desk, actor: str, action: ShowCopy) -> Card:
    """The copy of the newest version."""
    require_secretariat(desk, actor)
    meeting, agenda, body = await _meant(desk, action.meeting, action.body)
    newest = agenda.newest
    if newest is None:
        raise Refusal("no_copy")
    return cards.to_send(await _copy(desk, meeting, agenda, body, newest.number))


async def mark_sent(desk: WritingDesk, actor: str, action: MarkCopySent) -> Card:
    """The body has it; said again, it was sent when it was first said."""
    require_secretariat(desk, actor)
    meeting, agenda, body = await _meant(desk, action.meeting, action.body)
    newest = 0 if agenda.newest is None else agenda.newest.number
    version = newest if action.version is None else action.version
    check(desk.forum.charter, agenda, body, version)
    known = await store.of_meeting(desk.conn, desk.forum.id, meeting.id)
    if not any((each.body, each.version) == (body, version) for each in known):
        sent = SentCopy(body=body, version=version, person=actor, at=desk.now)
        await store.add(desk.conn, desk.forum.id, meeting.id, len(known) + 1, sent)
        await desk.log(actor, "agenda.copy_sent", meeting=meeting.id, version=version, body=body)
        for person in settings.secretariat(desk.forum, desk.today):
            await desk.tell_again(ApprovalNotice.COPY, body, version, meeting=meeting.id, recipient=person)
    copy = await _copy(desk, meeting, agenda, body, version)
    return cards.to_send(copy, outcome=say("copy.done", organ=copy.name))


async def to_send(desk: Desk, notice: Notice) -> Card | Stale:
    """The copy to one of the secretariat, and what became of it."""
    meeting, body, version = desk.forum.meeting(notice.meeting or ""), str(notice.subject["body"]), _version(notice)
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    agenda = await draft_of(desk, meeting)
    is_there, newest = notice.activity is not None, agenda.newest
    is_asked = body in copied_to(desk.forum.charter) and newest is not None and newest.number == version
    if agenda.version(version) is None or (not is_there and not is_asked):
        return Stale(say("approval.reason.superseded"))
    return cards.to_send(await _copy(desk, meeting, agenda, body, version), mention=desk.called(notice))


async def received(desk: Desk, notice: Notice) -> Card | Stale:
    """The copy in the other body's own channel, as it is in the forum that it is from."""
    there = await open_desk(desk.conn, str(notice.subject["from_forum"]), desk.now, Place.CHANNEL)
    meeting, version = there.forum.meeting(str(notice.subject["of_meeting"])), _version(notice)
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    agenda = await draft_of(there, meeting)
    if agenda.version(version) is None:
        return Stale(say("approval.reason.superseded"))
    return cards.received(await _copy(there, meeting, agenda, str(notice.subject["body"]), version))


async def _meant(desk: Desk, named: str | None, body: str | None) -> tuple[Meeting, Agenda, str]:
    """The meeting, its agenda and the body; Refusal("no_copy") where the charter names none."""
    bodies = copied_to(desk.forum.charter)
    if not bodies or body not in (None, *bodies):
        raise Refusal("no_copy")
    meeting = desk.meeting(named)
    return meeting, await draft_of(desk, meeting), body or bodies[0]


async def _copy(desk: Desk, meeting: Meeting, agenda: Agenda, body: str, version: int) -> Copy:
    found, charter = agenda.version(version), desk.forum.charter
    known = await store.of_meeting(desk.conn, desk.forum.id, meeting.id)
    sent = next((each for each in known if (each.body, each.version) == (body, version)), None)
    there = await forum_of(desk, body)
    return Copy(
        forum=desk.forum.id,
        forum_name=desk.forum.name,
        meeting=meeting,
        body=body,
        name=charter.name_of_body(body),
        version=version,
        items=() if found is None else found.items,
        is_draft=agenda.sent_version != version,
        is_newest=agenda.newest is not None and agenda.newest.number == version,
        said=tuple(_said(charter, body)),
        there="" if there is None else there.name,
        sent_by="" if sent is None else desk.name_of(sent.person),
        sent_at=None if sent is None else sent.at,
    )


def _said(charter: Charter, body: str) -> Iterator[str]:
    """By what that body gets the copy."""
    if words := said_of_secretariat(charter, body):
        yield say("copy.said", ord=words)
    for each in related_to(charter, body):
        yield say("copy.related", navn=each.name, ord=each.words or each.name)


async def _post_there(desk: WritingDesk, meeting: Meeting, body: str, version: int | None) -> None:
    """Where the body is a forum here, its channel has the copy, once for each version."""
    other = await forum_of(desk, body)
    if other is None:
        return
    there = await beside(desk, other.id)
    about = (desk.forum.id, meeting.id, version)
    if await there.told(ApprovalNotice.COPY_RECEIVED, *about) is not None:
        return
    await there.log(None, "agenda.copy_received", from_forum=desk.forum.id, of_meeting=meeting.id, version=version)
    await there.tell(
        ApprovalNotice.COPY_RECEIVED,
        *about,
        body=body,
        from_forum=desk.forum.id,
        of_meeting=meeting.id,
        version=version,
    )


def _version(notice: Notice) -> int:
    return int(str(notice.subject["version"]))
