"""Every line of help: one line a topic."""

from cards.agenda import help as agenda
from cards.appointments import help as appointments
from cards.approval import help as approval
from cards.composition import help as composition
from cards.duties import help as duties
from cards.forum import help as forum
from cards.meetings import help as meetings
from cards.minutes import help as minutes
from cards.page import help as page
from cards.proposals import help as proposals

HELP = tuple(
    sorted(
        (
            *forum.HELP,
            *meetings.HELP,
            *composition.HELP,
            *proposals.HELP,
            *agenda.HELP,
            *approval.HELP,
            *minutes.HELP,
            *duties.HELP,
            *appointments.HELP,
            *page.HELP,
        ),
        key=lambda line: line.place,
    )
)
"""In the order in which they are shown."""
