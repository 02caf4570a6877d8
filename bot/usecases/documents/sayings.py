"""What people say in everyday words for papers as files; see bot/usecases/said/sayings.py."""

from bot.domain.documents.actions import ShowDocuments
from bot.usecases.documents.said import paper
from bot.usecases.said.sayings import Saying

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways="dokumenter/dokumenterne | alle papirer/papirerne/dokumenter"
        " | materialer/materialerne/materialet/materiale | mødemateriale/mødematerialet/mødematerialer"
        " | hvor finder/ligger papirer/papirerne/dokumenter/dokumenterne/materialet | mødets papirer/dokumenter"
        " | det hele samlet | alt materiale | sagsakter/akter/arkiv/arkivet | hvad findes der af papirer"
        " | filer fra mødet | papirer/dokumenter fra mødet | dokumenter/papirer sidste møde | hent det hele"
        " | hele pakken | mødepakke | hvilke dokumenter | papirer/papirerne !punkt !forslag",
        act=lambda told: ShowDocuments(meeting=told.meeting),
        means="ShowDocuments",
    ),
    Saying(
        ways="pdf | pdf dagsorden/dagsordenen/referat/referatet | som pdf/word/docx/fil | word/docx | i pdf/word"
        " | word dagsordenen/referatet | word dagsorden/referat"
        " | hent/hente/download/downloade dagsorden/dagsordenen/referat"
        " | hent/hente/download/downloade referatet/tillægsdagsorden/godkendelsesark"
        " | hent/hente/download årsstatus/årsopgørelse/årsopgørelsen/årsregnskab | print/printe/printes/udprint"
        " | udskrive/udskriv/udskrift dagsordenen/dagsorden/referatet | på papir | papirudgave/papirform"
        " | en fil med | dagsorden/dagsordenen/referat/referatet som fil/dokument/pdf/word"
        " | gem/gemme dagsordenen/referatet | printvenlig | én samlet fil/pdf | det hele pdf"
        " | vedhæftet fil dagsordenen | udskrift punkt | godkendelsesark/godkendelsesarket"
        " | udtræk/ekstrakt/protokoludskrift punkt/beslutning/beslutningen",
        act=paper,
        means="OpenDocument",
    ),
)
