"""A year's meetings: shown to everybody, proposed to those who serve the forum, and made all at once as typed."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.external.bodies import Cadence, others
from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings import planning, series
from bot.domain.meetings.actions import MakeSeries, Series, ShowSeries
from bot.domain.meetings.hosts import hosts_offered
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.meetings.series import YEARS_AHEAD, Before
from bot.domain.year.frequency import Frequency, frequency
from bot.usecases.agenda.views import host_of
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.meeting_facts import facts_of
from bot.usecases.meetings import foresight
from bot.usecases.meetings.queries import coming_views
from bot.usecases.meetings.series_rows import Faulty, as_meetings, before, proposed_rows, typed_rows
from bot.usecases.rights import is_secretariat, require_secretariat
from bot.usecases.taking_effect import Planning, take_effect
from bot.usecases.year.years import year_meant
from cards.kit.elements import Card
from cards.meetings import series as cards
from cards.meetings.series import WEEKDAYS, Held, Proposal, Row
from storage import meetings


async def show(desk: Desk, actor: str, action: ShowSeries) -> Card:
    """The year's meetings; to those who may make more, the form with the ones that are proposed or were typed."""
    counted, rows = _counted(desk, action.of_year), () if action.anew else typed_rows(action)
    if rows:
        require_secretariat(desk, actor)
    if not _may_plan(desk, actor, counted):
        return _listed(desk, actor, counted)
    if rows:
        planned = _as_meetings(desk, counted.year, rows)
        return await _form(desk, counted, action, await _with_follows(desk, rows, planned))
    return await _proposal(desk, counted, action)


async def make(desk: WritingDesk, actor: str, action: MakeSeries, plan_anew: Planning) -> Card:
    """Every row that is kept becomes a meeting, and the channel hears of all of them in one message."""
    require_secretariat(desk, actor)
    counted = _counted(desk, action.of_year)
    if action.seen and action.seen != planning.marks(counted.meetings):
        raise Refusal("series_changed", aar=counted.year, antal=len(counted.meetings))
    rows = typed_rows(action)
    planned = _as_meetings(desk, counted.year, rows)
    made = [each for each in planned if each is not None]
    if not made:
        raise Refusal("series_empty")
    follows = await foresight.of_series(desk, made)
    forum = desk.forum
    for each in made:
        forum = planning.made(forum, each)
    await meetings.put(desk.conn, forum, at=desk.now)
    now, _ = await take_effect(desk, plan_anew, actor=actor)
    for each in made:
        facts = facts_of(each)
        await now.log(actor, "meeting.made", meeting=each.id, texts={"to_place": facts.pop("place")}, after=facts)
    ids = [each.id for each in made]
    await now.tell(MeetingNotice.SERIES, ids[0], meetings=ids, year=counted.year)
    done = [replace(_held(now, each), follows=told) for each, told in zip(made, follows, strict=True)]
    return cards.made(desk.forum.id, counted.year, done)


async def as_refused(desk: Desk, actor: str, action: Series) -> Card | None:
    """The form with all that was typed, to those who may; nothing of a year that cannot be read."""
    if not is_secretariat(desk, actor):
        return None
    counted = _counted(desk, action.of_year)
    return await _form(desk, counted, action, typed_rows(action))


def told(desk: Desk, notice: Notice) -> Card:
    """The meetings that were made together, as they are by now."""
    ids, year = notice.subject["meetings"], int(str(notice.subject["year"]))
    every = {each.id: each for each in (*desk.forum.cancelled, *desk.forum.meetings)}
    known = [every[each] for each in ids if each in every] if isinstance(ids, list) else []
    held = [_held(desk, each) for each in sorted(known, key=lambda each: each.starts)]
    return cards.told(desk.forum.id, desk.forum.name, year, held)


async def _proposal(desk: Desk, counted: Frequency, action: Series) -> Card:
    """As many rows as the charter calls for, or as were asked for; none until number and weekday are known."""
    ahead = await before(desk, counted.year)
    number, weekday = _number(action.how_many, counted, ahead), _weekday(desk, action.weekday)
    if number is None or weekday is None:
        return await _form(desk, counted, action, (), ahead)
    rows = await proposed_rows(desk, counted, number, weekday, ahead)
    shown = replace(action, how_many=str(number), weekday=str(weekday))
    try:
        rows = await _with_follows(desk, rows, as_meetings(desk, counted.year, rows))
    except Faulty:  # what nobody settled is still to be filled in
        rows = await _with_follows(desk, rows, _as_far_as_known(desk, counted.year, rows))
    return await _form(desk, counted, shown, rows, ahead)


def _as_far_as_known(desk: Desk, year: int, rows: Sequence[Row]) -> tuple[Meeting | None, ...]:
    """The same for what follows from the day alone, at any time and place."""
    whole = [
        replace(each, begins=each.begins or "12", ends=each.ends or "13", place=each.place or "-") for each in rows
    ]
    return as_meetings(desk, year, whole)


async def _form(
    desk: Desk, counted: Frequency, action: Series, rows: Sequence[Row], ahead: Sequence[Before] | None = None
) -> Card:
    usual = _weekday(desk, "")
    return cards.form(
        Proposal(
            forum=desk.forum.id,
            forum_name=desk.forum.name,
            counted=counted,
            held=[_held(desk, each) for each in counted.meetings],
            seen=planning.marks(counted.meetings),
            how_many=action.how_many,
            weekday=action.weekday or ("" if usual is None else str(usual)),
            rows=rows,
            hosts=hosts_offered(desk.forum) if settings.has_hosts(desk.forum) else None,
            before=await before(desk, counted.year) if ahead is None else ahead,
            unknown=[each.name for each in others(desk.forum) if each.cadence is Cadence.ALIGNED],
        )
    )


async def _with_follows(desk: Desk, rows: Sequence[Row], planned: Sequence[Meeting | None]) -> tuple[Row, ...]:
    every = iter(await foresight.of_series(desk, [each for each in planned if each is not None]))
    pairs = zip(rows, planned, strict=True)
    return tuple(
        row if meeting is None else replace(row, meeting=meeting, follows=next(every)) for row, meeting in pairs
    )


def _as_meetings(desk: Desk, year: int, rows: Sequence[Row]) -> tuple[Meeting | None, ...]:
    try:
        return as_meetings(desk, year, rows)
    except Faulty as found:
        rows_at_fault = {(each.field or "").rpartition("_")[2] for each in found.faults}
        raise Refusal("series_faults", antal=len(rows_at_fault), also=found.faults) from None


def _listed(desk: Desk, actor: str, counted: Frequency) -> Card:
    may_plan = desk.forum.is_in_force(desk.today) and is_secretariat(desk, actor)
    coming = coming_views(desk, counted.meetings, may_plan=may_plan)
    return cards.listed(desk.forum.id, desk.forum.name, counted, coming)


def _counted(desk: Desk, typed: str) -> Frequency:
    """The year that is meant, with its meetings; Refusal "year_unknown" or "series_nowhere"."""
    year = year_meant(typed or str(desk.today.year + 1), desk.today.year)
    found = frequency(desk.forum, year)
    if found is None:
        raise Refusal("series_nowhere", forum=desk.forum.name, aar=year)
    return found


def _may_plan(desk: Desk, actor: str, counted: Frequency) -> bool:
    is_plannable = desk.today.year <= counted.year <= desk.today.year + YEARS_AHEAD
    return is_plannable and desk.forum.is_in_force(desk.today) and is_secretariat(desk, actor)


def _number(typed: str, counted: Frequency, ahead: Sequence[Before]) -> int | None:
    """How many meetings altogether: as typed, else as the charter calls for; None where neither says."""
    held = [each.day for each in counted.meetings]
    if not typed.strip():
        if counted.needed is None:
            return None
        return series.number_wanted(counted.needed, counted.rules.max_per_year.value, held, ahead)
    if not typed.strip().isdecimal() or not 0 < len(typed.strip()) < 3 or int(typed) > len(held) + series.MOST:
        raise Refusal("series_number", field="how_many", max=len(held) + series.MOST)
    return int(typed)


def _weekday(desk: Desk, typed: str) -> int | None:
    """Which weekday: as chosen, else as usual."""
    if typed.strip():
        if typed.strip() not in WEEKDAYS:
            raise Refusal("bad_card")
        return int(typed)
    usual = series.usual(desk.forum.meetings)
    return None if usual is None else usual.weekday


def _held(desk: Desk, meeting: Meeting) -> Held:
    is_cancelled = desk.forum.meeting(meeting.id) is None
    return Held(meeting=meeting, host=host_of(desk, meeting), is_cancelled=is_cancelled)
