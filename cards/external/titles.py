"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.external.actions import (
    AnswerInput,
    CancelExternal,
    ChangeExternal,
    EditJoint,
    OpenExternal,
    OpenExternalForm,
    OpenJointText,
    RegisterExternal,
    SendJoint,
    ShowExternal,
    ShowExternals,
    ShowJoint,
)
from bot.domain.external.state import Position
from bot.domain.kernel.action import Action
from cards.kit.naming import Naming, Title
from cards.kit.titled import of_kind, plain, short_name, titled
from cards.kit.words import say


def _place(action: AnswerInput | EditJoint | ShowJoint, naming: Naming) -> str:
    return f", {say('click.item', nr=action.nth)}" if action.nth else ""


def _new(action: RegisterExternal, naming: Naming) -> str:
    """Whose it is, when and where, as typed."""
    body = action.named or (naming.forum.charter.name_of_body(action.body) if action.body else "")
    said = short_name(", ".join(plain(each) for each in (body, action.day, action.time, action.place) if each))
    return f": {said}" if said else ""


def _becoming(action: ChangeExternal, naming: Naming) -> str:
    said = [plain(each) for each in (action.day, action.time, action.place) if each]
    if action.items is not None:
        said.append(say("click.external.items"))
    return f", {short_name(', '.join(said))}" if said else ""


def _change(action: ChangeExternal, naming: Naming) -> str:
    """Without anything that changes it is held after all."""
    return (_CHANGED if _becoming(action, naming) else _HELD)(action, naming)


_CHANGED = titled("click.external.change", bliver=_becoming)
_HELD = titled("click.external.held")

TITLES: Mapping[type[Action], Title] = {
    ShowExternals: titled("click.external.list"),
    ShowExternal: titled("click.external.show"),
    OpenExternalForm: titled("click.external.form"),
    OpenExternal: titled("click.external.open"),
    ShowJoint: titled("click.external.joint", plads=_place),
    OpenJointText: titled("click.external.open_joint"),
    RegisterExternal: titled("click.external.register", moede=_new),
    ChangeExternal: _change,
    CancelExternal: titled("click.external.cancel"),
    AnswerInput: of_kind(
        "position",
        {
            Position.AGREE: titled("click.external.agree", plads=_place),
            Position.REMARK: titled("click.external.remark", plads=_place),
            Position.MANDATE: titled("click.external.mandate", plads=_place, quotes="limits"),
        },
    ),
    EditJoint: titled("click.external.save_joint", plads=_place),
    SendJoint: titled("click.external.send"),
}
