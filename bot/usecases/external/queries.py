"""Other bodies' meetings as they stand: those that are coming, and one with everybody's answers."""

from bot.domain.external.actions import ShowExternal, ShowExternals
from bot.domain.external.bodies import is_spoken_of, tasks
from bot.usecases.desk import Desk
from bot.usecases.external.loading import coming, found, past
from bot.usecases.external.views import view_of
from bot.usecases.rights import is_secretariat, require_seat
from cards.external import cards
from cards.kit.elements import Card
from cards.kit.words import say


async def show_all(desk: Desk, actor: str, action: ShowExternals) -> Card:
    """What is coming, with what the charter has the forum do about it."""
    require_seat(desk, actor)
    return cards.listed(
        cards.Listing(
            forum=desk.forum.id,
            coming=[view_of(desk, actor, each) for each in await coming(desk)],
            past=[view_of(desk, actor, each) for each in await past(desk)],
            notes=_notes(desk),
            serves=is_secretariat(desk, actor),
        )
    )


async def show(desk: Desk, actor: str, action: ShowExternal) -> Card:
    """One of them, or the next."""
    require_seat(desk, actor)
    return cards.one(view_of(desk, actor, await found(desk, action)))


def _notes(desk: Desk) -> list[str]:
    """The tasks that are done here, in the charter's words; that it speaks of none, where it does not."""
    mandatory = desk.forum.charter.tasks.mandatory
    told = [
        say(
            "external.task",
            opgave=each.name,
            lag=say("external.task.must" if each in mandatory else "external.task.may"),
            ord=each.words or each.name,
        )
        for each in tasks(desk.forum)
    ]
    return told if is_spoken_of(desk.forum) else [say("external.not_named")]
