"""What people say in everyday words about working groups; see bot/usecases/said/sayings.py."""

from bot.usecases.appointments.said import closed, founded, group, is_group_shown, new_group, reopened
from bot.usecases.said.sayings import Saying

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "gruppe/arbejdsgruppe vis/nr/nummer | hvem er med i gruppe/arbejdsgruppe"
            " | medlemmer gruppe/arbejdsgruppe | hvad laver gruppe/arbejdsgruppe"
            " | gruppe/arbejdsgruppe opgave/status/medlemmer | hvem er tovholder gruppe/arbejdsgruppe"
            " | hvor langt gruppe/arbejdsgruppe | hvornår gruppe/arbejdsgruppe færdig"
            " | gruppe/arbejdsgruppe status/fremdrift"
        ),
        act=group,
        means="ShowGroup",
    ),
    Saying(
        ways=(
            "hvor langt de/er | hvem sidder/med i/den | hvem er med | hvad laver/arbejder de"
            " | hvornår færdige/færdig de | medlemmer | tovholder | status"
        ),
        act=group,
        when=is_group_shown,
    ),
    Saying(
        ways="gruppenedsættelse beslutning",
        act=founded,
        means="OpenGroupForm",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "nedsæt/nedsætte/nedsætter/nedsat arbejdsgruppe/gruppe/udvalg/følgegruppe/taskforce"
            " | ny/opret/oprette/lav/lave/laver/dan/danne arbejdsgruppe/gruppe"
            " | etabler/etablere arbejdsgruppe/gruppe | behov/brug for arbejdsgruppe/gruppe"
            " | start/starte arbejdsgruppe/gruppe !igen | arbejdsgruppe om | gruppe der ser/kigger på | taskforce"
            " | styregruppe om | skal/vil have arbejdsgruppe/gruppe/følgegruppe/styregruppe !plads !hvem"
            " | følgegruppe på/om/for | projektgruppe"
        ),
        act=new_group,
        means="OpenGroupForm",
    ),
    Saying(
        ways=(
            "luk/lukke/lukkes/nedlæg/nedlægge/nedlægges gruppe/arbejdsgruppe"
            " | afslut/afsluttes/afvikl/opløs/opløse/opløses gruppe/arbejdsgruppe"
            " | gruppe/arbejdsgruppe færdig/afsluttet/lukket/slut/slutter/ophører/ophørt/nedlagt"
            " | gruppe/arbejdsgruppe ikke brug længere/mere"
        ),
        act=closed,
        means="CloseGroup",
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "luk/lukke/lukkes/nedlæg/nedlægges/opløs | afsluttet/afslut/færdig/slut !ikke | ikke brug længere"
            " | arbejdet er slut | luk/lukke den/gruppen | de er færdige | opgaven er løst | har afleveret"
        ),
        act=closed,
        when=is_group_shown,
    ),
    Saying(
        ways=(
            "genåbn/genåbne/genåbnes [gruppe/arbejdsgruppe] | gruppe/arbejdsgruppe igen"
            " | gruppe/arbejdsgruppe igen gang/arbejde/start/åben/åbn | gruppe/arbejdsgruppe alligevel"
            " | genopliv/genoptag gruppe/arbejdsgruppe | gruppe/arbejdsgruppe ikke færdig"
            " | gruppe/arbejdsgruppe lukket fejl"
        ),
        act=reopened,
        means="ReopenGroup",
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "åben/åbn/åbne igen | i gang igen | ikke færdig | fortsætter | fortsætter alligevel"
            " | genoptag/genopliv | lukket ved en fejl | alligevel | stadig i gang/arbejder/gang"
            " | lukke/lukket tidligt/for | for tidligt | køre/kører igen/videre/stadig | op at køre"
            " | start/starte/startes igen/op | skal fortsætte/bestå | mere at lave"
            " | fortryd/fortryder luk/lukning/lukket"
        ),
        act=reopened,
        when=is_group_shown,
        refuses=True,
    ),
)
