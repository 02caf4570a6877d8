"""What people say in everyday words about the shared funds; see bot/usecases/said/sayings.py."""

from bot.domain.funds.actions import OpenDisposalForm, OpenGrantForm, OpenSpendingForm, ShowFundEntry, ShowFunds
from bot.domain.funds.state import CouncilAnswer
from bot.usecases.funds.said import (
    afford,
    asked_of,
    council,
    counter,
    dispose,
    disposed,
    entry,
    entry_of_list,
    entry_or_funds,
    form,
    funds,
    grant,
    granted,
    report,
    spend,
    spent,
)
from bot.usecases.said.moment import Moment
from bot.usecases.said.sayings import Saying
from bot.usecases.said.unless_asked import unless_asked


def _is_entry_shown(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, ShowFundEntry)


def _plainly(ways: str) -> str:
    """The same where nothing beside it turns the yes round."""
    unless = " !ikke !nej !imod !ned !udsat !udskudt !afventer !venter !afvist !forkastet !endnu !først"
    return "|".join(f"{each}{unless}" for each in ways.split("|"))


_ASKING = (
    Saying(
        ways=(
            "penge/midler hvor/hvad/hvem/hvornår/hvordan/nå | hvor meget gået/går til"
            " | hvor kommer penge/midler fra | har vi brugt alle/alt | er der brugt | er pengene/midlerne"
            " | hvem dækker/betaler/finansierer | finansiering | tilskud hvor/hvad/fået | bevægelser pulje/konto"
            " | brænder inde | penge/midler/kroner tilbage | hvor mange penge/midler/kroner"
            " | hvor meget [penge] tilbage | saldo | hvordan går/ser/står med penge/midler/økonomi"
            " | penge/midler/kroner !opgave kassen/puljen/kontoen | flere penge/midler | har vi penge/midler"
            " | er der penge/midler | nogen/nogle penge/midler | status penge/midler/økonomi | hvad koster [det]"
            " | hvad penge/midler brugt/gået/går | hvor mange/meget brugt/disponeret/bevilget/reserveret"
            " | hvad vi/har/er brugt/disponeret/bevilget/reserveret !dig | budget vores/klyngens/årets/hvad"
            " | økonomi hvordan/vores/status/klyngens/overblik | pulje hvor/stor/søge/vores | kassebeholdning"
            " | hvor stort/stor budget/pulje/beløb/bevilling"
            " | hvor stor del midler/penge/klyngemidler/fællesmidler | klyngemidler | fællesmidler"
            " | fælles midler | hvem fået/har penge/midler | hvad går penge/midler til"
            " | hvad bruger/bruges penge/midler/klyngemidler/fællesmidler"
            " | må bruge/bruges/bruge penge/midler/klyngemidler/fællesmidler"
            " | ubrugte/resterende/overskydende penge/midler | gøre godt med | fået tilskud/penge"
            " | kan få penge/midler | kan søge penge/midler/pulje | byråd mangler/hvilke/svaret/alle/hvem"
            " | kommunalbestyrelse mangler/hvilke/svaret | disponer/disponere/disponeret ikke"
            " | er penge/midler/beløb bevilget/disponeret/brugt/udbetalt | fik de penge | ikke disponeret endnu"
            " | ledige midler/penge | midler hvor meget | er bevilget | bevilling | disponering | forbrug"
            " | kassen | tilskud | byråd | kommunalbestyrelse | rest bevilling | restbeløb | er betalt"
            " | hvad kommunen/kommunerne fået | penge | midler | puljen | midler/penge søge/ansøge/få hvordan"
            " | stadig midler/penge | hvor mange midler disponeret"
            " | byråd/kommunalbestyrelse bevilling/bevillingen mangler/alle | penge/midler overs/tilovers/rest"
            " | hvad står der på kontoen/puljen | kassen/puljen/kontoen tom/tømt/fuld/fyldt/ved"
            " | snart tom/brugt kassen/puljen | hvad er der i kassen/puljen"
        ),
        act=funds,
        means="ShowFunds",
    ),
    Saying(
        ways=(
            "årsopgørelse | årsregnskab | regnskab [midler/penge/puljen/klyngemidler]"
            " | opgørelse midler/penge/klyngemidler/fællesmidler | hvad/hvor brugt/bruget/disponeret år/sidste"
            " | brugt i alt år | midler/penge sidste/forrige år | gjort rede penge/midler"
            " | redegørelse midler/penge | rapport midler/penge/klyngemidler/økonomi | forbrug år/årets/samlet"
            " | årets forbrug/regnskab | hvor lang tid bevilling/forbrug/disponering/disponere | regnskabsår"
            " | økonomirapport | midler brugt af hvem | hvilke byråd godkendt/sagt"
            " | oversigt forbrug/disponeringer/bevillinger | alle posteringer/poster/bevillinger/disponeringer"
        ),
        act=report,
        means="ShowFundReport",
    ),
    Saying(
        ways="råd til | har råd | råd til det/at/den/flere",
        act=afford,
    ),
    Saying(
        ways="hvad er/dækker nummer/nr | vis/se nummer/nr | nummer/nr",
        act=entry_of_list,
        when=lambda moment: isinstance(moment.talk.shown, ShowFunds),
    ),
    Saying(
        ways=(
            "post nr/nummer/vis | hvad er post [noget] | post | postering | bilag post | se post"
            " | hvem har posteret/oprettet post | posten hvad | hvad dækker post | læs post"
            " | postering/posteringen på | vis postering/posteringen"
        ),
        act=entry,
    ),
    Saying(
        ways="bilagsnummer klyngemidler | tredje/første/anden/fjerde post",
        act=entry_or_funds,
        means="ShowFundEntry",
    ),
)
_ENTERING = (
    Saying(
        ways=(
            "bevilling kommet/fået/ny/registrer/indtast/noter/modtaget/opret | bevillinger registrere/ny"
            " | fået penge/midler/tilskud fra/kr | fået mio/kr/kroner | penge/midler kommet/ind/modtaget"
            " | registrer/registrere/registreret nye/flere penge/midler/tilskud | givet mio/kr/kroner/penge"
            " | kommunerne/regionen givet/indbetalt/bevilget/bevilger | tilskud modtaget/fået/på"
            " | overført/overfører/indbetalt/indbetaler klyngen/puljen/os/kr | bevilget os/klyngen/puljen"
            " | bevilger os/klyngen | er bevilget kr | tilføre/tilført/tilfør puljen/midler/penge"
            " | indsæt/sæt penge/midler/kr ind puljen/kontoen | nye midler/penge [kommet]"
            " | øge/øget/hæve/hævet puljen/bevillingen"
            " | læg/lægge/sæt/indbetal/indsæt puljen/kassen/kontoen !hvor | forhøj/forhøje bevilling"
            " | regionen/kommunerne/staten bevilget/bevilger"
        ),
        act=unless_asked(grant, asked_of(OpenGrantForm())),
        means="RegisterGrant",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "fået fra/af regionen/kommunerne/staten/ministeriet/puljen | givet klyngen/puljen/os"
            " | får fra/af regionen/staten"
        ),
        act=lambda told: grant(told) if told.slots.amounts else None,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "kommet/kommer/indgået/tikket/overført/overføres kr/mio/kroner/penge/beløb"
            " | kommet fra/til staten/regionen/puljen/kassen"
            " | staten/regionen/ministeriet/kommunerne givet/overført/bevilget/bidrager/bidraget/skyder/smidt"
            " | har fået/modtaget | bevilling/bevillingen/tilskud på lyder/til/er | tilsagn om | kommet ind"
            " | lagt i puljen/kassen | bidrager/bidrage/bidrag/bidraget kr/puljen/med | skyder/smider ind/puljen"
        ),
        act=granted,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "får/fået/fik/have/modtager/tilfalder/tildeles/tilkendes til | får de/den/et/sin | skal have"
            " | går til | skriv/skrive af til | bevilg/bevilge/bevilger/bevilges/bevilget til"
            " | støtter/støttes med | gå/går til | skal gå/gives/udbetales til | afsat/sat/lagt til side"
            " | disponeret/disponeres | øremærket/øremærkes"
        ),
        act=disposed,
        means="Dispose",
    ),
    Saying(
        ways=(
            "brugt/betalt/udbetalt af penge/pengene/midler/midlerne/bevilling/bevillingen/puljen"
            " | er gået til !gå !skal | regning/faktura på/fra/lyder | brugt/betalt/forbrugt/afholdt/kostet"
            " | gået/gik kr/til/forplejning/transport/oplæg/konsulent/materialer !skal/kostede/købt/udbetalt/"
            "afregnet/fakturer/faktureret"
        ),
        act=spent,
        means="RegisterSpending",
    ),
    Saying(
        ways=(
            "skema/formular/blanket/formularen/skemaet bevilling | ny bevilling"
            " | hvordan/hvor registrerer/indtaster bevilling | registrere/indtaste/notere/skrive bevilling"
        ),
        act=form(OpenGrantForm),
        means="OpenGrantForm",
    ),
    Saying(
        ways=(
            "skema/formular/blanket/formularen/skemaet disponering/disponere/udmøntning"
            " | hvordan/hvor registrerer/indtaster disponering | registrere/indtaste/notere/skrive/ny disponering"
            " | skal have disponeret"
        ),
        act=form(OpenDisposalForm),
        means="OpenDisposalForm",
    ),
    Saying(
        ways=(
            "skema/formular/blanket/formularen/skemaet forbrug/udgift/udgifter/regning"
            " | hvordan/hvor registrerer/indtaster/skriver forbrug/udgift/regning"
            " | skal have noteret/registreret/skrevet forbrug/udgift"
            " | registrere/indtaste/notere forbrug/udgift/udgifter | nyt forbrug | ny udgift"
        ),
        act=form(OpenSpendingForm),
        means="OpenSpendingForm",
    ),
    Saying(
        ways=(
            "disponer/disponere/disponerer/disponering !ikke | disponer kr/midler/penge/beløb !ikke"
            " | afsæt/afsætte/afsætter/afsat kr/penge/midler/beløb !min !minutter"
            " | sæt/sætte/sætter af kr/penge/midler/kompetenceforløb | sæt/sætte/sætter af !tid !min !minutter"
            " | reserver/reservere/reserverer/reserveret kr/penge/midler/beløb/til !lokale"
            " | udmønt/udmønte/udmønter/udmøntning | øremærk/øremærke/øremærker/øremærket"
            " | fordel/fordele/fordeler midler/penge/kr | bruge/bruger kr/penge/midler til !må"
            " | tildel/tildele/tildeler penge/midler/kr | giv/give/giver penge/kr/midler til | vi vil bruge kr"
            " | disponer hvordan | besluttet bruge kr/penge"
        ),
        act=unless_asked(dispose, asked_of(OpenDisposalForm())),
    ),
    Saying(
        ways=(
            "brugt kr/af/penge/kroner | forbrug registrer/registrere/noter/notere/skriv/indtast/nyt/på/indberet"
            " | har brugt [af] | er brugt [kr] | bogfør/bogføre/bogført"
            " | regning/faktura kr/på/betalt/modtaget/fået | betalt kr/regning/faktura | udgift/udgifter [kr/på]"
            " | har kostet | kostede | afholdt udgift | er forbrugt | forbrugt kr | der er gået kr"
            " | træk fra midler/penge/post | gået kr til | lød på kr | faktura/regning"
            " | hvor registrerer/skriver/noterer jeg forbrug | købt kr/for | udbetalt kr"
        ),
        act=unless_asked(spend, asked_of(OpenSpendingForm())),
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "tilbagefør/tilbageføre/tilbageføres/tilbageførsel"
            " | annuller/annullere/annulleres/slet/slette/slettes/fortryd/fjern post"
            " | annuller/annullere/fortryd/slet disponering/disponeringen/bevilling"
            " | annuller/annullere/fortryd/slet bevillingen/forbrug/forbruget/postering"
            " | post forkert/fejl/dobbelt/dublet/rettes/ret | postering forkert/fejl/dobbelt"
            " | modpost/modposter/modpostering | træk/trække/trækkes disponering/bevilling tilbage"
            " | forkert beløb post | omposter/ompostere | beløb/beløbet forkert registreret"
            " | bogført/posteret/registreret/indtastet forkert/fejl/dobbelt/to"
            " | før/føre/føres post/den/det tilbage | forkert bogført"
        ),
        act=counter,
        means="CounterEntry",
    ),
    Saying(
        ways=(
            "fejl | forkert | slet den | fortryd den | skal tilbage | annuller den"
            " | bogført/posteret/registreret/indtastet forkert/fejl/dobbelt | før/føre/tilbagefør tilbage/den"
            " | den er forkert/gal/dobbelt | væk/ud med den | dobbelt | skal væk | tag den ud"
        ),
        act=counter,
        when=_is_entry_shown,
    ),
)
_COUNCILS = (
    Saying(
        ways=_plainly(
            "byråd/kommunalbestyrelse/regionsråd ja/godkendt/godkendte/godkender/vedtaget"
            " | byråd/kommunalbestyrelse/regionsråd vedtog/vedtager/tiltrådt/tiltrådte/tiltræder"
            " | byråd/kommunalbestyrelse/regionsråd bevilget/stemt/stemte"
            " | byråd/kommunalbestyrelse/regionsråd enig/enige/accepteret/støtter/bakker/medhold"
            " | på plads byråd/kommunalbestyrelse | sagde/sagt god byråd/kommunalbestyrelse"
            " | politisk godkendt/vedtaget [os] | sagt/sagde ja midler/penge"
            " | byråd/kommunalbestyrelse/regionsråd sagde/sagt/siger ja [aftes/går/mødet] !ikke !nej"
            " | godkendt politisk/byråd | ja/grønt byråd/kommunalbestyrelse/regionsråd"
        ),
        act=council(CouncilAnswer.APPROVED),
        means="AnswerForCouncil.approved",
    ),
    Saying(
        ways=(
            "byråd/kommunalbestyrelse/regionsråd nej/afvist/afviste/afviser/forkastet/forkastede/imod"
            " | byråd/kommunalbestyrelse/regionsråd ikke godkendt/godkendte/godkende/godkender"
            " | byråd/kommunalbestyrelse/regionsråd ikke ville/vedtaget/vedtog/enig/med"
            " | politisk afvist/nej/forkastet | stemte/stemt nej/imod byråd/penge/midler"
            " | faldt/faldet/ned byråd/kommunalbestyrelse | nedstemt | stemt ned"
            " | byråd/kommunalbestyrelse/regionsråd siger/sagde/sagt nej"
            " | byråd/kommunalbestyrelse/regionsråd vendt tommelfingeren/ned"
            " | byråd/kommunalbestyrelse vil/støtter/giver ikke/ingen | rødt lys/kort byråd/kommunalbestyrelse"
            " | fik nej i/byråd | afslag byråd/kommunalbestyrelse"
        ),
        act=council(CouncilAnswer.REJECTED),
        means="AnswerForCouncil.rejected",
        refuses=True,
    ),
    Saying(
        ways=(
            "byråd/kommunalbestyrelse/regionsråd udsat/udsatte/udskudt/udskød/afventer"
            " | byråd/kommunalbestyrelse/regionsråd venter/endnu/stilling/behandler/behandles/først"
            " | byråd/kommunalbestyrelse/regionsråd ikke endnu/færdig/færdige/stilling/nået/behandlet/taget"
            " | politisk ikke behandlet/endnu | afventer politisk/byråd/kommunalbestyrelse"
            " | ikke behandlet politisk/byråd | kommer på byråd/kommunalbestyrelse"
            " | skal behandles byråd/kommunalbestyrelse/politisk | byråd/kommunalbestyrelse senere/næste"
            " | byråd/kommunalbestyrelse/regionsråd tager/tages/kommer/op januar/februar/marts/april/maj/"
            "juni/august/september/oktober/november/december"
            " | byråd/kommunalbestyrelse sender/sendt udvalg/tilbage | byråd/kommunalbestyrelse vil vide/have"
        ),
        act=council(CouncilAnswer.PENDING),
        means="AnswerForCouncil.pending",
        refuses=True,
    ),
)
SAYINGS: tuple[Saying, ...] = (*_ASKING, *_ENTERING, *_COUNCILS)
