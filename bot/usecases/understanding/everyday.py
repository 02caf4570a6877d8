"""Every topic's everyday sayings: one line a topic."""

from bot.usecases.agenda import sayings as agenda
from bot.usecases.appointments import sayings as appointments
from bot.usecases.approval import sayings as approval
from bot.usecases.attachments import sayings as attachments
from bot.usecases.calendars import sayings as calendars
from bot.usecases.composition import sayings as composition
from bot.usecases.documents import sayings as documents
from bot.usecases.duties import sayings as duties
from bot.usecases.external import sayings as external
from bot.usecases.filing import sayings as filing
from bot.usecases.forum import sayings as forum
from bot.usecases.funds import sayings as funds
from bot.usecases.live import sayings as live
from bot.usecases.meetings import sayings as meetings
from bot.usecases.minutes import sayings as minutes
from bot.usecases.page import sayings as page
from bot.usecases.proposals import sayings as proposals
from bot.usecases.publication import sayings as publication
from bot.usecases.reach import sayings as reach
from bot.usecases.referrals import sayings as referrals
from bot.usecases.reminders import sayings as reminders
from bot.usecases.resolutions import sayings as resolutions
from bot.usecases.saying import sayings as saying
from bot.usecases.standing import sayings as standing
from bot.usecases.supplements import sayings as supplements
from bot.usecases.wording import sayings as wording
from bot.usecases.year import sayings as year

SAYINGS = (
    *agenda.SAYINGS,
    *appointments.SAYINGS,
    *approval.SAYINGS,
    *attachments.SAYINGS,
    *calendars.SAYINGS,
    *composition.SAYINGS,
    *documents.SAYINGS,
    *duties.SAYINGS,
    *external.SAYINGS,
    *filing.SAYINGS,
    *forum.SAYINGS,
    *funds.SAYINGS,
    *live.SAYINGS,
    *meetings.SAYINGS,
    *minutes.SAYINGS,
    *page.SAYINGS,
    *proposals.SAYINGS,
    *publication.SAYINGS,
    *reach.SAYINGS,
    *referrals.SAYINGS,
    *reminders.SAYINGS,
    *resolutions.SAYINGS,
    *saying.SAYINGS,
    *standing.SAYINGS,
    *supplements.SAYINGS,
    *wording.SAYINGS,
    *year.SAYINGS,
)
