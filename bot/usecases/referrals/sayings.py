"""What people say in everyday words about cases that go from body to body; see bot/usecases/said/sayings.py."""

from bot.domain.referrals.actions import ShowReferrals
from bot.usecases.referrals.said import again, answer, case_sent_on, of_referral, send_on, take_back, way, way_or_list
from bot.usecases.said.sayings import Saying
from bot.usecases.said.unless_kept import unless_kept

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "videresend/videresende/videresendes/viderebring | oversend/oversende/oversendes/overdrage/viderefør"
            " | send/sende/sendes/sendt videre til !minder"
            " | send/sende/sendes forslag/punkt/sag/sagen/det/den til forum/sundhedsforum"
            " | bringe/bring/gå/gives/giv/komme/skal/tage/bringes/løfte/sende videre til !punkt"
            " | komme videre til/forum | hører hjemme/til i/regionen/forum !hos | hører til/hjemme hos !ikke !os"
            " | hører hjemme !hos !ikke | andet forum/udvalg/sted | regionens/kommunens bord"
            " | sendes til forum/sundhedsforum/regionen/samarbejdsudvalg | over til forum"
            " | sende dertil/derhen/derover | op i forum/sundhedsforum | forelægge/forelægges forum/sundhedsforum"
            " | spørge et andet forum | forum/sundhedsforum skal/bør/må have/se/tage/behandle"
            " | tages op i forum/sundhedsforum | op i rådet/sundhedsrådet/forum | løftes til | eskalere"
            " | burde/bør/skal/kan sendes/send videre til"
            " | sendes/sende/send videre sundhedsrådet/sundhedsråd/regionsrådet/byrådet/udvalget/kommunerne"
            " | ikke os/vores der bestemmer/afgør/beslutter"
            " | hører hjemme/til i sundhedsrådet/regionsrådet/byrådet"
            " | skal/må/bør/burde/kan/ønskes videre/op/over i/til forum/sundhedsforum/råd/sundhedsråd/"
            "regionen/udvalg/ministeriet/styregruppe/direktion/kkr !dagsorden !spørgsmål | opad/opefter"
            " | et niveau højere/op | højere/andet/regionalt/nationalt/politisk niveau op/bør/skal/på"
            " | skub/skubbe/skubbes/kaste/give videre til/andre | op regionalt/regionen/nationalt | op i systemet"
            " | højere niveau/oppe | send/sende/sendes op/opad/videre | løft/løftes/løfte op/til/i"
            " | videre til sundhedsråd/råd/regionen/kkr/udvalg/styregruppe/ministeriet"
            " | ikke os der bestemmer/afgør | ikke løse her/selv/klyngen | bestemmes et andet/andre sted/steder"
            " | forelæg/forelægge/forelægges/oversend/sende sundhedsråd/råd/regionen/kkr/udvalg | rette instans"
            " | rette sted/forum er"
        ),
        act=send_on,
        means="OpenSendOn",
    ),
    Saying(
        ways=(
            "til sundhedsråd/råd/regionen/forum/sundhedsforum/kkr/udvalg !dagsorden !mail !referat !svar !svaret"
            " | i/op sundhedsråd/råd/forum/sundhedsforum/kkr skal/må/bør/burde/op/løftes !hvem !hvad !hvornår"
        ),
        act=case_sent_on,
    ),
    Saying(
        ways=(
            "sagens vej | hvor har sagen/sag/forslag været | hvor er sagen/sag/forslag"
            " | forhistorie/forhistorien/historik/historikken | hvad skete/sker sagen/sag/forslag"
            " | hvad er der sket med | hvad blev der af sagen/sag/forslag/det/den"
            " | sagens/sagen gang/forløb/status/historie | hvor langt sagen/sag/forslag | hvor ligger sagen/sag"
            " | fulgt/følge/følg sagen/sag | hvor kommer sagen/sag/det fra | været henne/igennem/egennem"
            " | hvilke udvalg/fora været/igennem | hvem har behandlet sagen/sag/det"
            " | hvordan går det med sagen/sag | hvad endte sagen | forløbet for | har den været oppe før"
            " | sag/sagen været/igennem/gennem/nået udvalg/råd/fora/instanser/niveauer"
            " | hvilke udvalg/råd/fora været/behandlet/igennem | hvor sag/sagen nu/henne/havnet/endt/kommet"
            " | havnet/endt sag/sagen | hvor er forslag/punkt havnet/endt/henne | hvad sket siden sag/sagen"
            " | hele forløbet/vejen | sags gang/rejse/vej | rejse sag"
        ),
        act=way,
    ),
    Saying(
        ways=(
            "videresendt/videresendte/videresendelser | hvad har vi videresendt | hvad har vi sendt videre/afsted"
            " | sendt videre/afsted | mangler/venter/afventer svar fora/forum/andre/regionen/sundhedsforum"
            " | svar fra fora/forum/andre/sundhedsforum | åbne svar | svar/svaret/svarede/svaret på sager"
            " | har de svaret/svarede | har vi fået svar på/fra | fået svar det/vi sendte | er der kommet svar"
            " | hvem mangler at svare os | sager hos andre | hvad ligger hos andre/regionen | sager ude"
            " | henvist/henvisninger sager | hvad venter vi på fra | ikke hørt/hører fra"
            " | ikke svaret/svarer på/os/endnu | hørt noget fra andre/forum/regionen"
            " | registrer/registrere/notér/skriv svar | andre fora | strategisk sundhedsforum svaret"
            " | svaret sendte/videresendte/videresendt/oversendt"
            " | har råd/sundhedsråd/regionen/de svaret sendte/vores/brev/henvendelse/sag"
            " | svar henvendelse/brev/vores | sager venter/ligger/hænger/er hos/andre/dem/andres/regionen/ude"
            " | ventende sager | hvad venter svar/på fra/hos andre | venter vi svar/på/stadig"
            " | ubesvarede breve/sager/henvendelser | videresendte sager"
        ),
        act=lambda told: ShowReferrals(),
        means="ShowReferrals",
    ),
    Saying(
        ways=(
            "hvad skrev/spurgte/sendte vi | vis brevet | brevet | hvad blev de spurgt | hvornår skal de svare"
            " | spørgsmålet igen | hvem sendte vi den til | se den igen | videresendelse | videresendelsen"
            " | brev/brevet vis/se/læse/teksten | hvad stod/står der brev/brevet"
        ),
        act=again,
        when=of_referral,
    ),
    Saying(
        ways=(
            "svarede [tager] [sagen] [op] [de] [sundhedsforum] [forum] [regionen] [andre] [har] [vi] [på]"
            " | svaret [tager] [sagen] [op] [de] [sundhedsforum] [forum] [regionen] [andre] [har] [vi] [på]"
            " | svar [tager] [sagen] [op] [de] [sundhedsforum] [forum] [regionen] [andre] [har] [vi] [på]"
            " | svarer [tager] [sagen] [op] [de] [sundhedsforum] [forum] [regionen] [andre] [har] [vi] [på]"
            " | de har svaret/svar | de svarede | de sagde/siger/skriver/skrev | de er enige/uenige"
            " | svaret er/lyder/kom | fik svar | vi har fået svar | registrer/registrere/notér svar | kom svar"
            " | de bakker op | de vil ikke/gerne | de afviste/afviser/tiltræder/godkendte"
            " | fået brev/svar/tilbagemelding/mail fra/de/nu"
            " | de støtter/anbefaler/takker/beklager/tager/henviser/bakker !ikke | kommet svar/brev nu/siger/de"
            " | de siger/sagde ja/nej/at | svar siger | svaret dag/går/ugen | svaret tager/tage/op/sag"
            " | svar er/indløbet/modtaget/kommet/fra"
            " | regionen/råd/sundhedsråd/udvalg svarer/skriver/siger/meddeler/meldt"
            " | svar modtaget/kom/fået/ind/indløb | de afviser/afviste/takker/accepterer/accepterede/vil/ville"
        ),
        act=answer,
        when=of_referral,
    ),
    Saying(
        ways=(
            "træk/trække/trukket tilbage | træk/trække videresendelse/videresendelsen/brevet tilbage"
            " | ikke relevant/aktuelt/nødvendigt | skal ikke besvares/svare/behandles | behøver ikke svare/svar"
            " | fortryd/fortryde | drop/droppe/glem | ikke mere/længere | annuller/annullere/afblæs"
            " | luk/lukke den/sagen | aktuel/aktuelt/relevant ikke | tag/tage/hiv/hent den tilbage"
            " | ikke sendes/svar alligevel | venter ikke længere/svar"
        ),
        act=take_back,
        when=of_referral,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "træk/trække videresendelse/videresendelsen tilbage"
            " | fortryd/fortryde/annuller videresendelse/videresendelsen | skal ikke videre alligevel"
            " | ikke have sendt videre | videresendelsen skal trækkes tilbage"
            " | stop videresendelse/videresendelsen"
        ),
        act=take_back,
        by_secretariat=True,
    ),
    Saying(
        ways="sagens vej | sagsforløb/sagsforløbet",
        act=way_or_list,
        means="ShowWay",
    ),
    Saying(
        ways="videresendelse/videresendelsen/oversendelse/oversendelsen vis/åbn/se/læs | brev/brevet sendte vis/se",
        act=again,
        means="ShowReferral",
        refuses=True,
    ),
    Saying(
        ways="svar/svaret/svarer videresendelse/videresendelsen/oversendelse/oversendelsen noter/registrer/skriv",
        act=answer,
        means="RegisterAnswer",
        refuses=True,
    ),
    Saying(
        ways="tilbagekald/annuller videresendelse/videresendelsen/oversendelse/oversendelsen !ikke",
        act=unless_kept(take_back),
        means="TakeBackReferral",
        refuses=True,
    ),
)
