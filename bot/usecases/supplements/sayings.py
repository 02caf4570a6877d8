"""What people say in everyday words about an agenda that was sent; see bot/usecases/said/sayings.py."""

from bot.domain.approval.state import Verdict
from bot.domain.supplements.actions import (
    AskSupplement,
    SendSupplement,
    SendSupplementUnapproved,
    ShowVersions,
    TakeBackSupplement,
)
from bot.usecases.said.sayings import Saying
from bot.usecases.said.unless_asked import unless_asked
from bot.usecases.supplements.said import answered, late, removed, supplement
from bot.usecases.supplements.sent_items import OF_SENT_ITEMS, is_ahead

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "tillæg [vis/er/lav/ny/hvordan] | er tillæg sendt/klar/godkendt/kommet/ude"
            " | ikke send tillæg [før/endnu] | tillæg ikke sendes [endnu/før] | hvordan laver/sender tillæg"
            " | hvem mangler/godkendt/svaret tillæg | hvad står/er tillæg | status tillæg"
            " | for sent punkt [med/på/få] | hastepunkt/hastesag [skal/har]"
            " | hastesag/hastepunkt kommet/ind/med [om/hvordan/får] | presserende/akut sag/punkt dagsorden"
            " | på selvom dagsorden/sendt/udsendt | få noget/emne/sag på sendt/udsendt/udsendelse"
            " | efter udsendelse/udsendelsen på/med/punkt/emne | nå noget/emne/sag med/på endnu/stadig"
            " | haster punkt [på/med] | eftersendt/eftersende/eftersend dagsorden/punkt"
            " | ekstra/sent punkt dagsorden/på/kommet | kan nås punkt nå | supplerende dagsorden"
            " | opdateret dagsorden | tillæg på vej | vent med tillæg"
        ),
        act=supplement,
        means="OpenSupplement",
    ),
    Saying(
        ways=(
            "hvad ændret/rettet dagsorden [har/blevet/udsendte]"
            " | versioner/udgaver/version/udgave dagsorden [hvilke/alle/vis]"
            " | ændret/ændringer siden udsendelse/udsendt/sendt/udsendelsen"
            " | er dagsorden ændret/opdateret/rettet [siden/blevet] | hvad er nyt dagsorden"
            " | hvilken version gældende/gælder/seneste/nyeste | gældende/seneste/nyeste version/udgave"
            " | hvor mange versioner/udgaver"
            " | hvor mange gange ændret/rettet/ændringer/rettelser dagsorden [hvorfor]"
            " | alle ændringer/rettelser dagsorden | hvad hvorfor ændret/rettet dagsorden [i]"
            " | ændringshistorik/ændringslog | tidligere/gamle/forrige version/udgave"
            " | versionshistorik/historik dagsorden | hvad var version | første version/udgave"
            " | sammenlign versioner | hvornår ændret dagsorden | utilfredse version"
        ),
        act=lambda told: ShowVersions(meeting=told.meeting),
        means="ShowVersions",
    ),
    Saying(
        ways=(
            "tillæg punkt/om/med/sæt/tilføj/nyt [på] !spørg !ud !send | tillæg kom på !ud"
            " | sæt/tilføj/skriv/læg tillæg [på] | lav/opret tillæg punkt/om/med"
            " | nyt/ekstra/sent punkt udsendte/udsendt dagsorden | ekstra/nyt punkt om/på [dagsorden/nå/sent]"
            " | hastepunkt om | som tillæg | glemt/glemte punkt om [tillæg/på] !alligevel"
            " | glemt/glemte punkt tillæg | ekstrapunkt | ikke vente til næste/oktober [punkt]"
            " | nå et punkt med/om | sent ude punkt | nå ekstra punkt"
            " | sen/sene sag/punkt !af !ud !fjern !slet !væk | punkt kom efter udsendelsen | eftersend punkt"
        ),
        act=unless_asked(late, late),
        is_plain=True,
        when=is_ahead,
    ),
    Saying(
        ways=(
            "glemt/glemte punkt [om] !tillæg !med !alligevel | glemt/glemte punkt dagsorden"
            " | dagsorden sendt/udsendt punkt nyt/ekstra/tilføje/mere/endnu"
            " | kommet ekstra/nyt punkt [dagsorden/til] | mangler et punkt dagsorden"
            " | kan man/vi tilføje punkt sendt/udsendt"
        ),
        act=supplement,
        when=is_ahead,
    ),
    Saying(
        ways=(
            "fjern/slet/tag/drop/stryg punkt tillæg [fra/af/ud] | sen/sene punkt af/ud/væk/fjern/slet/drop/stryg"
            " | tag/fjern/slet sen/sene punkt | ekstrapunkt/hastepunkt af/ud/væk/fjern/slet"
            " | fjern/slet fra tillæg | punkt ikke med tillæg [alligevel] | ud af tillæg | tillæg uden punkt"
            " | punkt skal ud tillæg | tag af tillæg | drop tillæg"
        ),
        act=unless_asked(removed, supplement),
        means="RemoveLate",
        refuses=True,
    ),
    Saying(
        ways=(
            "tillæg til godkendelse [send/skal]"
            " | send tillæg formand/formænd/formændene/formandskab/formandskabet/godkendere"
            " | få/bed/spørg formand/formænd/formændene/formandskab/formandskabet godkende tillæg"
            " | spørg/hør formand/formænd/formændene/formandskab/formandskabet/dem tillæg"
            " | godkendes tillæg [skal] | tillæg rundt til formænd/godkendelse"
            " | formand/formænd/formændene/formandskab/formandskabet skal/må/bør nikke/se/kigge/godkende tillæg"
            " | nikke til tillæg formænd/formændene/formandskabet | tillæg til bemærkninger/høring"
            " | indhent godkendelse tillæg | skal formænd/formændene se/godkende tillæg"
            " | tillæg forbi formand/formænd/formandskab | læg tillæg op godkendelse | bed om godkendelse tillæg"
            " | bed/få formand/formænd/formændene/formandskab se/kigge tillæg"
        ),
        act=unless_asked(lambda told: AskSupplement(meeting=told.meeting), supplement),
        means="AskSupplement",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "godkend/godkender/godkendt tillæg !ikke !send !fortryd"
            " | tillæg ok/okay/fint/fin/godt/i/ja [orden] !sagt !send !spørg !hør !ud !sendes"
            " | enig/enige tillæg !ikke | accepterer/tiltræder tillæg | er med på tillæg"
            " | tillæg kan jeg godkende !ikke | tillæg ser fint/godt ud | nikker/blåstempler tillæg"
            " | støtter tillæg | noter/notér ja/godkendt tillæg | tillæg ok/okay/fint/fin/godt/ja !send !sagt"
            " | tillæg i orden !send | ja til tillæg !send !sagt !har"
        ),
        act=answered(Verdict.APPROVED),
        means="AnswerSupplement.approved",
    ),
    Saying(
        ways=(
            "godkend/godkender/godkendt tillæg med bemærkning/bemærkninger/kommentar/forbehold | tillæg ok men"
            " | tillæg fint men | godkend tillæg men/hvis/dog [bilag/kommer/med/rettes]"
            " | godkend tillæg forudsat/under"
        ),
        act=answered(Verdict.APPROVED_WITH_REMARKS),
        means="AnswerSupplement.approved_with_remarks",
    ),
    Saying(
        ways=(
            "tillæg retur [send] | returner/returnér tillæg | kan ikke godkende tillæg | godkender ikke tillæg"
            " | tillæg ikke godkendt/godkendes/moden | afvis/afviser/forkaster tillæg | nej til tillæg"
            " | tillæg tilbage [send/sekretariat]"
        ),
        act=answered(Verdict.RETURNED),
        means="AnswerSupplement.returned",
        refuses=True,
    ),
    Saying(
        ways=(
            "ingen bemærkninger/kommentarer/indvendinger/indsigelser tillæg"
            " | intet bemærke/tilføje/indvende tillæg | ikke noget at bemærke/tilføje tillæg"
            " | uden bemærkninger/kommentarer tillæg | har ikke bemærkninger tillæg"
        ),
        act=answered(Verdict.NO_REMARKS),
    ),
    Saying(
        ways=(
            "bemærkning/bemærkninger/kommentar/kommentarer/indvending/indsigelse tillæg !ingen !uden !ikke !send"
            " | mangler i tillæg | fejl/forkert tillæg | tillæg men | noget til tillæg | spørgsmål tillæg"
        ),
        act=answered(Verdict.REMARKS),
    ),
    Saying(
        ways=(
            "fortryd/fortryder svar/godkendelse/ja tillæg | ændre/ændr/ret svar tillæg"
            " | træk/trækker svar/godkendelse/ja tillæg [tilbage] | tager/tag godkendelse/ja/svar tillæg tilbage"
            " | svarede forkert/forkert tillæg | ombestemt tillæg | svar om tillæg"
            " | annuller svar/godkendelse tillæg | fortryder tillæg"
        ),
        act=unless_asked(lambda told: TakeBackSupplement(meeting=told.meeting), supplement),
    ),
    Saying(
        ways="svar/ja/godkendelse tillæg tæller/gælder ikke [mere/længere]",
        act=lambda told: TakeBackSupplement(meeting=told.meeting),
        means="TakeBackSupplement",
        refuses=True,
    ),
    Saying(
        ways=(
            "send/udsend/udsende/udsendes/rundsend tillæg [ud/nu/alle] !ikke"
            " | send tillæg rundt/afsted/alle/kanalen | tillæg sendes/udsendes [ud/nu/alle]"
            " | tillæg ud/afsted [nu/send] | tillæg kommer/gå/går/skal/kan/må ud/afsted [medlemmerne/alle/godt]"
            " | tillæg til medlemmerne/alle/deltagerne | tillæg medlemmerne [ud/komme/godt/vist]"
            " | få tillæg ud/sendt | tillæg kan/må/skal ud/sendes | godkendt tillæg send [så/ud] | fyr tillæg af"
            " | del/distribuer tillæg | sagt ja tillæg send [så/formænd/formand/formandskab/til]"
        ),
        act=unless_asked(lambda told: SendSupplement(meeting=told.meeting), supplement),
        means="SendSupplement",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "send/udsend/udsende tillæg uanset/trods/alligevel/uden/ikke"
            " | tillæg ud uden/uanset/alligevel svar/godkendelse"
            " | send/udsend tillæg uden godkendelse/svar/formænd/formændene/vente/godkendt"
            " | send tillæg ikke vente/svaret/godkendt/nå | send tillæg alligevel/uanset/trods"
            " | send tillæg selvom/selv om mangler/svar/ikke | tillæg venter ikke svar"
            " | send tillæg nu ikke vente svar"
        ),
        act=lambda told: SendSupplementUnapproved(meeting=told.meeting),
        means="SendSupplementUnapproved",
        by_secretariat=True,
        refuses=True,
    ),
    *OF_SENT_ITEMS,
)
