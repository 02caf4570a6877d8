"""The checks of what changes afterwards see what they are there for: each test forges the end of a run gone wrong."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.meetings.notices import MeetingNotice
from tests.faults.changing import (
    answered_once,
    besides,
    held_as_told,
    is_along,
    is_mended,
    meetings_as_told,
    offers_hold,
    supplements_stand,
    told_once,
)
from tests.faults.checking import asked_for, consistent, violations
from tests.faults.model import Model
from tests.faults.observing import Logged, Observation, Offered
from tests.faults.teams import Post

FORUM, PERSON, CHAT = "klynge-000", "sekretariat-region", "a:1"
NOW = datetime(2027, 3, 9, 9, tzinfo=UTC)
STARTS = datetime(2027, 3, 16, 16, 30, tzinfo=UTC)
Check = Callable[[Model, Observation], Iterator[str]]
ABOUT = (FORUM, "m0")


def logged(what: str, *, actor: str | None = PERSON, words: dict[str, str] | None = None, **facts: object) -> Logged:
    return Logged(forum=FORUM, actor=actor, what=what, facts={"meeting": "m0"} | facts, words=words or {})


def rescheduled(what: str, place: str = "SagA", starts: datetime = STARTS) -> Logged:
    return logged(what, words={"to_place": place}, after={"starts": starts.isoformat()})


def suggestion(what: str, revision: int) -> Logged:
    return logged(what, year=2027, number=1, revision=revision)


def end() -> Observation:
    """A meeting was moved, held for two steps and supplemented, and a suggestion was taken."""
    seen = Observation(now=NOW, verified=(0, "Loggen er hel"))
    seen.entries = [
        rescheduled("meeting.moved"),
        logged("supplement.item_added", number=1, revision=2),
        logged("supplement.sent", number=1, version=3, words={"title_1": "SagB"}),
        logged("live.started", revision=1),
        logged("live.moved", revision=2),
        suggestion("wording.suggested", 1),
        suggestion("wording.taken", 2),
    ]
    seen.planned = {ABOUT: (STARTS, "SagA", False)}
    seen.held = {ABOUT: 2}
    seen.suggestions = {(FORUM, 2027, 1): "taken"}
    seen.late = Counter({(*ABOUT, 1): 1})
    seen.offered = [offered("StartMeeting")]
    return seen


def offered(*verbs: str, drawn: tuple[str, ...] = ("StartMeeting",)) -> Offered:
    standing, fresh = (frozenset((verb, "m0") for verb in each) for each in (verbs, drawn))
    return Offered("klynge-000/approval/m0", FORUM, "m0", standing, fresh)


def test_an_end_in_which_all_went_well_passes_every_check_of_what_changed() -> None:
    checks: tuple[Check, ...] = (
        *(meetings_as_told, held_as_told, answered_once, supplements_stand, offers_hold, told_once, consistent),
    )
    assert [each for check in checks for each in check(Model(), end())] == []


@pytest.mark.parametrize(
    "planned",
    [(STARTS.replace(day=17), "SagA", False), (STARTS, "Et andet sted", False), (STARTS, "SagA", True), None],
)
def test_a_meeting_that_is_not_as_it_was_last_told_to_be_is_found(
    planned: tuple[datetime, str, bool] | None,
) -> None:
    seen = end()
    seen.planned = {} if planned is None else {ABOUT: planned}
    assert any("was told to be" in each for each in meetings_as_told(Model(), seen))


def test_a_meeting_that_is_cancelled_twice_on_end_or_held_after_all_for_nothing_is_found() -> None:
    seen = end()
    seen.entries += [rescheduled("meeting.cancelled"), rescheduled("meeting.resumed")]
    assert not list(meetings_as_told(Model(), seen))
    seen.entries.append(rescheduled("meeting.resumed"))
    assert any("was not cancelled" in each for each in meetings_as_told(Model(), seen))
    seen = end()
    seen.entries += [rescheduled("meeting.cancelled")] * 2
    seen.planned = {ABOUT: (STARTS, "SagA", True)}
    assert any("was cancelled" in each for each in meetings_as_told(Model(), seen))


def test_a_step_of_a_meeting_that_is_lost_or_taken_twice_is_found() -> None:
    seen = end()
    seen.held = {ABOUT: 1}
    assert list(held_as_told(Model(), seen))
    seen = end()
    seen.entries.append(seen.entries[4])
    assert list(held_as_told(Model(), seen))
    assert any("live" in each for each in consistent(Model(), seen))
    seen.entries = [each for each in seen.entries if each.what != "live.started"]
    assert list(held_as_told(Model(), seen))


def test_a_suggestion_that_two_answered_or_that_stands_otherwise_is_found() -> None:
    seen = end()
    seen.entries.append(suggestion("wording.declined", 3))
    assert any("answered 2 times" in each for each in answered_once(Model(), seen))
    for status in ("waiting", "not_taken"):
        seen = end()
        seen.suggestions = {(FORUM, 2027, 1): status}
        assert any("was told" in each for each in answered_once(Model(), seen))
    seen = end()
    seen.entries.append(suggestion("wording.taken", 2))
    assert any("wording" in each for each in consistent(Model(), seen))


def test_a_supplement_that_left_twice_or_whose_item_does_not_stand_on_the_agenda_is_found() -> None:
    seen = end()
    seen.late.clear()
    assert list(supplements_stand(Model(), seen))
    seen = end()
    seen.late[(*ABOUT, 1)] = 2
    assert list(supplements_stand(Model(), seen))
    seen = end()
    seen.entries.append(seen.entries[2])
    assert any("left 2 times" in each for each in supplements_stand(Model(), seen))
    assert any("sent agenda" in each for each in consistent(Model(), seen))


def test_a_card_of_a_cancelled_or_moved_meeting_that_offers_what_cannot_be_done_is_found() -> None:
    seen = end()
    seen.offered = [offered("Respond")]
    assert any("still offers" in each for each in offers_hold(Model(), seen))
    for verb, is_fine in (("Respond", False), ("ResumeMeeting", True), ("ShowAgenda", True)):
        seen = end()
        seen.planned = {ABOUT: (STARTS, "SagA", True)}
        seen.offered = [offered(verb, drawn=(verb,))]
        assert bool(list(offers_hold(Model(), seen))) is not is_fine, verb


def test_the_same_words_twice_on_one_day_are_found_and_on_another_day_or_of_something_else_they_are_not() -> None:
    for second, subject, is_fine in (
        (NOW, {"n": 1}, False),
        (NOW.replace(day=10), {"n": 1}, True),
        (NOW, {"n": 2}, True),
    ):
        seen = end()
        seen.posts = {name: Post(CHAT, None, "", at, said="ens", came=at) for name, at in (("p1", NOW), ("p2", second))}
        seen.notices = [told("one", "p1", {"n": 1}), told("other", "p2", subject)]
        assert bool(list(told_once(Model(), seen))) is not is_fine, (second, subject)


def test_what_happened_on_two_days_is_told_twice_though_the_first_came_late_and_a_reminder_is_not() -> None:
    for is_timed in (False, True):
        seen = end()
        seen.posts = {name: Post(CHAT, None, "", NOW, said="ens", came=NOW) for name in ("p1", "p2")}
        late = replace(told("one", "p1", {"n": 1}), due_at=NOW - timedelta(days=6))
        seen.notices = [replace(each, is_timed=is_timed) for each in (late, told("other", "p2", {"n": 1}))]
        assert bool(list(told_once(Model(), seen))) is is_timed


def told(key: str, activity: str, subject: Mapping[str, object]) -> Notice:
    return Notice(
        key=key,
        forum=FORUM,
        kind=MeetingNotice.CANCELLED,
        due_at=NOW,
        is_timed=False,
        meeting="m0",
        subject=subject,
        state=NoticeState.SENT,
        conversation=CHAT,
        activity=activity,
    )


def test_what_comes_along_with_another_act_is_none_that_nobody_asked_for_and_without_that_act_it_is() -> None:
    put_off = logged("proposal.postponed", words={"words": "Mødet den 16. marts 2027 er aflyst."}, number=1, year=2027)
    accepted, mended = logged("proposal.accepted", number=1), logged("agenda.round_mended", actor=None)
    for cause, along in (("meeting.cancelled", put_off), ("supplement.sent", accepted), ("meeting.resumed", accepted)):
        seen = Observation(now=NOW, entries=[along])
        assert not is_along(seen, along)
        assert any(along.what in each for each in asked_for(Model(), seen))
        seen.entries.append(rescheduled(cause))
        assert is_along(seen, along)
        assert not is_along(seen, replace(along, actor="en anden"))
    seen = Observation(now=NOW, entries=[mended])
    assert not is_mended(seen, mended)
    assert is_mended(replace(seen, entries=[mended, rescheduled("meeting.cancelled")]), mended)
    assert besides(Model(), seen, ("proposal.accepted", FORUM, 1)) == 0
    assert besides(Model(), end(), ("proposal.accepted", FORUM, 1)) == 1


def test_every_check_of_what_changed_is_among_those_that_a_run_must_pass() -> None:
    seen = end()
    seen.planned, seen.held, seen.suggestions, seen.offered = {}, {}, {}, [offered("Respond")]
    seen.late.clear()
    failed = {name for name, found in violations(Model(), seen).items() if found}
    assert {
        "meetings are as they were last told to be",
        "meetings are held as they are told",
        "each suggestion is answered once",
        "each supplement left once and stands on its agenda",
        "no message offers what cannot be done",
    } <= failed
