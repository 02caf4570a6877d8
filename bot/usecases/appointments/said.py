"""Seats elsewhere and working groups in somebody's own words, with what was said of them filled in."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.appointments.actions import (
    Abolish,
    Appoint,
    AppointmentAction,
    CallCandidates,
    CloseGroup,
    CreateAppointments,
    CreateGroup,
    GroupAction,
    NameCandidate,
    NoCandidate,
    OpenAppoint,
    OpenAppointmentForm,
    OpenGroupForm,
    ReopenGroup,
    ShowAppointment,
    ShowAppointments,
    ShowCall,
    ShowGroup,
    ShowOrganisation,
    Vacate,
)
from bot.domain.saying.slots import Counted
from bot.usecases.said.moment import Moment
from bot.usecases.said.numbered import numbered, which
from bot.usecases.said.pointed import Which, numbers_of
from bot.usecases.said.told import Told

_READ = 1_000  # characters
_SEAT = numbered("plads(?:en)?")
_GROUP = numbered(r"(?:arbejds|arb\.?)?gruppe(?:n)?")
_NAME = r"[A-ZÆØÅ][\w.'-]{0,40}(?: [A-ZÆØÅ][\w.'-]{0,40}){1,4}"
_CANDIDATE = re.compile(
    r"\b(?i:indstil(?:ler|le)?|peger? på|foreslår|udpeg(?:er|e|et)?|vælger|valgt|stiller (?:op )?med|bud er"
    rf"|kandidat er|vælg|tager)\s(?:at udpege )?(?P<name>{_NAME})"
)
_WILLING = re.compile(rf"(?P<name>{_NAME}) (?i:vil gerne|stiller (?:gerne )?op|er kandidat)")
_NOBODY = re.compile(r"\b(?:ingen|ikke)\b", re.IGNORECASE)
_TITLED = re.compile(
    r"\b(?:indstil(?:ler|le)?|instil(?:ler|le)?|indstilr|peger på|foreslår|udpeger?)\s"
    r"(?P<name>(?!(?:at|det|den|dem|til|i)\b)(?:(?:vores|deres|en|et|sin|sit) )?"
    r"[\w.'-]{2,40}(?: [\w.'-]{2,40}){0,2}?)"
    r"(?= til | i |[.,;!?]|$)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:i|til)\s(?:den |det |de )?(?P<body>(?:[\w-]{2,40} )?"
    r"[\w-]{0,40}(?:gruppen?|r(?:å|aa?)det|udvalget|KKR|DAS|PAS|KOSU|forum))\b",
    re.IGNORECASE,
)
_TASK = re.compile(r"\b(?:om|der (?:skal )?(?:ser|se|kigger|kigge|arbejder|arbejde) (?:på|med))\s", re.IGNORECASE)
_RESOLUTION = re.compile(
    r"\b(?:beslutning|besl\.?|punkt|pkt\.?)\s(?P<place>[1-9][0-9]?)(?![0-9/.,][0-9])", re.IGNORECASE
)
_LEVEL = re.compile(r"\b(?P<level>(?:chef|direktør|medarbejder|leder))(?:niveau|er|e)?\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:til|slut\w*|f(?:æ|ae)rdig|inden|senest)\b", re.IGNORECASE)
_GROUP_TASK = re.compile(
    r"(?:gruppe|task ?force)\w*(?:\s?:| vedr\.?| til| for| der skal)?\s(?P<task>(?!jf|under|er\b)[\w][^,.;:]{2,80}?)"
    r"(?=,|;|\.| jf| beslutning| besl|$)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[.,;!?]|\s(?:ud fra|efter|på baggrund|jf\.?|på (?:chef|leder|direkt)\w{0,9}niveau)\b", re.IGNORECASE
)


def is_seat_shown(moment: Moment) -> bool:
    """Whether a seat, or the call for it, was shown last."""
    return isinstance(moment.talk.shown, AppointmentAction)


def is_group_shown(moment: Moment) -> bool:
    """Whether a working group was shown last."""
    return isinstance(moment.talk.shown, GroupAction)


def seat(told: Told) -> ShowAppointment | ShowAppointments:
    """The one that is meant, else all of them."""
    found = _seat(told)
    return ShowAppointments() if found is None else ShowAppointment(number=found.number, year=found.year)


def seats(told: Told) -> ShowAppointments | None:
    """All of them; what somebody tells as one seat is shown is told of that."""
    return None if is_seat_shown(told.moment) and not told.mood.asks else ShowAppointments()


def call(told: Told) -> ShowCall | ShowAppointments | None:
    """Who the candidates to it are, where that is asked."""
    if not told.mood.asks and "vis" not in told.said.casefold()[:_READ].split():
        return None
    return any_call(told)


def any_call(told: Told) -> ShowCall | ShowAppointments:
    """The same of the seat that is meant, however it is said."""
    found = _seat(told)
    return ShowAppointments() if found is None else ShowCall(number=found.number, year=found.year)


def new_seats(told: Told) -> CreateAppointments | OpenAppointmentForm:
    """The form, with the body that is named."""
    found = _BODY.search(told.said[:_READ])
    return OpenAppointmentForm(body=found["body"] if found else "")


def ask_for_candidates(told: Told) -> AnyQuery | AnyCommand:
    """To the seat that is meant; without one, all of them."""
    found = _seat(told)
    return ShowAppointments() if found is None else CallCandidates(number=found.number, year=found.year)


def candidate(told: Told) -> AnyQuery | AnyCommand:
    """The one that is named, by whichever organisation; asked about, it is shown."""
    if told.mood.asks:
        return call(told) or ShowAppointments()
    if _NOBODY.search(told.said[:_READ]):
        return no_candidate(told)
    found = _seat(told)
    return NameCandidate(
        number=None if found is None else found.number,
        year=None if found is None else found.year,
        organisation=told.organisations[0] if len(told.organisations) == 1 else None,
        name=_name(told),
    )


def names_somebody(told: Told) -> bool:
    """Whether it says who the candidate is."""
    return bool(_name(told))


def no_candidate(told: Told) -> AnyQuery | AnyCommand:
    """Of the organisation that is named, or their own."""
    found = _seat(told)
    return NoCandidate(
        number=None if found is None else found.number,
        year=None if found is None else found.year,
        organisation=told.organisations[0] if len(told.organisations) == 1 else None,
    )


def appoint(told: Told) -> AnyQuery | AnyCommand:
    """By the form, unless it is said who; without a seat, all of them."""
    found = _seat(told)
    if found is None:
        return ShowAppointments()
    named = _CANDIDATE.search(told.said[:_READ])
    if named is None:
        return OpenAppoint(number=found.number, year=found.year)
    position = next(iter(numbers_of(told, Counted.ITEM)), None)
    return Appoint(
        number=found.number,
        year=found.year,
        name=named["name"],
        since=told.day_typed,
        resolution="" if position is None else str(position),
    )


def vacated(told: Told) -> AnyQuery | AnyCommand:
    """From the day that is said; asked about, or without a seat, it is shown."""
    found = _seat(told)
    if found is None or told.mood.asks:
        return seat(told)
    return Vacate(number=found.number, year=found.year, since=told.day_typed)


def abolished(told: Told) -> AnyQuery | AnyCommand | None:
    """Likewise; without a seat nothing is meant by it."""
    found = _seat(told)
    if found is None:
        return None
    return seat(told) if told.mood.asks else Abolish(number=found.number, year=found.year)


def group(told: Told) -> ShowGroup | ShowOrganisation:
    """The one that is meant, else all of them."""
    found = _group(told)
    return ShowOrganisation() if found is None else ShowGroup(number=found.number, year=found.year)


def new_group(told: Told) -> CreateGroup | OpenGroupForm:
    """The form, with what it is to work on."""
    said = told.said[:_READ]
    if (about := _TASK.search(said)) is None:
        return OpenGroupForm()
    end = _ENDS.search(said, about.end())
    return OpenGroupForm(task=said[about.end() : end.start() if end else len(said)].strip())


def founded(told: Told) -> CreateGroup | None:
    """The group itself where its task and the resolution that it rests on are said; None where one is missing."""
    if told.mood.asks or not told.moment.serves:
        return None
    form, found = new_group(told), _RESOLUTION.search(told.said[:_READ])
    task = form.task or _task_named(told.said[:_READ])
    if found is None or not task:
        return None
    level = _LEVEL.search(told.said[:_READ])
    end = _UNTIL.search(told.said[:_READ])
    return CreateGroup(
        resolution=found["place"],
        task=task,
        level=level["level"] if level else "",
        until=told.day_typed if end and len(told.slots.days) == 1 else "",
    )


def _task_named(said: str) -> str:
    """What follows "arbejdsgruppe:" and the like, up to the next comma."""
    found = _GROUP_TASK.search(said)
    return found["task"].strip() if found else ""


def closed(told: Told) -> AnyQuery | AnyCommand:
    """Asked about, or without one that is named, it is shown."""
    found = _group(told)
    return group(told) if found is None or told.mood.asks else CloseGroup(number=found.number, year=found.year)


def reopened(told: Told) -> AnyQuery | AnyCommand:
    """Likewise."""
    found = _group(told)
    return group(told) if found is None or told.mood.asks else ReopenGroup(number=found.number, year=found.year)


def _seat(told: Told) -> Which | None:
    return which(told, _SEAT, AppointmentAction)


def _group(told: Told) -> Which | None:
    return which(told, _GROUP, GroupAction)


def _name(told: Told) -> str:
    said = told.said[:_READ]
    found = _CANDIDATE.search(said) or _WILLING.search(said) or _TITLED.search(said)
    return found["name"].strip() if found else ""
