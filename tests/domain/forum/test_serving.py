"""Who leads and serves: too few, nobody, or somebody who cannot be reached; and meetings on closed days."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.forum.remarks import ClosedDay, closed_days
from bot.domain.forum.serving import FewChairs, NoAccount, NoSecretariat, few_chairs, no_accounts, no_secretariat
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Identity, Organisation, Person, Role, Seat
from bot.domain.kernel.provision import Provision
from tests.harness.charters import SILENT_CHARTER, saying

DAY = date(2027, 3, 16)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
EASTER = date(2027, 3, 28)


def forum(
    *chairs: str,
    model: str | None = None,
    required: bool = False,
    secretariat: str | None = None,
    serving: tuple[str, ...] = (),
    without_account: tuple[str, ...] = (),
    meetings: tuple[Meeting, ...] = (),
) -> Forum:
    account = (Identity("t", "o"),)
    return Forum(
        id="f",
        name="F",
        region=None,
        charter=saying(
            SILENT_CHARTER,
            chair__model=Provision(model, "model"),
            chair__required=Provision(required or None, "skal udpeges"),
            secretariat__model=Provision(secretariat, "sekretariat"),
        ),
        choices={"chairmanship": Choice(list(chairs), "f", DAY)} if chairs else {},
        organisations=(Organisation(id="by", name="By", kind="municipality", meeting_leader="vært"),),
        people=tuple(
            Person(id=each, name=each, identities=() if each in without_account else account)
            for each in ("a", "b", "s", "vært")
        ),
        seats=tuple(Seat(person=each, organisation="by", roles=frozenset({Role.SECRETARIAT})) for each in serving),
        meetings=meetings,
    )


def meeting(day: date) -> Meeting:
    starts = datetime.combine(day, datetime.min.time(), COPENHAGEN)
    return Meeting(forum="f", id=str(day), starts=starts, ends=starts, place="P", host="by")


@pytest.mark.parametrize(
    ("chairs", "model", "required", "words"),
    [
        ((), "shared", False, "model"),
        (("a",), "shared", True, "model"),
        (("a", "b"), "shared", True, None),
        ((), "single_or_shared", True, "skal udpeges"),
        (("a",), "single_or_shared", True, None),
        ((), None, False, None),
        ((), "host_leads", True, None),
    ],
)
def test_a_shared_chair_has_two_and_one_that_shall_be_there_has_somebody(
    chairs: tuple[str, ...], model: str | None, required: bool, words: str | None
) -> None:
    found = list(few_chairs(forum(*chairs, model=model, required=required)))
    assert found == ([] if words is None else [FewChairs(chairs=chairs, words=words)])


@pytest.mark.parametrize(
    ("model", "chairs", "serving", "told"),
    [
        ("joint", ("a",), ("s",), None),
        ("joint", ("a",), (), NoSecretariat(serving=("a",), words="sekretariat")),
        ("shared", (), (), NoSecretariat(serving=(), words="sekretariat")),
        ("optional", ("a",), (), None),
        ("optional", (), (), NoSecretariat(serving=(), words=None)),
        (None, ("a",), (), None),
        (None, (), (), NoSecretariat(serving=(), words=None)),
    ],
)
def test_a_secretariat_of_nobody_is_told_where_there_shall_be_one_or_nobody_serves_in_its_place(
    model: str | None, chairs: tuple[str, ...], serving: tuple[str, ...], told: NoSecretariat | None
) -> None:
    found = list(no_secretariat(forum(*chairs, secretariat=model, serving=serving), DAY))
    assert found == ([] if told is None else [told])


def test_whoever_leads_or_serves_without_an_account_is_named_once() -> None:
    found = list(no_accounts(forum("a", "b", serving=("s", "b"), without_account=("b", "s", "vært")), DAY))
    assert found == [NoAccount(person="b", leads=True), NoAccount(person="s", leads=False)]


def test_the_leader_of_a_host_is_named_for_meetings_to_come_alone() -> None:
    for day, told in ((DAY, ["vært"]), (DAY - timedelta(days=1), [])):
        hosted = forum(model="host_leads", without_account=("vært",), meetings=(meeting(day),))
        assert [each.person for each in no_accounts(hosted, DAY)] == told


@given(st.dates(date(2027, 1, 1), date(2027, 12, 31)))
def test_a_meeting_is_told_exactly_when_nobody_is_at_work_that_day(day: date) -> None:
    calendar = Calendar(
        holidays={EASTER}, closure_days=frozenset({(12, 24)}), closure_periods=((date(2027, 7, 12), date(2027, 8, 6)),)
    )
    found = list(closed_days(forum(meetings=(meeting(day),)), calendar, {EASTER: "Påskedag"}, DAY))
    is_told = day >= DAY and not calendar.is_working(day)
    holiday = "Påskedag" if day == EASTER else None
    expected = ClosedDay(meeting=str(day), day=day, holiday=holiday, is_weekend=day.weekday() >= 5)
    assert found == ([expected] if is_told else [])
