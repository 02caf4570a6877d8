"""What is said of the year, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, Stands, complete


class YearNotice(StrEnum):
    """To the secretariat: that meetings are missing in a year (FREQUENCY)."""

    FREQUENCY = "year_frequency"


_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)
HEARD: Mapping[YearNotice, Hearing] = complete(
    YearNotice,
    {
        YearNotice.FREQUENCY: _SECRETARIAT,
    },
)
