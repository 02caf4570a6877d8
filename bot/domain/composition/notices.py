"""What the secretariat is told of who takes part."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class CompositionNotice(StrEnum):
    """Who takes part, as the agenda leaves and the working day before the meeting; and which doctors' organisation."""

    COMPOSITION = "composition"
    GP_QUESTION = "gp_question"


HEARD: Mapping[CompositionNotice, Hearing] = complete(
    CompositionNotice,
    {
        CompositionNotice.COMPOSITION: Hearing(who=Hearer.SECRETARIAT, stands=Stands.DESK, calls=Calls.RECIPIENT),
        CompositionNotice.GP_QUESTION: Hearing(
            who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT, news=News.KEPT
        ),
    },
)
