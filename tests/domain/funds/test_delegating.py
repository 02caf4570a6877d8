"""Who may dispose for an organisation on a day, who answers for its council, and when they are reminded."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.funds.council import answered, asked_by, is_owed, reminded_on
from bot.domain.funds.delegating import answering, may_answer, may_dispose, standing
from bot.domain.funds.settings import has_fund, lacks_parties, may_waive_order
from bot.domain.funds.state import CouncilAnswer, CouncilFollowUp, Decision
from bot.domain.kernel.delegation import DelegatedTo, Delegation
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.people import Organisation, Role, Seat
from bot.domain.kernel.provision import Provision
from bot.domain.kernel.sections import FundRules
from bot.domain.kernel.settings import calendar_of
from tests.harness.charters import SILENT_CHARTER, saying
from tests.harness.klynge_nord import klynge_nord, local

NORD = klynge_nord()
DAY = date(2027, 3, 16)
SAID = local("2027-03-16T20:00")
CALENDAR = calendar_of(NORD, frozenset())


def organisation(forum: Forum, ident: str) -> Organisation:
    found = forum.organisation(ident)
    assert found is not None
    return found


def delegated(*rows: Delegation) -> Forum:
    """Nord, where Hjørring told of these alone."""
    others = tuple(each for each in NORD.fund_delegation if each.organisation != "hjoerring")
    return replace(NORD, fund_delegation=(*others, *rows))


def holders(forum: Forum, ident: str = "hjoerring", day: date = DAY) -> tuple[str, ...]:
    return may_dispose(forum, organisation(forum, ident), day)


def to_mayor(since: date | None = None, until: date | None = None) -> Delegation:
    return Delegation(
        organisation="hjoerring", to=DelegatedTo.POLITICAL, person="formand-kommunal", since=since, until=until
    )


@given(st.integers(min_value=-40, max_value=40))
def test_a_delegation_holds_from_its_first_day_to_its_last(away: int) -> None:
    forum = delegated(to_mayor(DAY, DAY + timedelta(days=10)))
    may = holders(forum, day=DAY + timedelta(days=away))
    assert may == (("formand-kommunal",) if 0 <= away <= 10 else ())


def test_the_next_period_follows_the_first() -> None:
    administration = Delegation(organisation="hjoerring", to=DelegatedTo.ADMINISTRATION, since=DAY)
    forum = delegated(to_mayor(until=DAY - timedelta(days=1)), administration)
    assert holders(forum, day=DAY - timedelta(days=1)) == ("formand-kommunal",)
    assert set(holders(forum)) == {"koordinator-hjoerring", "sekretariat-kommuner"}


def test_a_holder_who_has_no_seat_of_it_any_more_holds_nothing() -> None:
    seats = tuple(each for each in NORD.seats if each.person != "formand-kommunal")
    forum = replace(NORD, seats=seats)
    assert holders(forum) == ()
    assert standing(forum, organisation(forum, "hjoerring"), DAY).left == "formand-kommunal"


def test_where_nobody_of_the_administration_has_a_seat_the_secretariat_serves_it() -> None:
    assert holders(NORD, "broenderslev") == ("sekretariat-kommuner", "sekretariat-region")
    seat = Seat(
        person="laege", organisation="laesoe", roles=frozenset({Role.COORDINATOR}), represents=("broenderslev",)
    )
    assert holders(replace(NORD, seats=(*NORD.seats, seat)), "broenderslev") == ("laege",)


def test_what_is_not_delegated_is_disposed_of_once_its_council_said_yes() -> None:
    laesoe = organisation(NORD, "laesoe")
    assert may_dispose(NORD, laesoe, DAY) == ()
    assert may_dispose(NORD, laesoe, DAY, approved={"laesoe"}) == ("formand-laesoe",)
    assert answering(NORD, laesoe, DAY) == ("formand-laesoe",)
    assert may_answer(NORD, laesoe, "sekretariat-region", DAY)
    assert not may_answer(NORD, laesoe, "formand-kommunal", DAY)


def test_where_nothing_speaks_of_delegation_the_secretariat_enters_what_was_decided() -> None:
    forum = replace(NORD, overlays=(), fund_delegation=())
    assert holders(forum) == ("sekretariat-kommuner", "sekretariat-region")
    assert asked_by(decision(), forum, DAY) == ()


def test_guidance_on_councils_asks_those_of_whom_nothing_was_told() -> None:
    forum = replace(NORD, fund_delegation=())
    assert holders(forum) == ()
    asked = [each.id for each in asked_by(decision(), forum, DAY)]
    assert asked == ["hjoerring", "broenderslev", "frederikshavn", "laesoe"]


def test_every_council_that_did_not_delegate_is_asked_whoever_takes_part() -> None:
    for parties in ((), ("hjoerring",), ("laesoe", "region-nordjylland")):
        assert [each.id for each in asked_by(decision(*parties), NORD, DAY)] == ["laesoe"]
    assert asked_by(replace(decision(), on_funds=False), NORD, DAY) == ()


def test_a_forum_has_a_fund_by_what_is_said_of_it_and_not_by_its_name() -> None:
    bare = replace(NORD, charter=SILENT_CHARTER, overlays=(), fund_delegation=())
    assert not has_fund(bare)
    assert has_fund(replace(bare, charter=saying(SILENT_CHARTER, level=Provision("political"))))
    assert has_fund(replace(bare, overlays=NORD.overlays))
    assert has_fund(replace(bare, fund_delegation=(to_mayor(),)))


def test_guidance_may_be_departed_from_and_a_charter_of_its_own_not() -> None:
    assert may_waive_order(NORD)
    own = FundRules(order=Provision("cluster-decision-first"))
    assert not may_waive_order(replace(NORD, charter=saying(NORD.charter, shared_funds=own)))
    assert not may_waive_order(replace(NORD, overlays=()))


def test_one_party_alone_is_told_only_where_joint_efforts_are_spoken_of() -> None:
    assert lacks_parties(NORD, ("hjoerring",))
    assert not lacks_parties(NORD, ())
    assert not lacks_parties(NORD, ("hjoerring", "laesoe"))
    assert not lacks_parties(replace(NORD, overlays=()), ("hjoerring",))


def test_a_council_is_reminded_every_so_many_days_until_it_has_answered() -> None:
    days = list(reminded_on(follow_up(), NORD, CALENDAR))
    assert days[:2] == [date(2027, 3, 30), date(2027, 4, 13)]
    chosen = replace(NORD, choices={"council_reminder_days": Choice(7, "Nord", DAY)})
    assert next(reminded_on(follow_up(), chosen, CALENDAR)) == date(2027, 3, 23)
    said_no = answered(follow_up(), CouncilAnswer.REJECTED, "For dyrt", "formand-laesoe", SAID)
    assert not list(reminded_on(said_no, NORD, CALENDAR))


def test_a_council_owes_nothing_once_the_funds_are_delegated_after_all() -> None:
    assert is_owed(follow_up(), NORD, DAY)
    to_administration = Delegation(organisation="laesoe", to=DelegatedTo.ADMINISTRATION)
    assert not is_owed(follow_up(), replace(NORD, fund_delegation=(to_administration,)), DAY)


def test_the_later_answer_counts_and_the_same_again_changes_nothing() -> None:
    first = answered(follow_up(), CouncilAnswer.PENDING, "", "formand-laesoe", SAID)
    assert answered(first, CouncilAnswer.PENDING, "", "sekretariat-region", SAID + timedelta(days=1)) == first
    last = answered(first, CouncilAnswer.APPROVED, "", "sekretariat-region", SAID)
    assert (last.answer, last.by, last.is_open) == (CouncilAnswer.APPROVED, "sekretariat-region", False)


def decision(*parties: str) -> Decision:
    return Decision(
        forum=NORD.id,
        meeting="2027-1",
        item=2,
        amount=45_000_000,
        on_funds=True,
        is_closed=False,
        parties=parties,
        decided_at=SAID,
    )


def follow_up() -> CouncilFollowUp:
    return CouncilFollowUp(
        forum=NORD.id,
        number=1,
        meeting="2027-1",
        item=2,
        organisation="laesoe",
        answer=CouncilAnswer.AWAITED,
        since=SAID,
    )
