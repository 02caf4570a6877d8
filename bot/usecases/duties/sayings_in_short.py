"""What people say of a duty without its name or number: of the one that it can only be, and else all of its kind."""

import re
from collections.abc import Callable

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.duties.actions import ShowDuties, ShowDuty, TakeMinutes
from bot.domain.duties.state import Kind
from bot.usecases.duties.kind_said import listed
from bot.usecases.duties.steps_said import (
    empty_form_of_said,
    finished,
    form_of_said,
    given_back,
    put_on_agenda,
    reopened,
    replied,
    step,
    taken_as_said,
    takes_over,
    updated,
)
from bot.usecases.duties.which import Which, says_several, which_likely, which_named
from bot.usecases.said.sayings import Act, Saying
from bot.usecases.said.told import Told

_WISH = re.compile(r"\b(?:kan|m(?:å|aa?)) (?:jeg|vi|man)\b", re.IGNORECASE)
_NOT_UP = re.compile(r"\bikke (?:komme |sættes |tages )?(?:på|med)\b|\bskal ikke\b", re.IGNORECASE)
_NO_REPLY = re.compile(r"\b(?:svare?|melde?|skrive?|sende?) (?:dem )?ikke\b", re.IGNORECASE)


def _one(told: Told) -> ShowDuty | ShowDuties:
    found = None if says_several(told) else which_likely(told)
    return listed(told) if found is None else ShowDuty(number=found.number, year=found.year)


def _wished(
    kind: Callable[[Which, Told], AnyCommand],
    find: Callable[[Told], Which | None] = which_likely,
    otherwise: Kind | None = None,
) -> Act:
    """That step, also where it is asked for: "kan vi få den på dagsordenen?" wants it done."""
    done = step(kind, find, otherwise)

    def act(told: Told) -> AnyQuery | AnyCommand | None:
        found = find(told) if _WISH.search(told.said) else None
        return done(told) if found is None else kind(found, told)

    return act


def _minutes(told: Told) -> TakeMinutes | ShowDuties:
    is_asked = told.mood.asks and not _WISH.search(told.said)
    return listed(told) if is_asked else TakeMinutes(meeting=told.meeting, takes_over=takes_over(told))


_PUT = _wished(put_on_agenda, which_named, Kind.AGREEMENT)
_REPLY = _wished(replied, which_named, Kind.ASSIGNED)


def _taken_up(told: Told) -> AnyQuery | AnyCommand | None:
    """What was "not" taken up for a year is to be; what is not to be taken up is not."""
    return None if _NOT_UP.search(told.said) else _PUT(told)


def _replied(told: Told) -> AnyQuery | AnyCommand | None:
    """What is answered may have a "not" in it; not to answer is none."""
    return None if _NO_REPLY.search(told.said) else _REPLY(told)


SAYINGS: tuple[Saying, ...] = (
    Saying(ways="vis register/registeret opgaver/opgave", act=listed, means="ShowDuties"),
    Saying(ways="vis/åbn øverste/første/nederste opgave", act=_one, means="ShowDuty"),
    Saying(ways="opgave kvitteret/afkrydset !ikke", act=_wished(finished, which_likely), means="FinishDuty"),
    Saying(
        ways="opgave frasiger/frasige mig",
        act=_wished(given_back, which_likely),
        means="GiveBackDuty",
        refuses=True,
    ),
    Saying(
        ways="opgave genoplives/genopliv/genoptages",
        act=_wished(reopened, which_likely),
        means="ReopenDuty",
        refuses=True,
    ),
    Saying(ways="tegn opgave mig", act=_wished(taken_as_said, which_likely), means="TakeDuty"),
    Saying(
        ways="opdater/opdatér ansøgning/initiativ/aftale",
        act=_wished(updated, which_likely),
        means="UpdateDuty",
        refuses=True,
    ),
    Saying(ways="besvar/besvare bestilling rådet/forum", act=_replied, means="ReplyToSource", refuses=True),
    Saying(
        ways="samarbejdsaftale opfølgning dagsorden/møde",
        act=_taken_up,
        means="PutOnNextAgenda",
        refuses=True,
    ),
    Saying(ways="referat/referatet min tur", act=_minutes, means="TakeMinutes"),
    Saying(ways="ny/nyt/opret lokalt initiativ", act=form_of_said, means="CreateDuty"),
    Saying(ways="skema/formular lokalt initiativ", act=empty_form_of_said, means="OpenDutyForm"),
)
