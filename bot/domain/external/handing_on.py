"""A meeting of another body that another forum goes on with: its items, its text and its answers are as they were."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from bot.domain.external.bodies import body_meant
from bot.domain.external.state import Answer, ExternalMeeting
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.handed import organisation_in, person_in
from bot.domain.kernel.settings import secretariat


def taken_over(heir: Forum, forum: Forum, old: ExternalMeeting, now: datetime) -> ExternalMeeting:
    """The heir's, not yet numbered; whose meeting it is by the heir's charter, else just by its name."""
    serving = secretariat(heir, now.date())[0]
    sent = old.details.sent
    by = None if sent is None else person_in(heir, forum, sent.by, now.date())
    return replace(
        old,
        forum=heir.id,
        year=now.year,
        number=0,
        revision=1,
        body=body_meant(heir, old.name)[0],
        details=replace(
            old.details,
            created_at=now,
            created_by=serving,
            sent=None if sent is None else replace(sent, by=by or serving),
        ),
    )


def answers_in(heir: Forum, forum: Forum, answers: Iterable[Answer], now: datetime) -> Iterator[Answer]:
    """Those of the organisations that are there too; of whoever is not there, the secretariat has passed it on."""
    for each in answers:
        organisation = organisation_in(heir, forum.organisation(each.organisation))
        if organisation is not None:
            person = person_in(heir, forum, each.person, now.date()) or secretariat(heir, now.date())[0]
            yield replace(each, organisation=organisation, person=person)


def left_out(heir: Forum, forum: Forum, answers: Iterable[Answer]) -> tuple[str, ...]:
    """The organisations that answered and are not there, by name."""
    known = (forum.organisation(each.organisation) for each in answers)
    return tuple(dict.fromkeys(each.name for each in known if each is not None and organisation_in(heir, each) is None))
