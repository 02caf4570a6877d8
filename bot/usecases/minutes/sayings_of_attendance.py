"""What people say in everyday words about who was at a meeting; see bot/usecases/said/sayings.py."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.minutes.actions import (
    OpenAttendance,
    RecordAbsence,
    RecordArrival,
    RecordDeparture,
    RecordEnd,
    RecordEverybody,
    RecordPresence,
)
from bot.usecases.said.moment import Moment
from bot.usecases.said.people_told import one_told, people_told
from bot.usecases.said.sayings import Act, Saying
from bot.usecases.said.told import Told
from bot.usecases.said.unless_asked import unless_asked

_ASKS = re.compile(r"\s*(?:var|er|kom|deltog|mødte|gik|manglede)\b", re.IGNORECASE)
_EXCEPTS = re.compile(
    r"\b(?:undtagen|bortset|p(?:å|aa)n(?:æ|ae)r|n(?:æ|ae)r|minus|kun|eneste|ud over)\b", re.IGNORECASE
)
_OTHERS = re.compile(r"\b(?:andre|øvrige|oevrige|resten|ellers)\b", re.IGNORECASE)
_LACKS = re.compile(r"\bmangler\b", re.IGNORECASE)


def _open(told: Told) -> OpenAttendance:
    return OpenAttendance(meeting=told.meeting)


def _noted(act: Act) -> Act:
    """What is noted, unless it is asked: "var Læsø til stede"."""
    return unless_asked(lambda told: _open(told) if _ASKS.match(told.said) else act(told), _open)


def _but(told: Told) -> RecordEverybody | None:
    """All but those who are named; who it is must be said."""
    named = people_told(told)
    return RecordEverybody(meeting=told.meeting, absent=named) if named else None


def _everybody(told: Told) -> AnyQuery | AnyCommand | None:
    """Everybody, or all but those who are named, or all whose absence is noted."""
    if _EXCEPTS.search(told.said):
        return _but(told)
    return RecordEverybody(meeting=told.meeting, but_the_absent=bool(_OTHERS.search(told.said)))


def _there(told: Told) -> RecordPresence | None:
    named = people_told(told)
    return RecordPresence(meeting=told.meeting, present=named) if named else None


def _away(told: Told) -> RecordAbsence | None:
    """Somebody who lacks something now was not therefore away."""
    named = people_told(told)
    return RecordAbsence(meeting=told.meeting, absent=named) if named and not _LACKS.search(told.said) else None


def _at(told: Told) -> str:
    """A name and a time as they are typed; empty where either is missing."""
    name, clocks = one_told(told), told.slots.clocks
    return f"{name} {clocks[0].begins:%H.%M}" if name and clocks else ""


def _arrival(told: Told) -> RecordArrival | None:
    return RecordArrival(meeting=told.meeting, words=_at(told)) if _at(told) else None


def _departure(told: Told) -> RecordDeparture | None:
    return RecordDeparture(meeting=told.meeting, words=_at(told)) if _at(told) else None


def _end(told: Told) -> RecordEnd | None:
    clocks = told.slots.clocks
    return RecordEnd(meeting=told.meeting, ended=f"{clocks[0].begins:%H.%M}") if clocks else None


def _was_held(moment: Moment) -> bool:
    return moment.last is not None and not moment.minutes_sent


_EVERYBODY = (
    Saying(
        ways="mangler ingen fremmødet/deltagerlisten | samtlige mødte/deltog",
        act=_noted(_everybody),
        means="RecordEverybody",
        refuses=True,
        when=lambda moment: _was_held(moment) and moment.live is None,
        by_secretariat=True,
    ),
)
_BY_THE_FORM = (
    Saying(
        ways="fremmøderegistrering | mødetidspunkter deltagere",
        act=_open,
        means="RecordPresence RecordAbsence RecordEverybody RecordArrival RecordDeparture RecordEnd",
        refuses=True,
        when=_was_held,
    ),
)
SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "hvem deltog/mødte/mødtes/fremmødte/dukkede | hvem var der/med/tilstede | hvem var til stede | fremmøde"
            " | fremmødte | deltagerliste | hvem har været/deltaget | kryds/krydse/afkrydse af/hvem"
            " | registrer/notér/noter deltagere | registrer/skriv/udfyld fremmøde/deltagere | hvem manglede/udeblev"
            " | hvem var væk/fraværende/ikke | hvem er mødt/til stede/tilstede | hvem har vi her | hvem er her"
            " | navneopråb | ret fremmøde/deltagere | mødedeltagere | hvor mange var der/mødt/deltog"
        ),
        act=_open,
        means="OpenAttendance",
        refuses=True,
        when=lambda moment: moment.last is not None,
    ),
    Saying(
        ways=(
            "alle var/er undtagen/pånær/bortset [tilstede/stede] | alle var på nær [der]"
            " | alle mødte/deltog/kom på nær | alle er på nær | alle var tilstede/stede undtagen/bortset"
            " | alle undtagen/bortset/pånær tilstede/mødt/deltog/med/var | alle minus | kun manglede | alle ud over"
            " | alle mødte/deltog/kom undtagen/nær/bortset/pånær | eneste manglede/fraværende"
        ),
        act=_noted(_but),
        when=_was_held,
        by_secretariat=True,
        is_plain=True,
    ),
    Saying(
        ways=(
            "alle andre/øvrige var/mødte [tilstede/stede/der] | resten var/mødte [tilstede/stede/der/med]"
            " | de andre/øvrige var/mødte [tilstede/stede/der] | ellers var alle [tilstede/stede/der]"
            " | alle andre deltog/kom"
        ),
        act=_noted(lambda told: RecordEverybody(meeting=told.meeting, but_the_absent=True)),
        when=_was_held,
        by_secretariat=True,
        is_plain=True,
    ),
    Saying(
        ways=(
            "alle var tilstede/der/med/mødt/fremmødt !ikke !undtagen | alle var til stede !ikke !undtagen"
            " | alle mødte [op/frem] !ikke | alle deltog/deltaget !ikke | ingen manglede/fraværende/fravær"
            " | fuldtallig/fuldtallige | fuldt hus/fremmøde | hele klyngen/udvalget/gruppen var/mødte [tilstede]"
            " | alle sammen var der/med | 100 % fremmøde | ingen var væk/fraværende | uden fravær/afbud"
        ),
        act=_noted(lambda told: RecordEverybody(meeting=told.meeting)),
        refuses=True,
        when=lambda moment: _was_held(moment) and moment.live is None,
        by_secretariat=True,
        is_plain=True,
    ),
    Saying(
        ways=(
            "var tilstede/stede/fremmødt !ikke !alle !undtagen | til stede var !ikke !alle !undtagen"
            " | deltog/fremmødte !ikke !alle | deltagere/deltagerne var [følgende] !ikke !alle !hvem"
            " | mødte op/frem/fra !ikke !alle | mødt op/frem !ikke !alle | tilstede !ikke !alle !undtagen"
            " | var med/der fra !ikke !alle"
        ),
        act=_noted(_there),
        means="RecordPresence",
        when=_was_held,
        by_secretariat=True,
        is_plain=True,
    ),
    Saying(
        ways=(
            "manglede/udeblev | fraværende/fravær var | fraværende | var ikke tilstede/der/med/mødt"
            " | ikke til stede | deltog/mødte ikke [op] | dukkede ikke op | blev væk | var væk"
            " | var syg/syge/forhindret | kom ikke | har ikke deltaget/været"
        ),
        act=_noted(_away),
        means="RecordAbsence",
        refuses=True,
        when=_was_held,
        by_secretariat=True,
        is_plain=True,
    ),
    Saying(
        ways=(
            "kom/ankom/mødte/stødte [først/sent/senere/til/kl] | dukkede op [først/kl] | kom først/senere/sent kl"
            " | var der fra/først [kl] | deltog fra | kom for sent [kl] | med fra kl | ankomst"
        ),
        act=_noted(_arrival),
        means="RecordArrival",
        when=_was_held,
        by_secretariat=True,
        is_plain=True,
    ),
    Saying(
        ways=(
            "gik/forlod/smuttede [kl/før/mødet] | måtte gå/forlade [kl] | gik hjem/tidligt/før [kl]"
            " | tog/kørte hjem/afsted [kl] | var der til | deltog indtil/til kl | var med indtil | smuttede"
            " | forlod møde [kl] | afgang"
        ),
        act=_noted(_departure),
        means="RecordDeparture",
        when=_was_held,
        by_secretariat=True,
        is_plain=True,
    ),
    Saying(
        ways=(
            "sluttede/stoppede [møde/vi/kl] | møde var slut/forbi/færdigt/hævet [kl]"
            " | møde blev hævet/afsluttet/slut [kl] | var færdige/slut/forbi [kl] | mødet slut/sluttet kl"
            " | hævet/afsluttet kl | hævede/lukkede mødet | vi var færdige | sluttidspunkt | mødet varede til"
            " | først færdige kl"
        ),
        act=_noted(_end),
        means="RecordEnd",
        when=_was_held,
        by_secretariat=True,
        is_plain=True,
    ),
    *_EVERYBODY,
    *_BY_THE_FORM,
)
