"""What a one-click button says: for every action that exists, what the click will do and to what."""

import re
from collections import defaultdict
from dataclasses import fields, replace
from datetime import date
from typing import Any, get_type_hints

import pytest

from bot.domain.agenda.actions import EditItem
from bot.domain.approval.actions import Respond
from bot.domain.approval.state import Verdict
from bot.domain.attachments.actions import AttachFiles, OfferFiles, ShowAttachments
from bot.domain.calendars.actions import RenewCalendar
from bot.domain.documents.actions import OpenDocument
from bot.domain.kernel.action import Action
from bot.domain.live.actions import MoveOn, NoteInMeeting
from bot.domain.meetings.actions import ReportAbsence, ReportPeriod, TakeBackAbsence
from bot.domain.proposals.actions import OpenProposalForm, Propose, Revise
from bot.domain.referrals.actions import OpenSendOn, SendOn, ShowWay
from bot.domain.supplements.actions import AnswerSupplement
from cards.kit.naming import LONGEST, Naming
from cards.kit.titled import titled
from cards.saying.titles import TITLES, title_of
from tests.cards.saying.filled import KINDS, SILENT, every, least, most, of_each_kind, values_of
from tests.harness.cases.case import MEETING
from tests.harness.klynge_nord import klynge_nord

NORD = klynge_nord()
MARCH, OCTOBER = NORD.meetings[:2]
NAMING = Naming(
    forum=NORD,
    today=date(2027, 2, 20),
    next=MARCH,
    last=MARCH,
    name_of=lambda person: next((each.name for each in NORD.people if each.id == person), person),
)
KNOWING = replace(
    NAMING,
    agenda_of=MEETING,
    items=("Godkendelse af dagsorden", "Lægedækning på Læsø"),
    proposals={(2, 2027): "Fælles model for opfølgende hjemmebesøg"},
    tasks={(2, 2027): "Beskriv kapaciteten i kommunerne"},
)
OTHERWISE: dict[str, object] = {
    "meeting": OCTOBER.id,
    "position": 7,
    "number": 7,
    "year": 2024,
    "version": 7,
    "since": 7,
    "nth": 7,
    "bilag": 7,
    "person": "formand-frederikshavn",
    "organisation": "region-nordjylland",
    "of_year": "2031",
    "to": "9",
    "page": 3,
}
"""Another value of each field that says what is meant."""
BESIDE = frozenset(
    ("on_funds", "is_local_challenge", "remakes", "stays", "adds_duty", "picks", "resolved", "everybody", "is_closed")
)
"""What is ticked beside what a form is about."""
UNSAID: frozenset[tuple[type[Action], str]] = frozenset(
    (kind, field)
    for field, kinds in {
        "meeting": (RenewCalendar, OfferFiles, ShowAttachments, AttachFiles, OpenSendOn, SendOn, ShowWay),
        "position": (ShowAttachments, AttachFiles, OpenSendOn, SendOn, ShowWay, MoveOn, NoteInMeeting),
        "number": (TakeBackAbsence,),
        "year": (OpenDocument,),
        "kind": (Propose, Revise, OpenProposalForm),
        "part": (EditItem,),
        "to": (EditItem,),
        "bilag": (AttachFiles,),
        "mandate": (ReportAbsence, ReportPeriod),
    }.items()
    for kind in kinds
)
"""What a button does not say: what goes without saying, and what a form is for."""


def test_every_action_has_a_title() -> None:
    assert set(KINDS) == set(TITLES)


def test_a_sentence_or_a_fact_that_is_missing_stops_the_program() -> None:
    with pytest.raises(KeyError):
        titled("click.nothing")
    with pytest.raises(KeyError, match="aar"):
        titled("click.year.show")


@pytest.mark.parametrize("naming", [NAMING, KNOWING, replace(NAMING, next=None, last=None)])
def test_a_title_is_one_short_line(naming: Naming) -> None:
    for action in every():
        title = title_of(action, naming)
        assert 3 <= len(title) <= LONGEST, title
        assert not re.search(r"[{}]|  | [:,.)]|\( | $|^ |::|,,|None", title), title
        assert title[0].isupper(), title


def test_no_two_acts_read_the_same() -> None:
    for make in (least, most):
        read: dict[str, set[str]] = defaultdict(set)
        for kind in KINDS:
            for action in of_each_kind(make(kind)):
                read[title_of(action, NAMING)].add(_act(action))
        assert {title: acts for title, acts in read.items() if len(acts) > 1} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_an_act_reads_otherwise(kind: type[Action]) -> None:
    hints = get_type_hints(kind)
    for each in fields(kind):
        among = values_of(hints[each.name])
        if among and each.name not in SILENT | BESIDE and (kind, each.name) not in UNSAID:
            titles = [title_of(replace(least(kind), **{each.name: value}), NAMING) for value in among]
            assert len(set(titles)) == len(titles), titles


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_meant_can_be_read(kind: type[Action]) -> None:
    for action in (most(kind), least(kind)):
        before = title_of(action, NAMING)
        for each in fields(kind):
            if _has_another(action, each.name) and (kind, each.name) not in UNSAID:
                another: dict[str, Any] = {each.name: OTHERWISE[each.name]}
                other = replace(action, **another)
                assert title_of(other, NAMING) != before, (each.name, before)


def _has_another(action: Action, field: str) -> bool:
    return field in OTHERWISE and isinstance(getattr(action, field), type(OTHERWISE[field]))


def _act(action: Action) -> str:
    """What it does; an answer taken back is that, whichever way it is put."""
    taken_back = isinstance(action, Respond | AnswerSupplement) and action.verdict is Verdict.TAKEN_BACK
    return f"TakeBack{'' if isinstance(action, Respond) else 'Supplement'}" if taken_back else type(action).__name__
