"""Whether it is said of oneself or of others who comes to a meeting."""

import re

from bot.domain.kernel.danish import bare
from bot.domain.meetings.actions import OpenAbsence, ReportAbsence, ShowWhoComes
from bot.usecases.said.moment import Moment
from bot.usecases.said.told import Told
from bot.usecases.said.whom_said import other_meant

_ONESELF = re.compile(r"\b(?:jeg|mig|min|mit|mine|undertegnede|afbud)\b")


_OTHERS = re.compile(
    r"\b(?:punkt[a-z]*|forslag[a-z]*|sag[a-z]*|bilag[a-z]*|alle|andre|der|det|den(?! [0-9])|de|han|hun|nogen|man|du"
    r"|deltagere)\b"
)


def just_told_of(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, ReportAbsence | OpenAbsence)


def form_shown(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, OpenAbsence)


def not_live(told: Told) -> bool:
    """While a meeting goes on, whoever is away may only be late."""
    return told.moment.live is None


def is_sure(told: Told) -> bool:
    """While a meeting goes on, whoever is away may only be late; "nok" is no word for sure; "punktet" may be away."""
    said = bare(told.said)
    is_own = _ONESELF.search(said) is not None or _OTHERS.search(said) is None
    return told.moment.live is None and " nok " not in said and is_own


def of_oneself(told: Told) -> bool:
    return other_meant(told) is None


def who_comes(told: Told) -> ShowWhoComes:
    return ShowWhoComes(meeting=told.meeting)


def who_comes_asked(told: Told) -> ShowWhoComes | None:
    return who_comes(told) if told.mood.asks else None


WHY = (
    "[desværre/derfor/tirsdag/syg/sygdom/corona/influenza/feber/barn/børn/kursus/konference/seminar/"
    "ferie/rejse/udlandet/begravelse/arbejde/vagt/job/andet/anden/aftale/aflyst/færge/storm/tog/bil/"
    "vejr/sne/forhindret/mulighed/samme/dag]"
)
"""Why people are away: it makes surer that they are."""
