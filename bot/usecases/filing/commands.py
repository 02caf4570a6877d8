"""What the secretariat does about filing: what something is filed on, and that it was filed by hand."""

from bot.domain.agenda.state import AgendaItem
from bot.domain.filing.actions import FileOn, MarkFiled, ShowFiling
from bot.domain.filing.rules import changed, kle_code
from bot.domain.filing.state import MEETING_ITSELF, Filing, How, Part
from bot.domain.kernel.case_number import LONGEST, case_number
from bot.domain.kernel.confidential import check_confidential
from bot.domain.kernel.danish import clean_line
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.filing.queries import card_for
from bot.usecases.filing.reading import (
    Standing,
    cases_of,
    every_standing,
    items_to_file,
    meeting_to_file,
    standing_of,
)
from bot.usecases.meant import meeting_meant
from bot.usecases.rights import require_secretariat
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from storage import filing as store


async def file_on(desk: WritingDesk, actor: str, action: FileOn) -> Card:
    """Say what a meeting or an item is filed on."""
    require_secretariat(desk, actor)
    meeting = meeting_to_file(desk, action.meeting)
    item = await _item(desk, meeting, action.position)
    cases, ident = await cases_of(desk, meeting), MEETING_ITSELF if item is None else item.id
    was = cases.meeting if item is None else cases.own(item.id)
    number = None if action.case_number is None else case_number(action.case_number, "case_number")
    case = changed(was, number=number, kle=await _kle(desk, action))
    check_confidential(case.number, field="case_number")
    if case != was:
        await store.put_case(desk.conn, desk.forum.id, meeting.id, ident, case)
        is_closed = item is not None and item.content.is_closed
        told = {"case_number": case.number, **({"kle": case.kle} if is_closed else {})}
        facts = {"item": ident, **({} if is_closed else {"kle": case.kle})}
        await desk.log(actor, "filing.case", meeting=meeting.id, texts=told, **facts)
    shown = ShowFiling(meeting=meeting.id, pick=action.position)
    return await card_for(desk, actor, shown, outcome=say("filing.kept" if case != was else "filing.kept.already"))


async def mark_filed(desk: WritingDesk, actor: str, action: MarkFiled) -> Card:
    """Everything that has left of the meeting was filed by hand, under that number."""
    require_secretariat(desk, actor)
    reference = clean_line(action.reference, Term("filing.field.reference"), LONGEST)
    check_confidential(reference, field="reference")
    found = await _to_mark(desk, action.meeting)
    if not found.left:
        raise Refusal("filing_nothing_left", moede_dato=medium_date(found.meeting.day))
    if (last := found.filings[-1:]) and not found.missing.unfiled and last[0].reference == reference:
        return await card_for(desk, actor, ShowFiling(meeting=found.meeting.id), outcome=say("filing.marked.already"))
    await register(desk, found, how=How.BY_HAND, by=actor, reference=reference)
    facts = {"covers": [each.key for each in found.left]}
    await desk.log(actor, "filing.marked", meeting=found.meeting.id, texts={"reference": reference}, **facts)
    shown = ShowFiling(meeting=found.meeting.id)
    words = say("filing.marked", moede_dato=medium_date(found.meeting.day), nr=reference)
    return await card_for(desk, actor, shown, outcome=words)


async def register(
    desk: WritingDesk, found: Standing, *, how: How, by: str, digest: str = "", reference: str = ""
) -> Filing:
    """Keep that all that has left of the meeting is filed."""
    filing = Filing(
        forum=desk.forum.id,
        meeting=found.meeting.id,
        number=len(found.filings) + 1,
        how=how,
        covers=tuple(each.key for each in found.left),
        by=by,
        at=desk.now,
        digest=digest,
        reference=reference,
    )
    await store.add(desk.conn, filing)
    return filing


async def _item(desk: Desk, meeting: Meeting, position: int | None) -> AgendaItem | None:
    if position is None:
        return None
    items = await items_to_file(desk, meeting)
    if not 1 <= position <= len(items):
        raise Refusal("minutes_no_item", punkt=position)
    return items[position - 1]


async def _kle(desk: Desk, action: FileOn) -> tuple[str, str] | None:
    """The code that was said, None where none was; Refusal where the municipality's list has it not."""
    if action.kle is None and action.facet is None:
        return None
    counts = await store.kle_counts(desk.conn)
    if action.kle and Part.SUBJECT in counts and not action.kle.strip()[:1].isdecimal():
        raise Refusal("kle_pick", field="kle")
    subject, facet = kle_code(action.kle or "", action.facet or "")
    if subject and Part.SUBJECT in counts and not await store.kle_titles(desk.conn, Part.SUBJECT, [subject]):
        raise Refusal("kle_unknown", field="kle", kode=subject)
    if facet and Part.FACET in counts and not await store.kle_titles(desk.conn, Part.FACET, [facet]):
        raise Refusal("facet_unknown", field="facet", kode=facet)
    return subject, facet


async def _to_mark(desk: Desk, named: str | None) -> Standing:
    """The meeting that is named, else the latest of which something is not filed."""
    if named is not None:
        return await standing_of(desk, meeting_meant(desk, named, looks_back=True))
    unfiled = [each for each in await every_standing(desk) if each.missing.unfiled]
    if not unfiled:
        raise Refusal("filing_nothing_unfiled")
    return unfiled[-1]
