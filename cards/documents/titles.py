"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.documents.actions import OF_YEAR, FileKind, OpenDocument, ShowDocuments
from bot.domain.documents.state import Kind
from bot.domain.kernel.action import Action
from cards.kit.naming import Naming, Title
from cards.kit.titled import facts_of, item_of, of_kind, titled
from cards.kit.words import keyed, say

_PAPERS = keyed(Kind, "click.documents.paper")
_BACK = (Kind.MINUTES, Kind.EXTRACT)


def _paper(action: OpenDocument, naming: Naming) -> str:
    """What it is, and of which meeting or year."""
    name = say(_PAPERS[action.paper])
    if action.paper in OF_YEAR:
        return f"{name} {action.year or naming.today.year}"
    facts = facts_of(action, naming)
    number = f" {action.supplement}" if action.paper is Kind.SUPPLEMENT and action.supplement else ""
    place = f", {item_of(action, naming)}" if action.position else ""
    day = facts["fra"] if action.paper in _BACK else facts["til"]
    return f"{name}{number}{day}{facts['version']}{place}"


TITLES: Mapping[type[Action], Title] = {
    ShowDocuments: titled("click.documents.list"),
    OpenDocument: of_kind(
        "file",
        {
            FileKind.PDF: titled("click.documents.pdf", papir=_paper),
            FileKind.WORD: titled("click.documents.word", papir=_paper),
        },
        else_=titled("click.documents.open", papir=_paper),
    ),
}
