"""What an offer's button says: the act, and what it is about; one line a topic."""

from collections.abc import Mapping
from typing import get_args

from bot.domain.actions import AnyAction
from bot.domain.kernel.action import Action
from bot.domain.saying.actions import Offered, Said
from cards.agenda import titles as agenda
from cards.appointments import titles as appointments
from cards.approval import titles as approval
from cards.attachments import titles as attachments
from cards.calendars import titles as calendars
from cards.composition import titles as composition
from cards.documents import titles as documents
from cards.duties import titles as duties
from cards.external import titles as external
from cards.filing import titles as filing
from cards.forum import titles as forum
from cards.funds import titles as funds
from cards.kit.naming import Naming, Title
from cards.live import titles as live
from cards.meetings import titles as meetings
from cards.minutes import titles as minutes
from cards.page import titles as page
from cards.proposals import titles as proposals
from cards.publication import titles as publication
from cards.reach import titles as reach
from cards.referrals import titles as referrals
from cards.reminders import titles as reminders
from cards.resolutions import titles as resolutions
from cards.standing import titles as standing
from cards.supplements import titles as supplements
from cards.wording import titles as wording
from cards.year import titles as year

TITLES: Mapping[type[Action], Title] = {
    **forum.TITLES,
    **meetings.TITLES,
    **composition.TITLES,
    **proposals.TITLES,
    **agenda.TITLES,
    **approval.TITLES,
    **supplements.TITLES,
    **live.TITLES,
    **minutes.TITLES,
    **wording.TITLES,
    **resolutions.TITLES,
    **calendars.TITLES,
    **attachments.TITLES,
    **documents.TITLES,
    **publication.TITLES,
    **filing.TITLES,
    **duties.TITLES,
    **funds.TITLES,
    **referrals.TITLES,
    **external.TITLES,
    **appointments.TITLES,
    **year.TITLES,
    **reminders.TITLES,
    **reach.TITLES,
    **page.TITLES,
    **standing.TITLES,
}


if forgotten := set(get_args(AnyAction)) - TITLES.keys() - {Said, Offered}:
    raise KeyError(f"no title says what {', '.join(sorted(each.__name__ for each in forgotten))} will do")


def title_of(action: Action, naming: Naming) -> str:
    """What a click on it will do, like "Godkend dagsordenen til 16. marts (version 2)"."""
    return TITLES[type(action)](action, naming)
