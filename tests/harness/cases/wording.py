"""The wording of minutes."""

from bot.domain.wording.actions import (
    BringUp,
    CommentOnItem,
    DeclineWording,
    OpenSuggestion,
    ShowSuggestion,
    ShowSuggestions,
    SuggestWording,
    TakeWording,
    WithdrawWording,
)
from bot.local.demo.stage import Stage
from tests.harness.cases.case import POLITICIAN, SEATED, Case, held, here, of_meeting
from tests.harness.steps import SECRETARIAT

_CLERK = (SECRETARIAT,)


async def suggested(nord: Stage) -> None:
    """March's minutes were sent, and a politician suggested other words for its item three times."""
    await held(nord)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt. Modellen afprøves i ni måneder.")
    await nord.says(SECRETARIAT, "send referat")
    for number in ("syv", "otte", "ti"):
        await nord.says(POLITICIAN, f"foreslå rettelse til punkt 2: Modellen afprøves i {number} måneder.")


async def too_late(nord: Stage) -> None:
    """The time for remarks has passed."""
    await suggested(nord)
    await nord.at("2027-03-29T09:00")


FORUM_CASES = (
    Case(action=here(ShowSuggestions), begin=suggested),
    Case(action=here(ShowSuggestion, number=1), allowed=(SECRETARIAT, POLITICIAN), begin=suggested),
    Case(action=of_meeting(OpenSuggestion, position=2), begin=suggested),
    *(
        Case(action=of_meeting(SuggestWording, position=2, words=f"Rettet af {each}."), begin=suggested, by=each)
        for each in SEATED
    ),
    Case(action=of_meeting(CommentOnItem, position=2, words="Hvad med fristen?"), begin=suggested, by=POLITICIAN),
    Case(action=here(TakeWording, number=1), allowed=_CLERK, begin=suggested),
    Case(action=here(DeclineWording, number=2, words="Det blev ikke sagt."), allowed=_CLERK, begin=suggested),
    Case(action=here(WithdrawWording, number=3), allowed=(POLITICIAN,), begin=suggested),
    Case(action=of_meeting(BringUp, position=2, words="Der mangler en frist."), begin=too_late, by=POLITICIAN),
)
ASKS = {"mine rettelser": "rettelser"}
PLAIN = frozenset({"mine", "seen"})
