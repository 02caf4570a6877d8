"""The button for each thing that can be done with a duty."""

from collections.abc import Iterable, Mapping

from bot.domain.duties.actions import (
    DutyAction,
    FinishDuty,
    GiveBackDuty,
    GiveBackMinutes,
    PutOnNextAgenda,
    ReopenDuty,
    ShowDuty,
    TakeDuty,
    TakeMinutes,
)
from bot.domain.duties.state import Kind
from bot.domain.kernel.action import Action
from bot.domain.minutes.actions import ShowMinutes
from cards.duties.view import Act, DutyView
from cards.kit.elements import Json, Style, button
from cards.kit.words import say

_TITLES: dict[Act, tuple[str, Style]] = {
    Act.TAKE: ("duty.btn.take", "positive"),
    Act.TAKE_OVER: ("duty.btn.take_over", "default"),
    Act.GIVE_BACK: ("duty.btn.give_back", "default"),
    Act.FINISH: ("duty.btn.done", "positive"),
    Act.REOPEN: ("duty.btn.reopen", "default"),
    Act.OPEN: ("duty.btn.open", "default"),
    Act.AGENDA: ("duty.btn.agenda", "positive"),
    Act.WRITE: ("reminder.minutes.btn.write", "default"),
}
_ACTIONS: Mapping[Act, type[DutyAction]] = {
    Act.TAKE: TakeDuty,
    Act.GIVE_BACK: GiveBackDuty,
    Act.FINISH: FinishDuty,
    Act.REOPEN: ReopenDuty,
    Act.AGENDA: PutOnNextAgenda,
    Act.OPEN: ShowDuty,
}
_UPDATES = {Kind.EFFORT: "duty.btn.update.effort", Kind.GRANT: "duty.btn.update.grant"}


def act_buttons(view: DutyView, *wanted: Act) -> Iterable[Json]:
    """The buttons for those of the acts that this person may do, in that order."""
    return [_button(view, act) for act in wanted if act in view.acts]


def update_title(kind: Kind) -> str:
    """What the button is called that says how far a duty of that kind is."""
    return say(_UPDATES.get(kind, "duty.btn.update"))


def _button(view: DutyView, act: Act) -> Json:
    key, style = _TITLES[act]
    title = update_title(view.kind) if act is Act.OPEN and view.statuses else say(key)
    if act is Act.OPEN and Act.REPLY in view.acts:
        title = say("duty.btn.reply")
    return button(title, _action(view, act), style=style, checks_inputs=False)


def _action(view: DutyView, act: Act) -> Action:
    if view.kind is Kind.MINUTES:
        return _of_minutes(view, act)
    number, year = view.number or 0, view.year
    if act is Act.TAKE_OVER:
        return TakeDuty(forum=view.forum, number=number, year=year, takes_over=True)
    return _ACTIONS[act](forum=view.forum, number=number, year=year)


def _of_minutes(view: DutyView, act: Act) -> Action:
    match act:
        case Act.GIVE_BACK:
            return GiveBackMinutes(forum=view.forum, meeting=view.meeting)
        case Act.TAKE | Act.TAKE_OVER:
            return TakeMinutes(forum=view.forum, meeting=view.meeting, takes_over=act is Act.TAKE_OVER)
        case _:
            return ShowMinutes(forum=view.forum, meeting=view.meeting)
