"""A duty that another forum goes on with: whose it is there, and what is left of it where it began."""

from dataclasses import replace
from datetime import datetime

from bot.domain.duties.state import FollowUp, Kind, Status
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.handed import Note, Origin, organisation_in, organisations_of, person_in


def taken_over(heir: Forum, forum: Forum, old: FollowUp, origin: Origin, now: datetime) -> FollowUp:
    """The heir's duty, with the owner and the taker who are there too; minutes are a task, since they are not its own.

    Of a person who is not there the organisation owes it; where that is not there either, nobody is named.
    """
    day = now.date()
    person = person_in(heir, forum, old.person, day)
    own = None if person is not None else organisation_in(heir, forum.organisation(old.organisation))
    taker = person_in(heir, forum, old.taker, day)
    is_minutes = old.kind is Kind.MINUTES
    return replace(
        old,
        forum=heir.id,
        year=now.year,
        number=0,
        revision=1,
        kind=Kind.TASK if is_minutes else old.kind,
        meeting=None,
        item=None,
        person=person,
        organisation=own if old.person is None or person is not None else _organisation_of(heir, forum, old.person),
        taker=taker,
        details=replace(old.details, agenda_meeting=None, agenda_item=None, origin=origin),
    )


def handed_on(old: FollowUp, words: str) -> FollowUp:
    """What is left: it is closed, and says where it went."""
    return replace(old, status=Status.HANDED_ON, details=replace(old.details, words=words))


def noted(old: FollowUp, new: FollowUp) -> Note | None:
    """What is to be known of whose it is by now."""
    if old.kind is Kind.MINUTES:
        return Note.AS_TASK
    had_owner = old.person is not None or old.organisation is not None
    if had_owner and new.person is None and new.organisation is None:
        return Note.UNOWNED
    return Note.TO_ORGANISATION if old.person is not None and new.person is None else None


def _organisation_of(heir: Forum, forum: Forum, person: str) -> str | None:
    found = (organisation_in(heir, each) for each in organisations_of(forum, person))
    return next((each for each in found if each is not None), None)
