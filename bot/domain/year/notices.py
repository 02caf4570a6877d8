"""What is said of the year, and who hears it."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class YearNotice(StrEnum):
    """To the secretariat: that meetings are missing in a year (FREQUENCY), that a host has confirmed or changed.

    The host of a meeting is asked to confirm it (HOST). Of the year's report the secretariat is asked by when it is due
    (REPORT_DAY) and reminded (REPORT_DUE); what was sent stands in the channel (REPORT_SENT). The forum evaluates
    its work (EVALUATION).
    """

    FREQUENCY = "year_frequency"
    HOST = "year_host"
    HOST_CONFIRMED = "year_host_confirmed"
    HOST_SWAPPED = "year_host_swapped"
    REPORT_DAY = "year_report_day"
    REPORT_DUE = "year_report_due"
    REPORT_SENT = "year_report_sent"
    EVALUATION = "year_evaluation"


_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)
HEARD: Mapping[YearNotice, Hearing] = complete(
    YearNotice,
    {
        YearNotice.FREQUENCY: _SECRETARIAT,
        YearNotice.HOST: Hearing(who=Hearer.HOST, stands=Stands.CHAT, calls=Calls.RECIPIENT, news=News.KEPT, owes=True),
        YearNotice.HOST_CONFIRMED: _SECRETARIAT,
        YearNotice.HOST_SWAPPED: _SECRETARIAT,
        YearNotice.REPORT_DAY: _SECRETARIAT,
        YearNotice.REPORT_DUE: replace(_SECRETARIAT, owes=True),
        YearNotice.EVALUATION: _SECRETARIAT,
        YearNotice.REPORT_SENT: Hearing(who=Hearer.FORUM, stands=Stands.POST),
    },
)
