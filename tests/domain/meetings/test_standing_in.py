"""Whoever is away, a seat has one who acts at most, no chain goes on for ever, and no mandate follows by itself."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.composition.state import Mandate
from bot.domain.kernel.absence import Absence
from bot.domain.kernel.forum import COPENHAGEN, Choice, Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Identity, Organisation, Person, Role, Seat
from bot.domain.kernel.provision import Provision
from bot.domain.meetings.standing_in import absence_from, answerers, away_from, lacking_mandate, stand_in
from tests.harness.charters import SILENT_CHARTER, saying

DAY = date(2027, 3, 16)
STARTS = datetime(2027, 3, 16, 16, 30, tzinfo=COPENHAGEN)
MEETING = Meeting(forum="f", id="m", starts=STARTS, ends=STARTS + timedelta(hours=2), place="Rådhuset")
IDS = "abcdef"
ids = st.sampled_from(IDS)
maybe = st.none() | ids
days = st.dates(DAY - timedelta(days=3), DAY + timedelta(days=3))


def person(ident: str, *, has_account: bool = True) -> Person:
    account = Identity(tenant="t", object_id=ident)
    return Person(id=ident, name=ident.upper(), identities=(account,) if has_account else ())


def seat(ident: str, substitute_for: str | None = None, *, mandate: bool = False, until: date | None = None) -> Seat:
    roles = frozenset({Role.POLITICIAN})
    return Seat(
        person=ident,
        organisation=f"o-{ident}",
        roles=roles,
        mandate=mandate,
        substitute_for=None if substitute_for == ident else substitute_for,
        until=until,
    )


def forum_of(*seats: Seat, absences: tuple[Absence, ...] = ()) -> Forum:
    people = tuple(person(each) for each in IDS)
    return Forum(id="f", name="F", region=None, charter=SILENT_CHARTER, people=people, seats=seats, absences=absences)


@st.composite
def absences(draw: st.DrawFn, number: int) -> Absence:
    whole = draw(st.booleans())
    first, last = sorted((draw(days), draw(days)))
    own = draw(ids)
    named = draw(maybe)
    return Absence(
        number=number,
        person=own,
        meeting="m" if whole else None,
        since=None if whole else first,
        until=None if whole else last,
        substitute=None if named == own else named,
        outsider=draw(st.sampled_from(["", "", "Jens"])),
        mandate=draw(st.booleans()),
    )


@st.composite
def forums(draw: st.DrawFn) -> Forum:
    own = [seat(each, draw(maybe), mandate=draw(st.booleans())) for each in IDS]
    more = [seat(draw(ids), draw(maybe)) for _ in range(draw(st.integers(0, 3)))]
    told = tuple(draw(absences(number)) for number in range(draw(st.integers(0, 8))))
    return forum_of(*own, *more, absences=told)


@given(forums(), days)
def test_whoever_stands_in_is_there_and_is_somebody_else(forum: Forum, day: date) -> None:
    for each in IDS:
        other = stand_in(forum, each, MEETING, day)
        if absence_from(forum, each, MEETING, day) is None:
            assert other is None
        if other is not None:
            assert other != each
            assert any(forum.seats_of(other, day))
            assert absence_from(forum, other, MEETING, day) is None


@given(forums())
def test_without_the_tick_nobody_has_a_mandate_for_an_organisation_that_they_are_not_from(forum: Forum) -> None:
    bare = replace(forum, absences=tuple(replace(each, mandate=False) for each in forum.absences))
    assert not any(each.has_mandate for each in away_from(bare, MEETING))  # everybody is from another one


@given(forums())
def test_where_the_forum_chose_so_a_mandate_follows_and_nothing_that_there_was_not(forum: Forum) -> None:
    chosen = replace(forum, choices={"substitute_mandate": Choice("inherited", "F", DAY)})
    bare = replace(chosen, absences=tuple(replace(each, mandate=False) for each in forum.absences))
    for each in away_from(bare, MEETING):
        had = any(seat.mandate for seat in bare.seats_of(each.person, DAY))
        assert each.has_mandate == (had and bool(each.stand_in or each.outsider))


def test_a_substitute_has_the_mandate_of_their_own_seat_in_the_same_organisation_and_one_that_was_confirmed() -> None:
    own = replace(seat("b", "a"), organisation="o-a")
    moment = datetime(2027, 3, 1, 12, tzinfo=COPENHAGEN)
    confirmed = Mandate(person="b", organisation="o-a", confirmed=moment.date(), said_by="b", at=moment)
    plain = forum_of(seat("a", mandate=True), own, absences=(away(1, "a"),))
    filed = forum_of(seat("a", mandate=True), replace(own, mandate=True), absences=(away(1, "a"),))
    elsewhere = forum_of(seat("a", mandate=True), seat("b", "a", mandate=True), absences=(away(1, "a"),))
    assert not has_mandate_instead(plain)
    assert has_mandate_instead(filed)
    assert has_mandate_instead(plain, confirmed)
    assert not has_mandate_instead(elsewhere)
    assert lacking_mandate(asking(plain), MEETING, ()) == ("o-a",)
    assert lacking_mandate(asking(plain), MEETING, (confirmed,)) == lacking_mandate(asking(filed), MEETING, ()) == ()


def has_mandate_instead(forum: Forum, *mandates: Mandate) -> bool:
    """Whether whoever comes in the first one's place has a mandate."""
    (first,) = away_from(forum, MEETING, mandates)
    return first.has_mandate


def asking(forum: Forum) -> Forum:
    """The same under a charter that asks everybody for a mandate; the organisation of "a" alone is a member."""
    charter = saying(SILENT_CHARTER, composition__mandate=Provision("required", "skal have mandat"))
    members = (Organisation(id="o-a", name="A", kind="municipality"),)
    return replace(forum, charter=charter, organisations=members)


@given(forums())
def test_an_organisation_lacks_a_mandate_or_somebody_with_one_comes(forum: Forum) -> None:
    known = tuple(Organisation(id=f"o-{each}", name=each, kind="municipality") for each in IDS)
    body = replace(forum, organisations=known)
    lacking, away = lacking_mandate(body, MEETING, ()), {each.person: each for each in away_from(body, MEETING)}
    given = [each for each in body.seats if each.mandate]
    assert (lacking is None) == (not given)
    for own in given:  # everybody is from another organisation
        gone, calls = away.get(own.person), {each.stand_in for each in away.values()}
        comes = gone is None and (own.substitute_for is None or own.person in calls)
        instead = gone is not None and gone.is_told
        assert (own.organisation in (lacking or ())) == (not comes and not instead)
    assert len(lacking or ()) == len(set(lacking or ()))


@given(forums(), days)
def test_answers_go_to_those_who_have_an_account_alone(forum: Forum, day: date) -> None:
    known = {each.id for each in forum.people if each.identities}
    assert set(answerers(forum, MEETING, IDS, day).values()) <= known
    nobody = replace(forum, people=tuple(person(each, has_account=False) for each in IDS))
    assert answerers(nobody, MEETING, IDS, day) == {}


def away(number: int, ident: str, substitute: str | None = None) -> Absence:
    return Absence(number=number, person=ident, meeting="m", substitute=substitute)


def test_two_who_stand_in_for_each_other_and_are_both_away_end_at_nobody() -> None:
    forum = forum_of(seat("a", "b"), seat("b", "a"), absences=(away(1, "a"), away(2, "b")))
    assert stand_in(forum, "a", MEETING, DAY) is None


def test_the_next_substitute_is_used_where_the_first_is_away() -> None:
    forum = forum_of(seat("a"), seat("b", "a"), seat("c", "a"), absences=(away(1, "a"), away(2, "b")))
    assert stand_in(forum, "a", MEETING, DAY) == "c"
    theirs = forum_of(seat("a"), seat("b", "a"), seat("d", "b"), absences=(away(1, "a"), away(2, "b")))
    assert stand_in(theirs, "a", MEETING, DAY) == "d"


def test_whom_somebody_names_goes_before_whom_the_seat_names() -> None:
    forum = forum_of(seat("a"), seat("b", "a"), seat("c"), absences=(away(1, "a", "c"),))
    assert stand_in(forum, "a", MEETING, DAY) == "c"


def test_a_substitute_without_a_seat_that_day_does_not_step_in() -> None:
    gone = seat("b", "a", until=DAY - timedelta(days=1))
    assert stand_in(forum_of(seat("a"), gone, absences=(away(1, "a"),)), "a", MEETING, DAY) is None


def test_a_tick_for_one_who_is_away_is_nobody_elses() -> None:
    ticked = replace(away(1, "a", "b"), mandate=True)
    forum = forum_of(seat("a", mandate=True), seat("b", "a"), seat("c", "a"), absences=(ticked, away(2, "b")))
    (own,) = (each for each in away_from(forum, MEETING) if each.person == "a")
    assert (own.stand_in, own.has_mandate) == ("c", False)
    assert lacking_mandate(asking(forum), MEETING, ()) == ("o-a",)
