"""The agenda's draft."""

from bot.domain.agenda.actions import (
    AddItem,
    EditAgenda,
    EditItem,
    MoveItem,
    OpenItem,
    OpenNewItem,
    RemoveItem,
    RestoreItem,
    ShowAgenda,
)
from bot.local.demo.stage import Stage
from tests.harness.cases.case import Case, accepted, of_meeting, proposed
from tests.harness.steps import SECRETARIAT

_CLERK = (SECRETARIAT,)
_FIRST = 3  # the id of what is first put on a draft, after two standing items
_FIELDS = ("title", "summary", "recommendation", "financial_note", "amount")
_EDITED = of_meeting(EditItem, position=2, item=_FIRST, shown=_FIELDS, title="Andet")


async def removed(nord: Stage) -> None:
    """The only proposal on the draft was taken off."""
    await accepted(nord)
    await nord.says(SECRETARIAT, "fjern punkt 2")


FORUM_CASES = (
    Case(action=of_meeting(ShowAgenda), begin=proposed),
    Case(action=of_meeting(EditAgenda), allowed=_CLERK, begin=accepted),
    Case(action=of_meeting(OpenNewItem), allowed=_CLERK, begin=accepted),
    Case(action=of_meeting(OpenItem, position=2), begin=accepted),
    Case(action=of_meeting(AddItem, title="Mere"), allowed=_CLERK, begin=accepted),
    Case(action=of_meeting(MoveItem, position=3, to="2"), allowed=_CLERK, begin=accepted),
    Case(action=_EDITED, allowed=_CLERK, begin=accepted),
    Case(action=of_meeting(RemoveItem, position=2), allowed=_CLERK, begin=accepted),
    Case(action=of_meeting(RestoreItem, item=_FIRST), allowed=_CLERK, begin=removed),
)
ASKS = {"dagsorden": "Eventuelt"}
_TEXTS = "title kind summary case_description recommendation financial_note amount duration links"
PLAIN = frozenset({*_TEXTS.split(), "is_closed", "item", "part", "position", "revision", "shown", "then", "to"})
