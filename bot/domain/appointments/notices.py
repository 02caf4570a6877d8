"""What is said of appointments and groups, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class AppointmentNotice(StrEnum):
    """A CALL stands in the channel, and as OWN with those who answer for an organisation; the silent ones are reminded.

    The secretariat hears who the CANDIDATES are, that a tenure EXPIRES, and is asked whether a group that has ENDED
    is closed.
    """

    CALL = "appointment_call"
    OWN = "appointment_own"
    MISSING = "appointment_missing"
    CANDIDATES = "appointment_candidates"
    EXPIRES = "appointment_expires"
    ENDED = "group_ended"


TIMED = (
    AppointmentNotice.MISSING,
    AppointmentNotice.CANDIDATES,
    AppointmentNotice.EXPIRES,
    AppointmentNotice.ENDED,
)
"""Those that are planned ahead, each for a day."""

_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)
HEARD: Mapping[AppointmentNotice, Hearing] = complete(
    AppointmentNotice,
    {
        AppointmentNotice.CALL: Hearing(who=Hearer.FORUM, stands=Stands.POST, calls=Calls.CLEARING, news=News.KEPT),
        AppointmentNotice.OWN: Hearing(who=Hearer.NAMING, stands=Stands.CHAT, news=News.KEPT, owes=True),
        AppointmentNotice.MISSING: Hearing(who=Hearer.NAMING, stands=Stands.CHAT, calls=Calls.RECIPIENT, owes=True),
        AppointmentNotice.CANDIDATES: _SECRETARIAT,
        AppointmentNotice.EXPIRES: _SECRETARIAT,
        AppointmentNotice.ENDED: _SECRETARIAT,
    },
)
