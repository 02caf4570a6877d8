"""Seats, calls and groups as somebody may see them here: ids become names, a closed item's group no more than that."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.domain.appointments import rules
from bot.domain.appointments.asked import asked, is_municipal
from bot.domain.appointments.founding import founding_words, steers
from bot.domain.appointments.levels import is_met
from bot.domain.appointments.reminders import expiry_days, told_of_expiry
from bot.domain.appointments.state import Appointment, Candidacy, Group, Ref, Tenure
from bot.domain.duties.state import FollowUp
from bot.usecases.appointments.loading import group_code, where
from bot.usecases.appointments.resolutions import named
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat
from cards.appointments.view import (
    AnswerView,
    AppointmentView,
    CallView,
    GroupView,
    TenureView,
    level_words,
)
from cards.duties.view import STATUSES, called
from cards.kit.words import say
from cards.proposals.closed import NEUTRAL_TITLE
from storage import appointments as store
from storage import duties as duties_store

Groups = dict[tuple[int, int], Group]


async def views_of(desk: Desk, actor: str | None, every: Iterable[Appointment]) -> list[AppointmentView]:
    """Each as that person may see it here (None: as everybody may)."""
    seats = list(every)
    groups = await groups_of(desk, seats)
    refs = await named(desk, [each.by for seat in seats for each in seat.details.tenures])
    return [await _view(desk, actor, each, groups, refs) for each in seats]


async def view_of(desk: Desk, actor: str | None, one: Appointment) -> AppointmentView:
    """One of them."""
    return (await views_of(desk, actor, [one]))[0]


async def groups_of(desk: Desk, seats: Iterable[Appointment]) -> Groups:
    """The groups that those seats are in, each with the task that may be seen here."""
    keys = dict.fromkeys(each.group for each in seats if each.group is not None)
    found = [await store.group_by_number(desk.conn, desk.forum.id, number, year) for year, number in keys]
    return {each.key: as_seen(desk, each) for each in found if each is not None}


def as_seen(desk: Desk, group: Group) -> Group:
    """The group as it may be seen here: where others read along, a closed item's shows no more than that."""
    return replace(group, task=NEUTRAL_TITLE) if group.is_secret and desk.is_public else group


async def call_view(desk: Desk, one: Appointment, number: int | None = None) -> CallView | None:
    """The call that is open, with what each organisation answered; None where nobody is asked."""
    call = one.details.call
    if call is None or number not in (None, call.number):
        return None
    given = rules.answers(await store.answers(desk.conn, one), call.number)
    organisations = asked(desk.forum, one, desk.today)
    return CallView(
        number=call.number,
        until=call.until,
        days=(call.until - call.on).days,
        answers=[_answer(desk, one, each.name, given.get(each.id)) for each in organisations],
        is_usual=desk.forum.choice("candidate_answer_days") is None,
        is_municipal=is_municipal(desk.forum, one),
    )


async def group_view(desk: Desk, actor: str | None, group: Group, seats: Sequence[Appointment]) -> GroupView:
    """One group, with its seats and what became of its task."""
    own = [each for each in seats if each.group == group.key]
    return (await group_views(desk, actor, [group], own))[0]


async def group_views(
    desk: Desk, actor: str | None, groups: Sequence[Group], seats: Sequence[Appointment]
) -> list[GroupView]:
    """Each of the groups."""
    refs = await named(desk, [each.founding.by for each in groups])
    seen = await views_of(desk, actor, seats)
    of_group = {
        group.key: [view for view, seat in zip(seen, seats, strict=True) if seat.group == group.key] for group in groups
    }
    return [
        _group(desk, actor, each, refs[each.founding.by], of_group[each.key], await duties_of(desk, each))
        for each in groups
    ]


async def duties_of(desk: Desk, group: Group) -> tuple[FollowUp, ...]:
    """The tasks that came of the resolution which the group rests on."""
    by = group.founding.by
    if by.told:
        return ()
    every = await duties_store.of_meetings(desk.conn, desk.forum.id, [by.meeting])
    return tuple(each for each in every if each.item == by.item)


def remark_of(desk: Desk, wanted: str, name: str, level: str) -> str:
    """That somebody is not of the level that is wanted; empty where they are."""
    if is_met(wanted, level):
        return ""
    key = "appointment.level.remark" if level else "appointment.level.remark.unknown"
    return say(key, niveau=level_words(wanted), navn=name, andet=level_words(level))


def _group(
    desk: Desk,
    actor: str | None,
    group: Group,
    resolution: str,
    seats: Sequence[AppointmentView],
    duties: Sequence[FollowUp],
) -> GroupView:
    charter = desk.forum.charter
    words = founding_words(charter)
    return GroupView(
        forum=desk.forum.id,
        number=group.number,
        year=group.year,
        task=as_seen(desk, group).task,
        resolution=resolution,
        level=group.level,
        coordinator=group.coordinator,
        until=group.founding.until,
        closed_on=group.founding.closed_on,
        duties=[
            say("group.duty", opgave=called(each.kind, each.number, each.year), status=say(STATUSES[each.status]))
            for each in duties
        ],
        seats=seats,
        notes=[
            *([say("group.said", ord=words)] if words else [say("group.not_named")]),
            *([say("group.steered", forum=desk.forum.name)] if steers(charter) else []),
        ],
        code=group_code(group),
        serves=is_secretariat(desk, actor),
    )


async def _view(
    desk: Desk, actor: str | None, one: Appointment, groups: Groups, refs: Mapping[Ref, str]
) -> AppointmentView:
    day, forum = desk.today, desk.forum
    holder = one.holder(day)
    told = None if holder is None else told_of_expiry(forum, desk.calendar, holder.last)
    return AppointmentView(
        forum=forum.id,
        number=one.number,
        year=one.year,
        where=where(desk, one, groups),
        title=one.title,
        level=one.level,
        until=one.details.until,
        holder=None if holder is None else _tenure(desk, one, holder, refs),
        coming=[_tenure(desk, one, each, refs) for each in one.coming(day)],
        past=[_tenure(desk, one, each, refs) for each in reversed(list(one.past(day)))],
        call=await call_view(desk, one),
        reminded=told if told is not None and told >= day else None,
        reminder_days=expiry_days(forum),
        is_usual_reminder=forum.choice("appointment_reminder_days_before") is None,
        is_closed=one.is_closed,
        serves=is_secretariat(desk, actor),
    )


def _tenure(desk: Desk, one: Appointment, tenure: Tenure, refs: Mapping[Ref, str]) -> TenureView:
    is_gone = tenure.person is not None and not any(desk.forum.seats_of(tenure.person, desk.today))
    remarks = (
        remark_of(desk, one.level, tenure.name, tenure.level),
        say("appointment.left", navn=tenure.name) if is_gone and tenure.holds_on(desk.today) else "",
    )
    return TenureView(
        name=tenure.name,
        since=tenure.since,
        last=tenure.last,
        stand_in=tenure.stand_in,
        level=tenure.level,
        remark=" ".join(each for each in remarks if each),
        resolution=refs[tenure.by],
        has_left=tenure.left_on is not None,
    )


def _answer(desk: Desk, one: Appointment, organisation: str, given: Candidacy | None) -> AnswerView:
    if given is None:
        return AnswerView(organisation=organisation)
    return AnswerView(
        organisation=organisation,
        name=given.name,
        level=given.level,
        remark=remark_of(desk, one.level, given.name, given.level) if given.name else "",
        by=desk.name_of(given.by),
        is_on_behalf=given.is_on_behalf,
    )
