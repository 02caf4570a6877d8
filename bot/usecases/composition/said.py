"""Whose mandate, which doctors and which guest somebody means in their own words."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.composition import doctors
from bot.domain.composition.actions import (
    AnswerGpQuestion,
    ConfirmMandate,
    InviteGuest,
    OpenGpQuestion,
    OpenGuestForm,
    ShowComposition,
    WithdrawGuest,
    WithdrawMandate,
)
from bot.domain.kernel.danish import bare
from bot.domain.saying.slots import Counted
from bot.usecases.said.told import Told
from bot.usecases.said.whom_said import other_meant

_READ = 1_000  # characters
_LONGEST = 200  # characters of an answer
_BOTH = re.compile(r"\b(?:begge|alle)\b")
_GUEST = re.compile(
    r"\b(?:invit[eé]re?r?|inviteres|gæsten?|besøg af|have|få|tage)\s+(?P<who>(?:en |et |vores |min )?[^,.;:!?]{2,60}?)"
    r"(?:\s+(?:med|til|på|som gæst|kommer|deltager|og)\b|[,.;:!?]|$)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:en |et |nogen |flere )?(?:gæst(?:er|en)?|oplægsholder|ekspert|andre|nogen|med)$", re.IGNORECASE
)


def confirmed(told: Told) -> AnyCommand | AnyQuery:
    """Of whoever is spoken of; who has one is asked where it is a question or nobody in particular is meant."""
    other = other_meant(told)
    if told.mood.asks or (other == "" and not told.moment.serves):
        return ShowComposition(meeting=told.meeting)
    return ConfirmMandate(person=other or "")


def withdrawn(told: Told) -> AnyCommand | AnyQuery:
    """Of whoever is spoken of."""
    other = other_meant(told)
    return ShowComposition(meeting=told.meeting) if other == "" else WithdrawMandate(person=other or "")


def doctors_come(told: Told) -> AnyCommand | AnyQuery | None:
    """Those of the doctors' organisations that are named; the question where it is none."""
    sound = told.sound.replace("-", " ")
    every = doctors.options(told.moment.forum)
    named = tuple(each for each in every if _is_named(told, each, sound))
    if not named and _BOTH.search(sound):
        named = every
    if not named or told.mood.asks:
        return OpenGpQuestion(meeting=told.meeting)
    return AnswerGpQuestion(meeting=told.meeting, organisations=named)


def doctors_answered(told: Told) -> AnyCommand:
    """An answer to the question that was just shown."""
    found = doctors_come(told)
    return found if isinstance(found, AnswerGpQuestion) else AnswerGpQuestion(words=told.said[:_LONGEST])


def guest(told: Told) -> AnyQuery:
    """The form with who it is, where that is said."""
    found = _GUEST.search(told.said[:_READ])
    who = "" if found is None else found["who"].strip()
    return OpenGuestForm(meeting=told.meeting, name="" if _NOBODY.match(who) else who)


def guest_named(told: Told) -> AnyCommand | None:
    """The guest whose name alone is left of what was said."""
    return InviteGuest(meeting=told.meeting, name=told.rest) if told.rest else None


def guest_gone(told: Told) -> AnyCommand | None:
    """The guest of the number that is said, else the only one there can be: the first."""
    return WithdrawGuest(meeting=told.meeting, number=told.counted(Counted.BARE) or 1)


def _is_named(told: Told, organisation: str, sound: str) -> bool:
    names = (bare(doctors.name_of(told.moment.forum, organisation)), bare(organisation))
    return any(name.replace("-", " ") in sound for name in names)
