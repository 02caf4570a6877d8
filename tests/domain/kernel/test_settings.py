"""What is in force in a forum."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.kernel import settings
from bot.domain.kernel.charter import Charter, Mode
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Organisation, Person, Role, Seat
from bot.domain.kernel.provision import Provision
from tests.harness.charters import SILENT_CHARTER, saying

ZONE = ZoneInfo("Europe/Copenhagen")
DAY = date(2027, 3, 16)
GUIDANCE = saying(
    SILENT_CHARTER,
    kind="overlay",
    binding=Provision("guidance"),
    agenda_approval__mode=Provision("consult_or_approve", "godkendes eller afstemmes med"),
    agenda_approval__approvers=Provision("chairmanship", "klyngens politiske formandskab"),
)


def charter(**provisions: Any) -> Charter:
    return saying(SILENT_CHARTER, **provisions)


def forum(*, of: Charter | None = None, overlays: tuple[Charter, ...] = (), **choices: Any) -> Forum:
    return Forum(
        id="f",
        name="F",
        region=None,
        charter=of or charter(),
        overlays=overlays,
        choices={key: Choice(value, "Klyngen", DAY) for key, value in choices.items()},
        organisations=(
            Organisation(id="by", name="By", kind="municipality", meeting_leader="anna"),
            Organisation(id="ø", name="Ø", kind="municipality"),
        ),
        people=tuple(Person(id=person, name=person) for person in ("anna", "bo", "carl")),
        seats=(
            Seat(person="anna", organisation="by", roles=frozenset({Role.POLITICIAN})),
            Seat(person="carl", organisation="by", roles=frozenset({Role.SECRETARIAT}), until=DAY),
        ),
    )


def meeting(host: str | None) -> Meeting:
    starts = datetime(2027, 3, 16, 16, 30, tzinfo=ZONE)
    return Meeting(forum="f", id="m", starts=starts, ends=starts, place="Rådhuset", host=host)


HOST_LEADS = charter(chair__model=Provision("host_leads", "Værtskabet leder mødet"))
SHARED = charter(chair__model=Provision("shared", "Delt"))


def test_without_a_word_about_approval_there_is_none() -> None:
    assert settings.approval_mode(forum()) is Mode.NONE


@pytest.mark.parametrize("mode", list(Mode))
def test_what_a_charter_settles_plainly_is_in_force(mode: Mode) -> None:
    assert settings.approval_mode(forum(of=charter(agenda_approval__mode=Provision(mode.value, "x")))) is mode


def test_principles_that_leave_the_choice_open_settle_nothing() -> None:
    assert settings.approval_mode(forum(overlays=(GUIDANCE,))) is Mode.NONE


def test_the_forums_choice_goes_before_its_principles() -> None:
    assert settings.approval_mode(forum(overlays=(GUIDANCE,), agenda_approval="consult")) is Mode.CONSULT


def test_the_charters_day_stands_whatever_was_chosen() -> None:
    settled = charter(
        agenda__dispatch_days_before=Provision(7, "én uge"), minutes__dispatch_days_after=Provision(7, "én uge")
    )
    chosen = forum(of=settled, dispatch_days_before=3, minutes_days_after=3)
    assert (settings.dispatch_days(chosen, DAY), settings.minutes_days(chosen, DAY)) == (7, 7)


def test_a_day_of_nought_is_settled_too() -> None:
    assert settings.dispatch_days(forum(of=charter(agenda__dispatch_days_before=Provision(0, "samme dag"))), DAY) == 0


def test_where_the_charter_is_silent_the_forum_chooses_or_nobody_does() -> None:
    assert settings.dispatch_days(forum(dispatch_days_before=5), DAY) == 5
    assert settings.minutes_days(forum(minutes_days_after=4), DAY) == 4
    assert settings.dispatch_days(forum(), DAY) is None
    assert settings.minutes_days(forum(), DAY) is None


def test_the_host_leads_where_the_charter_says_so() -> None:
    chosen = forum(of=HOST_LEADS, chairmanship=["anna", "bo"])
    assert settings.meeting_leaders(chosen, meeting("by")) == ("anna",)
    assert settings.meeting_leaders(chosen, meeting("ø")) == ()
    assert settings.meeting_leaders(chosen, meeting(None)) == ()


@pytest.mark.parametrize("of", [SHARED, charter(), charter(chair__model=Provision("single_or_shared", "x"))])
def test_otherwise_the_chairmanship_leads(of: Charter) -> None:
    assert settings.meeting_leaders(forum(of=of, chairmanship=["anna", "bo"]), meeting("by")) == ("anna", "bo")
    assert settings.meeting_leaders(forum(of=of), meeting("by")) == ()


def test_nobody_approves_where_there_is_no_approval() -> None:
    chosen = forum(of=HOST_LEADS, chairmanship=["anna", "bo"], approvers="chairmanship")
    assert settings.approvers(chosen, meeting("by")) == ()


def test_the_whole_chairmanship_approves_or_the_meeting_leader() -> None:
    chosen: dict[str, Any] = {"agenda_approval": "approve", "chairmanship": ["anna", "bo"]}
    whole = forum(of=HOST_LEADS, approvers="chairmanship", **chosen)
    leader = forum(of=HOST_LEADS, approvers="meeting_leader", **chosen)
    assert settings.approvers(whole, meeting("by")) == ("anna", "bo")
    assert settings.approvers(leader, meeting("by")) == ("anna",)


def test_without_a_choice_of_approvers_the_principles_name_them() -> None:
    chosen: dict[str, Any] = {"agenda_approval": "approve", "chairmanship": ["bo"]}
    assert settings.approvers(forum(overlays=(GUIDANCE,), **chosen), meeting("by")) == ("bo",)
    assert settings.approvers(forum(**chosen), meeting("by")) == ()


def test_an_unanswered_agenda_is_held_unless_the_forum_chose_otherwise() -> None:
    assert settings.if_unanswered(forum()) == "hold"
    assert settings.if_unanswered(forum(if_unanswered="secretariat_may_send")) == "secretariat_may_send"


def test_guidance_alone_keeps_no_agenda_past_the_charters_day_unless_the_forum_chose_so() -> None:
    settled = charter(agenda__dispatch_days_before=Provision(7, "én uge"))
    assert settings.if_unanswered(forum(of=settled, overlays=(GUIDANCE,))) == "secretariat_may_send"
    assert settings.if_unanswered(forum(of=settled, overlays=(GUIDANCE,), if_unanswered="hold")) == "hold"
    assert settings.if_unanswered(forum(overlays=(GUIDANCE,))) == "hold"


def test_minutes_are_approved_only_where_the_forum_chose_so() -> None:
    assert settings.minutes_approval(forum()) is None
    assert settings.minutes_approval(forum(minutes_approval="next_meeting")) == "next_meeting"


def test_without_a_secretariat_the_chairmanship_serves() -> None:
    chosen = forum(chairmanship=["anna", "bo"])
    assert settings.secretariat(chosen, DAY) == ("carl",)
    assert settings.secretariat(chosen, date(2027, 3, 17)) == ("anna", "bo")


def test_the_forums_closures_join_the_public_holidays() -> None:
    chosen = forum(closure_days=["06-05", "12-24"], closure_periods=[{"from": "2027-07-12", "to": "2027-08-06"}])
    calendar = settings.calendar_of(chosen, frozenset({DAY}))
    assert calendar.closure_days == {(6, 5), (12, 24)}
    assert calendar.closure_periods == ((date(2027, 7, 12), date(2027, 8, 6)),)
    assert DAY in calendar.holidays


def test_a_forum_without_closures_has_the_public_holidays_alone() -> None:
    calendar = settings.calendar_of(forum(), frozenset({DAY}))
    assert (calendar.closure_days, calendar.closure_periods) == (frozenset(), ())
