"""What people say in everyday words about filing; see bot/usecases/said/sayings.py."""

from bot.domain.filing.actions import ShowUnfiled
from bot.usecases.filing.said import case_file, file_on, file_on_or_show, filing, marked, names_case, put, says_case
from bot.usecases.said.sayings import Saying

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "journalisering | journaliser [jeg/skal/hvordan] | hvor journaliseret/journaliserer"
            " | sagsnummer [hvad/hvilket] | hvilken sag hører/ligger/er [punkt/møde/til]"
            " | hvilket/hvad/vis sagsnummer/journalnummer | journalnummer | hvilken sag journaliseret/ligger/lagt"
            " | kle/kle-nummer/kle-emne [hvilket/hvad] | ligger i/på esdh/journalen/sagen/sbsys/acadre/workzone"
            " | skift/skifte/ændre/ret/rette/fjern/fjerne/slet sagsnummer/journalnummer | esdh [hvordan]"
            " | hvem har journaliseret | hvornår journaliseret | acadre | sbsys | workzone | f2 sag | public 360"
        ),
        act=lambda told: None if says_case(told) else filing(told),
        means="ShowFiling",
    ),
    Saying(
        ways="journaliser/sag/kle/handlingsfacet sættes/tilknyttes/noteres punkt/møde",
        act=file_on_or_show,
        means="FileOn",
        by_secretariat=True,
    ),
    Saying(
        ways="er journaliseret [møde/referat/punkt]",
        act=lambda told: filing(told) if told.mood.asks or not told.moment.serves else None,
    ),
    Saying(
        ways=(
            "hvad/hvilke mangler/ikke journaliseret/journaliseres/journalisering/journalen/esdh"
            " | mangler journalisere/journaliseret/journalisering/journalen"
            " | hvilke møder ikke lagt/journaliseret/sag | hvad/noget mangler på sagen/journalen/esdh"
            " | hvad ligger ikke i esdh/journalen/sbsys | ikke journaliseret/journaliseres/journalisere"
            " | ujournaliseret/ujournaliserede | bagud journalisering | skal journaliseres hvad/noget"
            " | hvad skal på sag | sæt/læg/før/tag punkt på sag/sagen | ikke lagt på sag"
            " | marker ikke journaliseret | efterslæb journalisering | hvad skal jeg journalisere"
        ),
        act=lambda told: ShowUnfiled(),
        means="ShowUnfiled",
    ),
    Saying(
        ways=(
            "sagsmappe | sagsmappen [hent/få/giv] | hent/download/eksporter/eksportere/pak sag/sagen/sagsakter"
            " | alle papirer/dokumenter/filer samlet/zip/ét | zip | zipfil | samlet fil/pakke møde"
            " | hele sagen fil/samlet/hente | sagsakter | mappe møde/sag hent/giv | hente alt møde | arkivpakke"
            " | journalpakke | pakke/mappe esdh/journalen/arkivet | alt fil/én/samlet fra/møde | pakke arkiv"
            " | dokumentpakke | samlet dokumenter/papirer/pakke/fil | arkiv pakke/fil/samlet"
            " | alt materiale samlet"
        ),
        act=case_file,
        means="FetchCaseFile",
    ),
    Saying(
        ways=(
            "sagsnummer er | journalnummer er | sagsnummer"
            " | læg/lægge/lægges/journaliser/journalisere/journaliseres på sag | hører til sag | skal på sag"
            " | sag er/nr/nummer punkt/møde | journaliser/journaliseres på | kle på/er/til | kle [punkt]"
            " | registrer sagsnummer | knyt/tilknyt til sag | brug sag | gem på sag | før på sag"
            " | sæt/indsæt/giv sagsnummer | sag"
        ),
        act=lambda told: file_on(told) if names_case(told) else None,
        is_plain=names_case,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "marker journaliseret !ikke | er/nu/har journaliseret !ikke !mangler"
            " | journaliseret [det/hele/alt/møde/referat] !ikke !mangler | har journaliseret !ikke"
            " | er journaliseret på !ikke | arkiveret !ikke | gemt esdh/journalen !ikke"
            " | overført esdh/journalen !ikke | journalisering klaret/færdig/gjort/sket !ikke"
            " | alt/alle er/ligger nu esdh/sbsys/acadre/journalen !ikke"
            " | er/har/nu lagt i/på esdh/sbsys/acadre/workzone/journalen !ikke !mangler !skal"
            " | har/nu lagt referat/møde/dagsorden/det sag/sagen !ikke"
            " | arkiveret/gemt referat/møde/dagsorden !ikke"
        ),
        act=marked,
        means="MarkFiled",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "lagt i/på/ind esdh/sbsys/acadre/workzone/journalen/sagen !ikke !mangler | har lagt !ikke"
            " | lagt det hele/alt ind/på | er/ligger lagt sag/sagen !ikke"
        ),
        act=put,
        by_secretariat=True,
    ),
)
