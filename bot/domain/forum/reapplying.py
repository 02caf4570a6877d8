"""A forum file laid over what was applied before: what is absent stays, who is no longer named is ended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from bot.domain.forum.periods import joined
from bot.domain.forum.planned import laid_meetings
from bot.domain.forum.versions import stacked
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Organisation, Person


def laid_over(before: Forum | None, file: Forum, now: datetime) -> Forum:
    """The forum as the file describes it, with what the file leaves out kept; meetings to come are the file's own.

    What was decided in Teams of a meeting stands before that.
    A meeting that lies in the past when a file first names it owes nothing. `now` is in the forum's time.
    """
    today = now.date()
    file = replace(file, meetings=tuple(_named(before, file, today)))
    if before is None:
        return file
    planned, cancelled = _meetings(before, file)
    return replace(
        file,
        versions=stacked(before, file, today),
        region=file.region or before.region,
        choices={**before.choices, **file.choices},
        decided=before.decided,
        organisations=(*file.organisations, *_unnamed(before.organisations, file.organisations)),
        people=(*file.people, *_former_people(before, file)),
        seats=joined(before.seats, file.seats, today) if file.seats else before.seats,
        hosting=file.hosting or before.hosting,
        meetings=(*planned, *_earlier_meetings(before, planned, now)),
        cancelled=cancelled,
        fund_delegation=file.fund_delegation or before.fund_delegation,
        bodies=file.bodies or before.bodies,
        channel=before.channel,
    ).on(today)


_Named = TypeVar("_Named", Person, Organisation, Meeting)


def _unnamed(before: tuple[_Named, ...], now: tuple[_Named, ...]) -> Iterator[_Named]:
    named = {each.id for each in now}
    return (each for each in before if each.id not in named)


def _former_people(before: Forum, file: Forum) -> Iterator[Person]:
    """People the file no longer names; an account that somebody else has now is theirs no more."""
    taken = {account for person in file.people for account in person.identities}
    for person in _unnamed(before.people, file.people):
        yield replace(person, identities=tuple(each for each in person.identities if each not in taken))


def _meetings(before: Forum, file: Forum) -> tuple[tuple[Meeting, ...], tuple[Meeting, ...]]:
    """Those planned and those cancelled by the file, unless another forum goes on with all that was to come."""
    if before.handed_over is not None or not file.meetings:
        return before.meetings, ()
    return laid_meetings(before, file)


def _earlier_meetings(before: Forum, planned: tuple[Meeting, ...], now: datetime) -> Iterator[Meeting]:
    """Meetings that have begun stay, with their minutes, when a file for the next ones names them no longer."""
    return (each for each in _unnamed(before.meetings, planned) if each.starts <= now)


def _named(before: Forum | None, file: Forum, today: date) -> Iterator[Meeting]:
    for each in file.meetings:
        known = None if before is None else before.meeting(each.id)
        is_new_and_past = each.day < today and (known is None or not known.owes)
        yield replace(each, owes=not is_new_and_past)
