"""Teams refuses, stumbles and falls silent; what is owed arrives all the same, or says why it did not."""

import asyncio
from collections.abc import Callable

import pytest

from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.notices import AnyNotice
from bot.domain.proposals.notices import ProposalNotice
from bot.local.board import Message, words
from bot.local.connector import HANG_UP, Failure
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from bot.operations import show_outbox
from storage import forum as forums
from storage.outbox import notices
from tests.harness.desks import desk_of
from tests.harness.elapsed import Elapsed
from tests.harness.forging import quiet
from tests.harness.steps import COORDINATOR, POST, SECRETARIAT, VISITS, accept, in_channel, posts, propose, teams_of
from tests.journeys.conftest import OpenStage

pytestmark = pytest.mark.both_databases

TITLE = str(VISITS["Overskrift"])


async def _propose_while(nord: Stage, *failures: Failure) -> None:
    """Propose; the POST of the card meets these failures, one after the other."""
    form = await nord.says(COORDINATOR, "foreslå")
    teams_of(nord).faults[CHANNEL.id].extend(failures)
    await nord.teams.visitor.clicks(nord.account(COORDINATOR), form, "Send forslag", VISITS)


async def _owed(nord: Stage, fits: Callable[[Notice], bool], kind: AnyNotice = MeetingNotice.POST) -> Notice:
    """The notice of that kind, as soon as it fits."""
    async with asyncio.timeout(20):
        while True:
            await asyncio.sleep(0.02)
            async with nord.service.database.reading() as conn:
                found = [each for each in await notices.newest(conn, most=100) if each.kind is kind and fits(each)]
            if found:
                return found[0]


async def _is_tried_again(nord: Stage, elapsed: Elapsed, kind: AnyNotice = MeetingNotice.POST) -> None:
    """Returns when it waits for its next try and that time has come."""
    await _owed(nord, lambda each: each.attempts == 1, kind)
    elapsed.passes(seconds=2)
    nord.service.delivery.wake()


async def _asks_in_vain(nord: Stage, elapsed: Elapsed) -> Message:
    """Somebody asks, and the answer is kept for later, which comes; the bot's first answer in the thread."""
    said = await nord.teams.visitor.says(nord.account(COORDINATOR), "møder")
    await _owed(nord, lambda _: True, ForumNotice.REPLY)
    elapsed.passes(seconds=2)
    nord.service.delivery.wake()
    return await nord.teams.board.wait_for(lambda each: each.thread == said.thread and each.author is None)


def _has_ended(notice: Notice) -> bool:
    return notice.state is not NoticeState.WAITING


async def _outbox(database_url: str) -> str:
    settings = desk_of(database_url)
    return "\n".join([line async for line in show_outbox(settings)])


@pytest.mark.parametrize(
    "failure",
    [
        Failure(429),
        Failure(429, {"Retry-After": "1"}),
        Failure(412),
        Failure(500),
        Failure(502),
        Failure(503),
    ],
    ids=lambda failure: f"{failure.status}-{len(failure.headers)}",
)
async def test_a_passing_fault_is_waited_for_in_real_time_though_the_clock_stands_still(
    nord: Stage, elapsed: Elapsed, failure: Failure
) -> None:
    await _propose_while(nord, failure)
    await _is_tried_again(nord, elapsed)
    await nord.sees("Nyt forslag", TITLE)
    ended = await _owed(nord, _has_ended)
    assert (ended.state, ended.reason, ended.attempts, ended.unknown_posts) == (NoticeState.SENT, "", 1, 0)
    assert len(posts(nord, POST)) == 1


async def test_a_busy_service_gets_the_time_it_asks_for(nord: Stage, database_url: str) -> None:
    await _propose_while(nord, Failure(429, {"Retry-After": "3600"}))
    await _owed(nord, lambda each: each.attempts == 1)
    assert await nord.service.delivery.deliver_due() == 0
    assert posts(nord, POST) == []
    assert "venter: Teams har travlt. Botten prøver igen." in await _outbox(database_url)


@pytest.mark.parametrize("status", [504, HANG_UP])
async def test_a_card_that_was_taken_without_an_answer_may_come_twice_and_is_counted(
    nord: Stage, elapsed: Elapsed, database_url: str, status: int
) -> None:
    await _propose_while(nord, Failure(status, is_applied=True))
    await _is_tried_again(nord, elapsed)
    ended = await _owed(nord, _has_ended)
    assert (ended.state, ended.unknown_posts) == (NoticeState.SENT, 1)
    first, second = posts(nord, POST, TITLE)
    assert ended.activity == second.id != first.id
    await quiet(nord)  # what is on its way counts as unknown until it has arrived
    said = await _outbox(database_url)
    assert "sendt (1 forsøg med ukendt udfald)" in said
    assert said.endswith("Forsøg med ukendt udfald hos Teams: 1.")


@pytest.mark.parametrize("status", [504, HANG_UP])
async def test_a_card_of_unknown_outcome_that_was_not_taken_comes_once_and_is_counted(
    nord: Stage, elapsed: Elapsed, status: int
) -> None:
    await _propose_while(nord, Failure(status))
    await _is_tried_again(nord, elapsed)
    ended = await _owed(nord, _has_ended)
    assert (ended.state, ended.unknown_posts) == (NoticeState.SENT, 1)
    assert len(posts(nord, POST)) == 1


@pytest.mark.parametrize("failure", [Failure(504), Failure(503), Failure(504, is_applied=True)])
async def test_a_change_that_stumbles_is_made_again_and_leaves_nothing_in_doubt(
    nord: Stage, elapsed: Elapsed, failure: Failure
) -> None:
    card = await propose(nord)
    await _owed(nord, _has_ended)
    await nord.clicks(COORDINATOR, card, "Behandl forslag")
    teams_of(nord).faults[CHANNEL.id].extend([failure, failure])  # the post's, and that of the word to a secretary
    await nord.clicks(COORDINATOR, card, "Træk forslaget tilbage")
    await _is_tried_again(nord, elapsed)
    await nord.sees(POST, "Trukket tilbage")
    ended = await _owed(nord, _has_ended)
    assert (ended.attempts, ended.unknown_posts) == (1, 0)
    assert len(posts(nord, POST)) == 1


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        (400, "Giv fejlen videre"),
        (403, "Tilføj Klyngebot til teamet og kanalen"),
        (404, "Skriv »@Klyngebot tilknyt«"),
        (413, "Gør teksterne kortere"),
    ],
)
async def test_what_teams_will_never_take_ends_with_words_that_say_what_to_do(
    nord: Stage, database_url: str, status: int, advice: str
) -> None:
    await _propose_while(nord, Failure(status))
    ended = await _owed(nord, _has_ended)
    assert (ended.state, ended.unknown_posts) == (NoticeState.FAILED, 0)
    assert advice in ended.reason
    assert f"opgivet: {ended.reason}" in await _outbox(database_url)
    assert posts(nord, POST) == []


async def test_tying_the_channel_again_sends_what_was_given_up(nord: Stage) -> None:
    await _propose_while(nord, Failure(403))
    await _owed(nord, _has_ended)
    await nord.says(SECRETARIAT, "tilknyt politisk-klynge-nord")
    await nord.sees(POST, "Nyt forslag", TITLE)
    assert len(posts(nord, POST)) == 1


async def test_a_deleted_message_is_posted_anew(nord: Stage) -> None:
    card = await propose(nord)
    nord.teams.board.remove(card)
    await accept(nord, 1)
    anew = await nord.sees(POST, "Optaget på dagsordenen")
    assert anew.id != card.id
    await nord.says(COORDINATOR, "træk 1 tilbage")
    assert (await nord.sees(POST, "Trukket tilbage")).id == anew.id


async def test_many_changes_in_a_row_leave_the_last_one_standing(nord: Stage) -> None:
    await propose(nord)
    for number in range(4):
        await nord.says(SECRETARIAT, f"tilføj punkt: Punkt {number}")
    await nord.sees(POST, "4 punkter")
    await _owed(nord, _has_ended)
    (card,) = posts(nord, POST)
    assert "4 punkter" in words(card)


@pytest.mark.parametrize("failure", [Failure(503), Failure(429, {"Retry-After": "1"}), Failure(502)])
async def test_a_reply_that_teams_did_not_take_is_kept_and_comes_once(
    nord: Stage, elapsed: Elapsed, failure: Failure
) -> None:
    nord.teams.connector.failures.append(failure)
    asked = await _asks_in_vain(nord, elapsed)
    await _owed(nord, _has_ended, ForumNotice.REPLY)
    assert len(_replies(nord, asked)) == 1


async def test_a_reply_obeys_the_wait_that_teams_asks_for(nord: Stage) -> None:
    nord.teams.connector.failures.append(Failure(429, {"Retry-After": "3600"}))
    await nord.teams.visitor.says(nord.account(COORDINATOR), "møder")
    waiting = await _owed(nord, lambda _: True, ForumNotice.REPLY)
    assert await nord.service.delivery.deliver_due() == 0
    assert (waiting.state, waiting.reason) == (NoticeState.WAITING, "Teams har travlt.")


async def test_a_reply_of_unknown_outcome_is_counted(nord: Stage, elapsed: Elapsed) -> None:
    nord.teams.connector.failures.append(Failure(504, is_applied=True))
    asked = await _asks_in_vain(nord, elapsed)
    ended = await _owed(nord, _has_ended, ForumNotice.REPLY)
    assert ended.unknown_posts == 1
    assert len(_replies(nord, asked)) == 2


async def test_a_reply_that_can_never_be_sent_is_explained(nord: Stage, elapsed: Elapsed) -> None:
    nord.teams.connector.failures.extend([Failure(413), Failure(413)])
    await nord.teams.visitor.says(nord.account(COORDINATOR), "møder")
    await _owed(nord, lambda _: True, ForumNotice.REPLY)
    elapsed.passes(seconds=2)
    nord.service.delivery.wake()
    ended = await _owed(nord, _has_ended, ForumNotice.REPLY)
    assert ended.state is NoticeState.FAILED
    assert "for stort" in ended.reason


async def test_what_is_owed_before_the_channel_is_tied_waits_and_leaves_with_it(
    open_stage: OpenStage, database_url: str
) -> None:
    async with open_stage(tied=False) as nord:
        form = await nord.says(COORDINATOR, "foreslå", PERSONAL)
        await nord.clicks(COORDINATOR, form, "Send forslag", VISITS)
        await _owed(nord, lambda each: bool(each.reason))
        assert "venter: Forummet har ingen kanal endnu. Skriv »@Klyngebot tilknyt«" in await _outbox(database_url)
        await nord.teams.visitor.says(nord.account(SECRETARIAT), "tilknyt politisk-klynge-nord")
        await nord.sees("Nyt forslag", TITLE)


async def test_a_channel_that_the_forum_file_names_gets_what_waited_with_the_first_word_from_it(
    open_stage: OpenStage,
) -> None:
    async with open_stage(tied=False) as nord:
        form = await nord.says(COORDINATOR, "foreslå", PERSONAL)
        await nord.clicks(COORDINATOR, form, "Send forslag", VISITS)
        await _owed(nord, lambda each: bool(each.reason))
        async with nord.service.database.writing(nord.file.forum.id) as conn:
            await forums.expect(conn, nord.file.forum.id, CHANNEL.id)
        await nord.teams.visitor.says(nord.account(COORDINATOR), "møder")
        await nord.sees("Nyt forslag", TITLE)


async def test_somebody_who_writes_to_the_bot_gets_what_waited_for_a_chat(open_stage: OpenStage) -> None:
    async with open_stage(tied=False) as nord:
        form = await nord.says(COORDINATOR, "foreslå", PERSONAL)
        await nord.clicks(COORDINATOR, form, "Send forslag", VISITS)
        await _owed(nord, lambda each: bool(each.reason), ProposalNotice.RECEIVED)
        await nord.teams.visitor.says(nord.account(SECRETARIAT), "møder", PERSONAL)
        await nord.hears(SECRETARIAT, "Nyt forslag til dagsordenen", TITLE)


async def test_a_notice_leaves_within_two_seconds_of_the_commit(nord: Stage) -> None:
    await _propose_while(nord)
    await _comes_within_two_seconds(nord, "Nyt forslag", TITLE)


async def test_a_reminder_leaves_within_two_seconds_of_its_time(nord: Stage) -> None:
    await nord.at("2027-03-12T08:00")
    assert in_channel(nord, "Påmindelse om møde") == []
    nord.clock.move_to(nord.clock.now().replace(day=15))
    await _comes_within_two_seconds(nord, "Påmindelse om møde")


async def _comes_within_two_seconds(nord: Stage, *parts: str) -> Message:
    return await nord.teams.board.wait_for(
        lambda each: each.author is None and all(part in words(each) for part in parts), 2.0
    )


def _replies(nord: Stage, reply: Message) -> list[Message]:
    """What the bot wrote in the same thread."""
    return [each for each in nord.teams.board.messages(CHANNEL.id) if each.thread == reply.thread and not each.author]
