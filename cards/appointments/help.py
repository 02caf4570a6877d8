"""How one sees who is appointed where, names a candidate, and sets up a working group."""

from bot.domain.appointments.actions import ShowAppointments
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="appointments", place=67, wish=Wish.OTHERS, opens=ShowAppointments),
    HelpLine(name="appointment", place=107, wish=Wish.OTHERS),
    HelpLine(name="appointments_secretariat", place=51, wish=Wish.OTHERS, audience=Audience.SECRETARIAT),
)
