"""Every kind of notice: one line a topic. A `match` over it is complete, or a type error."""

from enum import StrEnum
from typing import TypeAlias, get_args

from bot.domain.agenda.notices import AgendaNotice
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.forum.notices import ForumNotice
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.proposals.notices import ProposalNotice

AnyNotice: TypeAlias = ForumNotice | MeetingNotice | ProposalNotice | AgendaNotice | ApprovalNotice | MinutesNotice

_KINDS: dict[str, AnyNotice] = {each.value: each for kinds in get_args(AnyNotice) for each in kinds}


def notice_kind(name: str | StrEnum) -> AnyNotice:
    """The kind of that name; KeyError where no topic has it."""
    return _KINDS[str(name)]
