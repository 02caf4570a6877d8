"""What a turn asks for, before anybody knows who asks: no longer than is read, and without anybody's CPR number."""

from itertools import chain

from bot.domain.actions import AnyAction
from bot.domain.forum.actions import ShowHelp
from bot.domain.kernel.action import Action
from bot.domain.kernel.confidential import check_confidential
from bot.domain.kernel.refusal import Refusal
from bot.usecases.across import typed
from bot.usecases.turn import LONGEST_TURN, Turn
from bot.usecases.understanding import understand
from cards.kit.buttons import unpack


def wanted(turn: Turn) -> AnyAction:
    """What is asked for; Refusal("too_long_at_once") before any of it is read."""
    if turn.data is not None:
        action = unpack(turn.data)
        _check_length(sum(map(len, chain.from_iterable(typed(action).values()))))
        return action
    _check_length(len(turn.text))
    return understand(turn.text) if turn.text.strip() else ShowHelp()


def check_typed(action: Action) -> None:
    """A CPR number in anything that was typed is caught before it is stored or posted."""
    for field, texts in typed(action).items():
        check_confidential(*texts, field=field)


def is_confidential(action: Action) -> bool:
    """Whether that is so, of what was refused for it."""
    try:
        check_typed(action)
    except Refusal:
        return True
    return False


def _check_length(length: int) -> None:
    if length > LONGEST_TURN:
        raise Refusal("too_long_at_once", over=length - LONGEST_TURN, max=LONGEST_TURN)
