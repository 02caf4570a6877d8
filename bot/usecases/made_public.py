"""How a meeting's papers stand with the public, and what follows where one leaves, changes or is made public."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.agenda.state import Agenda
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.documents.state import Kind
from bot.domain.kernel import settings
from bot.domain.kernel.deadlines import Deadline, overdue_on
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.state import Minutes
from bot.domain.publication import rules
from bot.domain.publication.notices import PublicationNotice
from bot.domain.publication.rules import Document, Standing, Status
from bot.domain.publication.settings import days_after, place, publishes
from bot.domain.publication.state import Paper
from bot.usecases.desk import Desk, WritingDesk
from cards.kit.words import say
from cards.public.addresses import Addresses
from cards.publication.view import PaperView
from storage import agenda as agendas
from storage import minutes as minute_books
from storage import publication_proofs, releases
from storage.outbox import notices
from storage.reached import reached_at


def is_elsewhere(desk: Desk, meeting: Meeting) -> bool:
    """Whether the charter names a place that is not the pages of this service."""
    where = place(desk.forum, meeting.day)
    ours = reached_at(desk.conn)
    return where is not None and not (ours and ours.casefold() in where.casefold())


async def standings(desk: Desk, meeting: Meeting) -> tuple[Standing, ...]:
    """How each of the meeting's papers stands."""
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    minutes = await minute_books.get(desk.conn, desk.forum.id, meeting.id)
    return await standings_of(desk, meeting, documents(desk, agenda, minutes))


async def agenda_standing(desk: Desk, meeting: Meeting, agenda: Agenda) -> Standing:
    """How the agenda stands."""
    (found,) = await standings_of(desk, meeting, [rules.agenda_as_it_is(agenda)])
    return found


def documents(desk: Desk, agenda: Agenda | None, minutes: Minutes | None) -> tuple[Document, ...]:
    """The papers as they are."""
    approval = settings.minutes_approval(desk.forum)
    return rules.agenda_as_it_is(agenda), rules.minutes_as_they_are(minutes, approval)


async def standings_of(desk: Desk, meeting: Meeting, papers: Iterable[Document]) -> tuple[Standing, ...]:
    """How these papers stand; nothing is read while none of them has left."""
    every = tuple(papers)
    has_left = any(each.since is not None for each in every)
    let_out = await releases.of_meeting(desk.conn, desk.forum.id, meeting.id) if has_left else ()
    told = await publication_proofs.of_meeting(desk.conn, desk.forum.id, meeting.id) if has_left else ()
    elsewhere = is_elsewhere(desk, meeting)
    return tuple(
        rules.standing(
            each, publishes(desk.forum, each.paper, meeting.day), let_out, told, desk.now, is_elsewhere=elsewhere
        )
        for each in every
    )


def deadline_of(desk: Desk, meeting: Meeting, document: Document) -> Deadline | None:
    """By which day that paper is to be public; None where nobody settled it."""
    return rules.deadline(desk.forum, document, days_after(desk.forum, meeting.day), desk.calendar)


def public_view(desk: Desk, meeting: Meeting, standing: Standing) -> PaperView:
    """How a paper stands, as anybody may read it; to let it out is offered where there is something new to be seen."""
    document, paper, current = standing.document, standing.document.paper, standing.current
    name, at, link = _evidence(desk, meeting, standing)
    is_new = current is None or current.extent < document.extent
    elsewhere = is_elsewhere(desk, meeting)
    ours = None if current is None or not elsewhere else (desk.name_of(current.by), current.visible_at)
    return PaperView(
        meeting=meeting,
        paper=paper,
        status=standing.status,
        is_final=document.is_final,
        is_wanted=publishes(desk.forum, paper, meeting.day) is True,
        tz=desk.forum.timezone,
        today=desk.today,
        where=(place(desk.forum, meeting.day) or "") if elsewhere else "",
        deadline=deadline_of(desk, meeting, document),
        name=name,
        at=at,
        link=link,
        number=None if current is None else current.number,
        ours=ours,
        may_release=publishes(desk.forum, paper, meeting.day) is True and document.is_final and is_new,
    )


def _evidence(desk: Desk, meeting: Meeting, standing: Standing) -> tuple[str, datetime | None, str]:
    """By whom, when and where it stands, or will."""
    evidence, current = standing.evidence, standing.current
    if standing.status is Status.AWAITED and current is not None:
        return desk.name_of(current.by), current.visible_at, ""
    if evidence is None:
        return "", None, ""
    service = reached_at(desk.conn)
    ours = service and service + Addresses().paper(desk.forum.id, meeting.id, Kind(standing.document.paper.value))
    return desk.name_of(evidence.by), evidence.at, evidence.link if evidence.release is None else ours


async def follow(desk: WritingDesk, meeting: Meeting) -> None:
    """Ask for what is owed, watch its day, and draw anew what was asked for."""
    if not _is_followed(desk, meeting):
        return
    await notices.cancel(
        desk.conn, desk.forum.id, meeting.id, PublicationNotice.OVERDUE, reason=say("stale.publication_changed")
    )
    for each in await standings(desk, meeting):
        if rules.is_owed(meeting, each.status):
            await _ask(desk, meeting, each)
        await _watch(desk, meeting, each)
    await notices.redraw(desk.conn, desk.forum.id, meeting.id, *PublicationNotice, soon=desk.soon())


async def show_anew(desk: WritingDesk, meeting: Meeting) -> None:
    """The same, after it was made public or is no more: the papers say so themselves."""
    await follow(desk, meeting)
    for card in (ApprovalNotice.AGENDA_SENT, MinutesNotice.MINUTES):
        await desk.tell_again(card, meeting=meeting.id)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Watch the days of what is owed of the meeting; of the latest that was held and the next it is asked for, too."""
    if not _is_followed(desk, meeting):
        return
    is_near = meeting in (desk.last_meeting(), desk.next_meeting())
    for each in await standings(desk, meeting):
        if is_near and rules.is_owed(meeting, each.status):
            await _ask(desk, meeting, each)
        await _watch(desk, meeting, each)


def _is_followed(desk: Desk, meeting: Meeting) -> bool:
    """Whether any of its papers is made public, as far as anybody settled it."""
    return any(publishes(desk.forum, paper, meeting.day) for paper in Paper)


async def _ask(desk: WritingDesk, meeting: Meeting, standing: Standing) -> None:
    if standing.status is Status.DEAD:
        return  # which is told by itself
    paper, extent = standing.document.paper.value, standing.document.extent
    people = settings.secretariat(desk.forum, desk.today)
    if standing.status is Status.MISSING:
        await desk.tell_each(people, PublicationNotice.REQUEST, paper, meeting=meeting.id, paper=paper)
    else:
        await desk.tell_each(
            people, PublicationNotice.UPDATE, paper, extent, meeting=meeting.id, paper=paper, extent=extent
        )


async def _watch(desk: WritingDesk, meeting: Meeting, standing: Standing) -> None:
    """That it is late, once, the working day after its day: what lies behind was said in its time."""
    deadline = deadline_of(desk, meeting, standing.document)
    is_watched = rules.is_owed(meeting, standing.status) or standing.status is Status.AWAITED
    if deadline is None or not is_watched:
        return
    day = overdue_on(deadline, desk.calendar)
    if day < desk.today:
        return
    paper = standing.document.paper.value
    await desk.remind_secretariat(
        PublicationNotice.OVERDUE,
        paper,
        standing.document.extent,
        at=desk.calendar.opens(day, desk.forum.timezone),
        meeting=meeting.id,
        paper=paper,
        extent=standing.document.extent,
    )
