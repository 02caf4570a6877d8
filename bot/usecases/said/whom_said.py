"""Whom a sentence speaks of that says them by office or organisation: "lægen", "vores formand", "Læsø"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.domain.kernel.danish import bare
from bot.domain.kernel.people import Role, Seat
from bot.usecases.said.told import Told

_OFFICE = re.compile(
    r"\b(?:(?:vores|min|deres|en) )?(?P<office>\w{0,20}(?:formand|borgmester|lage|direktor|koordinator|region|plo"
    r"|suppleant|medlem|reprasentant))(?P<definite>en|n|ns|ens|met|rne|rnes)?\b"
)
_OWN = re.compile(r"\b(?:jeg|undertegnede)\b")
_SURELY_OWN = re.compile(
    r"\b(?:for|uden|med|pa) mig\b|\bsender (?:min|en|vores) |\bmi(?:n|t) (?:plads|sted|afbud)\b"
    r"|\bmin (?:suppleant|stedfortrader|afloser|nastformand|viceborgmester)\b"
    r"(?! (?:kan|er syg|er forhindret|har|kommer ikke))"
)
_SENDS = re.compile(
    r"\W*(?:(?:jeg|vi|kan|ikke|desvarre|komme|kommer|deltage|og|men|selv|derfor|pa|tirsdag)\W+)*sender "
)
_FOR_ANOTHER = re.compile(
    r"\b(?:afbud for|i ?stedet? for|pa vegne af|suppleant for|afloser for) (?!mig\b|mit\b|den\b|at\b)"
)
_POSSESSIVE = ("vores ", "min ", "deres ")
_NAMED, _OF_THAT, _BY_ENDING, _OWN_PARTY, _USUAL = 3.0, 2.0, 1.0, 1.0, 0.5


def other_meant(told: Told) -> str | None:
    """The id of the other one who is spoken of, "" where the words fit several; None where it is who writes."""
    sound = told.sound
    offices = list(_offices(sound))
    if not (told.people or told.organisations or offices) or _is_of_oneself(told, sound, offices):
        return None
    found = person_said(told)
    return None if found == told.moment.actor else found or ""


def person_said(told: Told) -> str | None:
    """The one with a seat whom name, organisation and office fit best; None where nobody or several do."""
    offices = [office for office, _ in _offices(told.sound)]
    if not (told.people or told.organisations or offices):
        return None
    found: dict[str, float] = {}
    for seat in _seats(told):
        weight = _weight(told, seat, offices)
        found[seat.person] = max(weight, found.get(seat.person, 0.0))
    best = max(found.values(), default=0.0)
    those = [person for person, weight in found.items() if weight == best]
    return those[0] if best >= _OF_THAT and len(those) == 1 else None


def _is_of_oneself(told: Told, sound: str, offices: list[tuple[str, int]]) -> bool:
    if _FOR_ANOTHER.search(sound):
        return False
    if _SURELY_OWN.search(sound) or _SENDS.match(sound) or (not told.people and not offices and _is_own_party(told)):
        return True
    own = _OWN.search(sound)
    first = min((place for _, place in offices), default=0 if told.people or told.organisations else len(sound))
    return own is not None and (own.start() < first or not offices)


def _is_own_party(told: Told) -> bool:
    """Whether only the organisation is named that the writer comes from, who serves nobody else."""
    own = {seat.organisation for seat in _seats(told) if seat.person == told.moment.actor}
    return not told.moment.serves and set(told.organisations) <= own


def _offices(sound: str) -> Iterator[tuple[str, int]]:
    """Each office that is said of somebody, not to them ("formanden", "vores formand"; not "hej formand")."""
    for each in _OFFICE.finditer(sound):
        if each["definite"] or each[0].startswith(_POSSESSIVE) or each["office"] == "plo":
            yield each["office"], each.start()


def _seats(told: Told) -> Iterator[Seat]:
    today = told.moment.now.date()
    return (seat for seat in told.moment.forum.seats if seat.holds_on(today) and seat.roles != {Role.SECRETARIAT})


def _weight(told: Told, seat: Seat, offices: list[str]) -> float:
    forum = told.moment.forum
    party = forum.organisation(seat.organisation)
    words = _words(f"{forum.person(seat.person).name} {party.name if party else ''}")
    weight = _NAMED if seat.person in told.people else 0.0
    weight += _OF_THAT if seat.organisation in told.organisations else 0.0
    weight += sum(_likeness(office, words) for office in offices)
    if weight and not told.moment.serves:
        weight += _OWN_PARTY if seat.organisation in _own_parties(told) else 0.0
    is_usual = party is not None and party.meeting_leader == seat.person
    return weight + (_USUAL if weight and is_usual else 0.0)


@lru_cache(maxsize=2_000)
def _words(names: str) -> tuple[str, ...]:
    return tuple(bare(names).replace("(", " ").replace("-", " ").split())


@lru_cache(maxsize=2_000)
def _likeness(office: str, words: tuple[str, ...]) -> float:
    if any(word.rstrip("),") == office for word in words):
        return _OF_THAT
    long = [word.rstrip("),") for word in words if len(word) > len("plo")]
    starts = any(office.startswith(word) for word in long)
    ends = any(word.endswith(office) and not word.startswith("nast") for word in long)
    return _BY_ENDING * (starts + ends + any(office.endswith(word) and not office.startswith(word) for word in long))


def _own_parties(told: Told) -> set[str]:
    return {seat.organisation for seat in told.moment.forum.seats if seat.person == told.moment.actor}
