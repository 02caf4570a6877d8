"""What somebody is told who said that they, or somebody else, are away: the sentences, and what is wanting."""

from collections.abc import AsyncIterator

from bot.domain.kernel.absence import Absence
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.absences import meetings_of
from bot.domain.meetings.standing_in import absence_from, away_from, usual_substitute
from bot.usecases.desk import Desk
from bot.usecases.meetings.attending import lacking_mandate
from cards.kit.words import listing, medium_date, say
from cards.meetings.absence import Noted, span
from cards.meetings.attending import mandate_words

_MOST = 5  # meetings of which it is told what is wanting


async def noted(desk: Desk, actor: str, absence: Absence, *, is_again: bool) -> Noted:
    """That it is noted, or was already, and who steps in."""
    meetings = tuple(meetings_of(absence, desk.meetings_ahead()))
    first = next(iter(meetings), None)
    who = _stands_in(desk, absence, first)
    told = [
        _confirmed(desk, actor, absence, first, is_again=is_again),
        *([_which(meetings)] if absence.meeting is None else []),
        *([say("absence.confirm.substitute", navn=who)] if who else []),
    ]
    lacking = dict.fromkeys([each for meeting in meetings[:_MOST] async for each in _lacking(desk, absence, meeting)])
    return Noted(
        told=told,
        lacking=tuple(lacking),
        person="" if absence.person == actor else absence.person,
        number=absence.number,
        meeting=absence.meeting,
    )


def taken_back(desk: Desk, actor: str, absence: Absence) -> Noted:
    """That it counts no more."""
    is_own, name = absence.person == actor, desk.name_of(absence.person)
    if absence.meeting is None:
        key = "absence.back.period" if is_own else "absence.back.period.whose"
        told = say(key, navn=name, periode=span(absence.since, absence.until))
    else:
        key = "absence.back" if is_own else "absence.back.whose"
        told = say(key, navn=name, moede_dato=medium_date(desk.meeting(absence.meeting).day))
    return Noted(told=[told], meeting=absence.meeting, is_back=True)


def _confirmed(desk: Desk, actor: str, absence: Absence, first: Meeting | None, *, is_again: bool) -> str:
    name, is_own = desk.name_of(absence.person), absence.person == actor
    if absence.meeting is None:
        days = span(absence.since, absence.until)
        again = "absence.confirm.period.again" if is_own else "absence.confirm.period.whose.again"
        once = "absence.confirm.period" if is_own else "absence.confirm.period.whose"
        return say(again if is_again else once, navn=name, periode=days)
    day = None if first is None else medium_date(first.day)
    again = "absence.confirm.again" if is_own else "absence.confirm.whose.again"
    once = "absence.confirm" if is_own else "absence.confirm.whose"
    return say(again if is_again else once, navn=name, moede_dato=day)


def _which(meetings: tuple[Meeting, ...]) -> str:
    days = listing(medium_date(each.day) for each in meetings)
    return say("absence.meetings", liste=days) if days else say("absence.meetings.none")


def _stands_in(desk: Desk, absence: Absence, first: Meeting | None) -> str | None:
    """The name of whoever steps in, at the first of the meetings or, where there is none yet, by the seats."""
    if absence.outsider:
        return absence.outsider
    if first is None:
        other = absence.substitute or usual_substitute(desk.forum, absence.person, desk.today)
    else:
        away = (each for each in away_from(desk.forum, first) if each.person == absence.person)
        other = next((each.stand_in for each in away), None)
    return None if other is None else desk.name_of(other)


async def _lacking(desk: Desk, absence: Absence, meeting: Meeting) -> AsyncIterator[str]:
    """What is wanting at that meeting; it keeps nobody from anything."""
    day, meant = medium_date(meeting.day), absence.substitute
    if meant is not None and absence_from(desk.forum, meant, meeting, meeting.day) is not None:
        yield say("absence.lacks.away", navn=desk.name_of(meant), moede_dato=day)
    away = next((each for each in away_from(desk.forum, meeting) if each.person == absence.person), None)
    if away is not None and away.outsider:
        yield say("absence.lacks.no_account", navn=away.outsider)
    elif away is not None and away.stand_in is None:
        yield say("absence.lacks.nobody", moede_dato=day)
    elif away is not None and away.stand_in is not None and not desk.forum.person(away.stand_in).identities:
        yield say("absence.lacks.no_account", navn=desk.name_of(away.stand_in))
    if lacking := await lacking_mandate(desk, meeting):
        yield mandate_words(lacking)
