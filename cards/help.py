"""Every line of help: one line a topic."""

from cards.agenda import help as agenda
from cards.appointments import help as appointments
from cards.approval import help as approval
from cards.composition import help as composition
from cards.duties import help as duties
from cards.external import help as external
from cards.forum import help as forum
from cards.funds import help as funds
from cards.meetings import help as meetings
from cards.minutes import help as minutes
from cards.page import help as page
from cards.proposals import help as proposals
from cards.year import help as year

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
            *external.HELP,
            *year.HELP,
            *funds.HELP,
            *appointments.HELP,
            *page.HELP,
        ),
        key=lambda line: line.place,
    )
)
"""In the order in which they are shown."""
