"""Proposing: who may, on whose behalf, by which right, and what the form must say."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.actions import Propose
from bot.domain.proposals.closed import public
from bot.domain.proposals.rules import (
    HEAVIEST_CASE,
    LONGEST_CASE,
    LONGEST_LINKS,
    LONGEST_NOTE,
    LONGEST_TEXT,
    LONGEST_TITLE,
    SELF,
    content_of,
    is_ready,
    on_behalf_of,
    parties,
    receive,
    right_of,
)
from bot.domain.proposals.state import Content, ItemKind
from cards.kit.words import refusal_text
from tests.harness.charters import saying
from tests.harness.klynge_nord import local

DAY = date(2027, 2, 1)
FILLED = Propose(form="f", title="Fælles model", summary="Derfor.", recommendation="Det indstilles, at …")


def refused(form: Propose, charter: Charter) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        content_of(form, charter)
    return refusal.value


def test_a_coordinator_may_speak_for_their_own_organisation_alone(forum: Forum) -> None:
    assert parties(forum, "koordinator-hjoerring", DAY) == {"hjoerring": "Hjørring Kommune"}
    assert on_behalf_of(forum, "koordinator-hjoerring", "hjoerring", DAY) == "hjoerring"
    with pytest.raises(Refusal, match="not_on_behalf"):
        on_behalf_of(forum, "koordinator-hjoerring", "laesoe", DAY)


def test_the_secretariat_may_write_for_every_organisation_and_outside_body(forum: Forum) -> None:
    named = parties(forum, "sekretariat-region", DAY)
    assert named["laesoe"] == "Læsø Kommune"
    assert named["sundhedskoordinationsudvalget"] == "Sundhedskoordinationsudvalget"
    assert named["klyngestyregruppe"] == "Klyngestyregruppen"
    assert len(named) == len(forum.organisations) + 2


@pytest.mark.parametrize("named", ["", SELF])
def test_nobody_named_is_oneself(forum: Forum, named: str) -> None:
    assert on_behalf_of(forum, "formand-laesoe", named, DAY) is None


@pytest.mark.parametrize(
    ("proposer", "behalf", "basis", "circle"),
    [
        ("formand-laesoe", None, "local", "politician"),
        ("formand-laesoe", None, "other", "politician"),
        ("formand-laesoe", "laesoe", "guidepost", "party"),
        ("koordinator-hjoerring", None, "plan", None),
        ("koordinator-hjoerring", "hjoerring", "plan", "party"),
        ("laege", None, "plan", None),
        ("laege", "plo-nordjylland", "principle", "party"),
        ("sekretariat-region", None, "plan", None),
        ("sekretariat-region", "sundhedskoordinationsudvalget", "local", "sundhedskoordinationsudvalget"),
        ("sekretariat-region", "klyngestyregruppe", "plan", None),
    ],
)
def test_the_charter_gives_a_right_to_some(
    forum: Forum, proposer: str, behalf: str | None, basis: str, circle: str | None
) -> None:
    right = right_of(forum, proposer, behalf, basis, DAY)
    assert (right and right.id) == circle


@pytest.mark.parametrize("basis", ["local", "other", None])
def test_a_partys_right_holds_on_the_bases_that_the_charter_names_alone(forum: Forum, basis: str | None) -> None:
    assert right_of(forum, "koordinator-hjoerring", "hjoerring", basis, DAY) is None


def test_a_seat_that_has_ended_gives_no_right(forum: Forum) -> None:
    assert right_of(forum, "formand-frederikshavn", None, None, date(2029, 12, 31)) is not None
    assert right_of(forum, "formand-frederikshavn", None, None, date(2030, 1, 1)) is None


def test_a_charter_that_names_no_proposers_gives_nobody_a_right(forum: Forum) -> None:
    silent = replace(forum, charter=saying(forum.charter, agenda__proposers=()))
    assert right_of(silent, "formand-laesoe", None, None, DAY) is None
    assert "sundhedskoordinationsudvalget" not in parties(silent, "sekretariat-region", DAY)


def test_the_form_is_read_as_typed(forum: Forum) -> None:
    form = replace(
        FILLED,
        kind=ItemKind.DECISION,
        basis="plan",
        amount="1,25 mio.",
        duration="1 time",
        links="https://example.org/bilag.pdf",
        financial_note="  Inden for rammen. ",
        is_closed=True,
    )
    assert content_of(form, forum.charter) == Content(
        title="Fælles model",
        kind=ItemKind.DECISION,
        summary="Derfor.",
        recommendation="Det indstilles, at …",
        basis="plan",
        financial_note="Inden for rammen.",
        amount=Decimal("1250000.00"),
        duration=timedelta(hours=1),
        links=("https://example.org/bilag.pdf",),
        is_closed=True,
    )


def test_what_is_optional_may_be_left_out(forum: Forum) -> None:
    content = content_of(FILLED, forum.charter)
    assert (content.amount, content.basis, content.links, content.financial_note) == (None, None, (), "")
    assert content.duration == timedelta(minutes=15)


@pytest.mark.parametrize(
    ("field", "label"),
    [("title", "Overskrift"), ("summary", "Resumé"), ("recommendation", "Forslag til indstilling")],
)
@pytest.mark.parametrize("empty", ["", "  \n ", "\u200f"])
def test_what_is_required_is_asked_for_by_its_label(forum: Forum, field: str, label: str, empty: str) -> None:
    refusal = refused(replace(FILLED, **{field: empty}), forum.charter)  # type: ignore[arg-type] # texts alone
    assert refusal_text(refusal) == f"Udfyld feltet »{label}«."


@pytest.mark.parametrize(
    ("field", "most"),
    [
        ("title", LONGEST_TITLE),
        ("summary", LONGEST_TEXT),
        ("case_description", LONGEST_CASE),
        ("recommendation", LONGEST_TEXT),
        ("financial_note", LONGEST_NOTE),
        ("links", LONGEST_LINKS),
    ],
)
def test_a_text_that_is_too_long_is_refused_with_the_limit(forum: Forum, field: str, most: int) -> None:
    refusal = refused(replace(FILLED, **{field: "x" * (most + 3)}), forum.charter)  # type: ignore[arg-type] # as above
    assert (refusal.key, refusal.facts["over"], refusal.facts["max"]) == ("too_long", 3, most)
    assert str(refusal.facts["felt"]).startswith("proposal.field.")


def test_a_case_that_no_form_could_show_again_is_refused(forum: Forum) -> None:
    fits = content_of(replace(FILLED, case_description="ø" * LONGEST_CASE), forum.charter)
    assert len(fits.case_description.encode()) == HEAVIEST_CASE
    assert refused(replace(FILLED, case_description="🙂" * LONGEST_CASE), forum.charter).key == "too_long"


def test_a_closed_item_may_wait_for_its_content_where_others_look_on(forum: Forum) -> None:
    bare = Propose(form="f", title="Sag A", is_closed=True)
    assert not is_ready(content_of(bare, forum.charter, may_wait=True))
    assert refused(bare, forum.charter).key == "missing_field"
    with pytest.raises(Refusal, match="missing_field"):
        content_of(replace(bare, is_closed=False), forum.charter, may_wait=True)


@pytest.mark.parametrize(
    ("field", "typed", "key"),
    [
        ("amount", "mange penge", "bad_amount"),
        ("duration", "længe", "bad_duration"),
        ("links", "javascript:alert(1)", "bad_url"),
        ("basis", "opfundet", "bad_card"),
    ],
)
def test_what_cannot_be_read_is_refused(forum: Forum, field: str, typed: str, key: str) -> None:
    assert refused(replace(FILLED, **{field: typed}), forum.charter).key == key  # type: ignore[arg-type] # as above


def test_a_charter_without_bases_asks_for_none(forum: Forum) -> None:
    silent = saying(forum.charter, agenda__bases=())
    assert content_of(replace(FILLED, basis="plan"), silent).basis is None


@pytest.mark.parametrize(
    ("moment", "is_late"), [("2027-02-16T23:59:59", False), ("2027-02-17T00:00", True), ("2027-03-16T12:00", True)]
)
def test_a_proposal_is_late_from_the_first_moment_after_the_deadline(forum: Forum, moment: str, is_late: bool) -> None:
    deadline = Deadline(day=date(2027, 2, 16), source_day=date(2027, 2, 16), days_after_meeting=-28)
    proposal = receive(
        forum,
        number=1,
        proposer="formand-laesoe",
        behalf=None,
        content=content_of(FILLED, forum.charter),
        meeting=forum.meeting("2027-1"),
        deadline=deadline,
        now=local(moment),
    )
    assert proposal.after_deadline is is_late
    assert proposal.by_right


@given(
    title=st.text(min_size=1),
    summary=st.text(min_size=1),
    is_closed=st.booleans(),
    amount=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    links=st.tuples(st.text()),
)
def test_of_a_closed_item_the_public_learns_the_time_and_nothing_else(
    title: str, summary: str, is_closed: bool, amount: Decimal | None, links: tuple[str, ...]
) -> None:
    content = Content(
        title=title,
        kind=ItemKind.DECISION,
        summary=summary,
        recommendation=summary,
        basis="plan",
        financial_note=summary,
        amount=amount,
        duration=timedelta(minutes=25),
        links=links,
        is_closed=is_closed,
    )
    neutral = Content(title="Lukket punkt", kind=ItemKind.DISCUSSION, duration=timedelta(minutes=25), is_closed=True)
    assert public(content, "Lukket punkt") == (neutral if is_closed else content)
