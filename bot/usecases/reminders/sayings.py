"""What people say in everyday words about their own messages: how many they get, when, and the latest once more."""

import re

from bot.domain.actions import AnyCommand
from bot.domain.reminders.actions import ChooseNotices, RemindTomorrow, ShowGathered, ShowNotices
from bot.domain.reminders.state import NoticeChoice
from bot.usecases.said.moment import Moment
from bot.usecases.said.sayings import Act, Saying
from bot.usecases.said.told import Told

_NO_REMINDER = re.compile(
    r"\b(?:mind|påmind|husk|ryk|prik|puf|skriv|spørg)\w* (?:mig )?ikke\b|\bikke (?:mindes|rykkes|huskes|have besked)",
    re.IGNORECASE,
)


def _choosing(choice: NoticeChoice) -> Act:
    def act(_told: Told) -> AnyCommand:
        return ChooseNotices(chosen=choice.value)

    return act


def _tomorrow(told: Told) -> RemindTomorrow | None:
    """Who does "not" get to it today is reminded; who is not to be reminded is not."""
    return None if _NO_REMINDER.search(told.said) else RemindTomorrow()


def _something_waits(moment: Moment) -> bool:
    return moment.asked is not None or moment.talk.shown is not None or bool(moment.talk.offered)


def _notices_shown(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, ShowNotices)


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "påmindelse [mine/indstil/vis/hvordan/slå/slippe] !send !alle !husk | påmindelser"
            " | suppleant beskeder også/få/have | notifikation [slå/indstil/fra/til/hvordan]"
            " | notifikationer [slå/fra/indstil] | varsling | varslinger"
            " | hvordan/hvornår/hvilke/hvorfor får besked/beskeder [jeg]"
            " | beskeder [mange/for/alt/stop/færre/mine/slå/fra/indstil/tit/slippe] !samlet !saml"
            " | færre/mange/mindre beskeder/mails/mail/notifikationer/påmindelser [for/alt] | spam | spammer"
            " | spamme | skriver alt/for tit/ofte/meget [du] | hold op skrive/sende/med"
            " | stop beskeder/skrive/mails/påmindelser/det | skriv ikke [tit/ofte/mig/så] !dagsorden !referat"
            " | skriver for tit | lad være skrive/sende mig"
            " | frameld/afmeld/framelde/afmelde beskeder/mails/påmindelser/notifikationer"
            " | slip for beskeder/mails/påmindelser | slippe for beskeder/mails/påmindelser"
            " | slå beskeder/notifikationer/påmindelser fra | hvor tit skriver | hvor ofte skriver/besked"
            " | ændre beskeder/besked/påmindelser | indstillinger [mine/besked] | stille beskeder | få beskeder"
            " | forstyr ikke | ro for beskeder | mute | for mange mails"
            " | mails/beskeder orker/træt/trætte/gider/irriterende/overvældet | skrive/skriv mindre/sjældnere"
            " | ikke have beskeder | sms/sms'er du/også | skriver du også/på | hvordan/hvor hører jeg fra [dig]"
            " | hvornår skriver du | besked hvordan/indstilling | beskeder også få | stop med sende/skrive"
            " | drukner beskeder/mails | hvor tit/ofte skriver/sender/får [ændre] | nok beskeder/mails"
            " | gider ikke beskeder/mails | lad mig være i fred | ikke forstyrres | hvordan får jeg besked"
            " | advisering | adviseringer | send ikke mig | bombarderer"
            " | hvorfor skriver du [tit/ofte/hele/meget] | hvor ofte/tit hører | må jeg slippe mails/beskeder"
            " | fri for beskeder/mails | pause/pauser beskeder | ferie beskeder/mails"
        ),
        act=lambda told: ShowNotices(),
        means="ShowNotices",
    ),
    Saying(
        ways=(
            "saml/samle/samler/samlet/samlede [mine/gerne/få] besked/beskeder/beskederne/påmindelser/mails/det/"
            "notifikationer/én !vis !stod"
            " | besked/beskeder/mail/mails/én/gang om dagen/dagligt/daglig [samlet/tak/kun] !hvad !hvilke !hvor"
            " | en mail om dagen | et dagligt overblik | alt/hele på en/én gang [dag/morgenen]"
            " | daglig mail/besked/samlet | kun morgen besked/beskeder/mail | samlet om morgenen | samlet kl"
            " | én besked om dagen | alle beskeder på én gang | samlet daglig"
            " | gang dagligt/daglig/dagen besked/beskeder/mail [få/én/en/samlet] !hvad !hvilke !hvor"
            " | beskeder/mails dagligt/dagen [gang/få] | samlet dag/dagligt/morgen | ét overblik dagen"
        ),
        act=_choosing(NoticeChoice.GATHERED),
        means="ChooseNotices",
        is_plain=True,
    ),
    Saying(
        ways=(
            "besked/beskeder/påmindelse/påmindelser/påmindelserne/alt/skriv/mail/notifikation straks/"
            "øjeblikkeligt/omgående/løbende | straks besked/beskeder/påmindelser/have/når"
            " | med det samme besked/beskeder/skriv/have/alt/giv/påmindelse/når/mail"
            " | med samme besked/beskeder/påmindelser/skriv/giv !som | enkeltvis [besked/beskeder]"
            " | beskeder en ad gangen | hver for sig besked/beskeder"
            " | så snart der sker noget besked/skriv/giv/hør | vent ikke med besked/beskeder"
            " | ikke samlet [beskeder] | når sker noget besked/skriv/giv | skriv til mig når sker"
            " | så snart nyt/sker/noget | snart sig/giv/skriv nyt | sig til så snart/straks"
            " | hver gang sker besked/skriv | uden forsinkelse besked"
        ),
        act=_choosing(NoticeChoice.AT_ONCE),
        is_plain=True,
    ),
    Saying(
        ways=(
            "kun frist/frister/deadlines/deadline [besked/om/høre/skriv/påmindelser]"
            " | besked/beskeder/skriv/påmindelser/høre frist/frister/deadlines kun/bare/når"
            " | bare frister/frist besked/beskeder/påmindelser/når"
            " | kun vigtige/vigtigste/nødvendige/nødvendigt besked/beskeder/mails/påmindelser"
            " | kun det vigtigste/nødvendige/mest | kun når der er frist/frister"
            " | kun skrive/skriv frist/frister/vigtigt/nødvendigt"
            " | kun haster/presserende/hastende [besked] !punkt !hvad | ikke forstyrres medmindre"
            " | kun hvis vigtigt/nødvendigt/haster | når der er en frist besked | nøjes med frister"
            " | kun hvis frist | nøjes besked/beskeder haster/vigtigt/frist/frister/noget [når]"
            " | besked/beskeder kun/når haster/vigtigt/nødvendigt"
        ),
        act=_choosing(NoticeChoice.DEADLINES),
        is_plain=True,
    ),
    Saying(
        ways="samlet/saml/samle | samlet kl | den anden",
        act=_choosing(NoticeChoice.GATHERED),
        is_plain=True,
        when=_notices_shown,
    ),
    Saying(
        ways="straks | med det samme | samme | enkeltvis",
        act=_choosing(NoticeChoice.AT_ONCE),
        is_plain=True,
        when=_notices_shown,
    ),
    Saying(
        ways="kun frist | frist | frister | deadlines | færre | stop",
        act=_choosing(NoticeChoice.DEADLINES),
        is_plain=True,
        when=_notices_shown,
    ),
    Saying(
        ways=(
            "mind/minde/husk/påmind mig i morgen | mind/husk/påmind mig [det/om/senere/igen/den] !frister !hvad"
            " | husk mig på | giv mig et prik/praj/puf | spørg igen/morgen/senere | spørg mig igen"
            " | tag det/den morgen | tag det op morgen/igen/senere | vent til morgen | kom igen/tilbage morgen"
            " | vend tilbage morgen | vender tilbage [morgen/senere]"
            " | kigger/læser/ser/svarer/ordner/tager/gør [på] morgen !du !hvem | ikke nu [morgen/senere]"
            " | ikke tid nu/dag [morgen] | i morgen i stedet/tidlig"
            " | jeg når det ikke i dag [morgen] !møde !komme | skub til morgen | udskyd til morgen | snooze"
            " | senere tak | når det ikke nu/endnu | ikke nået at læse/kigge/se | nåede ikke at læse/kigge/se"
            " | har ikke læst/kigget endnu [morgen/vender] | har travlt [morgen/nu]"
        ),
        act=lambda told: RemindTomorrow(),
        when=_something_waits,
    ),
    Saying(
        ways=(
            "mind/minde/påmind mig [om/morgen/det] !frister !hvornår !hvor !hvad | husk mig [på/om/morgen]"
            " | mind mig om morgen | mind mig igen | spørg mig igen morgen | kom tilbage i morgen"
            " | skriv igen i morgen | spørg igen i morgen | vent til i morgen | tag det op i morgen"
            " | tage/tag den/det morgen !møde !kommer | mind igen morgen | morgen er fint/bedre/nok"
            " | lad det vente [til/morgen] | vente til morgen"
        ),
        act=lambda told: RemindTomorrow(),
        is_plain=True,
    ),
    Saying(
        ways=(
            "kigger/læser/ser/svarer/tager/vender morgen !du | tag/tage morgen med/op | ikke tid nu/morgen"
            " | morgen i stedet | når det ikke i dag morgen | udskyd til morgen | ikke nu morgen"
        ),
        act=_tomorrow,
        means="RemindTomorrow",
        refuses=True,
    ),
    Saying(
        ways=(
            "samlet/samlede besked/mail/oversigt/overblik [vis/seneste/sidste/morgenens/igen/send] !giv !få"
            " | daglig/daglige/dagens oversigt/besked/mail/overblik/opsamling [vis/igen] !om !kun"
            " | morgenens/morges besked/mail [vis/stod/skrev]"
            " | besked morges/sidste/seneste/igår [vis/stod/hvad/igen] | hvad skrev du [morges/mig/sidst/igår]"
            " | hvad stod besked/mail/morges/sidst [der] | hvad sendte du [morges/mig/sidst]"
            " | slettet besked [send/igen/samlede] | vis besked igen/seneste/sidste | send besked igen"
            " | din sidste/seneste besked | beskeden fra i morges/dag | i morges skrev/skrive/skrevet/sendte"
        ),
        act=lambda told: ShowGathered(),
        means="ShowGathered",
    ),
)
