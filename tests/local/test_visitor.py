"""What the visitor does reaches the bot as Teams would send it."""

import pytest

from bot.local.board import words
from bot.local.directory import PERSONAL
from bot.local.visitor import BotFailed
from tests.harness.stand_in import CHANNEL, COORDINATOR, HOST, REGIONAL, SECRETARIAT, StandIn


async def test_a_message_in_the_channel_mentions_the_bot_and_names_the_host_tenant_for_everybody(
    stage: StandIn,
) -> None:
    said = await stage.teams.visitor.says(REGIONAL, "hjælp")
    (activity,) = stage.bot.activities
    assert activity["text"] == "<at>Klyngebot</at> hjælp"
    assert activity["entities"][0]["mentioned"]["id"] == activity["recipient"]["id"]
    assert activity["from"]["aadObjectId"] == REGIONAL.object_id
    assert activity["from"]["id"].startswith("29:")
    assert activity["channelData"]["tenant"]["id"] == activity["conversation"]["tenantId"] == HOST
    assert activity["conversation"]["id"] == f"{CHANNEL.id};messageid={said.id}"
    assert activity["serviceUrl"] == stage.url
    assert (activity["locale"], activity["timestamp"]) == ("da-DK", "2027-02-08T08:30:00.000Z")


async def test_a_personal_message_carries_no_mention_and_no_channel(stage: StandIn) -> None:
    await stage.teams.visitor.says(COORDINATOR, "hjælp", PERSONAL)
    (activity,) = stage.bot.activities
    assert activity["text"] == "hjælp"
    assert activity["conversation"]["conversationType"] == "personal"
    assert "channel" not in activity["channelData"]


async def test_someone_of_another_tenant_has_no_chat_with_the_bot(stage: StandIn) -> None:
    with pytest.raises(ValueError, match="another tenant"):
        await stage.teams.visitor.says(REGIONAL, "hjælp", PERSONAL)


async def test_an_answer_in_a_thread_names_its_root(stage: StandIn) -> None:
    root = await stage.teams.visitor.says(COORDINATOR, "Hej", mention=False)
    reply = await stage.teams.visitor.says(SECRETARIAT, "godkend", under=root)
    assert reply.thread == root.id
    assert stage.bot.activities[0]["conversation"]["id"] == f"{CHANNEL.id};messageid={root.id}"


async def test_without_a_mention_the_bot_hears_nothing_in_the_channel(stage: StandIn) -> None:
    await stage.teams.visitor.says(COORDINATOR, "Hej alle", mention=False)
    assert stage.bot.activities == []
    assert [words(each) for each in stage.teams.board.messages()] == ["Hej alle"]


async def test_the_same_activity_can_be_sent_twice_and_stands_on_the_board_once(stage: StandIn) -> None:
    for _ in range(2):
        await stage.teams.visitor.says(COORDINATOR, "hjælp", activity="1700000000000")
    assert [each["id"] for each in stage.bot.activities] == ["1700000000000"] * 2
    assert len(stage.teams.board.messages()) == 1


async def test_a_click_sends_the_buttons_data_with_the_inputs_and_answers_the_one_who_clicked(stage: StandIn) -> None:
    teams = stage.teams
    await teams.visitor.says(COORDINATOR, "foreslå")
    form = await teams.board.wait_for(lambda each: "Send forslag" in words(each))
    answer = await teams.visitor.clicks(
        COORDINATOR,
        form,
        "Send forslag",
        {"Overskr": "Fælles model", "kind": "Beslutning", "Punktet bør være lukket": True},
    )
    invoke = stage.bot.activities[-1]
    assert (invoke["name"], invoke["replyToId"], invoke["value"]["trigger"]) == (
        "adaptiveCard/action",
        form.id,
        "manual",
    )
    assert invoke["value"]["action"]["data"] == {
        "verb": "Propose",
        "title": "Fælles model",
        "kind": "decision",
        "duration": "15",
        "is_closed": "true",
    }
    assert answer.card is not None
    view = teams.board.view(form, COORDINATOR)
    assert view is not None
    assert view.card == answer.card
    assert teams.board.view(form, SECRETARIAT) is None


async def test_a_click_can_follow_on_the_card_that_answered_the_last(stage: StandIn) -> None:
    teams = stage.teams
    await teams.visitor.says(COORDINATOR, "foreslå")
    form = await teams.board.wait_for(lambda each: "Send forslag" in words(each))
    await teams.visitor.clicks(COORDINATOR, form, "Send forslag", {"title": "x"})
    shared = await teams.board.wait_for(lambda each: "Nyt forslag" in words(each))
    await teams.visitor.clicks(SECRETARIAT, shared, "Behandl forslag")
    await teams.visitor.clicks(SECRETARIAT, shared, "Optag på dagsordenen")
    changed = await teams.board.wait_for(lambda each: "Optaget på dagsordenen" in words(each))
    assert changed.id == shared.id


async def test_a_button_or_an_input_that_is_not_there_is_said_so(stage: StandIn) -> None:
    teams = stage.teams
    await teams.visitor.says(COORDINATOR, "foreslå")
    form = await teams.board.wait_for(lambda each: "Send forslag" in words(each))
    with pytest.raises(ValueError, match="Godkend"):
        await teams.visitor.clicks(COORDINATOR, form, "Godkend")
    with pytest.raises(ValueError, match="Farve"):
        await teams.visitor.clicks(COORDINATOR, form, "Send forslag", {"Farve": "rød"})


async def test_adding_the_bot_is_told_twice_as_teams_does(stage: StandIn) -> None:
    await stage.teams.visitor.adds_bot(SECRETARIAT)
    assert [each["type"] for each in stage.bot.activities] == ["conversationUpdate", "installationUpdate"]
    assert {each["conversation"]["id"] for each in stage.bot.activities} == {CHANNEL.id}


async def test_a_bot_that_fails_is_reported_with_its_status(stage: StandIn) -> None:
    stage.bot.status = 503
    with pytest.raises(BotFailed) as failure:
        await stage.teams.visitor.says(COORDINATOR, "hjælp")
    assert failure.value.status == 503


async def test_waiting_in_vain_says_what_is_there(stage: StandIn) -> None:
    await stage.teams.visitor.says(COORDINATOR, "hjælp")
    with pytest.raises(TimeoutError, match="hjælp"):
        await stage.teams.board.wait_for(lambda each: "intet" in each.text, timeout=0.05)
