"""Everything a person can ask for: one line a topic. A `match` over any of these is complete, or a type error."""

from typing import TypeAlias

from bot.domain.agenda.actions import AgendaCommand, AgendaQuery
from bot.domain.approval.actions import ApprovalCommand, ApprovalQuery
from bot.domain.composition.actions import CompositionCommand, CompositionQuery
from bot.domain.duties.actions import DutiesCommand, DutiesQuery
from bot.domain.forum.actions import AdminAction, ForumCommand, ForumQuery, TieChannel
from bot.domain.meetings.actions import MeetingsCommand, MeetingsQuery
from bot.domain.minutes.actions import MinutesCommand, MinutesQuery
from bot.domain.page.actions import PageQuery
from bot.domain.proposals.actions import ProposalsCommand, ProposalsQuery

AnyQuery: TypeAlias = (
    ForumQuery
    | MeetingsQuery
    | CompositionQuery
    | ProposalsQuery
    | AgendaQuery
    | ApprovalQuery
    | MinutesQuery
    | DutiesQuery
    | PageQuery
)
AnyCommand: TypeAlias = (
    ForumCommand
    | MeetingsCommand
    | CompositionCommand
    | ProposalsCommand
    | AgendaCommand
    | ApprovalCommand
    | MinutesCommand
    | DutiesCommand
)
AnyAction: TypeAlias = AnyQuery | AnyCommand | TieChannel | AdminAction
