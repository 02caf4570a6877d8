"""What people say in everyday words about seats elsewhere, and working groups; see bot/usecases/said/sayings.py."""

from bot.domain.appointments.actions import ShowOrganisation
from bot.usecases.appointments import sayings_of_groups
from bot.usecases.appointments.said import (
    abolished,
    any_call,
    appoint,
    ask_for_candidates,
    call,
    candidate,
    is_seat_shown,
    names_somebody,
    new_seats,
    no_candidate,
    seat,
    seats,
    vacated,
)
from bot.usecases.said.sayings import Saying

_ASKING = (
    Saying(
        ways=(
            "udpegninger | hvor sidder med/vi/kommunen | hvor er vi repræsenteret | repræsenteret [hvor]"
            " | hvem udpeget [til] | hvem har vi udpeget"
            " | hvem sidder [for/i/med] das/pas/kkr/kosu/udvalg/råd/følgegruppe/arbejdsgruppe/grupper/fora"
            " | hvem repræsenterer [i] | repræsentanter [hvem/udvalg/råd] | hvem os i udvalg/råd/fora/kkr/das/pas"
            " | hvilke poster/pladser/udvalg vi | hvilke udvalg [sidder]"
            " | ledig/ledige/ubesat/ubesatte/tom/tomme/vakant/vakante plads/pladser/post/poster"
            " | ledig/ledige/vakant/ubesat | er der plads/pladser ledig | sidder jeg udvalg/råd/grupper/fora"
            " | hvor længe udpeget | min udpegning | er jeg udpeget | pladser [hvilke/alle]"
            " | hvem mangler indstille/udpege/kandidat | kandidater hvor/mangler | hvem indstillet"
            " | vil gerne plads/pladsen arbejdsgruppe/gruppe/udvalg | hvem har plads/pladsen"
            " | poster andre udvalg | hvem er vores mand/repræsentant/medlem i | udløber/udløb udpegning/plads"
            " | hvornår udløber/slutter udpegning/plads | skal vi udpege nogen/nogle | udpegninger mangler"
            " | udpeges [hvornår/igen/hvem] | hvornår udpeges/udpege/udpegning"
            " | mangler folk/nogen/medlemmer udvalg/grupper/arbejdsgrupper/råd"
            " | hvem er i styregruppen/følgegruppen/sundhedsrådet/kkr/das/pas | følgegruppe | udvalg hvem"
        ),
        act=seats,
        means="ShowAppointments",
    ),
    Saying(
        ways=(
            "organisering | organiseret [hvordan] | organisation hvordan/vis/klyngen | organisationsdiagram"
            " | organigram | diagram | arbejdsgrupper | hvem i arbejdsgruppe/gruppe | hvilke grupper [er/har]"
            " | arbejdsgrupper hvilke/har/vis | struktur [klyngen/hvordan]"
            " | hvordan hænger sammen udvalg/grupper/klynge | undergrupper | hvem hører under | hierarki"
            " | hvem er over os | træ organisation"
            " | hvilke grupper/arbejdsgrupper/undergrupper/udvalg under/hører/har !sag !været"
            " | tegn organiseret/organisering/struktur | klyngen/forummet sat/skruet/bygget sammen/op"
            " | hvordan sat sammen | sammensat hvordan klyngen | hvordan er vi/det skruet sammen | skruet sammen"
            " | opbygget klyngen/hvordan | overblik grupper/udvalg | tegning organisation/struktur"
        ),
        act=lambda told: ShowOrganisation(),
        means="ShowOrganisation",
    ),
    Saying(
        ways=(
            "plads vis/nr/nummer | se plads | hvad er plads | hvem har/sidder plads/pladsen | plads status"
            " | hvor længe plads | historik plads | hvem havde plads før"
        ),
        act=seat,
        means="ShowAppointment",
    ),
    Saying(
        ways=(
            "hvem er kandidater/kandidat/indstillet | hvilke kandidater | kandidater plads | indstillet plads"
            " | hvem har indstillet/foreslået plads | kandidater kommet | svar kandidater"
            " | hvem mangler indstille plads | hvem stiller op plads | hvem foreslået/foreslår/meldt/budt/peget"
            " | hvem vil gerne/have | hvilke/hvem navne/navn | navne kommet | svar fra kommunerne"
            " | hvem stillet/stiller/har op | stillet op | hvor mange kandidater/navne/har"
        ),
        act=call,
        when=is_seat_shown,
    ),
    Saying(
        ways=(
            "kandidater plads | hvem indstillet/kandidat/kandidater plads | hvem stiller op plads"
            " | hvem foreslået plads | hvilke kandidater plads | vis kandidater | indkomne kandidater"
        ),
        act=call,
    ),
    Saying(
        ways="kandidatliste plads/pladsen | kandidatfeltet",
        act=any_call,
        means="ShowCall",
        refuses=True,
    ),
    Saying(
        ways=(
            "ny/opret/oprette/ekstra/flere/yderligere/to/tre plads/pladser !ledig | nye pladser"
            " | plads mere [i/arbejdsgruppe] | udpege ny/en repræsentant/medlem til | skal have repræsentant i"
            " | skal udpege [en/to/til] !hvem | ny/ekstra post i udvalg/råd | kommet en plads | bedt om at udpege"
            " | tilføj/tilføje plads/pladser | vi er blevet tilbudt plads/pladser"
            " | vil have/bruge/ønsker medlemmer/repræsentanter/medlem/repræsentant fra os/klyngen"
            " | beder om medlemmer/repræsentanter/repræsentant | plads i udvalg/råd/arbejdsgruppe/kkr oprettes"
            " | lav/lave plads/pladser"
            " | plads/pladser i følgegruppe/arbejdsgruppe/udvalg/råd/kkr/das/pas !ledig !hvem"
            " | får/fået plads/pladser [i/ny/nye/to/tre/fire] !minutter !mødet !dagsorden"
            " | bedt/beder om plads/pladser/repræsentanter | skal stille med repræsentanter/medlemmer/plads"
        ),
        act=new_seats,
        means="OpenAppointmentForm",
        by_secretariat=True,
    ),
)
_CANDIDATES = (
    Saying(
        ways=(
            "bed/bede/indkald/indkalde kandidat/kandidater/indstilling/indstillinger"
            " | indhent/indhente/efterlys/efterlyse kandidat/kandidater/indstilling/indstillinger"
            " | spørg/spørge kommunerne/kommuner/organisationerne indstille/kandidater/kandidat/hvem"
            " | hvem vil indstille spørg | find/finde kandidat/kandidater | kandidater søges"
            " | skal bruge kandidater | start/starte indstillingsrunde/indstilling"
            " | hent/hente/få/saml/samle/modtag indstilling/indstillinger/kandidater/forslag kommunerne/"
            "kommuner/organisationer/fra | spørg/spørge kommunerne/organisationer plads/pladsen"
            " | udbyd/slå pladsen op/ud | send ud kandidater/plads"
        ),
        act=ask_for_candidates,
        means="CallCandidates",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "hent/hente/få/saml/samle indstilling/indstillinger/kandidater/navne/forslag"
            " | spørg/spørge kommunerne/organisationerne/alle/dem/ud | indkald/efterlys/bed/bede | udbyd/slå op"
            " | hvem vil spørg"
        ),
        act=ask_for_candidates,
        when=is_seat_shown,
    ),
    Saying(
        ways=(
            "indstil/indstille/indstiller plads/pladsen/kandidat/suppleant !ikke !ingen"
            " | indstil/indstille/indstiller til kkr/das/pas/kosu | peger/pege på [plads] !ikke !ingen"
            " | vores kandidat er/bliver | kandidat er/bliver !ingen !ikke | stiller op til plads/pladsen"
            " | foreslår plads/pladsen/kandidat !ikke | stiller gerne op | jeg stiller op"
            " | jeg vil/kunne plads/pladsen | vil gerne have plads/pladsen | som kandidat"
            " | melder mig plads/pladsen/kandidat | nominer/nominere/nominerer | vil gerne plads/pladsen/kandidat"
            " | tænke/ønsker/ønske mig plads/pladsen | stiller op"
        ),
        act=candidate,
        means="NameCandidate",
    ),
    Saying(
        ways=(
            "vil gerne | stiller op | vores bud er | stiller med | byder ind med | foreslår | vi vælger"
            " | vi/vores indstil/indstille/indstiller !ikke !punkt !dagsorden !møde !forslag"
            " | indstil/indstille/indstiller [vi/vores/deres] !ikke !punkt !dagsorden !møde !forslag"
        ),
        act=lambda told: candidate(told) if names_somebody(told) else None,
    ),
    Saying(
        ways=(
            "ingen/ikke kandidat/kandidater | ingen/ikke [nogen] pege/indstille/indstiller/foreslå"
            " | ingen vi kan/vil pege/indstille | stiller ikke/ingen op/kandidat"
            " | kan ikke finde kandidat/nogen indstille | indstiller ikke/ingen | har ingen plads"
            " | ikke nogen at indstille | ønsker ikke at indstille | afstår indstille/plads/kandidat"
            " | melder pas kandidat/plads"
        ),
        act=no_candidate,
        means="NoCandidate",
        refuses=True,
    ),
    Saying(
        ways=(
            "vi/vi har ingen/ikke [nogen] | melder pas | springer over | ingen herfra/fra os | desværre ingen"
            " | det bliver ingen"
        ),
        act=no_candidate,
        when=is_seat_shown,
        refuses=True,
    ),
    Saying(
        ways=(
            "udpeg/udpege/udpeger/udpeges plads/pladsen | hvordan udpeger plads"
            " | besæt/besætte/besættes plads/pladsen | udpeg/udpege/udpeges | valgt plads/pladsen"
            " | får/fik plads/pladsen | giv plads/pladsen til | plads/pladsen går til | udnævn/udnævne"
            " | vælg/vælge plads/pladsen | vi vælger til plads"
        ),
        act=appoint,
        means="OpenAppoint",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "er/blev udpeget | udpeget/valgt hun/han/vedkommende | udpeget | valgt | hun/han får den/pladsen"
            " | bliver det | tager pladsen | overtager plads | vælg/vælger | tag/vi tager hende/ham"
            " | møde/mødet/klyngen/vi/formandskabet/forummet udpegede/udpeget/valgte/valgt/pegede !skal"
            " | hvor/hvordan udpeget/udpege/udpeger/udpegning | skal have/vi udpeget/valgt | få/få besat/udpeget"
            " | blev valgt/udpeget/ny | punkt udpegede/udpeget/valgt | besluttet udpege"
        ),
        act=appoint,
        when=is_seat_shown,
    ),
    Saying(
        ways=(
            "plads ledig/tom/vakant/ubesat [blevet/nu/fra]"
            " | fratrådt/trådt/udtrådt/forladt/opsagt/pension plads/pladsen"
            " | udtræder/fratræder/forlader plads/pladsen | træder ud/tilbage plads/pladsen"
            " | frigør plads/pladsen | har ikke længere plads/pladsen | mister plads/pladsen"
            " | trækker/trukket/trække sig plads/pladsen/udvalg/råd/fra"
        ),
        act=vacated,
        means="Vacate",
    ),
    Saying(
        ways=(
            "stoppet/fratrådt/udtrådt/rejst/opsagt/pension | holdt op | ledig/tom/vakant/ubesat"
            " | trådt ud/tilbage | går/gået af | stopper/fratræder/udtræder"
            " | fortsætter/sidder ikke [længere/mere] | sidder der ikke mere/længere | har forladt"
            " | trækker/trukket/trække sig | vil ikke mere/længere"
            " | ikke længere/mere medlem/byråd/politiker/ansat !plads !pladsen | er ude/gået | siger fra/op"
            " | bliver/blevet ledig | plads/pladsen ledig/tom fra/bliver/nu | nyt/andet job/arbejde"
            " | på barsel/orlov | død/gået bort | ude/smuttet/skiftet"
        ),
        act=vacated,
        when=is_seat_shown,
        refuses=True,
    ),
    Saying(
        ways=(
            "nedlæg/nedlægge/nedlægges/nedlagt/afskaf/afskaffes/slet/slettes/fjern/fjernes plads/pladsen"
            " | plads/pladsen findes/eksisterer ikke | plads/pladsen bortfalder/ophører/udgår/væk"
            " | ingen plads længere/mere | plads oprettet fejl"
            " | råd/rådet/udvalg/udvalget nedlagt/nedlægges/nedlæg/findes/eksisterer/ophørt !punkt"
        ),
        act=abolished,
        means="Abolish",
        by_secretariat=True,
        refuses=True,
    ),
)
SAYINGS: tuple[Saying, ...] = (*_ASKING, *_CANDIDATES, *sayings_of_groups.SAYINGS)
