"""What people say in everyday words about other bodies' meetings; see bot/usecases/said/sayings.py."""

from bot.domain.external.state import Position
from bot.usecases.external.said import (
    answer,
    answered,
    any_one,
    cancelled,
    changed,
    edited,
    form,
    held,
    is_shown,
    joint,
    one,
    registered,
    sent,
    shown,
)
from bot.usecases.said.sayings import Saying

_BODIES = "eksternt/sundhedsråd/samarbejdsudvalg/samordningsudvalg/embedsmandsudvalg/kkr/kosu/das/pas"


def _there(ways: str) -> str:
    """The same of each body that may be meant by "@"."""
    return ways.replace("@", _BODIES)


_ASKING = (
    Saying(
        ways=_there(
            "eksterne møder [hvilke/kommer/kommende] | møder/møde andre/andet fora/råd/udvalg"
            " | hvad sker andre fora/råd/udvalg | hvilke møder @ | hvornår @ [møde] | har @ møde"
            " | hvad sker/foregår @ | næste møde @ | noget på vej @ | møder andre steder | andre fora"
            " | liste eksterne | hvad taler/drøfter/behandler @ om | hvad skal @ drøfte/behandle/tale"
            " | kommer der møde @ | snart møde @ | møde @ snart/hvornår/kommende/næste"
        ),
        act=shown,
        means="ShowExternals",
    ),
    Saying(
        ways="status fælles input | dagsordenspunkter ekstern",
        act=any_one,
        means="ShowExternal",
        refuses=True,
    ),
    Saying(
        ways=_there(
            "fælles input [vis/hvem/hvordan] | hvem/alle svaret @ | hvem/nogen mangler svare/svar/input @ | input @"
            " | hvad svaret/skrevet @ | hvad de andre kommuner svaret/sagt/skrevet | andre svaret møde/input"
            " | dagsorden/punkter @ | er input sendt/afsendt/klar | hvordan går input | eksterne møde nummer/nr"
            " | er/bliver @ aflyst/flyttet | holdning @ | hvem har givet input | hvad mener kommunerne/de"
            " | har vi svaret @"
        ),
        act=one,
    ),
    Saying(
        ways=(
            "alle svar/svaret/kommet | hvem mangler/svaret [svare/input] | hvad har de andre svaret/sagt"
            " | vis input | punkter | er alle enige | hvad skal vi svare | hvad siger de andre"
            " | kommuner/organisationer/kommunerne svaret/sagt/mener/skrevet"
            " | svaret til første/andet/tredje/punkt | hvad mener de/kommunerne | vis svar/svarene | holdninger"
            " | punkter på/er | hvad har/siger/mener/synes/skrev sagt/svaret/skrevet | hvad har sagt"
            " | hvad siger/mener | har svaret | hvem er imod/enig/enige/uenig"
        ),
        act=one,
        when=is_shown,
    ),
    Saying(
        ways="mødeindkaldelse eksternt registrér",
        act=registered,
        means="OpenExternalForm",
    ),
    Saying(
        ways=_there(
            "der er møde @ | nyt/opret/registrer/registrere/tilføj/tilføje/indtast/læg/lægge/noter møde @"
            " | nyt/opret/registrer/registrere/tilføj eksternt | holder/afholder møde @"
            " | møde andet/udvalg holder | indkaldt/inviteret møde @ | @ har møde/mødes/tager"
            " | @ møde hvor/kl/tager/behandler | fået indkaldelse @ | @ mødes/samles"
            " | møde et andet forum/udvalg/råd | har fået dagsorden fra @ | møde skal I vide @"
        ),
        act=form,
        means="OpenExternalForm",
    ),
    Saying(
        ways=_there(
            "ret/rette/rettes/ændre/ændres/ændring @ [møde] !dagsorden !tekst"
            " | flyt/flyttes/flyttet/rykket/ryk/udsat/udskudt @ [møde] !dagsorden !tekst | ny dato/tid @"
            " | andet tidspunkt @ | eksternt møde rettes/ændres"
        ),
        act=changed,
        means="OpenExternal ChangeExternal",
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "flyttet/rykket/flyt/ryk/udsat/udskudt/rykke/flyttes/rykkes [til]"
            " | ret/rette/ændre/ændres [tidspunkt/dato/sted/punkter] | ny/anden dato/dag/tid"
            " | andet tidspunkt/sted | nu den i stedet | tidspunkt/dato forkert"
        ),
        act=changed,
        when=is_shown,
    ),
    Saying(
        ways="møde den rykket/rykke/flyttet til",
        act=changed,
        when=is_shown,
    ),
    Saying(
        ways=_there(
            "aflyst/aflys/aflyses/aflyser/aflysning/droppet/sløjfet/annulleret @ !ikke | @ ikke til noget"
            " | @ holdes/mødes ikke"
        ),
        act=cancelled,
        means="CancelExternal",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "aflyst/aflys/aflyses/aflyse/aflysning [møde] [er] !ikke | bliver ikke til noget"
            " | droppet/sløjfet/annulleret | holdes/gennemføres ikke | det falder bort | møde falder ud/bort/væk"
            " | det bliver droppet | slet mødet"
        ),
        act=cancelled,
        when=is_shown,
        refuses=True,
    ),
    Saying(
        ways=(
            "holdes/afholdes/gennemføres alligevel | alligevel | ikke aflyst alligevel"
            " | bliver til noget alligevel | aflysning fejl/tilbage/trukket | genoptag/genopliv"
            " | ikke længere aflyst"
        ),
        act=held,
        when=is_shown,
        refuses=True,
    ),
    Saying(
        ways=_there("@ holdes/afholdes/gennemføres/bliver alligevel | eksternt alligevel"),
        act=held,
        means="ChangeExternal",
        by_secretariat=True,
    ),
)
_ANSWERING = (
    Saying(
        ways=_there(
            "enig/enige/tilslutte/tilslutter/støtter/bakker input/tekst/@ !ikke | enig/enige punkt @ !ikke"
            " | ingen bemærkninger/kommentarer input/@ | godkender/ok/fint fælles input/tekst/@ !ikke"
            " | kan tilslutte sig input/tekst/@ | vi med på fælles input/tekst"
        ),
        act=answer(Position.AGREE),
    ),
    Saying(
        ways=(
            "enig/enige !ikke | tilslutte/tilslutter [os] !ikke | støtter/bakker | ingen bemærkninger/kommentarer"
            " | ok/fint med/fra os | vi er med på | det er fint | godkender/godkendt !ikke"
        ),
        act=answer(Position.AGREE),
        when=is_shown,
    ),
    Saying(
        ways=_there(
            "bemærkning/bemærkninger/kommentar/kommentarer/forbehold input/tekst/@ !ingen"
            " | ikke enig/enige @/input/tekst | uenig/uenige @/input/tekst | vores holdning @"
            " | kan ikke tilslutte/støtte @/input/tekst | indvending/indvendinger @/input !ingen | mener noget andet @"
        ),
        act=answer(Position.REMARK),
        refuses=True,
    ),
    Saying(
        ways=(
            "bemærkning/bemærkninger/kommentar/kommentarer/forbehold/indvending !ingen | ikke enig/enige"
            " | uenig/uenige | kan ikke tilslutte/støtte | enig/enige men | vi mener/synes at | vores holdning er"
        ),
        act=answer(Position.REMARK),
        when=is_shown,
        refuses=True,
    ),
    Saying(
        ways=_there(
            "mandat @/input/tekst/repræsentant !har !hvilket | giver/give mandat @/input/formanden"
            " | forhandlingsmandat | må gå til @ | frie hænder @/input | råderum @ | vores mandat @"
        ),
        act=answer(Position.MANDATE),
    ),
    Saying(
        ways=(
            "mandat [giver/give/vores/til] | frie hænder | råderum | bemyndige/bemyndiger | må gerne sige ja"
            " | grænsen er"
        ),
        act=answer(Position.MANDATE),
        when=is_shown,
    ),
)
_IN_OWN_WORDS = (
    Saying(
        ways="indspil fra os eksternt | høringssvar eksternt",
        act=answered,
        means="AnswerInput",
        refuses=True,
    ),
)
_JOINT = (
    Saying(
        ways=_there(
            "fælles tekst [vis/få] | talepapir | fælles holdning/standpunkt/linje | hvad skal vi/jeg/sige @"
            " | hvad siger/mener/sige vi/kommunerne @ | hvad kommunerne sige til @ | tekst @"
            " | tale/manus/talepunkter @ | fælles indspil | noget at sige @ | hvad har klyngen at sige @"
            " | tekst medbringe/med repræsentant"
        ),
        act=joint,
        means="ShowJoint",
    ),
    Saying(
        ways=(
            "tekst hvordan/vis/se/hvad | hvad siger vi | hvad står der | vis tekst/talepapir | hvad skal vi sige"
            " | tekst/teksten [hele/samlet/samlede/fælles/vis/se/få/giv] !ret !rette !ændre !skriv"
            " | samlet/samlede/færdig/færdige/endelig/endelige tekst | det hele samlet | kopiere/kopier tekst/den"
            " | hvad bliver/er fælles/teksten | hvad skal/kan repræsentant/vi/han/hun sige | talepapir"
        ),
        act=joint,
        when=is_shown,
    ),
    Saying(
        ways=(
            "ret/rette/rettes/ændre/ændres/redigere/skriv/formuler fælles/den tekst"
            " | tekst rettes/ændres/omskrives/forkert/om | lav/lave/skriv/skrive tekst om"
            " | tekst ret/rette/ændre punkt | anden/ny tekst [punkt] | skriv i stedet [punkt]"
            " | formulering ændres/anden fælles | skriv fælles tekst"
            " | omskriv/omskrive/omformuler/omformulere/formuler/lav/skriv [om/nr/nummer/den/punkt]"
            " | formulering/formuleringen | formulering/teksten dur/holder ikke"
            " | skarpere/blødere/kortere/længere/tydeligere | så der står | stå/står at/i stedet"
        ),
        act=edited,
        when=is_shown,
    ),
    Saying(
        ways=(
            "ret/rette/rettes/ændre/ændres/redigere/omskriv/omskrive/omformuler fælles tekst/input"
            " | fælles tekst/input forkert/anderledes/ændres/rettes | tilføj fælles tekst/input"
        ),
        act=edited,
        means="OpenJointText EditJoint",
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways=_there(
            "input/tekst/talepapir sendt/afsendt/afleveret/fremsendt/videresendt/sted/afsted !er"
            " | fælles input/tekst er sendt/afsendt/afleveret/fremsendt/videresendt/afsted"
            " | marker input/tekst sendt/afsendt | har sendt input/tekst [@]"
            " | sendt til @ input/tekst/holdning/svar | input sendt | send input/tekst"
        ),
        act=sent,
        means="SendJoint",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "er/nu sendt/afsendt/afsted/afleveret | har sendt den/det | marker sendt/afsendt | sendt | afsendt"
            " | send den/det | sendt/afsendt/afleveret til/råd/sundhedsråd/udvalg/dem | er hos dem/rådet"
            " | givet videre | lagt/sendt videre"
        ),
        act=sent,
        when=is_shown,
    ),
)
SAYINGS: tuple[Saying, ...] = (*_ASKING, *_ANSWERING, *_IN_OWN_WORDS, *_JOINT)
