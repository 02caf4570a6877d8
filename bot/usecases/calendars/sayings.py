"""What people say in everyday words about their own calendar."""

from bot.domain.calendars.actions import OpenCalendar, RenewCalendar
from bot.usecases.said.moment import Moment
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told


def _calendar_shown(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, OpenCalendar)


def _calendar(told: Told) -> OpenCalendar:
    return OpenCalendar(meeting=told.meeting)


def _renewed(told: Told) -> RenewCalendar:
    return RenewCalendar(meeting=told.meeting)


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "kalender [min/ind/læg/føj/tilføj/møde/sæt/book/gem/synkroniser] !mødekalender !forny !nulstil"
            " | outlook [møde/ind/få] !mail | google [kalender] | ical | ics [fil] | iphone"
            " | telefon datoer/møder/ind/abonner/eksporter/mobil [min] | mobil møder/datoer/kalender"
            " | læg/sæt/gem/book møde kalender | abonner/abonnere/abonnér/abonnement [møder/kalender/datoer]"
            " | synkronisere/synkroniser [kalender/møder] | kalenderlink | kalenderfil | kalenderinvitation"
            " | mødeindkaldelse [kalender/få/mangler] | mødeinvitation | eksporter/eksportere møder/datoer"
            " | datoer ind telefon/kalender/outlook | møde ikke kalender | indkaldelse kalender/outlook/mangler"
            " | kalenderabonnement | kalenderadresse | link kalender/møder | app møder/kalender | webcal"
            " | calendar"
        ),
        act=_calendar,
        means="OpenCalendar",
    ),
    Saying(
        ways=(
            "forny/fornye/nulstil/nulstille/skift/skifte/udskift/regenerer/genskab/ny/nyt/ændre kalender/"
            "kalenderadresse/kalenderlink/kalenderabonnement/adresse [min] !møde !opret !mailadresse !sted"
            " | kalenderlink/kalenderadresse/kalender delt/lækket/andre/forkerte/kompromitteret/ugyldig/spredt/"
            "misbrugt [nyt/lav] | ny adresse kalender/abonnement/kalenderen | andre kan se min kalender"
            " | spær/luk/stop kalenderlink/kalenderadresse/kalenderabonnement"
            " | kalenderlink/kalenderadresse forny/nyt/ny | kalender andre/gamle/fået/set giv/lav/have ny/nyt"
            " | link/lenke/lenk/adresse kalender ny/nyt/anden"
            " | ny/nyt/anden link/lenke/adresse [giv/lav/have] andre/delt/videre/væk"
            " | min kalender virker ikke ny"
            " | nogen/andre/forkerte/uvedkommende kalender/kalenderadresse/kalenderlink/adresse har/fået/fat/set/"
            "kender | mistet/lækket/delt link/adresse kalender"
        ),
        act=_renewed,
        means="RenewCalendar",
        is_plain=True,
    ),
    Saying(
        ways=(
            "ny/nyt [link/adresse/lav/bruge] | forny/nulstil/skift [den/det] | delt | forkerte hænder"
            " | adresse kommet ud | luk/spær [den/det]"
        ),
        act=_renewed,
        is_plain=True,
        when=_calendar_shown,
    ),
)
