"""What can be asked for about meetings of other bodies; one is named by its number and year, else the next is meant."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.external.state import WHOLE, Position
from bot.domain.kernel.action import Action, Command, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalAction(Action):
    """Something about one of them."""

    number: int | None = None
    year: int | None = None
    revision: int | None = None


class ShowExternals(Query):
    """Those that are coming, and the latest."""


class ShowExternal(ExternalAction, Query):
    """One of them: its items, what each organisation answered, and what one may do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenExternalForm(Query):
    """The form for a new one, filled in with what was said of it without a day."""

    words: str = ""


class OpenExternal(ExternalAction, Query):
    """The form that changes one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterExternal(Command):
    """A new one; `form` tells a second click from a second meeting, and a typed sentence is `words`.

    `body` is the charter's id of whose meeting it is, `named` what somebody typed instead; each line of `items` is one.
    """

    form: str = ""
    body: str = ""
    named: str = ""
    day: str = ""
    time: str = ""
    place: str = ""
    items: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeExternal(ExternalAction, Command):
    """Another day, time, place or list of items; None is as it was. One that was cancelled is held after all."""

    day: str | None = None
    time: str | None = None
    place: str | None = None
    items: str | None = None


class CancelExternal(ExternalAction, Command):
    """It is not held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerInput(ExternalAction, Command):
    """What an organisation says of an item: by its id, by its place (`nth`), or of all of them.

    `limits` are those of a mandate.
    """

    position: Position
    item: int = WHOLE
    nth: int = 0
    organisation: str | None = None
    words: str = ""
    limits: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowJoint(ExternalAction, Query):
    """The joint text, to be copied, which the representatives bring along; of the item in that place (`nth`) alone."""

    nth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenJointText(ExternalAction, Query):
    """The form for the text of one item, or for what stands before all."""

    item: int = WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class EditJoint(ExternalAction, Command):
    """Other words for an item; without any the text follows from the answers again."""

    item: int = WHOLE
    nth: int = 0
    words: str = ""


class SendJoint(ExternalAction, Command):
    """The joint input was sent to the other body."""


ExternalQuery: TypeAlias = ShowExternals | ShowExternal | OpenExternalForm | OpenExternal | ShowJoint | OpenJointText
ExternalCommand: TypeAlias = RegisterExternal | ChangeExternal | CancelExternal | AnswerInput | EditJoint | SendJoint
