"""Looking for resolutions: what may be seen of which forum goes into the query, so that nothing else is ever found."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.kernel.danish import clean_line
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.resolutions.actions import ShowResolutions
from bot.usecases.desk import Desk
from bot.usecases.resolutions.hits import hits_of
from bot.usecases.rights import is_secretariat, sees_closed
from bot.usecases.seats import Seat, seats_of
from cards.kit.elements import Card
from cards.resolutions import cards
from storage import resolutions as store
from storage.resolutions import Sight
from storage.stems import stems_of

PAGE = 5
_LONGEST = 100  # characters that are searched for
_FARTHEST = 100_000  # hits that can be skipped


async def find(desk: Desk, actor: str, action: ShowResolutions) -> Card:
    """What speaks of those words, a page at a time, of every forum of the person's where nobody reads along."""
    words = clean_line(action.words, Term("resolutions.words"), _LONGEST, required=False)
    wanted = sorted(stems_of(words))
    if words and not wanted:
        raise Refusal("search_no_word", ord=words)
    if not 0 <= action.skip <= _FARTHEST:
        raise Refusal("bad_card")
    seats = (await seats_of(desk, actor)).every
    found = await store.find(desk.conn, _sights(seats), wanted, skip=action.skip, most=PAGE + 1)
    shown = await hits_of({each.desk.forum.id: each.desk for each in seats}, found[:PAGE], wanted)
    more = replace(action, forum=desk.forum.id, words=words, skip=action.skip + PAGE)
    return cards.found(
        cards.Findings(
            words=words,
            hits=shown,
            forums=[each.desk.forum.name for each in seats],
            is_public=desk.is_public,
            is_first=action.skip == 0,
            more=more if len(found) > PAGE else None,
        )
    )


def _sights(seats: Sequence[Seat]) -> list[Sight]:
    return [_sight(each.desk, each.person) for each in seats]


def _sight(desk: Desk, person: str) -> Sight:
    """Where others read along, what was sent and is open; else also what is theirs to handle."""
    if desk.is_public:
        return Sight(forum=desk.forum.id)
    if is_secretariat(desk, person):
        return Sight(forum=desk.forum.id, drafts=True, closed=True, person=person)
    held = (each for each in desk.forum.meetings if each.starts <= desk.now)
    seen = [each.id for each in held if sees_closed(desk, person, each)]
    return Sight(forum=desk.forum.id, closed_at=seen, person=person)
