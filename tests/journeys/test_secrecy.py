"""What nobody else may see: a closed item through its whole life, and CPR numbers in every field there is."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.domain.agenda.actions import EditItem, MoveItem, OpenItem, RemoveItem
from bot.domain.approval.actions import Circulate, Respond, ShowApprovals, ShowVersion
from bot.domain.approval.state import Verdict
from bot.domain.minutes.actions import OpenResolution, RecordResolution, RemarkOnMinutes, SendMinutes, ShowMinutes
from bot.domain.minutes.state import Outcome
from bot.domain.proposals.actions import Accept, AskForMore, Decline, Elaborate, Postpone, ProposalAction, Propose
from bot.local.board import words
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value, filled
from cards.html.walk import buttons
from cards.kit.buttons import pack
from tests.harness.forging import NORD, is_refused, posted, press, quiet, said, send_value
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, in_channel, propose

ABROAD = "koordinator-region"  # of another tenant, so that the bot can only write to them in the channel
LEADER, CHAIR = CHAIRS
READERS = (SECRETARIAT, LEADER, CHAIR, ABROAD, COORDINATOR, "formand-laesoe")
MEETING, YEAR = "2027-1", 2027
SECRET: dict[str, Value] = {
    "Overskrift": "Hemmelig overskrift",
    "Resumé": "Hemmeligt resumé",
    "Forslag til indstilling": "Hemmelig indstilling",
    "Økonomi": "Hemmelig økonomi",
    "Beløb i kr.": "987.654",
    "Links til bilag": "https://example.org/hemmeligt-bilag",
    "Sagstype": "Temadrøftelse",
    "Punktet bør være lukket": True,
}
MARKS = ("emmelig", "987.654", "987654")
LOOKING = ("Open", "Show", "EditAgenda")


class Ear:
    """Everything said in the channel, by posts and by answers to clicks there, which must hold nothing secret."""

    def __init__(self, nord: Stage) -> None:
        self.nord = nord
        self._far: set[str] = set()

    async def clicks(self, person: str, data: Mapping[str, Any]) -> str:
        """Somebody clicks in the channel: by Action.Execute, and again by Action.Submit."""
        answer = said((await press(self.nord, person, data)).card)
        _check(answer)
        if str(data["verb"]).startswith(LOOKING):
            _check(said(await send_value(self.nord, person, data)))
        return answer

    async def listen(self, *people: str) -> None:
        """Look at all that stands in the channel, and press whatever only shows something, as everybody."""
        await quiet(self.nord)
        _check(posted(self.nord))
        for command in (
            "dagsorden",
            "mine forslag",
            "godkendelser",
            "referat",
            "behandl 1",
            "vis version 1",
            "punkt 2",
        ):
            for person in people:
                _check(json.dumps((await self.nord.says(person, command)).activity, ensure_ascii=False))
        cards = [each.card for each in in_channel(self.nord) if each.card]
        known: set[str] = set()
        while cards:
            for button in buttons(cards.pop()):
                data = filled(button, {})
                if str(data["verb"]).startswith(LOOKING) and repr(data) not in known | self._far:
                    (self._far if _is_far(data) else known).add(repr(data))
                    for person in people:
                        answer = (await press(self.nord, person, data)).card
                        _check(said(answer))
                        cards += [answer] if answer else []
        _check(posted(self.nord))


def _is_far(data: Mapping[str, Any]) -> bool:
    """Whether it shows a year in which nothing is: two hundred can be leafed through, and none of them changes."""
    return data["verb"] == "ShowYear" and abs(int(data.get("of_year") or YEAR) - YEAR) > 1


def _check(text: str) -> None:
    assert [mark for mark in MARKS if mark in text] == [], text


def _one(kind: type[ProposalAction], **more: Any) -> dict[str, Any]:
    return pack(kind(forum=NORD, number=1, year=2027, **more))


def _met(kind: Any, **more: Any) -> dict[str, Any]:
    return pack(kind(forum=NORD, meeting=MEETING, **more))


@pytest.mark.slow
@pytest.mark.parametrize("where", [CHANNEL.id, PERSONAL])
async def test_a_closed_item_is_nowhere_told_of_in_the_channel(nord: Stage, where: str) -> None:
    proposer = ABROAD if where == CHANNEL.id else COORDINATOR
    ear = Ear(nord)
    form = await nord.says(proposer, "foreslå", where)
    if where == CHANNEL.id:
        wrong = await nord.clicks(proposer, form, "Send forslag", SECRET | {"Forventet tid": "evigt"})
        assert wrong.text is not None
        _check(wrong.text)
        data = pack(Propose(forum=NORD, form="submit", is_closed=True)) | {
            "title": SECRET["Overskrift"],
            "amount": "x",
        }
        _check(said(await send_value(nord, proposer, data)))
    await nord.clicks(proposer, form, "Send forslag", SECRET)
    await nord.sees("Nyt forslag", "Lukket punkt")
    await ear.listen(SECRETARIAT, proposer)

    await _triage(nord, ear, proposer)
    await _draft(nord, ear)
    await _approve(nord, ear)
    await _minute(nord, ear)
    await ear.listen(*READERS[1:])  # the secretariat may read remarks where a click is answered to it alone
    assert "Hemmelig overskrift" in words(await nord.says(SECRETARIAT, "dagsorden 16.03.2027", PERSONAL))


async def _triage(nord: Stage, ear: Ear, proposer: str) -> None:
    await ear.clicks(SECRETARIAT, _one(AskForMore, words=""))
    await ear.clicks(SECRETARIAT, _one(AskForMore, words="Hemmeligt spørgsmål"))
    await ear.listen(SECRETARIAT, proposer)
    await ear.clicks(proposer, _one(Elaborate, words="Hemmelig " * 1_000))
    _check(said(await send_value(nord, proposer, _one(Elaborate, words="Hemmelig " * 1_000))))
    await ear.clicks(proposer, _one(Elaborate, words="Hemmelig uddybning"))
    await ear.listen(SECRETARIAT)
    for kind in (Postpone, Decline):
        _check(said(await send_value(nord, SECRETARIAT, _one(kind, words="Hemmelig grund", revision=1))))
        _check(said(await send_value(nord, SECRETARIAT, _one(kind, words="Hemmelig grund"))))
        await ear.listen(SECRETARIAT, proposer)
    await ear.clicks(SECRETARIAT, _one(Accept))
    await ear.listen(SECRETARIAT, proposer)


async def _draft(nord: Stage, ear: Ear) -> None:
    """The closed item alone in its place beside an open one, changed and circulated twice."""
    await propose(nord, COORDINATOR, {"Overskrift": "Et åbent punkt"})
    await nord.says(SECRETARIAT, "optag 2")
    await ear.clicks(SECRETARIAT, _met(OpenItem, position=2))
    await ear.clicks(SECRETARIAT, _met(EditItem, position=2, title="Hemmelig nyere overskrift", amount="nej"))
    await ear.clicks(SECRETARIAT, _met(MoveItem, position=2, to="3"))
    await ear.clicks(SECRETARIAT, _met(Circulate))
    await ear.listen(*READERS)
    changed = _met(EditItem, position=3, title="Hemmelig ny overskrift", recommendation="Hemmelig ny indstilling")
    await press(nord, SECRETARIAT, changed | {"amount": "987.654,50"}, PERSONAL)
    await ear.clicks(SECRETARIAT, _met(Circulate))
    await nord.sees("Version 2")
    await press(nord, SECRETARIAT, _met(EditItem, position=3, title="Hemmelig sidste overskrift"), PERSONAL)
    await ear.clicks(SECRETARIAT, _met(Circulate))
    await ear.listen(*READERS)


async def _approve(nord: Stage, ear: Ear) -> None:
    """Left out once, then approved with words that are for the secretariat alone, and sent."""
    await ear.clicks(SECRETARIAT, _met(RemoveItem, position=3))
    await ear.clicks(SECRETARIAT, _met(Circulate))
    await nord.sees("Forslag, der ikke er sat på dagsordenen", "Lukket punkt")
    await ear.clicks(SECRETARIAT, _one(Accept))
    await ear.clicks(SECRETARIAT, _met(MoveItem, position=3, to="2"))
    await ear.clicks(SECRETARIAT, _met(Circulate))
    await ear.listen(*READERS)
    await nord.at("2027-03-04T08:00")
    await ear.listen(LEADER)
    for person in CHAIRS:
        remarks = _met(Respond, verdict=Verdict.APPROVED_WITH_REMARKS, words="Hemmelige bemærkninger")
        _check(said(await send_value(nord, person, remarks)))
    _check(said(await send_value(nord, SECRETARIAT, pack(ShowApprovals(forum=NORD)))))
    _check(posted(nord))
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den", "Lukket punkt")
    await nord.at("2027-03-15T08:00")
    await nord.sees("Påmindelse om møde", "Lukket punkt")
    late = _met(Respond, verdict=Verdict.RETURNED, words="Hemmeligt og for sent")
    _check(said(await send_value(nord, LEADER, late)))
    await quiet(nord)
    _check(posted(nord))


async def _minute(nord: Stage, ear: Ear) -> None:
    await nord.at("2027-03-17T08:00")
    place = 2
    written = _met(RecordResolution, position=place, outcome=Outcome.APPROVED, words="Hemmelig beslutning")
    assert "i din chat med mig" in await ear.clicks(SECRETARIAT, written)
    _check(said(await send_value(nord, SECRETARIAT, written)))
    assert not is_refused((await press(nord, SECRETARIAT, written, PERSONAL)).card)
    await press(nord, SECRETARIAT, _met(RecordResolution, position=3, words="Vedtaget."))
    await ear.clicks(SECRETARIAT, _met(OpenResolution, position=place))
    await ear.clicks(SECRETARIAT, _met(ShowMinutes))
    await ear.clicks(SECRETARIAT, _met(SendMinutes))
    await nord.sees("Referat fra mødet den 16. marts 2027", "Lukket punkt")
    await ear.listen(*READERS)
    remark = _met(RemarkOnMinutes, words="Hemmelig bemærkning")
    _check(said(await send_value(nord, LEADER, remark)))
    _check(said(await send_value(nord, SECRETARIAT, _met(ShowMinutes))))
    _check(words(await nord.says(SECRETARIAT, "referat")))
    await quiet(nord)
    _check(posted(nord))
    await nord.at("2027-04-20T08:00")
    _check(said(await send_value(nord, LEADER, remark | {"words": "Hemmeligt, men for sent"})))


async def test_who_proposed_what_is_closed_is_not_told_in_the_channel(nord: Stage) -> None:
    name = nord.account(ABROAD).name
    await propose(nord, ABROAD, SECRET)
    await press(nord, SECRETARIAT, _one(AskForMore, words="Hvad?"), PERSONAL)
    await quiet(nord)
    telling = [each for each in in_channel(nord) if name in json.dumps(each.activity, ensure_ascii=False)]
    assert telling, "the proposer has not been told"
    for each in telling:
        text = json.dumps(each.activity, ensure_ascii=False)
        for about in ("Lukket punkt", "nr. 1", "1/2027", '"number"', "uddybning", "lukket"):
            assert about not in text, text


async def test_words_to_the_secretariat_stay_with_it(nord: Stage) -> None:
    """Remarks are no business of the channel's, however they are sent and asked for."""
    await propose(nord)
    await nord.says(SECRETARIAT, "optag 1")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    remarks = _met(Respond, verdict=Verdict.APPROVED_WITH_REMARKS, words="Hemmelige ord")
    _check(said(await send_value(nord, LEADER, remarks | {"version": 7})))
    _check(said(await send_value(nord, LEADER, remarks)))
    for data in (_met(ShowVersion, version=1), pack(ShowApprovals(forum=NORD)), _met(Circulate)):
        _check(said(await send_value(nord, SECRETARIAT, data)))
    assert "Hemmelige ord" in words(await nord.says(SECRETARIAT, "godkendelser", PERSONAL))
    await quiet(nord)
    _check(posted(nord))
