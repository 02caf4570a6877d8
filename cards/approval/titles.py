"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.approval.actions import (
    Circulate,
    Clear,
    EditAnswer,
    MarkCopySent,
    Respond,
    SendAgenda,
    SendUnapproved,
    ShowApprovals,
    ShowChanges,
    ShowClearance,
    ShowCopy,
    ShowVersion,
    TakeBack,
)
from bot.domain.approval.clearance import Clearing
from bot.domain.approval.clearance import with_words as cleared_with
from bot.domain.approval.rules import with_words
from bot.domain.approval.state import Verdict
from bot.domain.kernel.action import Action
from cards.kit.naming import Naming, Title
from cards.kit.titled import short_name, titled, where
from cards.kit.words import say

_TAKE_BACK = titled("click.approval.take_back")
_VERDICTS: Mapping[Verdict, Title] = {
    Verdict.APPROVED: titled("click.approval.approve"),
    Verdict.APPROVED_WITH_REMARKS: titled("click.approval.approve_with_remarks"),
    Verdict.RETURNED: titled("click.approval.return"),
    Verdict.OBJECTED: titled("click.approval.object"),
    Verdict.NO_REMARKS: titled("click.approval.no_remarks"),
    Verdict.REMARKS: titled("click.approval.remarks"),
    Verdict.TAKEN_BACK: _TAKE_BACK,
}
_CLEARINGS: Mapping[Clearing, Title] = {
    Clearing.CLEARED: titled("click.approval.cleared"),
    Clearing.CLEARED_WITH_REMARKS: titled("click.approval.cleared_with_remarks"),
    Clearing.NOT_CLEARED: titled("click.approval.not_cleared"),
    Clearing.NOT_RELEVANT: titled("click.approval.not_relevant"),
}


def _respond(action: Respond, naming: Naming) -> str:
    """By the verdict as it will count: a yes with words is one with remarks."""
    return _VERDICTS[with_words(action.verdict, action.words)](action, naming)


def _clear(action: Clear, naming: Naming) -> str:
    return _CLEARINGS[cleared_with(action.clearing, action.words)](action, naming)


def _since(action: ShowChanges, naming: Naming) -> str:
    return str(action.since)


def _newer(action: ShowChanges, naming: Naming) -> str:
    return str(action.version)


def _day(action: ShowChanges, naming: Naming) -> str:
    meeting = naming.meeting(action.meeting, naming.next)
    return "" if meeting is None else f" ({naming.day(meeting.day)})"


def _body(action: ShowCopy | MarkCopySent, naming: Naming) -> str:
    """Who gets the copy, where that is said."""
    if not action.body:
        return ""
    return f", {say('click.to', hvad=short_name(naming.forum.charter.name_of_body(action.body)))}"


TITLES: Mapping[type[Action], Title] = {
    ShowApprovals: titled("click.approval.show"),
    Circulate: titled("click.approval.circulate"),
    ShowVersion: where("position", titled("click.approval.version_item"), titled("click.approval.version")),
    EditAnswer: titled("click.approval.edit_answer"),
    ShowChanges: where(
        "version",
        where(
            "position",
            titled("click.approval.item_changes", siden=_since, ny=_newer, dag=_day),
            titled("click.approval.changes", siden=_since, ny=_newer, dag=_day),
        ),
        where(
            "position",
            titled("click.approval.item_changed", dag=_day),
            titled("click.approval.changed", dag=_day),
        ),
    ),
    Respond: _respond,
    TakeBack: _TAKE_BACK,
    SendUnapproved: titled("click.approval.send_unapproved"),
    SendAgenda: titled("click.approval.send"),
    ShowClearance: where("organisation", titled("click.approval.clear_for"), titled("click.approval.clearance")),
    Clear: _clear,
    ShowCopy: titled("click.approval.copy", organ=_body),
    MarkCopySent: titled("click.approval.copy_sent", organ=_body),
}
