"""The button for each thing that can be done to a proposal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Defer,
    Elaborate,
    Keep,
    LeaveChange,
    OpenRevision,
    OpenTriage,
    Postpone,
    ProposalAction,
    TakeChange,
    Withdraw,
)
from bot.domain.proposals.state import ProposalStatus
from bot.domain.proposals.triage import Act, is_open
from bot.domain.referrals.actions import OpenSendOn, ShowWay
from cards.kit.elements import Json, Style, button
from cards.kit.words import say
from cards.proposals.view import ProposalView

_ACTIONS: Mapping[Act, tuple[type[ProposalAction], str, Style]] = {
    Act.ACCEPT: (Accept, "proposal.btn.accept", "positive"),
    Act.TAKE: (TakeChange, "proposal.btn.take", "positive"),
    Act.LEAVE: (LeaveChange, "proposal.btn.leave", "default"),
    Act.KEEP: (Keep, "proposal.btn.leader.keep", "positive"),
    Act.DEFER: (Defer, "proposal.btn.leader.defer", "default"),
    Act.ASK: (AskForMore, "proposal.btn.ask", "default"),
    Act.ELABORATE: (Elaborate, "proposal.btn.elaborate", "positive"),
    Act.REVISE: (OpenRevision, "proposal.btn.revise", "default"),
    Act.SUGGEST: (OpenRevision, "proposal.btn.suggest", "default"),
    Act.POSTPONE: (Postpone, "proposal.btn.postpone", "default"),
    Act.ASK_LEADER: (Postpone, "proposal.btn.ask_leader", "default"),
    Act.DECLINE: (Decline, "proposal.btn.decline", "destructive"),
    Act.WITHDRAW: (Withdraw, "proposal.btn.withdraw", "destructive"),
}
OWN = (Act.REVISE, Act.SUGGEST, Act.WITHDRAW)
"""What a list of one's own offers at once."""


def act_button(view: ProposalView, act: Act) -> Json:
    """The button for one act; it decides on this revision and no other."""
    kind, title, style = _ACTIONS[act]
    action = kind(forum=view.forum, number=view.number, year=view.year, revision=view.revision)
    return button(say(title), action, style=style)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What became of the proposal at other bodies, each on a line, and whether the reader may send it on."""

    lines: tuple[str, ...] = ()
    may_send_on: bool = False


NOWHERE = Elsewhere()


def between(view: ProposalView, elsewhere: Elsewhere) -> list[Json]:
    """The buttons to send it on, and to its way where it has come from or gone to another body."""
    case: dict[str, Any] = {"forum": view.forum, "number": view.number, "year": view.year}
    shown = [button(say("proposal.btn.forward"), OpenSendOn(**case), checks_inputs=False)]
    way = button(say("referral.way.title"), ShowWay(**case), checks_inputs=False)
    has_way = bool(elsewhere.lines) or view.sender is not None
    return [*(shown if elsewhere.may_send_on else ()), *([way] if has_way else ())]


def treat(view: ProposalView) -> Json | None:
    """The button that opens the proposal, for treatment while it awaits that; none where nothing follows any more."""
    if view.status in (ProposalStatus.ACCEPTED, ProposalStatus.FORWARDED):
        return see(view)
    return _opened(view, "proposal.btn.triage") if is_open(view.status) else None


def see(view: ProposalView) -> Json:
    """The button that shows the proposal."""
    return _opened(view, "proposal.btn.see")


def _opened(view: ProposalView, title: str) -> Json:
    action = OpenTriage(forum=view.forum, number=view.number, year=view.year)
    return button(say(title), action, checks_inputs=False)
