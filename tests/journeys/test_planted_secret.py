"""A planted closed item: whatever anybody presses or writes, its words come out for those alone who may see them.

They stand in no log, metric, file name, header or export either: `tests/harness/leaving.py` names where it is looked.
"""

import json
import logging
import re
from dataclasses import fields
from functools import partial
from pathlib import Path

from bot.domain.approval.actions import Respond
from bot.domain.approval.state import Verdict
from bot.domain.live.actions import AddTaskInMeeting, Change, MoveOn, NoteInMeeting, StartMeeting, Step
from bot.domain.minutes.actions import (
    AddToMinutes,
    RecordDissent,
    RecordPositions,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
)
from bot.domain.minutes.state import Outcome
from bot.domain.proposals.actions import Accept, AskForMore, Decline, Elaborate, Propose
from bot.domain.proposals.state import Content
from bot.domain.publication.state import Paper
from bot.domain.supplements.actions import (
    AddLate,
    AnswerSupplement,
    AskSupplement,
    SendSupplement,
    TakeUpItem,
    WithdrawItem,
)
from bot.domain.wording.actions import CommentOnItem, DeclineWording, SuggestWording, TakeWording
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.kit.buttons import pack
from storage import audit, proposals
from tests.harness.cases.case import POLITICIAN, here, of_meeting
from tests.harness.cases.proposals import one
from tests.harness.desks import desk_of
from tests.harness.forging import NORD, STRANGER, press, quiet
from tests.harness.leaving import Looked, looked_at, overheard, unnamed
from tests.harness.listening import listen, pages
from tests.harness.own_page import URL
from tests.harness.passing_time import reapplied
from tests.harness.planted import (
    AMOUNT,
    BESIDE,
    EXTERNAL,
    ITEM,
    LATE,
    LINK,
    MARKS,
    OPEN,
    READERS,
    REMARK,
    RESOLUTION,
    TALK,
    Ear,
    marks_anywhere_in,
    marks_in,
    unread,
)
from tests.harness.planted_papers import LATE_AT, OPEN_AT, attached, done, fetched, filed, released, sent_on, taken_back
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, approve, circulate, in_chat
from tests.journeys.conftest import OpenStage

TEXTS = (
    *("title", "summary", "case_description", "recommendation", "financial_note"),
    *("local_policy", "involvement", "joint_position", "fund_effort"),
)
PLANTED = dict.fromkeys(TEXTS, f"{ITEM} sag") | {"links": LINK, "on_funds": True, "amount": str(AMOUNT)}
BESIDE_IT = dict.fromkeys(TEXTS, f"{OPEN} sag") | {"links": f"https://example.org/{OPEN}.pdf", "amount": "1000"}
CHOSEN = {"basis", "topic", "purpose", "principles", "areas", "fund_purposes", "fund_parties"}
"""Fields that hold what a charter or a forum names."""
CHOICES = "  minutes_approval: {value: next_meeting"
PUBLISHES = "  publication_agenda: {value: true, chosen_by: Politisk Klynge Nord, on: 2026-10-06}\n"
log = logging.getLogger(__name__)


def test_every_place_where_a_secret_could_come_out_is_named() -> None:
    assert unnamed() == []


def test_what_is_logged_is_heard_at_any_level() -> None:
    with overheard() as told:
        logging.getLogger("bot.usecases.turn").debug("it says %s", ITEM)
    assert [marks_in(line) for line in told] == [[ITEM]]


async def test_a_planted_secret_comes_out_for_those_alone_who_may_see_it(
    open_stage: OpenStage, tmp_path: Path, database_url: str
) -> None:
    ear, data = Ear(), str(tmp_path / "data")
    with overheard() as told:
        async with open_stage(KLYNGEBOT_PUBLIC_URL=URL, KLYNGEBOT_DATA=data) as nord:
            await _play(nord, ear)
            settings = desk_of(database_url, KLYNGEBOT_DATA=data)
            looked = await looked_at(nord, settings, tmp_path)
            looked.places["facts of the log"] = await _facts(nord)
    assert (POLITICIAN, RESOLUTION) in ear.seen
    assert {(person, ITEM) for person in READERS} <= ear.seen
    assert {mark for _, mark in ear.seen} == MARKS
    assert (POLITICIAN, LATE) not in ear.seen
    assert (POLITICIAN, BESIDE) not in ear.seen
    assert str(STRANGER) not in {person for person, _ in ear.seen}
    _check_what_left(looked, told)


def _check_what_left(looked: Looked, told: list[str]) -> None:
    """Nothing of the secret is in any open place; and what is open is found in each kind of them."""
    log.info("looked at\n%s", "\n".join(sorted(looked.places)))
    assert {place: marks for place, said in looked.places.items() if (marks := marks_anywhere_in(said))} == {}
    assert [line for line in told if marks_in(line)] == []
    assert len(told) > 10
    assert unread(looked.places) == set()
    in_whole = {mark for said in looked.whole.values() for mark in marks_anywhere_in(said)}
    assert in_whole >= {ITEM, LATE, BESIDE, RESOLUTION}


async def _play(nord: Stage, ear: Ear) -> None:
    """Everything that can be written of a closed item is written, with all that can be asked at each moment."""
    await reapplied(nord, (CHOICES, f"{PUBLISHES}{CHOICES}"))
    await _propose(nord)
    await listen(nord, ear, "proposed")
    for person, action in (
        (SECRETARIAT, one(AskForMore, words=f"{TALK} hvorfor?")),
        (POLITICIAN, one(Elaborate, words=f"{TALK} derfor.")),
        (SECRETARIAT, one(Decline, words=f"{TALK} grund")),
        (SECRETARIAT, one(Accept)),
        (SECRETARIAT, one(Accept, 2)),
    ):
        await press(nord, person, pack(action), PERSONAL)
    await attached(nord)
    await filed(nord)
    for sentence in (
        f"eksternt møde Samordningsudvalget 20/4, punkter: Økonomi; lukket: {EXTERNAL} sag",
        f"svar til eksternt møde 1: enig: {EXTERNAL} holdning",
    ):
        await nord.says(SECRETARIAT, sentence, PERSONAL)
    await nord.at("2027-03-02T09:00")
    request = await circulate(nord)
    await listen(nord, ear, "circulated")
    remarks = of_meeting(Respond, verdict=Verdict.APPROVED_WITH_REMARKS, words=f"{REMARK} bemærkning")
    await press(nord, CHAIRS[0], pack(remarks), PERSONAL)
    await approve(nord, request, CHAIRS[1])
    await nord.at("2027-03-09T08:00")
    await listen(nord, ear, "sent")
    await released(nord, Paper.AGENDA)
    await _change_what_was_sent(nord)
    await released(nord, Paper.AGENDA)
    await listen(nord, ear, "supplemented")
    await _hold(nord)
    await listen(nord, ear, "held")
    await nord.at("2027-03-17T09:00")
    await sent_on(nord, TALK)
    resolved = partial(of_meeting, RecordResolution, outcome=Outcome.APPROVED)
    own = partial(resolved, owner=SECRETARIAT)
    await done(
        nord,
        (SECRETARIAT, own(position=2, words=f"{RESOLUTION} beslutning", duty=f"{RESOLUTION} opgave")),
        (SECRETARIAT, own(position=OPEN_AT, words=f"{OPEN} beslutning", duty=f"{OPEN} opgave")),
        (SECRETARIAT, resolved(position=LATE_AT, words=f"{LATE} beslutning")),
        (SECRETARIAT, of_meeting(RecordPositions, position=2, words="Læsø imod")),
        (CHAIRS[0], of_meeting(RecordDissent, position=2, words=f"{TALK} afviger")),
    )
    await listen(nord, ear, "resolved")
    await done(nord, (SECRETARIAT, of_meeting(SendMinutes)))
    await press(nord, CHAIRS[1], pack(of_meeting(RemarkOnMinutes, words=f"{REMARK} rettelse")), PERSONAL)
    await _dispute(nord)
    await _make_public(nord)
    await listen(nord, ear, "minutes")
    await fetched(nord, ear)
    await nord.at("2027-03-18T07:30")
    await listen(nord, ear, "gathered")
    assert any("Samlet" in words(each) for each in in_chat(nord, CHAIRS[0]))
    await pages(nord, ear)


async def _change_what_was_sent(nord: Stage) -> None:
    """An item is withdrawn and taken up again, and another closed one comes late."""
    reason, late = f"{TALK} udgår", {"title": f"{LATE} sag", "summary": f"{LATE} resumé", "reason": f"{LATE} grund"}
    yes = Verdict.APPROVED_WITH_REMARKS
    await nord.says(CHAIRS[0], "påmindelser samlet", PERSONAL)
    await nord.says(COORDINATOR, "påmindelser samlet", PERSONAL)
    await done(
        nord,
        (CHAIRS[0], of_meeting(WithdrawItem, position=2, reason=reason)),
        (CHAIRS[0], of_meeting(TakeUpItem, position=2)),
        (CHAIRS[0], of_meeting(WithdrawItem, position=2, reason=reason)),
    )
    await quiet(nord)
    await done(
        nord,
        (CHAIRS[0], of_meeting(TakeUpItem, position=2)),
        (SECRETARIAT, of_meeting(AddLate, is_closed=True, **late)),
        (SECRETARIAT, of_meeting(AskSupplement)),
        (CHAIRS[0], of_meeting(AnswerSupplement, verdict=yes, words=f"{REMARK} bemærkning")),
        (CHAIRS[1], of_meeting(AnswerSupplement, verdict=Verdict.APPROVED)),
        (SECRETARIAT, of_meeting(SendSupplement)),
    )


async def _hold(nord: Stage) -> None:
    """The meeting is at its closed item, from which somebody is recused."""
    taken_up = of_meeting(TakeUpItem, position=2)  # whoever leads may have withdrawn it while everything was asked
    await press(nord, CHAIRS[0], pack(taken_up), PERSONAL)
    await nord.at("2027-03-16T16:30")
    await done(
        nord,
        (SECRETARIAT, of_meeting(StartMeeting)),
        (SECRETARIAT, of_meeting(NoteInMeeting, change=Change.EVERYBODY)),
        (SECRETARIAT, of_meeting(MoveOn, step=Step.NEXT)),
        (SECRETARIAT, of_meeting(NoteInMeeting, change=Change.RECUSED, words=f"{nord.account(POLITICIAN).name}")),
        (SECRETARIAT, of_meeting(AddTaskInMeeting, duty=f"{TALK} opgave")),
    )


async def _dispute(nord: Stage) -> None:
    """Other words are suggested for what was resolved; some are taken, and something is added."""
    await done(
        nord,
        (CHAIRS[1], of_meeting(SuggestWording, position=2, words=f"{RESOLUTION} ordlyd")),
        (CHAIRS[0], of_meeting(SuggestWording, position=LATE_AT, words=f"{LATE} ordlyd")),
        (POLITICIAN, of_meeting(CommentOnItem, position=2, words=f"{TALK} om punktet")),
        (SECRETARIAT, here(TakeWording, number=1)),
        (SECRETARIAT, here(DeclineWording, number=2, words=f"{LATE} svar")),
        (SECRETARIAT, of_meeting(AddToMinutes, position=LATE_AT, words=f"{LATE} tilføjelse")),
    )


async def _make_public(nord: Stage) -> None:
    """The minutes are let out, then something is added to what is closed, and again; the agenda is taken back once."""
    approved = CHOICES.replace("next_meeting", "before_sending")
    await reapplied(nord, (CHOICES, f"{PUBLISHES}{approved}"))
    await released(nord, Paper.MINUTES)
    await done(
        nord,
        (SECRETARIAT, of_meeting(AddToMinutes, position=2, words=f"{RESOLUTION} tilføjelse")),
        (SECRETARIAT, of_meeting(AddToMinutes, position=OPEN_AT, words=f"{OPEN} tilføjelse")),
    )
    await released(nord, Paper.MINUTES)
    await taken_back(nord, 2)
    await released(nord, Paper.AGENDA)


async def _propose(nord: Stage) -> None:
    """A closed item, in whose every field the secret stands that anybody can write in."""
    closed, beside = (
        here(Propose, form="f", is_closed=True, **PLANTED),
        here(Propose, form="g", on_funds=True, **BESIDE_IT),
    )
    await press(nord, POLITICIAN, pack(closed), PERSONAL)
    await press(nord, COORDINATOR, pack(beside), PERSONAL)
    await quiet(nord)
    async with nord.service.database.reading() as conn:
        stored = await proposals.by_number(conn, NORD, 1, None)
    assert stored is not None
    texts = {each.name for each in fields(Content) if str(each.type) in ("str", "str | None", "tuple[str, ...]")}
    said = {name for name in texts if marks_in(str(getattr(stored.content, name)))}
    assert said == texts - CHOSEN
    assert stored.content.amount == AMOUNT


async def _facts(nord: Stage) -> str:
    """What every entry of the log says beside the texts that can be erased, and what it proves files by."""
    async with nord.service.database.reading() as conn:
        told = json.dumps([each.facts async for each in audit.entries(conn)], ensure_ascii=False)
    return re.sub(r'[0-9a-f]{64}|"size": \d+', "", told)
