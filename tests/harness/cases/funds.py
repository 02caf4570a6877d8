"""The shared funds."""

from collections.abc import Mapping

from bot.domain.funds.actions import (
    AnswerForCouncil,
    CounterEntry,
    Dispose,
    OpenDisposalForm,
    OpenGrantForm,
    OpenSpendingForm,
    RegisterGrant,
    RegisterSpending,
    ShowFundEntry,
    ShowFundReport,
    ShowFunds,
)
from bot.domain.funds.state import CouncilAnswer
from bot.local.demo.stage import Stage
from bot.local.filling import Value
from tests.harness.cases.case import LEADER, POLITICIAN, Case, here
from tests.harness.forging import NORD
from tests.harness.steps import SECRETARIAT, agenda_sent

_CLERK = (SECRETARIAT,)
_HOLDERS = (SECRETARIAT, LEADER)
ITEM: Mapping[str, Value] = {
    "Overskrift": "Fælles hjemmebesøg",
    "Beløb i kr.": "450.000",
    "Anvendelse af fælles klyngemidler": True,
}


async def funded(nord: Stage) -> None:
    """No. 1 is a grant, no. 2 a disposal of Hjørring's by what March's meeting decided; Læsø's council is awaited."""
    await nord.says(SECRETARIAT, "registrér bevilling 2 mio.: byrådenes budget")
    await agenda_sent(nord, ITEM)
    await nord.at("2027-03-16T20:00")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    await nord.says(LEADER, "disponér 200.000")


FORUM_CASES = (
    Case(action=here(ShowFunds), begin=funded),
    Case(action=here(ShowFundReport, year=2027), begin=funded),
    Case(action=here(ShowFundEntry, number=2), begin=funded),
    Case(action=here(OpenGrantForm), allowed=_CLERK, begin=funded),
    Case(action=here(OpenDisposalForm), allowed=_HOLDERS, begin=funded),
    Case(action=here(OpenSpendingForm), allowed=_CLERK, begin=funded),
    Case(action=RegisterGrant(forum=NORD, amount="5.000", words="Byrådets budget"), allowed=_CLERK, begin=funded),
    Case(action=Dispose(forum=NORD, amount="5.000", party="hjoerring"), allowed=(LEADER,), begin=funded),
    Case(action=RegisterSpending(forum=NORD, amount="100", entry="2", words="Faktura"), allowed=_CLERK, begin=funded),
    Case(action=here(CounterEntry, number=2, words="Forkert"), allowed=_HOLDERS, begin=funded, by=LEADER),
    Case(
        action=here(AnswerForCouncil, answer=CouncilAnswer.PENDING),
        allowed=(POLITICIAN, SECRETARIAT),
        begin=funded,
        by=POLITICIAN,
    ),
)
ASKS = {"midler": "Fælles klyngemidler", "årsopgørelse": "Årsopgørelse 2027"}
PLAIN = frozenset({"aim", "answer", "amount", "fund_purpose", "fund_year", "waiver"})
