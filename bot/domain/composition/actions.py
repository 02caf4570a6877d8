"""Seeing who takes part, confirming a mandate, saying who speaks for the doctors, and inviting guests."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Command, MeetingAction, Query


class ShowComposition(MeetingAction, Query):
    """Who takes part in the meeting, and where that departs from the charter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmMandate(Command):
    """Whoever asks may decide for their organisation, or with a `person` somebody whom the secretariat names."""

    person: str = ""
    confirmed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawMandate(Command):
    """What was confirmed holds no longer."""

    person: str = ""


class OpenGpQuestion(MeetingAction, Query):
    """Which of the doctors' organisations comes, to be answered by the secretariat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGpQuestion(MeetingAction, Command):
    """Which of them comes: ids from a card, or `words` as typed."""

    organisations: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGuestForm(MeetingAction, Query):
    """The form for a guest."""

    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteGuest(MeetingAction, Command):
    """Somebody comes who has no seat: a name, an organisation or a role, and the ids of the items it is about."""

    name: str = ""
    role: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawGuest(MeetingAction, Command):
    """The guest of that number does not come after all."""

    number: int


CompositionQuery: TypeAlias = ShowComposition | OpenGpQuestion | OpenGuestForm
CompositionCommand: TypeAlias = ConfirmMandate | WithdrawMandate | AnswerGpQuestion | InviteGuest | WithdrawGuest
