"""The agenda's draft."""

from bot.domain.agenda.actions import AddItem, EditAgenda, EditItem, MoveItem, OpenItem, RemoveItem, ShowAgenda
from tests.harness.cases.case import Case, accepted, of_meeting, proposed
from tests.harness.steps import SECRETARIAT

_CLERK = (SECRETARIAT,)

FORUM_CASES = (
    Case(action=of_meeting(ShowAgenda), begin=proposed),
    Case(action=of_meeting(EditAgenda), allowed=_CLERK, begin=accepted),
    Case(action=of_meeting(OpenItem, position=2), allowed=_CLERK, begin=accepted),
    Case(action=of_meeting(AddItem, title="Mere"), allowed=_CLERK, begin=accepted),
    Case(action=of_meeting(MoveItem, position=3, to="2"), allowed=_CLERK, begin=accepted),
    Case(action=of_meeting(EditItem, position=2, title="Andet"), allowed=_CLERK, begin=accepted),
    Case(action=of_meeting(RemoveItem, position=2), allowed=_CLERK, begin=accepted),
)
ASKS = {"dagsorden": "Eventuelt"}
PLAIN = frozenset({"amount", "duration", "position", "recommendation", "revision", "title", "to"})
