"""What people are called where they answer in somebody's place."""

from collections.abc import Sequence

from bot.domain.meetings.standing_in import is_administrative_for
from bot.usecases.desk import Desk
from cards.kit.words import listing, say


def stands_in_words(desk: Desk, person: str, places: Sequence[str]) -> str:
    """Like "X som stedfortræder for Y", and that X is of an administration where a Y is a politician."""
    names = {"navn": desk.name_of(person), "hvem": listing(map(desk.name_of, places))}
    if any(is_administrative_for(desk.forum, person, each, desk.today) for each in places):
        return say("approval.stands_in.administrative", **names)
    return say("approval.stands_in", **names)
