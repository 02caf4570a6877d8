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
from bot.domain.meetings import notices as meetings
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.minutes import notices as minutes
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.proposals import notices as proposals
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.referrals import notices as referrals
from bot.domain.referrals.notices import ReferralNotice
from bot.domain.year import notices as year
from bot.domain.year.notices import YearNotice

LastingNotice: TypeAlias = DutyNotice | FundNotice | ReferralNotice | ExternalNotice | AppointmentNotice | YearNotice

AnyNotice: TypeAlias = (
    ForumNotice
    | MeetingNotice
    | CompositionNotice
    | ProposalNotice
    | AgendaNotice
    | ApprovalNotice
    | MinutesNotice
    | LastingNotice
)

_ROWS: tuple[tuple[AnyNotice, Hearing], ...] = (
    *forum.HEARD.items(),
    *meetings.HEARD.items(),
    *composition.HEARD.items(),
    *proposals.HEARD.items(),
    *agenda.HEARD.items(),
    *approval.HEARD.items(),
    *minutes.HEARD.items(),
    *duties.HEARD.items(),
    *referrals.HEARD.items(),
    *appointments.HEARD.items(),
    *funds.HEARD.items(),
    *external.HEARD.items(),
    *year.HEARD.items(),
)
HEARD: Mapping[AnyNotice, Hearing] = dict(_ROWS)
"""The table of who hears what, where; README's is derived from it."""

LIVING: tuple[AnyNotice, ...] = tuple(kind for kind, row in _ROWS if row.is_living)
"""Every kind of message that changes in place, when it is owed anew."""

OF_MEETING: tuple[AnyNotice, ...] = (*LIVING, MeetingNotice.PROPOSAL_DEADLINE, MeetingNotice.MEETING)
"""What changes in place where its meeting is moved, cancelled or held after all: reminders that stand, too."""

_KINDS: dict[str, AnyNotice] = {each.value: each for kinds in get_args(AnyNotice) for each in kinds}


def notice_kind(name: str | StrEnum) -> AnyNotice:
    """The kind of that name; KeyError where no topic has it."""
    return _KINDS[str(name)]


def hearing(kind: str | StrEnum) -> Hearing:
    """Who hears that kind, and where."""
    return HEARD[notice_kind(kind)]
