"""Finding one's way, and tying a channel."""

from bot.domain.forum.actions import (
    ChangeChoice,
    HandOver,
    OpenChoice,
    OpenChoices,
    OpenHandOver,
    ShowAbout,
    ShowChoices,
    ShowContact,
    ShowHelp,
    ShowProvisions,
    ShowSuccession,
    TieChannel,
)
from tests.harness.cases.case import Case, here, proposed
from tests.harness.forging import NORD, SYD
from tests.harness.steps import SECRETARIAT

_REMARKS = {"choice": "minutes_remarks_days", "value": "4", "decision": "Klyngen den 3. januar 2027"}

FORUM_CASES = (
    Case(action=here(ShowHelp), begin=proposed),
    Case(action=here(ShowContact), begin=proposed),
    Case(action=here(ShowAbout), begin=proposed),
    Case(action=here(ShowSuccession), begin=proposed),
    Case(action=OpenHandOver(ended=NORD, heir=SYD), allowed=()),
    Case(action=HandOver(ended=NORD, heir=SYD), allowed=()),
    Case(action=here(ShowProvisions, page=2), begin=proposed),
    Case(action=here(ShowChoices), begin=proposed),
    Case(action=here(OpenChoices), allowed=(SECRETARIAT,), begin=proposed),
    Case(action=here(OpenChoice, **_REMARKS), allowed=(SECRETARIAT,), begin=proposed),
    Case(action=here(ChangeChoice, **_REMARKS), allowed=(SECRETARIAT,), begin=proposed),
    Case(action=here(TieChannel), allowed=(SECRETARIAT,), begin=proposed),
)
ASKS = {
    "hjælp": "Det kan jeg hjælpe med",
    "kontakt": "Sekretariat, kommunal side",
    "om forummet": "Om Politisk Klynge Nord (Region Nordjylland)",
    "videreført": "Politisk Klynge Nord er hverken givet videre eller fortsat fra et andet forum.",
    "kommissoriets ord": "Der afholdes minimum ét møde i de politiske klynger om året.",
    "forummets valg": "Godkendelse af dagsordenen",
}
PLAIN = frozenset({"choice", "value", "decision", "typed", "page", "word", "ended", "heir", "reason"})
