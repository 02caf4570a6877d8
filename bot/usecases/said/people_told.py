"""Whom of those with a seat a sentence means: by their name, their organisation, or what they are called."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from bot.domain.kernel.danish import fold
from bot.domain.kernel.people import Person, Role
from bot.usecases.said.told import Told
from bot.usecases.said.whom_said import person_said

_WORD = re.compile(r"[^\W\d_]{4,40}")
_ARTICLES = ("en", "et", "n")  # of one who is called »lægen« or »formanden«
_SELF = re.compile(r"\b(?:jeg|mig)\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;:]\s|\s(?:og|samt|men)\s")
_SHORT = 2  # words: so short a part of a list is a name
_SITS = frozenset((Role.POLITICIAN, Role.GP_REPRESENTATIVE))
_LONGEST = 2_000  # characters that are read
_MOST = 40  # words of a sentence that may name somebody


def says_self(told: Told) -> bool:
    """Whether they speak of themselves."""
    return bool(_SELF.search(told.said))


def people_told(told: Told) -> tuple[str, ...]:
    """Everybody who is named, by their whole names; of an organisation all who sit there in their own right."""
    those = [each for each in seated(told) if each.id in told.people]
    for organisation in _organisations(told):
        those += _of(told, organisation)
    found = those or [each for each in [_called(told)] if each is not None] or _by_office(told)
    return tuple(dict.fromkeys(each.name for each in found))


def one_told(told: Told) -> str:
    """The one who is named or, of an organisation that several sit for, as it is called; empty where nobody is."""
    found = people_told(told)
    if len(found) > 1 and (person := _called(told)) is not None and person.name in found:
        return person.name
    if len(found) > 1 and len(told.organisations) == 1:
        organisation = told.moment.forum.organisation(told.organisations[0])
        return "" if organisation is None else organisation.name.rsplit(" Kommune", 1)[0]
    return found[0] if len(found) == 1 else ""


def seated(told: Told) -> list[Person]:
    """Whoever has a seat on the day of the meeting that is spoken of."""
    forum, day = told.moment.forum, _day(told)
    return [each for each in forum.people if any(forum.seats_of(each.id, day))]


def _organisations(told: Told) -> tuple[str, ...]:
    """Those that were named, also by a whole name of which each word is another one's too."""
    said = fold(told.said[:_LONGEST])
    whole = (each.id for each in told.moment.forum.organisations if fold(each.name) in said)
    return tuple(dict.fromkeys((*told.organisations, *whole)))


def _of(told: Told, organisation: str) -> Iterator[Person]:
    forum, day = told.moment.forum, _day(told)
    for person in seated(told):
        seats = [each for each in forum.seats_of(person.id, day) if each.organisation == organisation]
        if any(each.substitute_for is None and not _SITS.isdisjoint(each.roles) for each in seats):
            yield person


def _called(told: Told) -> Person | None:
    """The one person whose name holds a word of the sentence, also with its article."""
    known = [(each, frozenset(_WORD.findall(fold(each.name)))) for each in seated(told)]
    for word in [fold(each[0]) for each in islice(_WORD.finditer(told.said), _MOST)]:
        for spelled in (word, *(word.removesuffix(each) for each in _ARTICLES if word.endswith(each))):
            found = [person for person, names in known if spelled in names]
            if len(found) == 1:
                return found[0]
    return None


def _by_office(told: Told) -> list[Person]:
    """Everybody who is called by their office; nobody where one of a list is not known, so that none is left out."""
    known, found = {each.id: each for each in seated(told)}, []
    for part in _PARTS.split(told.said[:_LONGEST]):
        person = person_said(replace(told, said=part, sound="", people=(), organisations=()))
        if person in known:
            found.append(known[person])
        elif len(part.split()) <= _SHORT and part[:1].isupper():
            return []
    return found


def _day(told: Told) -> date:
    meeting = told.meeting_meant or told.moment.last or told.moment.next
    return told.moment.now.date() if meeting is None else meeting.day
