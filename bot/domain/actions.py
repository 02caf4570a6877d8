"""Everything a person can ask for: one line a topic. A `match` over any of these is complete, or a type error."""

from typing import TypeAlias

from bot.domain.agenda.actions import AgendaCommand, AgendaQuery
from bot.domain.appointments.actions import AppointmentsCommand, AppointmentsQuery
from bot.domain.approval.actions import ApprovalCommand, ApprovalQuery
from bot.domain.composition.actions import CompositionCommand, CompositionQuery
from bot.domain.duties.actions import DutiesCommand, DutiesQuery
from bot.domain.external.actions import ExternalCommand, ExternalQuery
from bot.domain.forum.actions import AdminAction, ForumCommand, ForumQuery, TieChannel
from bot.domain.funds.actions import FundsCommand, FundsQuery
from bot.domain.meetings.actions import MeetingsCommand, MeetingsQuery
from bot.domain.minutes.actions import MinutesCommand, MinutesQuery
from bot.domain.page.actions import PageQuery
from bot.domain.proposals.actions import ProposalsCommand, ProposalsQuery
from bot.domain.referrals.actions import ReferralsCommand, ReferralsQuery
from bot.domain.year.actions import YearCommand, YearQuery

LastingQuery: TypeAlias = DutiesQuery | FundsQuery | ReferralsQuery | ExternalQuery | AppointmentsQuery | YearQuery
LastingCommand: TypeAlias = (
    DutiesCommand | FundsCommand | ReferralsCommand | ExternalCommand | AppointmentsCommand | YearCommand
)

AnyQuery: TypeAlias = (
    ForumQuery
    | MeetingsQuery
    | CompositionQuery
    | ProposalsQuery
    | AgendaQuery
    | ApprovalQuery
    | MinutesQuery
    | LastingQuery
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
    | LastingCommand
)
AnyAction: TypeAlias = AnyQuery | AnyCommand | TieChannel | AdminAction
