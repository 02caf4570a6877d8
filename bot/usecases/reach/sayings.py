"""What people say in everyday words about who cannot be reached, and about reminding those who owe an answer."""

import re

from bot.domain.approval.actions import Circulate, ShowApprovals
from bot.domain.reach.actions import MarkSent, Nudge, ShowNudge, ShowUnreached
from bot.usecases.said.moment import Moment
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told

_UNSENT = re.compile(
    r"\bikke\b[^.,;!?]{0,20}\b(?:send|mail|aflever|udlever)|\b(?:send|mail)\w* (?:den |det )?ikke", re.IGNORECASE
)


def _unreached_shown(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, ShowUnreached | MarkSent)


def _nudge_shown(moment: Moment) -> bool:
    was_offered = any(isinstance(each, Nudge) for each in moment.talk.offered)
    return was_offered or isinstance(moment.talk.shown, ShowNudge | ShowApprovals | Circulate)


def _nudge(told: Told) -> ShowNudge:
    return ShowNudge(meeting=told.meeting)


def _sent(told: Told) -> MarkSent | None:
    """Sent by hand to those who could "not" be reached; what is not sent is none."""
    return None if _UNSENT.search(told.said) else MarkSent()


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "ryk/rykke/rykker [dem/ja/bare/alle] !ikke | send [dem/rykker/ja/ud/den] !ikke | gør det [ja] !ikke"
            " | skriv til dem !ikke | mind dem !ikke | ja ryk/send | kør"
        ),
        act=lambda told: Nudge(meeting=told.meeting),
        means="Nudge",
        when=_nudge_shown,
    ),
    Saying(
        ways=(
            "ryk/rykke/rykker [svar/formændene/dem/formanden/gider/lige/godkende] !møde !tid !uge !dato !hvem"
            " | send/sende/skriv rykker [formanden/svar] | rykkerbrev | rykkere [send/svar]"
            " | ryk/rykke for svar/godkendelse [dagsorden/referat]"
            " | minde/mind/påmind/påminde/erindre dem/formanden/formændene/regionen/kommunerne/ham/hende/"
            "formand/andre/godkendere [svare/svar/om/gang/godkende/igen]"
            " | skub/puf/prik til formanden/formændene/regionen/dem/godkenderne/ham/hende/kommunerne"
            " | prik formanden/dem/skulderen | giv formanden/dem/regionen/ham/hende/formændene prik/puf/skub/praj"
            " | minde om at svare [dem] | mangler svar/svare ryk/skriv/minde | skriv igen svaret/formanden"
            " | ikke svaret skriv/ryk/rykke/minde/mind/skub [igen/dem] | hvem har du rykket"
            " | har du rykket/mindet [dem] | rykkede du | rykket for svar/allerede | ryk ikke [endnu/dem]"
            " | ryk/rykke dem [svaret/mangler/svare/svar/regionen] | kan rykke | skal rykke !møde"
            " | hvem skylder svar | skylder svar | påmindelse til godkender/godkenderne/formændene/formanden/dem"
            " | få dem til at svare | pres på formanden/dem/formændene"
            " | send påmindelse formanden/formændene/godkenderne/dem | tryk på formanden/formændene/dem"
            " | rykker [venlig/send] | ikke svaret rykker | bed formanden/formændene/regionen svare !har"
            " | opfølgning/følg op svar/godkendelse | følg op på [svar/dem/formændene]"
            " | få formanden/formændene/regionen/godkenderne/ham/hende svare/svar"
            " | få formanden/formændene/ham/hende til godkende !hos !af"
            " | tryk/pres/hiv/bed/bede formanden/formændene/regionen/godkenderne/dem/ham/hende svare/svar/"
            "godkende/på"
        ),
        act=_nudge,
        means="ShowNudge Nudge",
    ),
    Saying(
        ways=(
            "hvem når ikke !møde !frist !komme | uden konto/adgang [folk/nogen] | hvem have mail"
            " | kan du nå/kontakte [lægen/formanden/alle]"
            " | hvem kan ikke nå/nås/få/fat/kontakte/ramme/skrive [du] !komme !deltage"
            " | hvem får/fik ikke besked/beskeder/dagsorden/materiale/referat/noget"
            " | hvem har ikke fået/modtaget [dagsorden/materiale/besked/referat] | hvem er ikke på teams/nået"
            " | ikke teams hvem | hvem mangler få/fået/modtage dagsorden/materiale/referat/beskeden"
            " | ikke fået dagsorden/materiale/referat/besked nogen/alle/er/hvem [der] !jeg !vi"
            " | har alle fået/modtaget [dagsorden/materiale/referat/besked/det] | er alle nået/orienteret"
            " | kom materiale/dagsorden/den ud/frem alle/til [alle] | kom den frem | nåede frem [alle/beskeden]"
            " | nogen du ikke kan sende/nå/skrive/få [til] | nogen ikke fået/modtaget | uden teams [hvem]"
            " | har fået materiale/dagsorden/besked !jeg !vi !ikke | er der nogen der ikke har fået"
            " | ikke leveret/afleveret [besked] | fejlede besked/udsendelse | fejl i udsendelse"
            " | hvem skal jeg selv skrive/sende/kontakte/maile | selv sende til [hvem] | ikke kan få fat i hvem"
            " | manglende modtagere | hvem kan ikke kontaktes | kan ikke nå !møde !jeg !det | uden for rækkevidde"
            " | mangler nogen materiale/dagsorden | hvem mangler teams/konto/adgang/mail"
            " | nået ud/frem alle [materiale/dagsorden/er/den] | kunnet sende/nå alle"
            " | nogle/nogen ikke får/fået noget/beskeder/dagsorden/materiale | materiale nået alle/ud"
            " | kan alle nås | kan alle se beskeder/materiale | uden for teams | har lægen/alle fået !jeg"
            " | fik lægen/alle | modtager alle beskeder/materiale/dagsorden"
            " | fik alle [dagsorden/materiale/den/besked] !ud !send !sendt !skal"
            " | nogen du [slet] ikke fat/få/kontakte/nå/skrive | slet ikke få fat"
        ),
        act=lambda told: ShowUnreached(),
        means="ShowUnreached",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "markér/marker/marke/registrer/noter/sæt sendt [som/materiale]"
            " | sendt selv/mail/mailen/manuelt/post/brev/mailet [materiale/den/dem/jeg/til] !hvem"
            " | selv sendt/mailet/givet/afleveret [materiale/dem/det] !hvem | mailet til/det/dem/materiale"
            " | sendt på/med/per/pr/via mail/post/e-mail"
            " | fået manuelt/mail/papir/print/udleveret/hånden [dem] !ikke !hvem | udleveret"
            " | afleveret papir/personligt/materiale"
            " | jeg har sendt [materiale/mail/selv/dem/lægen] !ikke !forslag !bilag | ringet til dem [læst/selv]"
            " | har fået på papir | lagt i postkassen | sendte selv | sender selv på mail"
            " | videresendt materiale/til/den/det !forslag"
            " | fået post/posten/brev/mail/hånden/papir [noter/har/med] !ikke !hvem"
            " | sendte pr/per/med brev/post/mail | noter fået/sendt !mandat !afbud | sendt med posten"
            " | printet/print/udprintet givet/afleveret/til/lægen"
            " | givet/afleveret/overrakt ham/hende/lægen/dem [dagsorden/materiale/print/papir]"
            " | har ringet til lægen/ham/hende/formanden læst/selv/op !spørg | læst op telefonen/lægen/ham/hende"
        ),
        act=_sent,
        means="MarkSent",
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "sendt [jeg/dem/mail/selv/til] !ikke | klaret | ordnet | har fået [dem/det/de] !ikke | gjort | mailet"
            " | har jeg sendt [dem/til/mail/nu] !ikke | fikset | afsendt"
            " | skrevet/ringet/talt/mailet til/med [dem/selv/har/post]"
            " | post/brev/mail/telefon [har/skrevet/sendt/almindelig] | orienteret/underrettet"
        ),
        act=lambda told: MarkSent(),
        when=_unreached_shown,
    ),
)
