"""Who hears what, where: one post per meeting, all else under it, and nobody called who owes nothing."""

from bot.domain.notices import hearing
from bot.local.board import Message, words
from bot.local.connector import Failure
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from storage.outbox import notices
from tests.harness.forging import quiet
from tests.harness.passing_time import chose, reapplied, stays_silent
from tests.harness.steps import (
    CHAIRS,
    COORDINATOR,
    SECRETARIAT,
    VISITS,
    accept,
    approve,
    circulate,
    cleared,
    in_channel,
    in_chat,
    posts,
    propose,
    replies,
    teams_of,
    told,
    until_unsaid,
)

REGIONAL = "sekretariat-region"
POST = "Mødet den 16. marts 2027"
TITLES = ("Fælles model", "Lægedækning på Læsø", "Hemmelig titel")
SEATS = {
    SECRETARIAT: "sekretariat-region, organisation: region-nordjylland, roles: [secretariat], side: region",
    REGIONAL: "sekretariat-kommuner, organisation: hjoerring, roles: [secretariat], side: municipalities",
}
DEADLINE = "Fristen for forslag til mødet i"


def unseated(seat: str) -> tuple[str, str]:
    """The change that takes the seat away."""
    return f"  - {{person: {seat}}}\n", ""


def called(nord: Stage) -> list[tuple[str, list[str]]]:
    """Each message that the bot posted in the channel and that called somebody: what it said, and whom it called."""
    found = []
    for each in teams_of(nord).arrivals:
        if each.method == "POST" and isinstance(each.body, dict):
            activity = each.body.get("activity", each.body)
            for attached in activity.get("attachments", []):
                entities = attached["content"].get("msteams", {}).get("entities", [])
                if entities:
                    found.append((activity["summary"], sorted(entity["mentioned"]["name"] for entity in entities)))
    return found


async def normal(nord: Stage, secretary: str, proposer: str) -> None:
    """A meeting in which everything goes as it should, up to the minutes."""
    await reapplied(nord, unseated(SEATS[secretary]))
    for title in TITLES:
        fields = VISITS | {"Overskrift": title, "Punktet bør være lukket": title == "Hemmelig titel"}
        form = await nord.says(proposer, "foreslå")
        await nord.clicks(proposer, form, "Send forslag", fields)
        await quiet(nord)
    await nord.at("2027-02-09T08:00")
    await quiet(nord)
    for number in (1, 2, 3):
        await nord.says(secretary, f"optag {number}")
    await nord.at("2027-03-01T08:00")
    await quiet(nord)
    await nord.at("2027-03-02T09:00")
    await nord.says(secretary, "send dagsorden til godkendelse")
    await nord.at("2027-03-03T09:00")
    await cleared(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    for moment in ("2027-03-04T08:00", "2027-03-08T08:00", "2027-03-09T08:00", "2027-03-15T08:00", "2027-03-17T08:00"):
        await nord.at(moment)
        await quiet(nord)
    for place in (2, 3):
        await nord.says(secretary, f"beslutning {place}: Godkendt.")


async def send_minutes(nord: Stage, secretary: str) -> None:
    await nord.says(secretary, "send referat")
    await nord.sees("Referat fra mødet den 16. marts 2027", "Sendt den")


def summaries(found: list[Message]) -> list[str]:
    return [str(each.activity["summary"]) for each in found]


async def test_a_normal_meeting_is_one_post_and_five_replies_and_calls_those_alone_who_owe_an_answer(
    nord: Stage,
) -> None:
    await normal(nord, SECRETARIAT, COORDINATOR)
    await nord.says(SECRETARIAT, "beslutning 4: Godkendt.", PERSONAL)
    await send_minutes(nord, SECRETARIAT)
    (post,) = posts(nord)
    assert POST in words(post)
    assert "Hemmelig" not in words(post)
    under = replies(nord, post)
    assert len(under) == 5, summaries(under)
    for reply, said in zip(
        under,
        (
            "Godkendelse af dagsorden",
            "Afklaring i egen organisation",
            "Dagsorden til mødet",
            "Påmindelse om møde",
            "Referat fra mødet",
        ),
        strict=True,
    ):
        assert said in words(reply)
    owing = [sorted(nord.account(chair).name for chair in CHAIRS), [nord.account("koordinator-region").name]]
    assert sorted(people for _, people in called(nord)) == sorted(owing)
    heard = [each for each in in_chat(nord, SECRETARIAT) if each.activity["summary"]]
    for said in (*TITLES, "Dagsordenen skal til godkendelse", "Referatet skal udsendes"):
        assert any(said in words(each) for each in heard), said


async def test_where_no_chat_is_possible_each_thing_that_is_owed_is_one_mention_under_the_post(nord: Stage) -> None:
    await normal(nord, REGIONAL, COORDINATOR)
    (post,) = posts(nord)
    assert "Hemmelig" not in " ".join(words(each) for each in [post, *replies(nord, post)])
    regional = nord.account(REGIONAL).name
    mine = [said for said, people in called(nord) if people == [regional]]
    assert len(mine) == 7, mine
    assert len(set(mine)) == 7, mine
    proposed = [each for each in mine if each.startswith("Nyt forslag til dagsordenen")]
    assert [any(title in each for each in proposed) for title in TITLES] == [True, True, False]
    assert in_chat(nord, SECRETARIAT) == []


async def test_the_post_shows_how_things_stand_at_each_step(nord: Stage) -> None:
    await propose(nord)
    await nord.sees(POST, "Nyt forslag til dagsordenen", str(VISITS["Overskrift"]), "1 venter på sekretariatet.")
    await accept(nord, 1)
    await nord.sees(POST, "Optaget på dagsordenen", "Under udarbejdelse: 1 punkt ud over de faste.")
    await nord.at("2027-03-02T09:00")
    request = await circulate(nord)
    await nord.sees(POST, "Version 1 er sendt til godkendelse. 0 af 2 har svaret.")
    await approve(nord, request, CHAIRS[0])
    await nord.sees(POST, "1 af 2 har svaret.")
    await approve(nord, request, CHAIRS[1])
    await nord.sees(POST, "Version 1 er godkendt.")
    await nord.at("2027-03-09T08:00")
    await nord.sees(POST, "Udsendt den 9. marts 2027.", "Sendes senest tirsdag den 23. marts 2027.")
    await nord.at("2027-03-16T20:00")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    post = await nord.sees(POST, "Sendt den 16. marts 2027.")
    assert len(posts(nord, POST)) == 1
    assert post.is_edited


async def test_a_reply_stands_alone_when_the_post_was_deleted_and_the_next_change_posts_it_anew(nord: Stage) -> None:
    await propose(nord)
    (post,) = posts(nord, POST)
    nord.teams.board.remove(post)
    await nord.at("2027-02-09T08:00")
    anew = await nord.sees(POST, DEADLINE)
    assert anew.id != post.id
    await nord.at("2027-03-15T08:00")
    assert (await nord.sees("Påmindelse om møde")).thread == anew.id


async def test_what_stands_under_a_post_that_teams_does_not_take_is_said_all_the_same(nord: Stage) -> None:
    teams_of(nord).faults[CHANNEL.id].append(Failure(413))
    await nord.at("2027-03-15T08:00")
    reminder = await nord.sees("Påmindelse om møde")
    assert reminder.thread == reminder.id
    assert posts(nord, POST) == []


async def test_a_reply_to_an_old_post_is_changed_where_it_stands(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    request = await circulate(nord)
    (post,) = posts(nord, POST)
    assert request.thread == post.id
    await approve(nord, request)
    changed = await nord.sees("Godkendelse af dagsorden", "2 af 2 har svaret")
    assert (changed.id, changed.thread) == (request.id, post.id)
    puts = [each for each in teams_of(nord).arrivals if each.method == "PUT" and each.path.endswith(request.id)]
    assert puts
    assert all(f";messageid={post.id}/" in each.path for each in puts)


async def test_a_new_proposal_is_news_to_the_secretariat_but_not_to_one_who_proposed_it(nord: Stage) -> None:
    await propose(nord)
    card = await told(nord, SECRETARIAT, "Nyt forslag til dagsordenen", str(VISITS["Overskrift"]))
    assert in_channel(nord, "<at>Sekretariat, regional side</at>") == []  # the post shows it to them
    await nord.clicks(SECRETARIAT, card, "Behandl forslag")
    await nord.clicks(SECRETARIAT, card, "Optag på dagsordenen")
    await told(nord, SECRETARIAT, "er behandlet: Optaget på dagsordenen")
    assert len(in_chat(nord, SECRETARIAT)) == 1
    before = len(called(nord))
    await propose(nord, REGIONAL, {"Overskrift": "Regionens eget punkt"})
    await told(nord, SECRETARIAT, "Regionens eget punkt")
    assert len(called(nord)) == before


async def test_a_closed_proposal_is_whole_in_the_secretariats_chat_alone(nord: Stage) -> None:
    await propose(nord, fields={"Overskrift": "Hemmelig titel", "Punktet bør være lukket": True})
    await told(nord, SECRETARIAT, "Nyt forslag til dagsordenen", "Hemmelig titel")
    assert not any("Hemmelig" in words(each) for each in nord.teams.board.messages(CHANNEL.id) if each.author is None)


async def test_a_proposal_without_a_meeting_has_a_post_of_its_own_that_follows_it(nord: Stage) -> None:
    await propose(nord)
    await nord.says(SECRETARIAT, "udskyd 1: Vi ved endnu ikke hvornår")
    alone = await nord.sees("Nyt forslag til dagsordenen", "Status: Udskudt")
    assert alone.thread == alone.id
    await until_unsaid(nord, POST, str(VISITS["Overskrift"]))
    await accept(nord, 1)
    changed = await nord.sees("Nyt forslag til dagsordenen", "Status: Optaget på dagsordenen (mødet den 16. marts")
    assert changed.id == alone.id
    await nord.sees(POST, "Optaget på dagsordenen")


async def test_the_secretariat_is_reminded_of_the_draft_until_it_was_circulated(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-01T08:00")
    card = await told(nord, SECRETARIAT, "Dagsordenen skal til godkendelse", "tirsdag den 2. marts 2027")
    await nord.clicks(SECRETARIAT, card, "Send dagsorden til godkendelse")
    await nord.sees("Godkendelse af dagsorden", "0 af 2 har svaret")


async def test_nobody_is_reminded_of_a_draft_that_was_circulated(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await circulate(nord)
    await stays_silent(nord, "2027-03-01T08:00", "2027-03-02T08:00")
    assert not any("Dagsordenen skal til godkendelse" in words(each) for each in in_chat(nord, SECRETARIAT))


async def test_where_silence_holds_the_agenda_back_the_secretariat_is_asked_on_the_morning_of_its_day(
    nord: Stage,
) -> None:
    await reapplied(nord, chose("if_unanswered", "secretariat_may_send", "hold"))
    await propose(nord)
    await accept(nord, 1)
    await approve(nord, await circulate(nord), CHAIRS[0])
    await nord.at("2027-03-09T08:00")
    card = await told(nord, SECRETARIAT, "Skal den sendes uden svar fra Formand (Region Nordjylland)?")
    assert "Forummet har valgt, at dagsordenen venter, til alle har svaret." in words(card)
    assert "Ellers venter den, og dagen bliver ikke holdt." in words(card)
    assert not any("Dagsorden til mødet den" in words(each) for each in nord.teams.board.messages(CHANNEL.id))
    await nord.clicks(CHAIRS[1], await nord.sees("Godkendelse af dagsorden"), "Godkend")
    await nord.sees("Dagsorden til mødet den")


async def test_where_the_forum_allows_it_the_secretariat_sends_from_the_question(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await approve(nord, await circulate(nord), CHAIRS[0])
    await nord.at("2027-03-09T08:00")
    card = await told(nord, SECRETARIAT, "Skal den sendes uden svar fra Formand (Region Nordjylland)?")
    await nord.clicks(SECRETARIAT, card, "Send uden godkendelse")
    await nord.sees("Dagsorden til mødet den", "uden svar fra Formand (Region Nordjylland)")


async def test_a_chair_who_serves_as_secretariat_is_reminded_of_the_minutes_by_name(nord: Stage) -> None:
    await reapplied(nord, *(unseated(seat) for seat in SEATS.values()))
    await nord.at("2027-03-17T08:00")
    await told(nord, CHAIRS[0], "Referatet skal udsendes")
    await nord.sees("Referatet skal udsendes")
    (regional,) = [people for said, people in called(nord) if said.startswith("Referatet fra mødet")]
    assert regional == [nord.account(CHAIRS[1]).name]


async def test_every_message_of_the_bot_obeys_its_row_in_the_table(nord: Stage) -> None:
    await normal(nord, REGIONAL, COORDINATOR)
    (post,) = posts(nord)
    async with nord.service.database.reading() as conn:
        sent = [each for each in await notices.newest(conn, most=200) if each.activity]
    kinds = {each.kind for each in sent}
    assert len(kinds) > 6
    for each in sent:
        heard, message = hearing(each.kind), nord.teams.board.message(each.activity or "")
        assert message is not None
        assert (each.recipient is not None) is heard.is_personal
        is_root = message.conversation == CHANNEL.id and message.thread == message.id
        assert is_root is (message.id == post.id), each.key
