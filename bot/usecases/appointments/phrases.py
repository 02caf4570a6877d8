"""What people type about appointments and groups; see bot/usecases/phrases.py."""

from bot.domain.appointments import typed
from bot.domain.appointments.actions import (
    Abolish,
    CallCandidates,
    CloseGroup,
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
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases(
        "[vis/se] udpegninger/udpegningerne | [vis/se] ledige pladser | hvilke pladser er ledige"
        " | hvem er udpeget | hvem har vi udpeget | hvem sidder i {ord} | bed om kandidater"
        " | bed om kandidater til {ord} | hvem mangler at indstille/udpege | hvem mangler at svare om kandidater"
        " | appointments",
        lambda got: ShowAppointments(),
    ),
    QueryPhrases(
        "[vis/se] organisering/organiseringen | [vis/se] arbejdsgrupper/arbejdsgrupperne | hvilke arbejdsgrupper har vi"
        " | hvordan er klyngen organiseret",
        lambda got: ShowOrganisation(),
    ),
    QueryPhrases("[vis/se] plads {nr}", lambda got: ShowAppointment(number=got.number, year=got.year)),
    QueryPhrases(
        "[vis/se] kandidater til plads {nr} | [vis/se] kandidaterne til plads {nr}",
        lambda got: ShowCall(number=got.number, year=got.year),
    ),
    QueryPhrases("[vis/se] arbejdsgruppe/gruppe {nr}", lambda got: ShowGroup(number=got.number, year=got.year)),
    QueryPhrases("opret/ny plads | opret en plads", lambda got: OpenAppointmentForm()),
    CommandPhrases("opret/ny plads: | opret/ny plads i: | nye pladser:", lambda got: typed.new_seat(got.words)),
    CommandPhrases("opret/ny plads i {ord}", lambda got: typed.new_seat_in(got.tail)),
    CommandPhrases(
        "bed om kandidater til plads {nr} | indkald kandidater til plads {nr} | bed om kandidat til plads {nr}",
        lambda got: CallCandidates(number=got.number, year=got.year),
    ),
    CommandPhrases("indstil {ord} | vi indstiller {ord}", lambda got: typed.nomination(got.tail)),
    CommandPhrases("ingen kandidat | vi har ingen kandidat", lambda got: NoCandidate()),
    CommandPhrases(
        "ingen kandidat til plads {nr} | vi har ingen kandidat til plads {nr}",
        lambda got: NoCandidate(number=got.number, year=got.year),
    ),
    QueryPhrases("udpeg til plads {nr}", lambda got: OpenAppoint(number=got.number, year=got.year)),
    CommandPhrases("udpeg {ord}", lambda got: typed.appointment(got.tail)),
    CommandPhrases("plads {nr} er [blevet] ledig", lambda got: Vacate(number=got.number, year=got.year)),
    CommandPhrases(
        "plads {nr} er [blevet] ledig fra {dag}",
        lambda got: Vacate(number=got.number, year=got.year, since=got.tail),
    ),
    CommandPhrases("nedlæg plads {nr}", lambda got: Abolish(number=got.number, year=got.year)),
    QueryPhrases(
        "ny/opret arbejdsgruppe | nedsæt arbejdsgruppe | nedsæt en arbejdsgruppe", lambda got: OpenGroupForm()
    ),
    CommandPhrases("ny/opret/nedsæt arbejdsgruppe:", lambda got: typed.new_group(got.words)),
    CommandPhrases(
        "ny/opret/nedsæt arbejdsgruppe om {ord} | opret/nedsæt en arbejdsgruppe om {ord}",
        lambda got: typed.new_group(got.tail),
    ),
    CommandPhrases("luk arbejdsgruppe/gruppe {nr}", lambda got: CloseGroup(number=got.number, year=got.year)),
    CommandPhrases("genåbn arbejdsgruppe/gruppe {nr}", lambda got: ReopenGroup(number=got.number, year=got.year)),
)
