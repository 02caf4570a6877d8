"""Everything that awaits one person in one forum."""

from bot.domain.standing.rules import most_pressing_first
from bot.usecases.desk import Desk
from bot.usecases.duties.loading import owed as duties_owed
from bot.usecases.rights import is_secretariat
from bot.usecases.standing.afterwards import meeting_owed, minutes_owed, publication_owed, suggestions_owed
from bot.usecases.standing.agendas import agendas_owed
from bot.usecases.standing.answers import answers_owed
from bot.usecases.standing.attending import attendance_owed
from bot.usecases.standing.facts import Facts, Owed
from bot.usecases.standing.proposing import proposals_owed
from bot.usecases.standing.serving import service_owed
from bot.usecases.standing.tasks import candidates_owed, councils_owed, hosting_owed, input_owed, tasks_owed


async def awaited_by(desk: Desk, actor: str, facts: Facts) -> list[Owed]:
    """The most pressing first; nothing in a forum that is not in force, where nothing can be done."""
    if not desk.forum.is_in_force(desk.today) or not any(desk.forum.seats_of(actor, desk.today)):
        return []
    duties = await duties_owed(desk)
    found = [
        *[each async for each in meeting_owed(desk, actor, facts)],
        *[each async for each in answers_owed(desk, actor, facts)],
        *await proposals_owed(desk, actor, facts),
        *[each async for each in input_owed(desk, actor)],
        *[each async for each in candidates_owed(desk, actor)],
        *[each async for each in councils_owed(desk, actor)],
        *[each async for each in hosting_owed(desk, actor, facts)],
        *[each async for each in attendance_owed(desk, actor, facts)],
        *tasks_owed(desk, actor, duties),
        *minutes_owed(desk, actor, facts, duties),
        *[each async for each in publication_owed(desk, actor, facts)],
    ]
    if is_secretariat(desk, actor):
        found += agendas_owed(desk, actor, facts)
        found += [each async for each in suggestions_owed(desk, facts)]
        found += [each async for each in service_owed(desk, actor, duties)]
    return most_pressing_first(found, desk.today)
