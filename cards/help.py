"""Every line of help: one line a topic."""

from cards.agenda import help as agenda
from cards.appointments import help as appointments
from cards.approval import help as approval
from cards.attachments import help as attachments
from cards.calendars import help as calendars
from cards.composition import help as composition
from cards.documents import help as documents
from cards.duties import help as duties
from cards.external import help as external
from cards.filing import help as filing
from cards.forum import help as forum
from cards.funds import help as funds
from cards.live import help as live
from cards.meetings import help as meetings
from cards.minutes import help as minutes
from cards.page import help as page
from cards.proposals import help as proposals
from cards.publication import help as publication
from cards.reach import help as reach
from cards.referrals import help as referrals
from cards.reminders import help as reminders
from cards.resolutions import help as resolutions
from cards.standing import help as standing
from cards.supplements import help as supplements
from cards.wording import help as wording
from cards.year import help as year

HELP = tuple(
    sorted(
        (
            *forum.HELP,
            *meetings.HELP,
            *standing.HELP,
            *calendars.HELP,
            *composition.HELP,
            *proposals.HELP,
            *agenda.HELP,
            *approval.HELP,
            *live.HELP,
            *supplements.HELP,
            *minutes.HELP,
            *wording.HELP,
            *resolutions.HELP,
            *attachments.HELP,
            *filing.HELP,
            *documents.HELP,
            *publication.HELP,
            *duties.HELP,
            *external.HELP,
            *year.HELP,
            *funds.HELP,
            *appointments.HELP,
            *referrals.HELP,
            *reminders.HELP,
            *reach.HELP,
            *page.HELP,
        ),
        key=lambda line: line.place,
    )
)
"""In the order in which they are shown."""
