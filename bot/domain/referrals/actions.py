"""What can be asked for about cases that go from body to body."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Action, Command, MeetingAction, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAction(MeetingAction):
    """Something about one case: a proposal by its number and year, or an item by its position at a meeting.

    With `resolved` the latest meeting that has begun is meant, where none is named.
    """

    number: int | None = None
    year: int | None = None
    position: int | None = None
    resolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSendOn(CaseAction, Query):
    """The form in which a case is sent on (Videresend til andet forum), with the body as it was typed already.

    Of a meeting alone it asks which of its items.
    """

    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOn(CaseAction, Command):
    """Send it on; `body` is what was chosen or typed. With `picks` the position was chosen in the form."""

    form: str = ""
    body: str = ""
    question: str = ""
    wanted: str = ""
    level: str = ""
    basis: str = ""
    picks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowWay(CaseAction, Query):
    """The case's way through all bodies (Sagens vej)."""


class ShowReferrals(Query):
    """Everything that was sent on, what waits for an answer first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralAction(Action):
    """Something about one referral, by its own number and year."""

    number: int
    year: int | None = None


class ShowReferral(ReferralAction, Query):
    """One referral with its letter, and what can be done with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAnswer(ReferralAction, Command):
    """The answer to a letter (Registrér svar); an empty day is today."""

    words: str = ""
    answered_on: str = ""


class TakeBackReferral(ReferralAction, Command):
    """It is not to be answered after all."""


ReferralsQuery: TypeAlias = OpenSendOn | ShowWay | ShowReferrals | ShowReferral
ReferralsCommand: TypeAlias = SendOn | RegisterAnswer | TakeBackReferral
