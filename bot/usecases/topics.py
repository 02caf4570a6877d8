"""Every topic at one place: one case each, and complete, so that an action or a notice without one is a type error."""

from collections.abc import Collection
from typing import assert_never

from bot.domain.actions import AnyCommand, AnyQuery, LastingCommand, LastingQuery, RecordingCommand, RecordingQuery
from bot.domain.agenda.actions import AgendaCommand, AgendaQuery
from bot.domain.agenda.notices import AgendaNotice
from bot.domain.approval.actions import ApprovalCommand, ApprovalQuery
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.composition.actions import CompositionCommand, CompositionQuery
from bot.domain.composition.notices import CompositionNotice
from bot.domain.forum.actions import ForumCommand, ForumQuery
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.handed import Handed
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.meetings.actions import MeetingsCommand, MeetingsQuery
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.notices import LIVING, AnyNotice, OwnNotice, RecordingNotice, notice_kind
from bot.domain.page.actions import PageQuery
from bot.domain.proposals.actions import ProposalsCommand, ProposalsQuery
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.reach.notices import ReachNotice
from bot.domain.reminders.notices import ReminderNotice
from bot.domain.saying.actions import SayingQuery
from bot.domain.standing.actions import StandingQuery
from bot.domain.supplements.actions import SupplementsCommand, SupplementsQuery
from bot.domain.supplements.notices import SupplementNotice
from bot.domain.year.rota import turns
from bot.usecases import (
    agenda,
    approval,
    composition,
    forum,
    lasting,
    meetings,
    page,
    proposals,
    recording,
    reminders,
    saying,
    standing,
    supplements,
)
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.hearers import barred
from bot.usecases.in_force import as_archive, require_in_force
from bot.usecases.overtaken import is_overtaken
from bot.usecases.phrases import CommandPhrases, QueryPhrases
from cards.kit.elements import Card
from cards.kit.words import say
from storage.outbox import notices

PHRASES: tuple[QueryPhrases | CommandPhrases, ...] = (
    *forum.PHRASES,
    *meetings.PHRASES,
    *composition.PHRASES,
    *proposals.PHRASES,
    *agenda.PHRASES,
    *approval.PHRASES,
    *supplements.PHRASES,
    *recording.PHRASES,
    *lasting.PHRASES,
    *page.PHRASES,
    *standing.PHRASES,
)
"""How everything is asked for in words."""


_OF_CANCELLED = frozenset({MeetingNotice.CANCELLED, ApprovalNotice.CHANGED, ApprovalNotice.MENDED})
"""What is said of a meeting because it was cancelled; whatever else was said of it gives place to that."""


async def query(desk: Desk, actor: str, action: AnyQuery) -> Card:
    """Show what the person asks for, of a forum that has ended or not begun saying that; a Refusal says why not."""
    return await as_archive(desk, actor, await _shown(desk, actor, action))


async def _shown(desk: Desk, actor: str, action: AnyQuery) -> Card:  # noqa: C901 - one case a topic
    action = await supplements.query_meant(desk, actor, action)
    if isinstance(action, ForumQuery):
        return await forum.query(desk, actor, action)
    if isinstance(action, MeetingsQuery):
        return await meetings.query(desk, actor, action)
    if isinstance(action, CompositionQuery):
        return await composition.query(desk, actor, action)
    if isinstance(action, ProposalsQuery):
        return await proposals.query(desk, actor, action)
    if isinstance(action, AgendaQuery):
        return await agenda.query(desk, actor, action)
    if isinstance(action, ApprovalQuery):
        return await approval.query(desk, actor, action)
    if isinstance(action, SupplementsQuery):
        return await supplements.query(desk, actor, action)
    if isinstance(action, RecordingQuery):
        return await recording.query(desk, actor, action)
    if isinstance(action, LastingQuery):
        return await lasting.query(desk, actor, action, render)
    if isinstance(action, PageQuery):
        return await page.query(desk, actor, action)
    if isinstance(action, SayingQuery):
        return await saying.query(desk, actor, action)
    if isinstance(action, StandingQuery):
        return await standing.query(desk, actor, action)
    assert_never(action)


async def command(desk: WritingDesk, actor: str, action: AnyCommand) -> Card:
    """Do what the person asks for; a Refusal says why not, and in a forum that has ended or not begun always."""
    await require_in_force(desk, actor)
    action = await supplements.command_meant(desk, actor, action)
    if isinstance(action, ForumCommand):
        return await forum.command(desk, actor, action, plan_anew)
    if isinstance(action, CompositionCommand):
        return await composition.command(desk, actor, action)
    if isinstance(action, MeetingsCommand):
        return await meetings.command(desk, actor, action, plan_anew)
    if isinstance(action, ProposalsCommand):
        return await proposals.command(desk, actor, action)
    if isinstance(action, AgendaCommand):
        return await agenda.command(desk, actor, action)
    if isinstance(action, ApprovalCommand):
        return await approval.command(desk, actor, action)
    if isinstance(action, SupplementsCommand):
        return await supplements.command(desk, actor, action)
    if isinstance(action, RecordingCommand):
        return await recording.command(desk, actor, action)
    if isinstance(action, LastingCommand):
        return await lasting.command(desk, actor, action, plan_anew, render)
    assert_never(action)


async def fresh_card(  # noqa: C901 - one case a topic
    desk: Desk, actor: str, action: AnyQuery | AnyCommand
) -> Card | None:
    """What to show below a refusal: the form as it was filled in, or the card as it stands; None where it says all."""
    action = await supplements.meant(desk, actor, action)
    if isinstance(action, ForumQuery | ForumCommand):
        return await forum.fresh_card(desk, actor, action)
    if isinstance(action, CompositionQuery | CompositionCommand):
        return await composition.fresh_card(desk, actor, action)
    if isinstance(action, MeetingsQuery | MeetingsCommand):
        return await meetings.fresh_card(desk, actor, action)
    if isinstance(action, ProposalsQuery | ProposalsCommand):
        return await proposals.fresh_card(desk, actor, action)
    if isinstance(action, AgendaQuery | AgendaCommand):
        return await agenda.fresh_card(desk, actor, action)
    if isinstance(action, ApprovalQuery | ApprovalCommand):
        return await approval.fresh_card(desk, actor, action)
    if isinstance(action, SupplementsQuery | SupplementsCommand):
        return await supplements.fresh_card(desk, actor, action)
    if isinstance(action, RecordingQuery | RecordingCommand):
        return await recording.fresh_card(desk, actor, action)
    if isinstance(action, LastingQuery | LastingCommand):
        return await lasting.fresh_card(desk, actor, action)
    if isinstance(action, PageQuery | SayingQuery | StandingQuery):
        return None
    assert_never(action)


async def render(desk: Desk, notice: Notice) -> Card | Stale:
    """The card for the place the desk stands in, drawn from fresh state, or why it is not to leave any more."""
    return await reminders.with_button(desk, notice, await _drawn(desk, notice), _drawn)


async def _drawn(desk: Desk, notice: Notice) -> Card | Stale:
    """The same without what every reminder has."""
    kind = notice_kind(notice.kind)
    if (instead := await _instead(desk, notice, kind)) is not None:
        return instead
    if isinstance(kind, ReminderNotice):
        return await reminders.draw(desk, notice, render)
    return await _of_topic(desk, notice, kind)


async def _of_topic(desk: Desk, notice: Notice, kind: OwnNotice) -> Card | Stale:
    if isinstance(kind, RecordingNotice):
        return await recording.render(desk, notice, kind)
    match kind:
        case ForumNotice():
            return await forum.render(desk, notice, kind)
        case MeetingNotice():
            return await meetings.render(desk, notice, kind)
        case CompositionNotice():
            return await composition.render(desk, notice, kind)
        case ProposalNotice():
            return await proposals.render(desk, notice, kind)
        case AgendaNotice():
            return await agenda.render(desk, notice, kind)
        case ApprovalNotice():
            return await approval.render(desk, notice, kind)
        case SupplementNotice():
            return await supplements.render(desk, notice, kind)
        case _:
            return await lasting.render(desk, notice, kind)


async def _instead(desk: Desk, notice: Notice, kind: AnyNotice) -> Card | Stale | None:
    """Why nobody is to hear it any more, or what is said of a cancelled meeting in its place."""
    if notice.is_timed and not desk.forum.is_in_force(desk.today):
        return Stale(say("stale.archived"))
    if (why := await barred(desk, notice)) is not None:
        return Stale(why)
    if await is_overtaken(desk, notice, kind):
        return Stale(say("stale.later_reminder"))
    if (gone := desk.forum.cancelled_meeting(notice.meeting)) is not None and kind not in _OF_CANCELLED:
        return meetings.instead(desk, notice, gone)
    return None


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan every timed notice of a meeting that is still of use; planned again, they only move."""
    await meetings.plan(desk, meeting)
    await composition.plan(desk, meeting)
    await recording.plan(desk, meeting)
    await approval.plan(desk, meeting)
    await supplements.plan(desk, meeting)
    await lasting.plan(desk, meeting)


async def plan_forum(desk: WritingDesk) -> None:
    """Plan every timed notice that is about no meeting; planned again, they only move."""
    await forum.plan(desk)
    await lasting.plan_forum(desk)


async def hand_on(desk: WritingDesk, heir: WritingDesk) -> tuple[Handed, ...]:
    """Let the heir go on with everything that is open, each topic's by its own rules; what became of each."""
    return (*await proposals.hand_on(desk, heir), *await lasting.hand_on(desk, heir))


async def plan_anew(desk: WritingDesk, before: Forum | None, only: Collection[str] | None = None) -> None:
    """Plan each meeting's notices by the forum as it is now; what was planned for another day is superseded.

    With `only` those alone, where nothing is planned for the others.
    """
    known = {} if before is None else {meeting.id: meeting for meeting in before.meetings}
    every = {*known, *(meeting.id for meeting in desk.forum.meetings)}
    these = every if only is None else every.intersection(only)
    for meeting in these:
        await notices.cancel_timed(desk.conn, desk.forum.id, meeting, say("outbox.replanned"))
    await plan_forum(desk)
    for each in desk.forum.meetings:
        if each.id not in these:
            continue
        await plan(desk, each)
        if before is not None and each.id in known and known[each.id] != each:
            await meetings.follow_move(desk, before, known[each.id], each)
            await desk.tell_again(MeetingNotice.POST, meeting=each.id)
    if before is not None:
        await _follow_rota(desk, before)
    await notices.redraw_all(desk.conn, desk.forum.id, ReachNotice.UNREACHED, soon=desk.soon())


async def _follow_rota(desk: WritingDesk, before: Forum) -> None:
    """Draw anew what shows a proposed host where another is proposed since some other meeting was changed."""
    was = {each.meeting.id: each.host for each in turns(before)}
    for turn in turns(desk.forum):
        meeting = turn.meeting.id
        if was.get(meeting, turn.host) != turn.host:
            await notices.redraw(desk.conn, desk.forum.id, meeting, *LIVING, soon=desk.soon())
