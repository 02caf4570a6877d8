"""What became of a proposal that was accepted, in one line: on the draft, on what was sent, resolved, or left out."""

from dataclasses import dataclass

from bot.domain.minutes.state import Resolution
from bot.domain.proposals.state import ProposalStatus
from cards.kit.words import medium_date, say
from cards.minutes.sentence import in_short
from cards.proposals.view import ProposalView, status_words

_DATED = (ProposalStatus.POSTPONED,)  # their status names the meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """Its position on the agenda, whether that was sent, which version lacks it, and what the meeting resolved.

    `is_gone`: it was withdrawn from what was sent.

    `version_stands` is how that version stands with those asked, in words that follow upon its number.
    """

    position: int | None
    is_sent: bool
    missing_from: int | None
    resolution: Resolution | None
    version_stands: str = ""
    is_gone: bool = False


def fate(view: ProposalView, found: Fate) -> str:
    """That line; the status alone of what was not accepted."""
    if view.meeting is None:
        return status_words(view)
    if view.status is not ProposalStatus.ACCEPTED:
        for_meeting = say("proposal.line.meeting", moede_dato=medium_date(view.meeting.day))
        return status_words(view) if view.status in _DATED else f"{status_words(view)} · {for_meeting}"
    facts = {"punkt": found.position, "moede_dato": medium_date(view.meeting.day), "version": found.missing_from}
    facts["som"] = found.version_stands
    if found.resolution is not None:
        return say("proposal.fate.resolved", **facts, beslutning=in_short(found.resolution))
    return say(_stage(found), **facts)


def _stage(found: Fate) -> str:
    if found.position is None:
        return "proposal.fate.left_out" if found.is_sent else "proposal.fate.off_draft"
    if found.is_gone:
        return "proposal.fate.gone"
    if found.is_sent:
        return "proposal.fate.sent"
    return "proposal.fate.on_draft" if found.missing_from is None else "proposal.fate.not_in_version"
