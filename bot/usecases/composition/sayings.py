"""What people say in everyday words about who takes part: mandates, the doctors and guests."""

from bot.domain.composition.actions import OpenGpQuestion, ShowComposition
from bot.usecases.composition.said import (
    confirmed,
    doctors_answered,
    doctors_come,
    guest,
    guest_gone,
    guest_named,
    withdrawn,
)
from bot.usecases.said.moment import Moment
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told
from bot.usecases.said.unless_kept import unless_kept
from bot.usecases.said.whom_said import other_meant


def _doctors_shown(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, OpenGpQuestion)


def _of_oneself(told: Told) -> bool:
    return other_meant(told) is None


def _composition(told: Told) -> ShowComposition:
    return ShowComposition(meeting=told.meeting)


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "navne [alle/gruppen/medlemmer] | hvem sidder [klyngen/forum/udvalg/gruppen/med/bordet]"
            " | hvem er med forum/klyngen/gruppen/styregruppen/her/politisk | hvem er medlem/medlemmer"
            " | medlemsliste | medlemsoversigt"
            " | sammensat/sammensætning [rigtigt/hvordan/kommissorie/korrekt/krav/opfylder] | er vi sammensat"
            " | hvordan forum sammensat | hvem består forum/klyngen af | består klyngen/forum"
            " | hvem er alle sammen | hvem har mandat | mangler mandat [hvem]"
            " | mandat hvem [mangler/bekræftet/har] | skal jeg have mandat | mandat ikke bekræftet"
            " | mandater [status/oversigt/mangler] | hvem repræsenterer [kommune/region] !plo !læger !lægerne"
            " | hvem er repræsentant | alle kommuner repræsenteret | repræsenteret alle/kommuner/region"
            " | hvem kommer fra kommune/region/hjørring fast | repræsentanter [hvem/fra/liste]"
            " | hvor mange politikere/medlemmer/repræsentanter/pladser [regionen/kommune]"
            " | politikere hvem/hvilke/hvor | pladser forum/fordelt | mangler vi nogen [sammensætning/forum]"
            " | mangler medlemmer/repræsentant | ubesatte pladser | hvem har stemmeret"
            " | må/kan jeg stemme/beslutte | er der [kun] politikere/læger/embedsmænd med [kun]"
            " | hvem er de andre | hvem er næstformand/formand | hvilket parti | kender ikke de andre | stemmeret"
            " | må suppleant stemme | beslutte suppleant/mandat | mandat beslutte [har/suppleant] hvem/hvilke/kan"
            " | hvilke kommuner med | hvilke organisationer med | lever vi op til krav sammensætning"
            " | er der læger med [forum] | andre læger med | hvem er lægen | deltagerkreds | hvorfor er jeg med"
            " | kredsen | hvem er formand [hvem] !kommer !med | hvem udgør/består [klyngen/forum]"
            " | politikere/politikerne [forum/klyngen/hvem] | beslutningsret | hvor mange er vi/forum/klyngen"
            " | krav deltagere opfyldt/opfylder [kommissorie] | hvem hører til | alle deltagere forum"
            " | hvem består | har jeg suppleant | hvem er suppleant/suppleanter | hvem er min/suppleant suppleant"
            " | ikke fået mandat | mandat endnu | hvor mange læger/kommuner/medlemmer/borgmestre er/i/med"
            " | hvem er læge/lægerne/borgmestrene | overtaget pladsen hvem | hvem sad før mig"
            " | hvem har pladsen/sædet | liste over alle/medlemmer/deltagere | hvem er de andre/alle"
            " | telefonliste | navneliste"
            " | medlemmer [liste/oversigt/hvilke/hvor/"
            "antal] !dagsorden !send !ud !tillæg !referat !nyt !forslag !have"
        ),
        act=_composition,
        means="ShowComposition",
    ),
    Saying(
        ways=(
            "bekræft/bekræfter/bekræftet mandat !ikke !hvem !mangler | fået/får mandat !ikke !hvem"
            " | jeg har mandat !ikke !hvem | har mandat !ikke !hvem !mangler !jeg"
            " | mandat på plads/orden/klar !ikke !hvem | mandat givet/klar/iorden/bekræftet !ikke !hvem"
            " | mandat fra byråd/byrådet/kommunen/regionen/direktøren/bestyrelsen/udvalget !ikke !tilbage"
            " | registrer/noter/notér mandat !ikke | mandat telefon/telefonen/mail [bekræftet] | bemyndiget"
            " | bemyndigelse [fået/har] | jeg må beslutte/forpligte kommunen/regionen/organisation"
            " | kan forpligte | beslutningskompetence har/fået"
            " | mandat til beslutte/stemme !ikke !hvem !hvilke !kan !har"
            " | mandat har beslutte/stemme/for jeg !ikke | har/fået fuldmagt/bemyndigelse"
            " | kan/må beslutte/binde/tale vegne/for byråd/byrådet/kommunen/region/regionen !suppleant"
            " | råd/byråd/bestyrelse/udvalg har givet mig/mandat | mandat i hus | mandat hus/landet/klaret !ikke"
            " | givet mandat [byråd/byrådet/kommunen] !ikke | har lov til beslutte"
            " | byråd/byrådet mandat [givet/har] !ikke !hvem"
            " | suppleant/stedfortræder/suppleanten har/fået/fik mandat [med/bekræftet] !ikke !hvem !hvad"
            " | fuldmagt [har/beslutte/bekræftet/fået/til] !ikke !hvem !mere !længere"
            " | fuldmakt beslutte/bekræftet/fået !ikke !hvem | lov til at beslutte/binde/stemme"
            " | gav/givet/giver/fik lov/ret/fuldmagt beslutte/til"
            " | byråd/byrådet/kommunalbestyrelsen/regionsrådet bag mig | har ryggen fri"
            " | opbakning fra/af byrådet/bestyrelsen beslutte/til"
        ),
        act=confirmed,
        means="ConfirmMandate",
        is_plain=_of_oneself,
    ),
    Saying(
        ways=(
            "fortryd/fortryde/træk/trækker/trukket/slet/fjern/tilbagekald/annuller/ophæv/tag mandat !ikke"
            " | mandat tilbage !ikke | mandat bortfaldet/udløbet/ophørt/trukket/væk | mandat gælder ikke"
            " | mandat ikke længere/mere/alligevel | ikke mandat længere/mere/alligevel"
            " | har ikke mandat [mere/jeg/alligevel] !hvem !hvis !endnu !fået | mistet mandat"
            " | uden mandat nu/længere | mandat var en fejl | fuldmagt/fuldmakt ikke [gælder/mere/længere] !slet"
            " !træk !tilbage !bortfaldet !udløbet !ophørt !trukket"
            " | fuldmagt/fuldmakt tilbage/trukket/bortfaldet/ophørt/udløbet/træk/slet"
        ),
        act=withdrawn,
        is_plain=_of_oneself,
    ),
    Saying(
        ways=(
            "plo hvem/hvilken/hvilket [kommer/repræsenterer/deltager]"
            " | hvem repræsenterer plo/læger/lægerne/praksis | hvilken lægeorganisation/plo | lægeorganisation"
            " | plo-spørgsmål | hvem taler for læger/lægerne | repræsentere lægerne/læger [mig]"
            " | plo kommunal/nordjylland eller | plo mig eller | hvilke læger kommer/organisation"
            " | plo afklaret/afklare/svar | hvem sender lægerne/læger/plo"
            " | hvem lægerne/læger sender/stiller/kommer/repræsentation | lægerne/læger stiller med hvem"
            " | svar fra/på læger/lægerne/plo hvem | lægernes repræsentation/repræsentant"
        ),
        act=lambda told: OpenGpQuestion(meeting=told.meeting),
        means="OpenGpQuestion",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "plo kommunal/nordjylland/begge [deltager/kommer/repræsenterer/kun/med] !hvem !eller !hvilken"
            " | begge plo | plo repræsenteres/deltager/kommer !hvem !eller !ikke !hvilken | kun plo"
            " | begge lægeorganisationer/organisationer [med/kommer] | lægerne repræsenteres af"
            " | det er plo [kommer/deltager] !hvem !eller"
        ),
        act=doctors_come,
        means="AnswerGpQuestion",
        is_plain=lambda told: _doctors_shown(told.moment),
        by_secretariat=True,
    ),
    Saying(
        ways="plo | begge | kun [plo] | nordjylland | kommunal | den første | alle",
        act=doctors_answered,
        is_plain=True,
        when=_doctors_shown,
    ),
    Saying(
        ways=(
            "gæst [ny/tilføj/kommer/invitere/med/have] !fjern !ikke !hvem !slet !afmeld !træk !aflys"
            " | gæster [invitere/må/kan] !hvem !hvilke | tilføj/tilføje/tilmeld/registrer/opret gæst"
            " | invitere/inviter/inviteres/indbyde/indbyd/invitation [med/til/punkt/kollega/ekspert] !ikke !hvem"
            " | få/får besøg [af]"
            " | ekspert/fagperson/specialist/konsulent/foredragsholder/forsker med/kommer/deltage/invitere/"
            "punkt/fortælle | leder med/invitere/fortælle !opgave !møde | oplæg fra [møde/have/få]"
            " | kommer og fortæller/fortælle | komme og fortælle [møde/gerne]"
            " | tage kollega/direktør/medarbejder/chef/anden med !opgave !mig !suppleant !stedet"
            " | have kollega/direktør/medarbejder/embedsmand/forvaltning/chef/ekspert med [gæst/møde/punkt/gerne]"
            " | som gæst [med] !hvem | observatør [med/kommer/må] | bisidder | udefrakommende"
            " | må andre deltage/komme | ekstern deltager/med"
            " | oplæg/indlæg universitet/ekstern/udefra/hospital/sygehus/kommer/holde | høre oplæg"
            " | gæst på/med/tirsdag !fjern !ikke !syg !afbud | gæstedeltager | gæstetaler | ekstern oplægsholder"
            " | invitér/inviter direktør/leder/borger/patient/forening"
            " | sekretær/assistent/rådgiver/embedsmand/praktikant/elev/studerende med/komme/deltage må/kan/"
            "min/en !referat !hvem | tage min/en med møde/tirsdag !suppleant !mig !opgave"
            " | oplægsholder !meldt !melder !fra !syg !forhindret !afbud !aflyst"
        ),
        act=guest,
        means="OpenGuestForm",
    ),
    Saying(
        ways=(
            "gæst/oplægsholder/ekspert/gæstetaler hedder [vores/min] !hvad !hvem"
            " | gæst/oplægsholder navn [er] !hvad | navn på gæst/oplægsholder !hvad !hvem | inviter gæst ved navn"
            " | gæst bliver !hvem !hvad"
        ),
        act=guest_named,
        means="InviteGuest",
    ),
    Saying(
        ways=(
            "fjern/fjerne/slet/slette/afmeld/afmelde/aflys/aflyse/afbestil/træk/annuller/stryg gæst/"
            "oplægsholder/ekspert | gæst kommer ikke [alligevel] | gæst ikke alligevel/kommer/deltager"
            " | gæst melder/meldt afbud/fra | afbud fra gæst | gæst forhindret/syg"
            " | oplægsholder aflyst/forhindret/afbud/syg | gæst aflyst/tilbage/væk/afbud"
            " | oplægsholder kommer ikke | ingen gæst alligevel | invitation tilbage/annulleret"
            " | oplægsholder/gæst/ekspert meldt/melder fra | oplægsholder syg/forhindret/aflyser/aflyst/sprunget"
        ),
        act=guest_gone,
    ),
    Saying(
        ways="mandat/mandatet/bekræftelse/bekræftelsen ud/slettes/fjernes !ikke",
        act=unless_kept(withdrawn),
        means="WithdrawMandate",
        refuses=True,
    ),
    Saying(
        ways="gæst/gæsten skal ikke med",
        act=unless_kept(guest_gone),
        means="WithdrawGuest",
        refuses=True,
    ),
)
