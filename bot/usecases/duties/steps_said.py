"""Which task somebody means, and how far it is by their words."""

import re
from collections.abc import Callable

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.duties.actions import (
    FinishDuty,
    GiveBackDuty,
    OpenDutyForm,
    PutOnNextAgenda,
    ReopenDuty,
    ReplyToSource,
    ShowDuty,
    TakeDuty,
    UpdateDuty,
)
from bot.domain.duties.state import Kind
from bot.domain.kernel.danish import bare
from bot.domain.saying.slots import Counted
from bot.usecases.duties.kind_said import kind_to_make, listed, status_said
from bot.usecases.duties.which import Which, new_duty, says_several, which
from bot.usecases.said.held_item import item_told
from bot.usecases.said.kept_text import after_colon
from bot.usecases.said.moment import Moment
from bot.usecases.said.sayings import Act
from bot.usecases.said.told import Told
from bot.usecases.said.unless_asked import unless_asked

_YET = re.compile(r"\b(?:bliver|forvent\w*|snart|regner med|vil vare|skal vare|nasten|halvt|delvist)\b")


_TAKES_OVER = re.compile(r"\boverta\w*|\btager? \w{0,20} ?over\b", re.IGNORECASE)


def step(
    kind: Callable[[Which, Told], AnyCommand],
    find: Callable[[Told], Which | None] = which,
    otherwise: Kind | None = None,
) -> Act:
    """That step of the duty that is meant; what there is, where nobody can say which: all of the kind `otherwise`."""

    def act(told: Told) -> AnyQuery | AnyCommand:
        found = find(told)
        return listed(told, otherwise) if found is None else kind(found, told)

    def shown(told: Told) -> AnyQuery:
        found = None if says_several(told) else find(told) if otherwise else which(told)
        return listed(told, otherwise) if found is None else ShowDuty(number=found.number, year=found.year)

    return unless_asked(act, shown)


def taken(found: Which, told: Told, takes_over: bool = False) -> TakeDuty:
    return TakeDuty(number=found.number, year=found.year, takes_over=takes_over)


def updated(found: Which, told: Told) -> UpdateDuty:
    words = after_colon(told) or told.said.strip()
    return UpdateDuty(number=found.number, year=found.year, status=status_said(told), words=words)


def finished(found: Which, told: Told) -> AnyCommand:
    """Done; what is yet to be is noted as how far it is."""
    today = told.moment.now.date()
    if _YET.search(bare(told.said[:1_000])) or any(each.day > today for each in told.slots.days):
        return updated(found, told)
    return FinishDuty(number=found.number, year=found.year)


def form_of_said(told: Told) -> AnyQuery | AnyCommand | None:
    """A new one of the kind that is said."""
    return form(kind_to_make(told))(told)


def empty_form_of_said(told: Told) -> AnyQuery:
    """The form for it."""
    return OpenDutyForm(meeting=told.meeting, kind=kind_to_make(told), position=item_told(told))


def put_on_agenda(found: Which, told: Told) -> PutOnNextAgenda:
    return PutOnNextAgenda(number=found.number, year=found.year)


def given_back(found: Which, told: Told) -> GiveBackDuty:
    return GiveBackDuty(number=found.number, year=found.year)


def reopened(found: Which, told: Told) -> ReopenDuty:
    return ReopenDuty(number=found.number, year=found.year)


def replied(found: Which, told: Told) -> ReplyToSource:
    _, mark, tail = told.said.partition(" at ")
    words = after_colon(told) or (tail.strip() if mark else "")
    return ReplyToSource(number=found.number, year=found.year, words=words)


def taken_as_said(found: Which, told: Told) -> TakeDuty:
    """Also from somebody else where that is said."""
    return taken(found, told, takes_over=takes_over(told))


def takes_over(told: Told) -> bool:
    """Whether somebody else has it."""
    return _TAKES_OVER.search(told.said) is not None


def form(kind: Kind = Kind.TASK) -> Act:
    def act(told: Told) -> AnyQuery | AnyCommand | None:
        if any(each.counts is Counted.TASK for each in told.slots.numbers):
            return None
        new = None if told.mood.asks else new_duty(told, kind)
        return OpenDutyForm(meeting=told.meeting, kind=kind, position=item_told(told)) if new is None else new

    return act


def empty_form(kind: Kind) -> Act:
    return lambda told: OpenDutyForm(meeting=told.meeting, kind=kind, position=item_told(told))


def is_duty_shown(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, ShowDuty)


def updated_only(told: Told) -> UpdateDuty | None:
    """How far somebody's only own one is, or the one that is named, where nothing is asked."""
    own = [each for each in told.moment.tasks if each.is_own and each.number]
    only = Which(own[0].number, own[0].year) if len(own) == 1 else None
    found = None if told.mood.asks else which(told) or only
    return None if found is None else updated(found, told)


def owed_by(told: Told) -> AnyQuery | AnyCommand | None:
    """Of somebody who is to do something by a day."""
    is_whole = (told.organisations or told.people) and told.slots.days and not told.mood.asks
    return new_duty(told) if is_whole else None


def was_held(moment: Moment) -> bool:
    return moment.last is not None
