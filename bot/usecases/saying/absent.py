"""What comes nearest to what there is not."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.approval.actions import ShowApprovals
from bot.domain.calendars.actions import OpenCalendar
from bot.domain.composition.actions import OpenGuestForm, ShowComposition
from bot.domain.documents.actions import FileKind, OpenDocument, ShowDocuments
from bot.domain.documents.state import Kind
from bot.domain.forum.actions import OpenChoices, ShowChoices, ShowContact, ShowHelp, ShowProvisions
from bot.domain.funds.actions import OpenSpendingForm, ShowFunds
from bot.domain.kernel.action import Action
from bot.domain.live.actions import ShowLive
from bot.domain.meetings.actions import OpenCancel, ShowMeetings, ShowWhoComes
from bot.domain.minutes.actions import OpenDissent, ShowMinutes
from bot.domain.proposals.actions import ShowMyProposals, ShowProposals
from bot.domain.publication.actions import ShowPublication
from bot.domain.reach.actions import ShowNudge
from bot.domain.referrals.actions import ShowReferrals
from bot.domain.reminders.actions import RemindTomorrow, ShowNotices
from bot.domain.resolutions.actions import ShowResolutions
from bot.domain.saying.absent import Absent
from bot.domain.saying.actions import Lead, Offered
from bot.domain.standing.actions import ShowStanding
from bot.domain.supplements.actions import OpenSentItem, OpenSupplement, ShowVersions


@dataclass(frozen=True, slots=True)
class _Nearest:
    """What there is for everybody or, where they may do more, for those who serve the forum."""

    offers: tuple[Action, ...]
    to_serving: tuple[Action, ...] = ()


_WORD = tuple(OpenDocument(paper=paper, file=FileKind.WORD) for paper in (Kind.AGENDA, Kind.MINUTES))
_PDF = tuple(OpenDocument(paper=paper, file=FileKind.PDF) for paper in (Kind.AGENDA, Kind.MINUTES))
_PLACE = _Nearest((ShowMeetings(), ShowContact()), (ShowMeetings(),))

_NEAREST: Mapping[Absent, _Nearest] = {
    Absent.REMINDER_TO_ALL: _Nearest((ShowApprovals(), ShowContact()), (ShowNudge(), ShowApprovals())),
    Absent.ROOM: _PLACE,
    Absent.FOOD: _Nearest((ShowWhoComes(),)),
    Absent.CALL: _Nearest((ShowContact(),)),
    Absent.MAIL: _Nearest((ShowDocuments(), ShowContact())),
    Absent.POLL: _Nearest((ShowApprovals(),)),
    Absent.SECRET_VOTE: _Nearest((ShowApprovals(), OpenDissent())),
    Absent.TRANSLATION: _Nearest(_WORD),
    Absent.SUMMARY: _Nearest((ShowAgenda(), ShowResolutions())),
    Absent.MINUTES_BY_ITSELF: _Nearest((ShowMinutes(), ShowLive())),
    Absent.RECORDING: _Nearest((ShowLive(), ShowMinutes())),
    Absent.ONLINE_MEETING: _PLACE,
    Absent.MESSAGE_TO_SOMEBODY: _Nearest((ShowContact(), ShowComposition())),
    Absent.LETTER: _Nearest((ShowReferrals(), ShowDocuments())),
    Absent.CHARTER_CHANGE: _Nearest((ShowProvisions(), ShowChoices()), (OpenChoices(), ShowProvisions())),
    Absent.MEMBER_CHANGE: _Nearest((ShowContact(), ShowComposition(), OpenGuestForm())),
    Absent.DELETION: _Nearest((ShowMyProposals(), ShowContact()), (ShowProposals(), OpenCancel())),
    Absent.ERASURE: _Nearest((ShowContact(),)),
    Absent.ACCESS: _Nearest((ShowContact(), ShowPublication())),
    Absent.UNDONE_DISPATCH: _Nearest((ShowVersions(), ShowContact()), (OpenSentItem(), OpenSupplement())),
    Absent.PAYMENT: _Nearest((ShowFunds(), ShowContact()), (ShowFunds(), OpenSpendingForm())),
    Absent.INVITATION: _Nearest((OpenCalendar(), OpenGuestForm())),
    Absent.PRINT: _Nearest(_PDF),
    Absent.LANGUAGE: _Nearest((ShowHelp(),)),
    Absent.ALARM: _Nearest((RemindTomorrow(), ShowNotices())),
    Absent.INTERNET: _Nearest((ShowResolutions(), ShowProvisions())),
    Absent.SMALL_TALK: _Nearest((ShowStanding(), ShowHelp())),
    Absent.LEGAL_ADVICE: _Nearest((ShowProvisions(), ShowContact())),
    Absent.OTHER_FORUM: _Nearest((ShowReferrals(), ShowContact())),
}


def nearest(absent: Absent, *, serves: bool) -> Offered:
    """That there is no such thing, with what comes nearest for somebody who serves the forum or does not."""
    found = _NEAREST[absent]
    offers = found.to_serving if serves and found.to_serving else found.offers
    return Offered(lead=Lead.ABSENT, offers=offers, absent=absent)
