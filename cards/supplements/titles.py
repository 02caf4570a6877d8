"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.approval.rules import with_words
from bot.domain.approval.state import Verdict
from bot.domain.kernel.action import Action
from bot.domain.supplements.actions import (
    AddLate,
    AnswerSupplement,
    AskSupplement,
    CorrectItem,
    OpenSentItem,
    OpenSupplement,
    RemoveLate,
    SendSupplement,
    SendSupplementUnapproved,
    ShowVersions,
    TakeBackSupplement,
    TakeUpItem,
    WithdrawItem,
)
from cards.agenda.titles import changed, new_title
from cards.kit.naming import Naming, Title
from cards.kit.titled import titled, where

_TAKE_BACK = titled("click.supplements.take_back")
_VERDICTS: Mapping[Verdict, Title] = {
    Verdict.APPROVED: titled("click.supplements.approve"),
    Verdict.APPROVED_WITH_REMARKS: titled("click.supplements.approve_with_remarks"),
    Verdict.RETURNED: titled("click.supplements.return"),
    Verdict.OBJECTED: titled("click.supplements.object"),
    Verdict.NO_REMARKS: titled("click.supplements.no_remarks"),
    Verdict.REMARKS: titled("click.supplements.remarks"),
    Verdict.TAKEN_BACK: _TAKE_BACK,
}


def _answer(action: AnswerSupplement, naming: Naming) -> str:
    """By the verdict as it will count: a yes with words is one with remarks."""
    return _VERDICTS[with_words(action.verdict, action.words)](action, naming)


TITLES: Mapping[type[Action], Title] = {
    OpenSupplement: titled("click.supplements.open"),
    OpenSentItem: where("position", titled("click.supplements.open_item"), titled("click.supplements.open_items")),
    ShowVersions: titled("click.supplements.versions"),
    AddLate: where(
        "is_closed",
        titled("click.supplements.add_closed"),
        titled("click.supplements.add", named=new_title, quotes="reason"),
    ),
    RemoveLate: titled("click.supplements.remove"),
    AskSupplement: titled("click.supplements.ask"),
    AnswerSupplement: _answer,
    TakeBackSupplement: _TAKE_BACK,
    SendSupplement: titled("click.supplements.send"),
    SendSupplementUnapproved: titled("click.supplements.send_unapproved"),
    CorrectItem: titled("click.supplements.correct", aendring=changed),
    WithdrawItem: titled("click.supplements.withdraw", quotes="reason"),
    TakeUpItem: where("position", titled("click.supplements.take_up"), titled("click.supplements.take_up_last")),
}
