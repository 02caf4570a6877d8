"""What the secretariat sees of filing: a meeting's case with those of its items, and what is not filed."""

from collections.abc import Sequence

from bot.domain.agenda.state import AgendaItem
from bot.domain.filing.actions import FetchCaseFile, ShowFiling, ShowUnfiled
from bot.domain.filing.rules import is_subject
from bot.domain.filing.state import MEETING_ITSELF, Case, Part
from bot.domain.kernel.danish import fold
from bot.domain.kernel.refusal import Refusal
from bot.usecases.agenda.views import seen_items
from bot.usecases.desk import Desk
from bot.usecases.filing.bundling import case_to_fetch
from bot.usecases.filing.reading import Standing, every_standing, items_to_file, meeting_to_file, standing_of
from bot.usecases.rights import require_secretariat
from cards.filing import cards
from cards.kit.elements import Card
from storage import filing as store

_MOST_OFFERED = 20
_LONGEST_SEARCH = 60


async def show(desk: Desk, actor: str, action: ShowFiling) -> Card:
    """»Journalisering« of a meeting."""
    return await card_for(desk, actor, action)


async def show_unfiled(desk: Desk, actor: str, action: ShowUnfiled) -> Card:
    """Which meetings lack something in the records system, the earliest first."""
    require_secretariat(desk, actor)
    found = [each for each in await every_standing(desk) if each.missing]
    return cards.unfiled(desk.forum.id, [_row(each) for each in found])


async def offer_case_file(desk: Desk, actor: str, action: FetchCaseFile) -> Card:
    """»Hent sagsmappe«: what is in it; the address itself is put on it by whoever answers that person."""
    found = await case_to_fetch(desk, actor, action.meeting)
    return cards.case_file(found.meeting, found.left, typed=action.words)


async def card_for(
    desk: Desk,
    actor: str,
    action: ShowFiling,
    *,
    typed: cards.Typed | None = None,
    reference: str = "",
    outcome: str | None = None,
) -> Card:
    """The card of one meeting, with what was just done or what was typed in vain."""
    require_secretariat(desk, actor)
    meeting = meeting_to_file(desk, action.meeting)
    found = await standing_of(desk, meeting)
    every = await items_to_file(desk, meeting)
    pick = action.pick or MEETING_ITSELF
    if not 0 <= pick <= len(every):
        raise Refusal("minutes_no_item", punkt=pick)
    own = found.cases.meeting if pick == MEETING_ITSELF else _own(desk, found, every[pick - 1])
    looked_for = (typed.kle if typed else action.kle).strip()
    seen = await seen_items(desk, actor, meeting, every)
    shown = cards.Shown(
        forum=desk.forum.id,
        meeting=meeting,
        whole=found.cases.whole,
        usual=found.cases.usual,
        items=_listed(desk, found, every, seen),
        pick=pick,
        typed=typed
        or cards.Typed(number=own.number, kle=own.subject or action.kle, facet=own.facet, reference=reference),
        titles=await _titles(desk, found),
        offered=await _offered(desk, looked_for),
        row=_row(found),
        filings=found.filings,
        may_mark=bool(found.missing.unfiled),
        may_fetch=bool(found.left) and not desk.is_public,
        timezone=desk.forum.timezone,
    )
    return cards.filing(shown, outcome=outcome)


def _own(desk: Desk, found: Standing, item: AgendaItem) -> Case:
    """What was said of the item; where others read along, nothing of a closed one."""
    return Case() if desk.is_public and item.content.is_closed else found.cases.own(item.id)


def _listed(
    desk: Desk, found: Standing, every: Sequence[AgendaItem], seen: Sequence[AgendaItem]
) -> tuple[cards.Item, ...]:
    """What each item is filed on, under the title that the reader may see."""
    return tuple(
        cards.Item(position=place, title=shown.content.title, case=_own(desk, found, item))
        for place, (item, shown) in enumerate(zip(every, seen, strict=True), start=1)
    )


def _row(found: Standing) -> cards.Row:
    return cards.Row(meeting=found.meeting, unfiled=found.missing.unfiled, lacks_number=found.missing.lacks_number)


async def _titles(desk: Desk, found: Standing) -> dict[str, str]:
    """What the municipality calls each subject and facet that is said."""
    every = (found.cases.whole, *(case for _, case in found.cases.items))
    subjects = await store.kle_titles(desk.conn, Part.SUBJECT, {each.subject for each in every if each.subject})
    facets = await store.kle_titles(desk.conn, Part.FACET, {each.facet for each in every if each.facet})
    return {**subjects, **facets}


async def _offered(desk: Desk, typed: str) -> dict[str, str] | None:
    """The subjects that were looked for, by number; None where nothing was, or there is no list to look in."""
    if not typed or is_subject(typed) or Part.SUBJECT not in await store.kle_counts(desk.conn):
        return None
    words = fold(typed[:_LONGEST_SEARCH]).split()
    found = await store.kle_matching(desk.conn, Part.SUBJECT, words, most=_MOST_OFFERED)
    return {each.code: each.title for each in found}
