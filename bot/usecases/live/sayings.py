"""What people say in everyday words while a meeting is held; see bot/usecases/said/sayings.py."""

from bot.domain.live.actions import Change, EndMeeting, NoteInMeeting, Step
from bot.usecases.live.said import (
    add_task,
    is_held,
    is_held_or_near,
    is_not_held,
    live,
    moved_on,
    named_item,
    next_item,
    noted,
    noted_in_words,
    previous_item,
    start,
    step,
    steps_in,
)
from bot.usecases.said.sayings import Saying
from bot.usecases.said.unless_asked import unless_asked

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "hvilket nummer vi/ved | hvor er vi dagsorden | hvor mange minutter igen/tilbage"
            " | hvor langt er/kommet/nået/i/vi/møde | hvilket/hvad/hvilken punkt ved/i/nået/nu/til/kommet"
            " | hvor er vi/i [nu/møde] | hvad er i gang med | hvad nået til | hvor nået/kommet til"
            " | er møde startet/begyndt/åbnet | er møde i gang | er de/i/vi startet/begyndt | er gået i gang"
            " | følg/følge/følger møde/med | hvor meget/lang tid tilbage | hvad snakkes/tales/drøftes nu"
            " | hvad taler/snakker/drøfter vi/de/i | er de/vi/i færdige punkt | tid tilbage punkt/møde"
            " | når vi det hele | bagud/foran tidsplan/tid | holder tiden | hvad er næste/næst"
            " | hvornår slutter/færdige | hvornår kommer punkt | mangler vi punkt | status møde"
            " | hvad sker der nu/lige"
        ),
        act=live,
        means="ShowLive",
        when=is_held_or_near,
    ),
    Saying(
        ways=(
            "ikke slut/færdig/færdige/slutte [endnu/punkt/med] | ikke begyndt/startet | ikke videre/næste [endnu]"
            " | vent med videre/næste/slut"
        ),
        act=live,
        when=is_held,
    ),
    Saying(
        ways=(
            "start/starte/starter/begynd/begynde/begynder/åbn/åbne/åbner/indled møde !uden !hvornår"
            " | møde åbnet/startet/begyndt/åbent/starter/begynder | så nu vi i gang | går/går vi i gang [så/nu]"
            " | kom i gang | sæt/sætter møde i gang | møde i gang | vi starter/begynder [nu/så] !uden"
            " | velkommen starter/begynder/møde | så er vi i gang !med | skal vi begynde/starte | møde går i gang"
            " | kører nu møde | klokken er starter | byder velkommen møde | sæt i gang | let's go"
            " | lad os begynde/starte [nu] !med"
        ),
        act=start,
        means="StartMeeting",
        when=is_not_held,
    ),
    Saying(
        ways=(
            "næste [punkt/tager/så/det] | videre [går/gå/punkt/så/kom] | gå/går/gik videre [punkt/næste/til]"
            " | fortsæt/fortsætter punkt | tager/tag/tage punkt [så/nu/vi]"
            " | spring/springer/hop/hopper til [punkt] | skift/skifter punkt | over til punkt"
            " | tag/tager fat punkt | springer punkt over | punkt nu | så punkt | vi er nået/kommet punkt"
            " | åbn punkt | gå til punkt | færdige med punkt videre/næste"
            " | punkt er færdigt/afsluttet/færdigbehandlet/slut | det næste | tager/tag næste | er ved punkt"
            " | går i gang punkt | spring/springer til | ryk/rykker videre | vi tager nu/så !pause"
        ),
        act=unless_asked(next_item, live),
        means="MoveOn.next MoveOn.item",
        is_plain=True,
        when=is_held,
    ),
    Saying(
        ways=(
            "nu er vi ved [det/med/punkt] | vi er ved [nu] | så tager vi [nu] | vi tager [nu/så] | lad os tage"
            " | nu kommer | så er det | over til | vi går til | nu gælder det | turen er kommet til"
            " | så er vi ved"
        ),
        act=unless_asked(named_item, live),
        is_plain=True,
        when=is_held,
    ),
    Saying(
        ways=(
            "forrige [punkt] | punkt tilbage [gå/et] | gå/går/hop/hopper/spring tilbage [punkt]"
            " | tilbage til punkt/sidste/forrige | tilbage punkt | genoptag punkt | vender/vend tilbage punkt"
            " | foregående punkt | punktet før | et skridt tilbage"
        ),
        act=unless_asked(previous_item, live),
        means="MoveOn.previous",
        is_plain=True,
        when=is_held,
    ),
    Saying(
        ways=(
            "pause !slut !ovre !forbi !efter !færdig !tilbage !igen"
            " | hold/holder/tager/tag/tage pause !slut !efter | kaffepause | kaffe !slut | strækker/strække ben"
            " | frokostpause | afbryder/afbryd møde | rygepause | spisepause | minutters/min pause !slut !ovre"
            " | tisse | trænger til pause | mødet er på pause | beinstrækker"
        ),
        act=unless_asked(step(Step.BREAK), live),
        means="MoveOn.break",
        is_plain=True,
        when=is_held,
    ),
    Saying(
        ways=(
            "pause slut/ovre/forbi/færdig/overstået | efter pause | er/så tilbage igen | i gang igen"
            " | fortsæt/fortsætter [møde/vi/igen] | genoptag/genoptager [møde]"
            " | starter/begynder/begynd/start igen | videre efter pause | er tilbage vi/pause | møde fortsætter"
            " | kører videre | pausen videre | på igen | kom tilbage vi | genstart møde"
        ),
        act=unless_asked(step(Step.RESUME), live),
        means="MoveOn.resume",
        is_plain=True,
        when=is_held,
    ),
    Saying(
        ways=(
            "alle er her/mødt/kommet/tilstede/med/klar/ankommet [nu] | alle er til stede/plads | alle er på plads"
            " | alle på plads | fuldtallig/fuldtallige [så/er/vi/nu/alle] | er her/mødt/kommet/samlet alle"
            " | alle mødt [op/frem] | så er vi alle her | ingen mangler/fraværende | er alle samlet"
            " | alle sammen er her | fuldt hus | vi er her alle/allesammen | hele holdet/klyngen her/mødt"
        ),
        act=unless_asked(lambda told: NoteInMeeting(change=Change.EVERYBODY), live),
        means="NoteInMeeting.everybody",
        is_plain=True,
        when=is_held,
    ),
    Saying(
        ways=(
            "er kommet/ankommet/mødt/her/tilstede [nu/lige/endelig/læge/formand/koordinator/region/kommune/"
            "forsinkelse/undskyld/jeg] !alle !hvor !langt !hvad | dukket/dukkede op [nu] | kom ind/nu/lige/først"
            " | er til stede [nu] !alle | er med nu/os/igen/online !alle | kommer ind/nu"
            " | ankom/ankommet/ankommer [nu] | er trådt ind | stødt/støder til | er tilbage [nu] | er på plads"
            " | jeg er her [nu/undskyld/forsinkelse/endelig] | er fremme | koblet på/op | logget på"
            " | er mødt frem/op !alle | er endelig her/kommet !alle | kom først/endelig nu"
        ),
        act=noted(Change.CAME),
        means="NoteInMeeting.came",
        is_plain=True,
        when=is_held,
    ),
    Saying(
        ways=(
            "er gået/kørt/taget/smuttet !hvor !i !gang | går nu/nød/hjem | forlader/forlod/forlade/forladt [møde]"
            " | må gå/forlade/køre/smutte/af | skal gå/hjem/løbe/køre/smutte/nå/videre | nødt/nød gå/køre/forlade"
            " | tager/tog/taget/kører/kørte hjem/afsted/afgang | gik nu/lige/kl/hjem/før !videre"
            " | smutter/smuttede | løber nu | skal af sted | er ude af | logger/logget af | hopper af"
            " | siger farvel | skal nå færge/tog/bus/fly | vi må gå"
        ),
        act=noted(Change.LEFT),
        means="NoteInMeeting.left",
        is_plain=True,
        when=is_held,
    ),
    Saying(
        ways=(
            "uden/udenfor for døren | går uden for | er ikke habil/habile"
            " | habilitet/habilitetsproblem [punkt/har] | personlig interesse punkt/sag"
            " | deltager ikke i punkt behandlingen | part i sagen | forlader lokalet punkt/under"
            " | egen interesse punkt | inhabil/inhabile/inhabilitet [er/jeg/punkt/sag/vi] !ikke"
        ),
        act=noted(Change.RECUSED),
        means="NoteInMeeting.recused",
        is_plain=True,
        when=is_held,
        refuses=True,
    ),
    Saying(
        ways=(
            "ikke inhabil/inhabile/inhabilitet [alligevel/er] | habil/habile alligevel/er/erklæret !ikke"
            " | inhabil alligevel ikke | fortryd/slet/fjern inhabil/inhabilitet"
            " | må gerne/godt deltage punkt alligevel | deltager alligevel punkt | inhabil var en fejl"
            " | inhabilitet frafaldet/ophævet"
        ),
        act=noted(Change.NOT_RECUSED),
        means="NoteInMeeting.not_recused",
        is_plain=True,
        when=is_held,
        refuses=True,
    ),
    Saying(
        ways=(
            "træder/træd ind/til [for/stedet/suppleant] | suppleant/suppleanten [for/er/træder/kommer/møder/her]"
            " | i stedet for [er/kommer/sidder/møder] | stedfortræder [for]"
            " | sidder/møder/deltager/kommer/overtager for pladsen | vikarierer/vikar for | afløser/erstatter"
            " | på vegne af | overtager pladsen"
        ),
        act=unless_asked(steps_in, live),
        means="NoteInMeeting.steps_in",
        is_plain=True,
        when=is_held,
    ),
    Saying(
        ways=(
            "opgave [noter/notér/skriv/opret/ny/lav/til/på/at/punktet] !hvilke !hvad | opgave til"
            " | noter/notér/skriv opgave | skal have/lave opgave | det er en opgave | opgave punkt | husk at"
            " | sæt/skriv på opgavelisten | action point/punkt | aktionspunkt | følge/følg op på det"
            " | skal følges op"
        ),
        act=unless_asked(add_task, live),
        means="AddTaskInMeeting",
        is_plain=True,
        when=is_held,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "slut/slutte/slutter/afslut/afslutte/afslutter/hæv/hæve/hæver/luk/lukke/lukker/"
            "stop møde !pause !hvornår"
            " | møde er/så slut/hævet/forbi/færdigt/afsluttet/ovre/overstået/lukket [hermed]"
            " | tak for i dag/aften/mødet/nu/denne/gang | er/så færdige/færdig/igennem/nået !punkt !ikke"
            " | det var det !punkt | lukker/stopper/slutter vi [nu/her] | runder/rund af | til vejs ende"
            " | vi slutter/stopper/lukker [nu/her/så] | farvel kom godt hjem | kom godt hjem | færdig for i dag"
            " | alle punkter færdige/behandlet/igennem | slut for i dag | dagsordenen udtømt/igennem"
            " | hermed hæves | mødet hæves"
        ),
        act=unless_asked(lambda told: EndMeeting(), live),
        means="EndMeeting",
        when=is_held,
    ),
    Saying(
        ways="dagsordenens gang videre | rykker frem til punkt",
        act=unless_asked(moved_on, live),
        means="MoveOn",
        when=is_held,
        by_secretariat=True,
    ),
    Saying(
        ways="mødets gang notér | til- og frameldt undervejs",
        act=noted_in_words,
        means="NoteInMeeting NoteInMeeting.came NoteInMeeting.left NoteInMeeting.recused NoteInMeeting.not_recused"
        " NoteInMeeting.steps_in",
        when=is_held,
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways="mødestyring undervejs",
        act=live,
        means="ShowLive StartMeeting",
        refuses=True,
    ),
)
