"""Nothing of one forum through another, and who is who among accounts."""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from bot.domain.approval.actions import Respond
from bot.domain.approval.state import Verdict
from bot.domain.forum.actions import TieChannel
from bot.domain.meetings.actions import ShowMeetings
from bot.domain.minutes.actions import RecordResolution
from bot.domain.proposals.actions import Accept
from bot.local.board import words
from bot.local.connector import Failure
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL, Account
from cards.html.walk import buttons
from cards.kit.buttons import pack, verb_of
from tests.harness.cases import CASES, PLAIN, SAMPLES
from tests.harness.cases.case import EVERYBODY, of_meeting
from tests.harness.cases.proposals import proposing
from tests.harness.foreign import (
    IDS,
    SECRET,
    SYD_CHAIRS,
    SYD_CHANNEL,
    SYD_SECRETARIAT,
    foreign,
    stored_of_syd,
    syd_does,
    with_busy_syd,
    with_syd,
)
from tests.harness.forging import (
    HOST,
    NORD,
    STRANGER,
    SYD,
    apply_variant,
    is_refused,
    posted,
    press,
    quiet,
    said,
    send_value,
    stored,
)
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, approve, circulate, propose

LEADER, POLITICIAN = CHAIRS[0], "formand-laesoe"
IN_CHAT = (SECRETARIAT, LEADER)  # who are in no other forum, and of the channel's own tenant


def test_every_field_of_every_action_is_known_to_name_something_or_not() -> None:
    """A new verb or field must say here whether it can name what belongs to another forum."""
    assert {each.name for kind in SAMPLES for each in fields(kind)} == IDS.keys() | PLAIN
    assert {data["verb"] for name in IDS for data in foreign(name)} == {verb_of(kind) for kind in SAMPLES}


async def _try(nord: Stage, tries: Sequence[tuple[str | Account, dict[str, Any], str]]) -> list[tuple[str, str]]:
    """Who was not refused and where; nothing of Syd is told or changed."""
    before, got = await stored_of_syd(nord), []
    for person, data, where in tries:
        card = (await press(nord, person, data, where)).card
        assert SECRET not in said(card), (data, person, where)
        if not is_refused(card):
            got.append((data["verb"], where))
    await quiet(nord)
    assert await stored_of_syd(nord) == before
    assert SECRET not in posted(nord)
    return got


async def test_every_verb_with_another_forums_id_is_refused(nord: Stage, tmp_path: Path) -> None:
    await with_busy_syd(nord, tmp_path)
    await propose(nord)
    await quiet(nord)
    before, shown = await stored(nord), posted(nord)
    people: tuple[str | Account, ...] = (*EVERYBODY, SYD_SECRETARIAT)
    tries = [(person, data, CHANNEL.id) for data in foreign("forum") for person in people]
    tries += [(person, data, PERSONAL) for data in foreign("forum") for person in (*IN_CHAT, STRANGER)]
    assert await _try(nord, tries) == []
    assert (await stored(nord), posted(nord)) == (before, shown)


@pytest.mark.parametrize("moment", ["while Syd awaits answers", "after the meeting"])
async def test_every_verb_with_another_forums_meeting_proposal_version_or_person_is_refused(
    nord: Stage, tmp_path: Path, moment: str
) -> None:
    await with_busy_syd(nord, tmp_path)
    await propose(nord)
    await accept(nord, 1)
    await circulate(nord)
    if moment == "after the meeting":
        await approve(nord, await nord.sees("Godkendelse af dagsorden"))
        for chair in SYD_CHAIRS:
            await syd_does(nord, Respond(verdict=Verdict.APPROVED), chair)
        await nord.at("2027-03-09T08:00")
        await nord.at("2027-03-17T09:00")
        await syd_does(nord, RecordResolution(position=2, words=SECRET))
    await quiet(nord)
    before = await stored(nord)
    cards = [data for field in IDS.keys() - {"forum"} for data in foreign(field)]
    cards += [data | {"forum": None} for data in cards]
    tries = [(person, data, CHANNEL.id) for data in cards for person in (SECRETARIAT, LEADER, COORDINATOR)]
    tries += [(person, data, PERSONAL) for data in cards for person in IN_CHAT]
    assert await _try(nord, tries) == []
    assert await stored(nord) == before


async def test_somebody_of_another_forum_can_do_nothing_here(nord: Stage, tmp_path: Path) -> None:
    await with_syd(nord, tmp_path)
    await propose(nord)
    before = await stored(nord)
    for case in CASES:
        here = await press(nord, SYD_SECRETARIAT, pack(case.action))
        in_chat = await press(nord, SYD_SECRETARIAT, pack(case.action), PERSONAL)
        assert is_refused(here.card), str(case)
        assert is_refused(in_chat.card), str(case)
    assert await stored(nord) == before


@pytest.mark.parametrize("person", [STRANGER, SECRETARIAT], ids=["a stranger", "somebody of Nord"])
async def test_in_a_chat_a_forged_card_does_not_learn_whether_there_is_such_a_forum(
    nord: Stage, tmp_path: Path, person: str | Account
) -> None:
    await with_syd(nord, tmp_path)
    data = pack(ShowMeetings())
    there, nowhere = [said((await press(nord, person, data | {"forum": each}, PERSONAL)).card) for each in (SYD, "x")]
    assert there == nowhere
    assert "Syd" not in there


async def test_a_channel_keeps_its_forum(nord: Stage, tmp_path: Path) -> None:
    await with_syd(nord, tmp_path)
    before = await stored(nord)
    for person in (SYD_SECRETARIAT, SECRETARIAT):
        assert is_refused((await press(nord, person, pack(TieChannel(forum=SYD)))).card)
    assert await stored(nord) == before


async def test_numbers_count_within_one_forum(nord: Stage, tmp_path: Path) -> None:
    await with_syd(nord, tmp_path)
    await propose(nord)
    answer = await press(nord, COORDINATOR, pack(proposing("syd")) | {"forum": SYD}, SYD_CHANNEL)
    assert "nr. 1" in said(answer.card)
    there = await press(nord, SYD_SECRETARIAT, pack(Accept(number=1)), SYD_CHANNEL)
    assert "Optaget" in said(there.card)
    await nord.sees("Mødet den 16. marts 2027", "1 venter på sekretariatet.")


async def test_the_same_form_belongs_to_each_forum_apart(nord: Stage, tmp_path: Path) -> None:
    await with_syd(nord, tmp_path)
    for forum in (NORD, SYD):
        answer = await press(nord, COORDINATOR, pack(proposing("same")) | {"forum": forum}, PERSONAL)
        assert "nr. 1" in said(answer.card), forum


async def test_who_sits_in_two_forums_is_asked_which_in_a_chat(nord: Stage, tmp_path: Path) -> None:
    await with_syd(nord, tmp_path)
    asked = await nord.says(COORDINATOR, "foreslå Bedre udskrivning", PERSONAL)
    assert "Hvilket forum" in words(asked)
    answer = await nord.clicks(COORDINATOR, asked, "Politisk Klynge Syd")
    assert "Politisk Klynge Syd" in said(answer.card)
    assert "Bedre udskrivning" in said(answer.card)


async def test_who_sits_in_two_forums_is_asked_which_by_a_button_too(nord: Stage, tmp_path: Path) -> None:
    await with_syd(nord, tmp_path)
    await propose(nord)
    before = await stored(nord)
    data = {"verb": "Withdraw", "number": 1}
    answer = await press(nord, COORDINATOR, data, PERSONAL)
    assert answer.card is not None
    offered = {each.title: each.action["data"] for each in buttons(answer.card)}
    assert list(offered) == ["Politisk Klynge Nord", "Politisk Klynge Syd"]
    assert await stored(nord) == before
    assert said(await send_value(nord, COORDINATOR, data, PERSONAL)) == said(answer.card)
    done = await press(nord, COORDINATOR, offered["Politisk Klynge Nord"], PERSONAL)
    assert "trukket tilbage" in said(done.card)


async def test_an_unclear_sentence_is_answered_without_asking_which_forum(nord: Stage, tmp_path: Path) -> None:
    await with_syd(nord, tmp_path)
    unclear = await nord.says(COORDINATOR, "sniksnak", PERSONAL)
    assert "Hvilket forum" not in words(unclear)
    assert "Det forstod jeg ikke" in words(unclear)
    assert len({each.action["data"]["forum"] for each in buttons(unclear.card or {})}) == 1


async def test_in_a_channel_nobody_is_asked_which(nord: Stage, tmp_path: Path) -> None:
    await with_syd(nord, tmp_path)
    assert "Hvilket forum" not in words(await nord.says(COORDINATOR, "møder"))


# --- accounts ----------------------------------------------------------------------------------------------------


async def test_a_person_with_two_accounts_is_one_person(nord: Stage, tmp_path: Path) -> None:
    own = "object_id: 00000000-0000-4000-8000-000000000001}]"
    guest = "77777777-0000-4000-8000-000000000001"
    await apply_variant(nord, tmp_path, {own: f"{own[:-1]}, {{tenant: {HOST}, object_id: {guest}}}]"})
    await propose(nord)
    await circulate(nord)
    for account in (Account(object_id=guest, tenant=HOST, name="Gæst"), LEADER):
        answer = await press(nord, account, pack(of_meeting(Respond, verdict=Verdict.APPROVED)))
        assert "1 af 2 har svaret" in said(answer.card)


async def _with_shared_id(nord: Stage, folder: Path) -> None:
    """The region's chair has the object id of a politician from Læsø, in another tenant."""
    await apply_variant(nord, folder, {"4000-8000-000000000002": "4000-8000-000000000004"})


async def test_of_two_people_with_one_object_id_the_roster_tells_who_it_is(nord: Stage, tmp_path: Path) -> None:
    await propose(nord)
    await circulate(nord)
    await _with_shared_id(nord, tmp_path)
    answer = await press(nord, POLITICIAN, pack(of_meeting(Respond, verdict=Verdict.APPROVED)))
    assert is_refused(answer.card)
    await nord.sees("Godkendelse af dagsorden", "0 af 2 har svaret")


@pytest.mark.parametrize("failures", [(), [Failure(503)] * 8], ids=["a roster without them", "a roster that fails"])
async def test_a_roster_that_says_nothing_refuses_nobody_who_is_known(
    nord: Stage, tmp_path: Path, failures: list[Failure]
) -> None:
    shared = "77777777-0000-4000-8000-000000000001"
    ids = {f"00000000-0000-4000-8000-00000000000{number}": shared for number in (2, 4)}
    await apply_variant(nord, tmp_path, ids)
    nord.teams.connector.failures.extend(failures)
    for tenant in (HOST, "22222222-2222-2222-2222-222222222222"):
        unlisted = Account(object_id=shared, tenant=tenant, name="En af to")
        assert not is_refused((await press(nord, unlisted, pack(ShowMeetings()))).card)
