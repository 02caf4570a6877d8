"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping
from functools import partial

from bot.domain.duties.actions import (
    CreateDuty,
    DutyAction,
    FinishDuty,
    GiveBackDuty,
    GiveBackMinutes,
    OpenDutyForm,
    PutOnNextAgenda,
    ReopenDuty,
    ReplyToSource,
    ShowDuties,
    ShowDuty,
    TakeDuty,
    TakeMinutes,
    UpdateDuty,
)
from bot.domain.duties.state import Kind
from bot.domain.kernel.action import Action
from cards.duties.view import STATUSES
from cards.kit.naming import Naming, Title
from cards.kit.titled import facts_of, item_of, of_kind, person_name, plain, short_name, titled, where
from cards.kit.words import keyed, say

_NEW = keyed(Kind, "click.duties.new")
_LISTS = keyed(Kind, "click.duties.list")


def _title(action: DutyAction, naming: Naming) -> str:
    return naming.titled(naming.tasks, action.number, action.year)


def _owner(action: CreateDuty, naming: Naming) -> str:
    """Whose it is and by when, as it was typed."""
    owner = action.owner and naming.organisation(action.owner)
    name = person_name(naming, owner) if owner == action.owner else short_name(owner)
    due = say("click.duties.due", frist=short_name(action.due)) if action.due else ""
    return "".join(f", {each}" for each in (name, due) if each)


def _origin(action: OpenDutyForm | CreateDuty, naming: Naming) -> str:
    """The item that it comes from."""
    place = item_of(action, naming)
    return f", {place}{facts_of(action, naming)['tilbage']}" if place else ""


def _status(action: UpdateDuty, naming: Naming) -> str:
    return f": {plain(say(STATUSES[action.status]))}" if action.status else ""


def _of_duty(key: str) -> Title:
    return titled(key, named=_title)


def _called(kind: Kind, action: Action, naming: Naming) -> str:
    return say(_NEW[kind])


def _new(kind: Kind) -> Title:
    new = partial(_called, kind)
    return titled("click.duties.create", quotes="title", ny=new, hvem=_owner, kilde=_origin)


def _form(kind: Kind) -> Title:
    return titled("click.duties.form", ny=partial(_called, kind), kilde=_origin)


TITLES: Mapping[type[Action], Title] = {
    ShowDuties: where(
        "mine",
        titled("click.duties.mine"),
        of_kind("kind", {kind: titled(key) for kind, key in _LISTS.items()}, else_=titled("click.duties.all")),
    ),
    ShowDuty: _of_duty("click.duties.show"),
    OpenDutyForm: of_kind("kind", {kind: _form(kind) for kind in Kind}),
    CreateDuty: of_kind("kind", {kind: _new(kind) for kind in Kind}),
    TakeDuty: where("takes_over", _of_duty("click.duties.take_over"), _of_duty("click.duties.take")),
    GiveBackDuty: _of_duty("click.duties.give_back"),
    TakeMinutes: where("takes_over", titled("click.duties.take_over_minutes"), titled("click.duties.take_minutes")),
    GiveBackMinutes: titled("click.duties.give_back_minutes"),
    FinishDuty: _of_duty("click.duties.finish"),
    ReopenDuty: _of_duty("click.duties.reopen"),
    UpdateDuty: titled("click.duties.update", named=_title, status=_status),
    ReplyToSource: _of_duty("click.duties.reply"),
    PutOnNextAgenda: _of_duty("click.duties.agenda"),
}
