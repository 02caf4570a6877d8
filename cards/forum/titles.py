"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.forum.actions import (
    ChangeChoice,
    HandOver,
    OpenChoice,
    OpenChoices,
    OpenHandOver,
    ShowAbout,
    ShowChoices,
    ShowContact,
    ShowHelp,
    ShowProvisions,
    ShowSuccession,
    TieChannel,
)
from bot.domain.kernel.action import Action
from cards.forum.choice_names import NAMES
from cards.kit.naming import Naming, Title
from cards.kit.titled import quoted, short_name, titled, where
from cards.kit.words import say


def _choice(action: OpenChoice | ChangeChoice, naming: Naming) -> str:
    """What is chosen; of an organisation's own choice, whose."""
    key, _, organisation = action.choice.partition("/")
    name = say(NAMES[key]) if key in NAMES else key
    return f"{name} ({short_name(naming.organisation(organisation))})" if organisation else name


def _value(action: OpenChoice | ChangeChoice, naming: Naming) -> str:
    return f" {quoted(action.value)}" if action.value else ""


def _page(action: ShowProvisions, naming: Naming) -> str:
    return f" ({say('click.forum.page', nr=action.page)})" if action.page > 1 else ""


def _ended(action: OpenHandOver | HandOver, naming: Naming) -> str:
    return short_name(naming.forum.name if action.ended in ("", naming.forum.id) else action.ended)


def _heir(action: OpenHandOver | HandOver, naming: Naming) -> str:
    return short_name(action.heir)


_OPEN_CHOICE = titled("click.forum.open_choice", valg=_choice, vaerdi=_value)
_TYPED = titled("click.forum.change_typed", quotes="typed")

TITLES: Mapping[type[Action], Title] = {
    ShowHelp: titled("click.forum.help"),
    ShowContact: titled("click.forum.contact"),
    ShowAbout: titled("click.forum.about"),
    ShowSuccession: titled("click.forum.succession"),
    ShowProvisions: titled("click.forum.provisions", quotes="word", side=_page),
    ShowChoices: titled("click.forum.choices"),
    OpenChoices: titled("click.forum.open_choices"),
    OpenChoice: where("choice", _OPEN_CHOICE, titled("click.forum.open_some_choice")),
    ChangeChoice: where("choice", titled("click.forum.change", valg=_choice, vaerdi=_value), _TYPED),
    TieChannel: titled("click.forum.tie"),
    OpenHandOver: where(
        "heir",
        titled("click.forum.open_hand_over", ophoert=_ended, efterfoelger=_heir),
        titled("click.forum.open_some_hand_over"),
    ),
    HandOver: where(
        "heir",
        titled("click.forum.hand_over", ophoert=_ended, efterfoelger=_heir),
        titled("click.forum.hand_some_over"),
    ),
}
