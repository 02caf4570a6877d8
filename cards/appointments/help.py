"""How one sees who is appointed where, names a candidate, and sets up a working group."""

from bot.domain.appointments.actions import ShowAppointments
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="appointments", place=67, opens=ShowAppointments),
    HelpLine(name="appointment", place=107),
    HelpLine(name="appointments_secretariat", place=51, audience=Audience.SECRETARIAT),
)
