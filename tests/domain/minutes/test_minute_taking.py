"""Minutes: written until they are sent, approved by all who must, and only added to afterwards."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda.state import Agenda, AgendaItem, AgendaVersion, Standing
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes import rules
from bot.domain.minutes.items import MinutedItem, minuted, nobody_sees
from bot.domain.minutes.state import Attendance, Minutes, MinutesStatus, Outcome, Resolution
from bot.domain.proposals.state import Content, ItemKind

NOW = datetime(2027, 3, 17, 9, 0, tzinfo=UTC)
CHAIRS = ("formand-kommunal", "formand-regional")


def item(number: int, standing: Standing | None = None, *, is_closed: bool = False) -> AgendaItem:
    content = Content(title=f"Sag {number}", kind=ItemKind.DECISION, is_closed=is_closed)
    return AgendaItem(id=number, content=content, standing=standing)


ITEMS = (
    item(1, Standing.APPROVE_AGENDA),
    item(2, Standing.APPROVE_MINUTES),
    item(10),
    item(11),
    item(3, Standing.ANY_OTHER_BUSINESS),
)
BLANK = rules.blank("nord", "2027-1")


def resolved(number: int, words: str = "Godkendt.", outcome: Outcome | None = Outcome.APPROVED) -> Resolution:
    return Resolution(item=number, outcome=outcome, words=words)


def absent(*people: str) -> Attendance:
    return Attendance(absent=people)


def complete() -> Minutes:
    return rules.record(rules.record(BLANK, ITEMS, resolved(10)), ITEMS, resolved(11))


def sent() -> Minutes:
    return rules.send(complete(), ITEMS, NOW, approvers=None)


def put_forward() -> Minutes:
    return rules.send(complete(), ITEMS, NOW, approvers=CHAIRS)


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refusal:
        work()
    return refusal.value.key


def test_a_resolution_replaces_the_earlier_one_of_its_item_and_stands_in_the_agendas_order() -> None:
    minutes = rules.record(rules.record(BLANK, ITEMS, resolved(11)), ITEMS, resolved(10, "Udsat"))
    minutes = rules.record(minutes, ITEMS, resolved(10, "Godkendt"))
    assert [(each.item, each.words) for each in minutes.resolutions] == [(10, "Godkendt"), (11, "Godkendt.")]


def test_an_empty_resolution_takes_the_earlier_one_out() -> None:
    assert rules.record(complete(), ITEMS, resolved(10, "", None)).resolutions == (resolved(11),)


def test_an_older_revision_is_stale_but_the_same_thing_again_is_not() -> None:
    minutes = rules.record(BLANK, ITEMS, resolved(10), revision=1)
    assert rules.record(minutes, ITEMS, resolved(10), revision=1) == minutes
    assert refused(lambda: rules.record(minutes, ITEMS, resolved(10, "Andet"), revision=1)) == "stale"
    assert refused(lambda: rules.note_attendance(minutes, absent("laege"), revision=1)) == "stale"
    assert refused(lambda: rules.send(minutes, ITEMS, NOW, approvers=None, revision=1)) == "stale"


def test_minutes_are_not_sent_while_an_item_of_its_own_lacks_a_resolution() -> None:
    with pytest.raises(Refusal) as refusal:
        rules.send(rules.record(BLANK, ITEMS, resolved(10)), ITEMS, NOW, approvers=None)
    assert refusal.value.key == "minutes_incomplete"
    assert refusal.value.facts == {"punkter": (4,)}


def test_minutes_without_any_resolution_are_not_sent() -> None:
    standing_only = (ITEMS[0], ITEMS[-1])
    assert refused(lambda: rules.send(BLANK, standing_only, NOW, approvers=None)) == "minutes_empty"


def test_sending_twice_is_sending_once() -> None:
    assert rules.send(sent(), ITEMS, NOW + timedelta(days=1), approvers=None) == sent()


def test_minutes_that_must_be_approved_cannot_be_put_forward_to_nobody() -> None:
    assert refused(lambda: rules.send(complete(), ITEMS, NOW, approvers=())) == "minutes_no_approvers"


def test_minutes_leave_with_the_last_approval() -> None:
    one = rules.approve(put_forward(), [CHAIRS[0]], NOW, approvers=CHAIRS)
    assert one.status is MinutesStatus.FOR_APPROVAL
    assert rules.approve(one, [CHAIRS[0]], NOW, approvers=CHAIRS) == one
    both = rules.approve(one, [CHAIRS[1]], NOW, approvers=CHAIRS)
    assert (both.status, both.sent_at) == (MinutesStatus.SENT, NOW)


def test_an_edit_takes_the_approvals_back_and_an_approval_of_the_older_revision_is_stale() -> None:
    one = rules.approve(put_forward(), [CHAIRS[0]], NOW, approvers=CHAIRS)
    edited = rules.record(one, ITEMS, resolved(10, "Rettet"))
    assert (edited.status, edited.approved_by) == (MinutesStatus.FOR_APPROVAL, ())
    with pytest.raises(Refusal, match="stale"):
        rules.approve(edited, [CHAIRS[1]], NOW, approvers=CHAIRS, revision=one.revision)


def test_minutes_that_others_are_reading_keep_every_resolution_they_need() -> None:
    assert refused(lambda: rules.record(put_forward(), ITEMS, resolved(10, "", None))) == "minutes_incomplete"


def test_an_approval_can_be_taken_back_until_the_minutes_are_sent() -> None:
    one = rules.approve(put_forward(), [CHAIRS[0]], NOW, approvers=CHAIRS)
    back = rules.take_back_approval(one, [CHAIRS[0]])
    assert (back.status, back.approved_by, back.revision) == (MinutesStatus.FOR_APPROVAL, (), one.revision)
    assert rules.take_back_approval(back, [CHAIRS[0]]) == back
    other = rules.approve(back, [CHAIRS[1]], NOW, approvers=CHAIRS)
    assert other.status is MinutesStatus.FOR_APPROVAL
    both = rules.approve(other, [CHAIRS[0]], NOW, approvers=CHAIRS)
    assert refused(lambda: rules.take_back_approval(both, [CHAIRS[0]])) == "minutes_sent"
    assert refused(lambda: rules.take_back_approval(complete(), [CHAIRS[0]])) == "minutes_not_for_approval"


@pytest.mark.parametrize("minutes", [complete(), sent()])
def test_only_minutes_put_forward_can_be_approved(minutes: Minutes) -> None:
    assert refused(lambda: rules.approve(minutes, [CHAIRS[0]], NOW, approvers=CHAIRS)) == "minutes_not_for_approval"


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("approve"), st.sampled_from(CHAIRS)),
            st.tuples(st.just("edit"), st.text("abc", min_size=1, max_size=3)),
            st.tuples(st.just("absent"), st.sampled_from(("laege", "formand-laesoe"))),
        ),
        max_size=12,
    )
)
def test_minutes_leave_only_when_all_approved_the_revision_that_leaves(steps: list[tuple[str, str]]) -> None:
    minutes = put_forward()
    approved: dict[str, int] = {}
    for what, about in steps:
        if rules.is_sent(minutes):
            break
        if what == "approve":
            approved[about] = minutes.revision
            minutes = rules.approve(minutes, [about], NOW, approvers=CHAIRS, revision=minutes.revision)
        elif what == "edit":
            minutes = rules.record(minutes, ITEMS, resolved(10, about))
        else:
            minutes = rules.note_attendance(minutes, absent(about))
    all_approved = all(approved.get(chair) == minutes.revision for chair in CHAIRS)
    assert rules.is_sent(minutes) == all_approved


def attempt(minutes: Minutes, step: tuple[str, str]) -> Minutes:
    what, words = step
    try:
        match what:
            case "record":
                return rules.record(minutes, ITEMS, resolved(10, words))
            case "absent":
                return rules.note_attendance(minutes, absent(words))
            case "send":
                return rules.send(minutes, ITEMS, NOW, approvers=None)
            case "approve":
                return rules.approve(minutes, [words], NOW, approvers=(words,))
            case "remark":
                return rules.remark(minutes, "laege", words, NOW, ends=None)
            case "meeting":
                return rules.approved_by_meeting(minutes)
            case _:
                return rules.add(minutes, "sekretariat", words, NOW)
    except Refusal:
        return minutes


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("record", "absent", "send", "approve", "remark", "meeting", "add")),
        st.text("xyz", min_size=1, max_size=2),
    ),
    max_size=15,
)


@given(STEPS)
def test_after_sending_no_resolution_and_no_attendance_ever_changes(steps: list[tuple[str, str]]) -> None:
    minutes = sent()
    for step in steps:
        minutes = attempt(minutes, step)
    assert (minutes.resolutions, minutes.attendance, minutes.sent_at) == (sent().resolutions, sent().attendance, NOW)
    assert rules.is_sent(minutes)


@given(STEPS, st.sampled_from((complete(), put_forward(), sent())))
def test_every_remark_and_addition_stays_as_it_was_said(steps: list[tuple[str, str]], minutes: Minutes) -> None:
    for step in steps:
        after = attempt(minutes, step)
        assert after.remarks[: len(minutes.remarks)] == minutes.remarks
        minutes = after


def test_what_was_sent_is_corrected_by_additions_only() -> None:
    assert refused(lambda: rules.record(sent(), ITEMS, resolved(10, "Andet"))) == "minutes_sent"
    assert refused(lambda: rules.note_attendance(sent(), absent("laege"))) == "minutes_sent"
    assert refused(lambda: rules.add(complete(), "sekretariat", "Rettelse", NOW)) == "minutes_not_sent"
    added = rules.add(sent(), "sekretariat", "Rettelse", NOW)
    assert [(each.words, each.is_addition) for each in added.remarks] == [("Rettelse", True)]
    assert rules.add(added, "sekretariat", "Rettelse", NOW + timedelta(seconds=3)) == added


def test_remarks_are_taken_until_their_deadline_and_not_after_a_meeting_approved() -> None:
    ends = NOW + timedelta(days=3)
    assert rules.remark(sent(), "laege", "Godt", ends - timedelta(seconds=1), ends=ends).remarks[0].words == "Godt"
    assert refused(lambda: rules.remark(sent(), "laege", "Sent", ends, ends=ends)) == "closed"
    assert refused(lambda: rules.remark(complete(), "laege", "Før", NOW, ends=None)) == "minutes_not_sent"
    approved = rules.approved_by_meeting(sent())
    assert refused(lambda: rules.remark(approved, "laege", "Sent", NOW, ends=None)) == "closed"


@pytest.mark.parametrize(
    ("sent_on", "days", "day"),
    [
        (date(2027, 3, 17), 2, date(2027, 3, 19)),
        (date(2027, 3, 17), 3, date(2027, 3, 22)),  # a Saturday: the Monday after
        (date(2027, 3, 19), 2, date(2027, 3, 22)),
    ],
)
def test_the_remarks_deadline_is_a_working_day_after_sending_where_there_is_one(
    sent_on: date, days: int, day: date
) -> None:
    found = rules.remarks_deadline(sent_on, days, Calendar())
    assert found is not None
    assert found.day == day


def test_without_the_forums_choice_there_is_no_remarks_deadline() -> None:
    assert rules.remarks_deadline(NOW.date(), None, Calendar()) is None


@pytest.mark.parametrize(
    ("outcome", "approves"),
    [(Outcome.APPROVED, True), (Outcome.APPROVED_CHANGED, True), (Outcome.POSTPONED, False), (None, False)],
)
def test_earlier_minutes_are_approved_by_the_item_that_stands_for_it(outcome: Outcome | None, approves: bool) -> None:
    minutes = rules.record(complete(), ITEMS, resolved(2, "Drøftet", outcome))
    assert not rules.approves_earlier(ITEMS, minutes)
    assert rules.approves_earlier(ITEMS, rules.send(minutes, ITEMS, NOW, approvers=None)) is approves
    assert rules.approved_by_meeting(sent()).status is MinutesStatus.APPROVED
    assert rules.approved_by_meeting(complete()) == complete()


def agenda(*versions: AgendaVersion, sent_version: int | None = None) -> Agenda:
    items = (*ITEMS, item(12))
    return Agenda(forum="nord", meeting="2027-1", revision=3, items=items, versions=versions, sent_version=sent_version)


def version(number: int, at: datetime, *items: AgendaItem) -> AgendaVersion:
    return AgendaVersion(number=number, items=items, frozen_at=at, frozen_by=None)


def test_minutes_are_about_the_agenda_that_was_sent_else_about_the_draft() -> None:
    one, two = version(1, NOW, ITEMS[0]), version(2, NOW, ITEMS[1])
    assert rules.items_of(agenda(one, two, sent_version=1), BLANK) == (ITEMS[0],)
    assert rules.items_of(agenda(one, two), BLANK)[-1] == item(12)


def test_minutes_that_left_without_a_sent_agenda_hold_on_to_what_was_frozen_for_them() -> None:
    frozen, later = version(1, NOW, *ITEMS), version(2, NOW + timedelta(days=1), ITEMS[0])
    assert rules.items_of(agenda(frozen, later), sent()) == ITEMS
    assert rules.items_of(agenda(frozen), put_forward()) == ITEMS


def test_of_a_closed_item_others_see_the_neutral_title_and_that_it_is_recorded() -> None:
    closed = replace(ITEMS[2], content=replace(ITEMS[2].content, title="Hemmelig sag", is_closed=True))
    items = (closed, ITEMS[3])
    minutes = rules.record(BLANK, items, resolved(10, "Hemmelig beslutning"))
    hidden, open_one = minuted(items, minutes, nobody_sees, "Lukket punkt")
    assert hidden == MinutedItem(position=1, title="Lukket punkt", is_recorded=True, is_hidden=True)
    assert open_one == MinutedItem(position=2, title="Sag 11", is_recorded=False)
    seen = minuted(items, minutes, lambda _: True, "Lukket punkt")[0]
    assert (seen.title, seen.words, seen.is_hidden) == ("Hemmelig sag", "Hemmelig beslutning", False)
