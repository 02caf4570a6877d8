"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.kernel.action import Action
from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Defer,
    Elaborate,
    Keep,
    LeaveChange,
    OpenProposalForm,
    OpenRevision,
    OpenTriage,
    Postpone,
    ProposalAction,
    Propose,
    Revise,
    ShowMyProposals,
    ShowProposal,
    ShowProposals,
    TakeChange,
    Withdraw,
)
from cards.kit.naming import Naming, Title
from cards.kit.titled import amount_words, short_name, titled, where
from cards.kit.words import say


def _title(action: ProposalAction, naming: Naming) -> str:
    return naming.titled(naming.proposals, action.number, action.year)


def _to(action: OpenProposalForm | Propose | Postpone, naming: Naming) -> str:
    """The meeting that it is for, by its day or as it was typed."""
    meeting = naming.meeting(action.meeting, None)
    day = short_name(action.meeting) if meeting is None else naming.day(meeting.day)
    return f" {say('click.to', hvad=day)}" if day else ""


def _part(action: ShowProposal | OpenRevision, naming: Naming) -> str:
    return f", {say('click.proposals.part', nr=action.part)}" if action.part > 1 else ""


def _measures(action: OpenProposalForm, naming: Naming) -> str:
    """How long it takes and what it costs, as far as that was typed."""
    return "".join(f", {each}" for each in (short_name(action.duration), amount_words(action.amount)) if each)


def _of_proposal(key: str) -> Title:
    return titled(key, named=_title)


TITLES: Mapping[type[Action], Title] = {
    ShowMyProposals: titled("click.proposals.mine"),
    ShowProposals: titled("click.proposals.open"),
    OpenProposalForm: titled("click.proposals.form", quotes="title", hertil=_to, maal=_measures),
    OpenRevision: titled("click.proposals.open_revision", named=_title, part=_part),
    OpenTriage: _of_proposal("click.proposals.triage"),
    ShowProposal: titled("click.proposals.read", named=_title, part=_part),
    Propose: where(
        "is_closed",
        titled("click.proposals.propose_closed", hertil=_to),
        titled("click.proposals.propose", quotes="title", hertil=_to),
    ),
    Accept: _of_proposal("click.proposals.accept"),
    AskForMore: _of_proposal("click.proposals.ask"),
    Elaborate: _of_proposal("click.proposals.elaborate"),
    Postpone: titled("click.proposals.postpone", named=_title, hertil=_to),
    Decline: _of_proposal("click.proposals.decline"),
    Withdraw: _of_proposal("click.proposals.withdraw"),
    Revise: titled("click.proposals.revise", named=_title, quotes="title"),
    TakeChange: _of_proposal("click.proposals.take_change"),
    LeaveChange: _of_proposal("click.proposals.leave_change"),
    Keep: _of_proposal("click.proposals.keep"),
    Defer: _of_proposal("click.proposals.defer"),
}
