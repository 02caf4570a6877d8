"""Every kind of notice and who hears it: two lines a topic. A `match` over it is complete, or a type error."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias, get_args

from bot.domain.agenda import notices as agenda
from bot.domain.agenda.notices import AgendaNotice
from bot.domain.appointments import notices as appointments
from bot.domain.appointments.notices import AppointmentNotice
from bot.domain.approval import notices as approval
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.attachments import notices as attachments
from bot.domain.attachments.notices import AttachmentNotice
from bot.domain.composition import notices as composition
from bot.domain.composition.notices import CompositionNotice
from bot.domain.duties import notices as duties
from bot.domain.duties.notices import DutyNotice
from bot.domain.external import notices as external
from bot.domain.external.notices import ExternalNotice
from bot.domain.forum import notices as forum
from bot.domain.forum.notices import ForumNotice
from bot.domain.funds import notices as funds
from bot.domain.funds.notices import FundNotice
from bot.domain.kernel.hearing import Hearing
from bot.domain.live import notices as live
from bot.domain.live.notices import LiveNotice
from bot.domain.meetings import notices as meetings
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.minutes import notices as minutes
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.proposals import notices as proposals
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.publication import notices as publication
from bot.domain.publication.notices import PublicationNotice
from bot.domain.reach import notices as reach
from bot.domain.reach.notices import ReachNotice
from bot.domain.referrals import notices as referrals
from bot.domain.referrals.notices import ReferralNotice
from bot.domain.reminders import notices as reminders
from bot.domain.reminders.notices import ReminderNotice
from bot.domain.supplements import notices as supplements
from bot.domain.supplements.notices import SupplementNotice
from bot.domain.wording import notices as wording
from bot.domain.wording.notices import WordingNotice
from bot.domain.year import notices as year
from bot.domain.year.notices import YearNotice

LastingNotice: TypeAlias = (
    DutyNotice | FundNotice | ReferralNotice | ExternalNotice | AppointmentNotice | YearNotice | ReachNotice
)

RecordingNotice: TypeAlias = LiveNotice | MinutesNotice | WordingNotice | AttachmentNotice | PublicationNotice

OwnNotice: TypeAlias = (
    ForumNotice
    | MeetingNotice
    | CompositionNotice
    | ProposalNotice
    | AgendaNotice
    | ApprovalNotice
    | SupplementNotice
    | RecordingNotice
    | LastingNotice
)
"""What says one thing; a reminder may gather several."""

AnyNotice: TypeAlias = OwnNotice | ReminderNotice

_ROWS: tuple[tuple[AnyNotice, Hearing], ...] = (
    *forum.HEARD.items(),
    *meetings.HEARD.items(),
    *composition.HEARD.items(),
    *proposals.HEARD.items(),
    *agenda.HEARD.items(),
    *approval.HEARD.items(),
    *live.HEARD.items(),
    *supplements.HEARD.items(),
    *minutes.HEARD.items(),
    *wording.HEARD.items(),
    *attachments.HEARD.items(),
    *publication.HEARD.items(),
    *duties.HEARD.items(),
    *referrals.HEARD.items(),
    *appointments.HEARD.items(),
    *funds.HEARD.items(),
    *external.HEARD.items(),
    *year.HEARD.items(),
    *reminders.HEARD.items(),
    *reach.HEARD.items(),
)
HEARD: Mapping[AnyNotice, Hearing] = dict(_ROWS)
"""The table of who hears what, where; README's is derived from it."""

LIVING: tuple[AnyNotice, ...] = tuple(kind for kind, row in _ROWS if row.is_living)
"""Every kind of message that changes in place, when it is owed anew."""

OF_MEETING: tuple[AnyNotice, ...] = (*LIVING, MeetingNotice.MEETING)
"""What changes in place where its meeting is moved, cancelled or held after all: reminders that stand, too."""

OWED: frozenset[AnyNotice] = frozenset(kind for kind, row in _ROWS if row.owes)
"""Every kind of message that speaks of what its hearer is to do, by a day where there is one."""

_KINDS: dict[str, AnyNotice] = {each.value: each for kinds in get_args(AnyNotice) for each in kinds}


def notice_kind(name: str | StrEnum) -> AnyNotice:
    """The kind of that name; KeyError where no topic has it."""
    return _KINDS[str(name)]


def hearing(kind: str | StrEnum) -> Hearing:
    """Who hears that kind, and where."""
    return HEARD[notice_kind(kind)]
