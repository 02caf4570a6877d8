"""Everything a person can ask for: one line a topic. A `match` over any of these is complete, or a type error."""

from typing import TypeAlias

from bot.domain.agenda.actions import AgendaCommand, AgendaQuery
from bot.domain.appointments.actions import AppointmentsCommand, AppointmentsQuery
from bot.domain.approval.actions import ApprovalCommand, ApprovalQuery
from bot.domain.attachments.actions import AttachmentsCommand, AttachmentsQuery
from bot.domain.calendars.actions import CalendarsCommand, CalendarsQuery
from bot.domain.composition.actions import CompositionCommand, CompositionQuery
from bot.domain.documents.actions import DocumentsQuery
from bot.domain.duties.actions import DutiesCommand, DutiesQuery
from bot.domain.external.actions import ExternalCommand, ExternalQuery
from bot.domain.filing.actions import FilingCommand, FilingQuery
from bot.domain.forum.actions import AdminAction, ForumCommand, ForumQuery, TieChannel
from bot.domain.funds.actions import FundsCommand, FundsQuery
from bot.domain.live.actions import LiveCommand, LiveQuery
from bot.domain.meetings.actions import MeetingsCommand, MeetingsQuery
from bot.domain.minutes.actions import MinutesCommand, MinutesQuery
from bot.domain.page.actions import PageQuery
from bot.domain.proposals.actions import ProposalsCommand, ProposalsQuery
from bot.domain.publication.actions import PublicationCommand, PublicationQuery
from bot.domain.reach.actions import ReachCommand, ReachQuery
from bot.domain.referrals.actions import ReferralsCommand, ReferralsQuery
from bot.domain.reminders.actions import RemindersCommand, RemindersQuery
from bot.domain.resolutions.actions import ResolutionsQuery
from bot.domain.saying.actions import SayingQuery
from bot.domain.standing.actions import StandingQuery
from bot.domain.supplements.actions import SupplementsCommand, SupplementsQuery
from bot.domain.wording.actions import WordingCommand, WordingQuery
from bot.domain.year.actions import YearCommand, YearQuery

LastingQuery: TypeAlias = (
    DutiesQuery
    | FundsQuery
    | ReferralsQuery
    | ExternalQuery
    | AppointmentsQuery
    | YearQuery
    | RemindersQuery
    | ReachQuery
)
LastingCommand: TypeAlias = (
    DutiesCommand
    | FundsCommand
    | ReferralsCommand
    | ExternalCommand
    | AppointmentsCommand
    | YearCommand
    | RemindersCommand
    | ReachCommand
)
RecordingQuery: TypeAlias = (
    LiveQuery
    | MinutesQuery
    | WordingQuery
    | ResolutionsQuery
    | CalendarsQuery
    | AttachmentsQuery
    | DocumentsQuery
    | PublicationQuery
    | FilingQuery
)
RecordingCommand: TypeAlias = (
    LiveCommand
    | MinutesCommand
    | WordingCommand
    | CalendarsCommand
    | AttachmentsCommand
    | PublicationCommand
    | FilingCommand
)

AnyQuery: TypeAlias = (
    ForumQuery
    | MeetingsQuery
    | CompositionQuery
    | ProposalsQuery
    | AgendaQuery
    | ApprovalQuery
    | SupplementsQuery
    | RecordingQuery
    | LastingQuery
    | PageQuery
    | SayingQuery
    | StandingQuery
)
AnyCommand: TypeAlias = (
    ForumCommand
    | MeetingsCommand
    | CompositionCommand
    | ProposalsCommand
    | AgendaCommand
    | ApprovalCommand
    | SupplementsCommand
    | RecordingCommand
    | LastingCommand
)
AnyAction: TypeAlias = AnyQuery | AnyCommand | TieChannel | AdminAction
