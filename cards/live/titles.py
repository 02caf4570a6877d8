"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.kernel.action import Action
from bot.domain.live.actions import (
    AddTaskInMeeting,
    Change,
    EndMeeting,
    MoveOn,
    NoteInMeeting,
    ShowLive,
    StartMeeting,
    Step,
)
from cards.kit.naming import Naming, Title
from cards.kit.titled import of_kind, person_name, short_name, titled, where


def _who(action: NoteInMeeting, naming: Naming) -> str:
    name = person_name(naming, action.person) or short_name(action.words)
    return f": {name}" if name else ""


TITLES: Mapping[type[Action], Title] = {
    ShowLive: titled("click.live.show"),
    StartMeeting: titled("click.live.start"),
    MoveOn: of_kind(
        "step",
        {
            Step.NEXT: titled("click.live.next"),
            Step.PREVIOUS: titled("click.live.previous"),
            Step.ITEM: where("position", titled("click.live.item"), titled("click.live.some_item")),
            Step.BREAK: titled("click.live.break"),
            Step.RESUME: titled("click.live.resume"),
        },
    ),
    NoteInMeeting: of_kind(
        "change",
        {
            Change.CAME: titled("click.live.came", hvem=_who),
            Change.LEFT: titled("click.live.left", hvem=_who),
            Change.RECUSED: titled("click.live.recused", hvem=_who),
            Change.NOT_RECUSED: titled("click.live.not_recused", hvem=_who),
            Change.STEPS_IN: titled("click.live.steps_in", hvem=_who),
            Change.EVERYBODY: titled("click.live.everybody"),
        },
    ),
    AddTaskInMeeting: titled("click.live.task", quotes="duty"),
    EndMeeting: titled("click.live.end"),
}
