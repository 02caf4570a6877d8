"""What people type about who cannot be reached; see bot/usecases/phrases.py."""

from bot.domain.reach.actions import MarkSent, Nudge, ShowNudge, ShowUnreached
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases(
        "hvem kan du ikke nå | hvem kan ikke nås | [vis/se] dem du ikke kan nå",
        lambda got: ShowUnreached(),
    ),
    CommandPhrases("markér [materialet] [som] sendt", lambda got: MarkSent()),
    QueryPhrases(
        "ryk | ryk for svar | ryk for svar på dagsorden/dagsordenen/referat/referatet"
        " | ryk for svar på dagsorden/dagsordenen/referat/referatet til/for/fra [mødet] [den] {dag}",
        lambda got: ShowNudge(meeting=got.tail or None),
    ),
    CommandPhrases("send rykker/rykkere/rykkeren/rykkerne", lambda got: Nudge()),
)
