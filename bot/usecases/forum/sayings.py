"""What people say in everyday words to find their way in a forum; see bot/usecases/said/sayings.py."""

from bot.domain.forum.actions import (
    ChangeChoice,
    ShowAbout,
    ShowChoices,
    ShowContact,
    ShowHelp,
    ShowSuccession,
)
from bot.usecases.forum.choice_said import choices, decided
from bot.usecases.forum.sayings_of_charter import SAYINGS as CHARTER
from bot.usecases.said.sayings import Saying

_SHORT = 40  # characters of a sentence that speaks of nothing else

_HELP = (
    Saying(
        ways=(
            "hvad kan du [gøre/hjælpe/skrive/dig] | hvem er du | hvad er du [for]"
            " | hvad er det for en/noget ny/du/bot/robot/app/program | hvad gør/laver du"
            " | hvordan virker/fungerer [det/du]"
            " | hvordan bruger/bruges/anvender [du/dig/man/jeg/den/den her/bot] | hvad bruger/bruges du/dig/bot"
            " | hvad kan jeg/man skrive/spørge/bede/sige/gøre/bruge [dig]"
            " | kan jeg/man spørge/skrive dig [alt/om] | hvad må jeg skrive/spørge | hvad skal jeg skrive"
            " | hvordan skal jeg skrive | skal jeg skrive bestemt/særligt/særlig måde"
            " | hvilke kommandoer/muligheder/funktioner | kommandoer | muligheder har | funktioner | vejledning"
            " | brugervejledning | manual | instruktion | guide | introduktion | intro | kursus dig/bot"
            " | eksempler [på/skrive] | hjælp [brug/har/mig/få] !hvem | hjælpe mig/med hvordan/hvad !hvem !ringe"
            " | jeg forstår ikke [hvad/hvor/hvordan] | forstår ikke noget/det/knapper"
            " | hvor skal jeg trykke/klikke/starte/begynde !godkende !svare"
            " | hvor trykker/klikker/starter/begynder jeg !godkende !svare"
            " | hvor finder jeg ting/tingene/funktioner | jeg er ny [her/hvad/hvordan/aner]"
            " | aner ikke hvad/hvordan | er du et/en menneske/robot/bot/maskine/person/ai/kunstig"
            " | kunstig intelligens | chatgpt | ai | taler jeg med robot/menneske/maskine/hvem | robot"
            " | klyngebot hvad/hvem | forstår du [dansk/mig] | kan du dansk | taler du dansk | kom godt i gang"
            " | komme i gang [hvordan] | forklar hvordan | gemmer du | husker du | hvad gemmer/ved/kender du"
            " | installere/installer [skal/noget] | download app | skal jeg logge ind/login/installere/oprette"
            " | hvad er den her bot/kanal/app | hvad er det her for noget | skriver jeg bare [dig]"
            " | læser du alt/med | lytter du | skal jeg gøre noget særligt | nyt/ny system"
            " | ny i kanalen/gruppen/tråden | vis hjælp/menu | menu | tips | hvad kan det her [bruges]"
            " | hvad kan man her | hvorfor skriver/kontakter du | hvem har lavet/bygget dig"
            " | skal jeg have app/program/konto | app | hvad er det for et kort/kort"
            " | jeg er helt lost/blank/forvirret | forvirret | hvad kan bot/klyngebot | mine ting forgænger"
            " | ny efter forgænger | trådt ind i stedet/efter | aldrig prøvet/brugt | første gang bruger/jeg"
            " | ting jeg skal vide | hvad skal jeg vide | hvad betyder det du | mere end | kan du mere/andet"
            " | hvad er formålet med dig | begynder | nybegynder | hvad nu hvis jeg går i stå | gået i stå"
            " | kan ikke finde ud af | sidder fast i | for svært at | svært forstå | nemmere måde"
            " | hvad er idéen/ideen med dig | kan du alt !for"
        ),
        act=lambda told: ShowHelp(),
        means="ShowHelp",
    ),
    Saying(
        ways=(
            "hvordan gør jeg/man/vi | hvad gør jeg/man/vi | ved ikke hvad/hvordan jeg/man"
            " | hvordan bruger jeg/man/vi/den/dig | hvad skal jeg med det"
        ),
        act=lambda told: ShowHelp() if len(told.said) < _SHORT else None,
    ),
)
_WHO = (
    Saying(
        ways=(
            "kontakt | kontaktperson | kontaktpersoner | kontaktoplysninger | hvem kontakter/kontakte/kontaktes"
            " | hvem kan/skal jeg/man spørge/ringe/skrive/sige/tale/snakke/henvende/kontakte"
            " | hvem ringer/skriver/spørger jeg/vi/man | hvem kan hjælpe [mig] | hvem tale/snakke med"
            " | tale/snakke med et/en menneske/person/nogen"
            " | sekretariat hvem/telefon/telefonnummer/mail/hvor/nummer/kontakt/fat/adresse"
            " | hvem er sekretariat/sekretær/koordinator/mødeleder/kontakt | hvem i sekretariat | telefonnummer"
            " | nummer til sekretariatet/formanden | mail/mailadresse sekretariat/formanden/på til hvem"
            " | e-mail sekretariat | hvordan fat sekretariatet/formanden/nogen/jer | hvem er ansvarlig/ansvar"
            " | hvem har ansvaret [klyngen] | hvem står for | hvem styrer | hvem sidder med | hvem betjener"
            " | hvem laver sekretariatsarbejde | hvem er formand/formanden/formænd/formændene/formandskab"
            " | hvem leder/styrer klyngen/forummet | hvem leder/styrer møde !ikke !træder | hvem er mødeleder"
            " | hvad hedder formand/formanden/sekretær/koordinator | navn på formand/formanden/sekretær"
            " | klage/klager [over] hvem/hvor/jeg | hvor henvender/klager jeg/man | henvende mig"
            " | spørgsmål ringe/hvem/kontakt/til hvem | hvem kan svare [på] | hvem ved [noget/om]"
            " | virker ikke hvem/ringe | support | hotline"
            " | jeg vil gerne tale/snakke med [nogen/sekretariatet/formanden] | tale med vedkommende"
            " | tale/tal/snakke/snak sekretariatet/formanden/koordinatoren/nogen/sekretæren | hvem er næstformand"
            " | hvem holder styr på | hvem skal have besked | hvem melder jeg | hvem giver jeg besked"
            " | sekretariatet | koordinator hvem | næstformand | hvem tager sig af | hvem koordinerer | personale"
            " | medarbejder | rigtigt menneske !du"
            " | hvad hedder sekretær/sekretæren/formanden/koordinatoren/sekretariat"
            " | telefon !deltage !over !møde | hvem sidder/med formandskab/formandskabet"
        ),
        act=lambda told: ShowContact(),
        means="ShowContact",
    ),
    Saying(
        ways=(
            "fortæl om klyngen/forummet/gruppen/udvalget/jer | vis om forummet/klyngen"
            " | hvad er klyngen/forummet/udvalget/gruppen/sundhedsklynge/klynge/kommuneklynge/styregruppe"
            " | hvad laver klyngen/sundhedsklynge/klynge/forummet/udvalget/gruppen [egentlig]"
            " | hvad laver I/vi egentlig | hvad er det her for et/en udvalg/forum/gruppe/råd/klynge"
            " | hvad er det her for udvalg/forum | hvilken/hvilket klynge/forum/udvalg er det/vi/her"
            " | hvad er formål [med] | formål klyngen/forummet/med/hvad | hvorfor er jeg/vi med/her"
            " | hvorfor har vi/I klyngen/forummet | hvilke kommuner/organisationer [er/med/i]"
            " | hvem hører til klyngen | hvor hører vi til | hvilken region"
            " | hvad er klyngens/forummets opgave/opgaver/rolle/ansvar/formål"
            " | klyngens/forummets opgave/opgaver/rolle | hvorfor findes/eksisterer klyngen/forummet/vi"
            " | hvilken rolle [har/vores] | hvad er idéen/ideen/meningen med"
            " | hvad går det ud på klyngen/forummet | hvad skal klyngen/forummet/vi egentlig !gøre"
            " | hvad skal vi her | hvem bestemmer | hvem har kompetence"
            " | hvad bestemmer/beslutter klyngen/forummet/vi/I"
            " | hvad må/kan klyngen/forummet/vi bestemme/beslutte | baggrund klyngen/forummet"
            " | hvad dækker klyngen | hvad vil I klyngen | beskriv klyngen/forummet"
            " | hvornår oprettet/nedsat/startede klyngen/forummet | info klyngen/forummet"
            " | er det jer/os eller bestemmer | jer eller bestemmer | hvorfor med i det her"
            " | hvad er mit ansvar/rolle | min rolle | hvad arbejder klyngen/forummet/I/vi med"
            " | hvad er meningen klyngen/forummet | hvad beskæftiger klyngen/I"
            " | hvilke beslutninger/sager kan/må vi/klyngen tage/træffe | hvad kan vi beslutte/bestemme"
            " | hvad er vores/klyngens mål/målsætning/vision | klyngen hvad/hvorfor/hvilken"
            " | forummet hvad/hvorfor/hvilket | hvad er det for en klynge/gruppe/et forum | hvem ejer"
            " | hvad laver/beskæftiger/arbejder klyngen/forummet/udvalget/I/gruppen/vi [egentlig]"
        ),
        act=lambda told: ShowAbout(),
        means="ShowAbout",
    ),
    Saying(
        ways=(
            "videreført | videreførelse | ført videre [fra/gammel] | hvad blev videreført/overført/flyttet med"
            " | hvad kom/fulgte med fra gamle/forrige/tidligere"
            " | gamle/forrige/tidligere forum/klynge/udvalg sager/sagerne/punkter/hvad/opgaver"
            " | sager/sagerne fra gamle/forrige/tidligere | hvor blev sager/sagerne af"
            " | hvad skete sager/sagerne/opgaver gamle/forrige/tidligere/klyngen"
            " | overtaget/overtog sager/opgaver fra | arvet fra | overdraget/overdragelse"
            " | klynge/forum nedlægges/nedlagt | klynge/forum lagt/lægges sammen/ned | nedlægges sager"
            " | lagt sammen sager/klynge | sammenlægning | efterfølger | afløser forum/klynge"
            " | forum/klynge ophører/ophørt/slutter | åbne sager over i"
            " | hvad sker hvis/når/klyngen/sager/sagerne overtager/nedlægges/ophører"
            " | overtager sager/sagerne [klyngen/sundhedsrådet/hvad/sker]"
        ),
        act=lambda told: ShowSuccession(),
        means="ShowSuccession",
    ),
)

_CHOICES = (
    Saying(
        ways=(
            "forummets valg | hvad har vi/forummet/klyngen valgt/bestemt/besluttet selv"
            " | forum/klynge selv valgt/bestemt/besluttet/afgjort/vælge/bestemme"
            " | hvad er ikke fastsat/fastlagt/afgjort/bestemt/valgt | ikke fastsat"
            " | forummets indstillinger/opsætning | opsætning | konfiguration | lokale valg/regler"
            " | valgt hvem/hvornår | hvem må foreslå/sætte punkter | hvem må foreslå | hvad gælder hos os"
            " | lokalt besluttet/aftalt/bestemt | vores valg | hvilke valg [har] | hvem bestemte/besluttede at"
            " | er det noget vi selv bestemmer | kan vi selv bestemme/vælge"
            " | hvad vi selv valgt/bestemt/besluttet/afgjort [kommissorie/åbent] | lader stå åbent"
            " | hvad valgt kommissorie"
        ),
        act=lambda told: ShowChoices(),
        means="ShowChoices",
    ),
    Saying(
        ways=(
            "ændre/ret/rette/skift/skifte/lave/ændr valg/valget/indstilling"
            " | ændre/ret/rette/skift/skifte/lave/ændr indstillinger/opsætning/opsætningen | nyt valg"
            " | vælge om/anderledes/noget andet | hvor/hvordan indstiller/indstille jeg/vi hvem/at"
            " | hvor ændrer jeg/vi indstillinger/valg/opsætning"
            " | forum/klynge/vi besluttet at frist/fristen/godkendelse/dagsordenen skal | vi har vedtaget at"
            " | ændre frist/fristen/fristerne dage/til | ændre hvem der godkender/foreslår"
            " | ny/anden frist dagsorden dage | slå fra/til | træffe valg"
            " | slippe for/undgå godkendelse/formandens/godkende | ændre praksis"
            " | bestemte/bestemt/besluttede/besluttet/vedtog/vedtaget formandskabet/klyngen/forummet/"
            "vi fremover/at [fremover/sendes/dagsorden]"
            " | fremover sendes/skal/er/udsendes dagsorden/frist/referat | dagsorden/referat sendes fremover"
            " | besluttet hvor skriver/noterer/retter/indfører"
            " | vi har besluttet/vedtaget at suppleanter/referat/dagsorden/frist hvor/skriv/ret"
            " | ændret/ny/nye praksis [dagsorden/fremover] | ny aftale/regel fremover"
            " | dagsorden godkendes kun/fremover"
        ),
        act=choices,
        means="OpenChoices",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "ret/ændre/ændr/sæt valg/valget til | vælg at | vi vælger at/i | valg til | forum/klynge vælger at"
            " | valget ændres til"
        ),
        act=lambda told: ChangeChoice(typed=told.rest) if told.rest else None,
        by_secretariat=True,
    ),
    Saying(
        ways="beslutning/beslutningen indfør/noter/registrer valg/valget",
        act=decided,
        means="ChangeChoice",
        by_secretariat=True,
    ),
)
SAYINGS: tuple[Saying, ...] = (*_HELP, *_WHO, *CHARTER, *_CHOICES)
