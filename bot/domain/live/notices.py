"""What is said of a meeting that is held, and who hears it: the meeting's post itself shows how far it has come."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, Stands, complete


class LiveNotice(StrEnum):
    """Nobody ended the meeting."""

    LEFT_RUNNING = "live_left_running"


HEARD: Mapping[LiveNotice, Hearing] = complete(
    LiveNotice,
    {LiveNotice.LEFT_RUNNING: Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)},
)
