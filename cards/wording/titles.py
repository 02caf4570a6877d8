"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.kernel.action import Action
from bot.domain.wording.actions import (
    BringUp,
    CommentOnItem,
    DeclineWording,
    OpenSuggestion,
    ShowSuggestion,
    ShowSuggestions,
    SuggestWording,
    TakeWording,
    WithdrawWording,
)
from cards.kit.naming import Title
from cards.kit.titled import titled, where

TITLES: Mapping[type[Action], Title] = {
    ShowSuggestions: where("mine", titled("click.wording.mine"), titled("click.wording.list")),
    ShowSuggestion: titled("click.wording.see"),
    OpenSuggestion: titled("click.wording.open"),
    SuggestWording: titled("click.wording.suggest"),
    CommentOnItem: titled("click.wording.comment"),
    BringUp: titled("click.wording.bring_up"),
    TakeWording: titled("click.wording.take"),
    DeclineWording: titled("click.wording.decline"),
    WithdrawWording: titled("click.wording.withdraw"),
}
