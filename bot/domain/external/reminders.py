"""Which reminders another body's meeting calls for, when each is due, and whom it is for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.external.cadence import reminded, reminder_days
from bot.domain.external.notices import ExternalNotice
from bot.domain.external.rules import missing
from bot.domain.external.speaking import asked, representatives, speakers
from bot.domain.external.state import Answer, ExternalMeeting
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.forum import Forum


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One reminder to one person, at 8.00 that day."""

    kind: ExternalNotice
    day: date
    recipient: str


def calls(
    external: ExternalMeeting, answers: Sequence[Answer], forum: Forum, calendar: Calendar, today: date
) -> Iterator[Call]:
    """Every reminder that it calls for as things stand; none once it is past or cancelled."""
    if not external.is_ahead(today):
        return
    yield from _missing(external, answers, forum, calendar)
    before = reminded(external.day, 1, calendar, external.details.dated)
    if before is not None and (external.details.items or external.details.edited):
        for person in representatives(forum, external):
            yield Call(kind=ExternalNotice.BRIEF_DUE, day=before, recipient=person)


def silent_of(
    external: ExternalMeeting, answers: Sequence[Answer], forum: Forum, person: str, day: date
) -> tuple[str, ...]:
    """The organisations that the person answers for and that have not answered about every item."""
    silent = missing(external, answers, [each.id for each in asked(forum)])
    return tuple(each for each in silent if person in speakers(forum, each, day))


def _missing(external: ExternalMeeting, answers: Sequence[Answer], forum: Forum, calendar: Calendar) -> Iterator[Call]:
    day = reminded(external.day, reminder_days(forum).number, calendar, external.details.dated)
    if day is None or external.details.sent is not None:
        return
    silent = missing(external, answers, [each.id for each in asked(forum)])
    people = dict.fromkeys(person for each in silent for person in speakers(forum, each, day))
    for person in people:
        yield Call(kind=ExternalNotice.MISSING, day=day, recipient=person)
