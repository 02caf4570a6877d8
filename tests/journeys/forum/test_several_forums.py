"""Somebody of several forums is asked which in a chat, and in a channel speaks of that channel's alone."""

from dataclasses import replace

from bot.charters.forum_file import ForumFile
from bot.local.board import Message, words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from tests.harness.seeds import OpenSeeds, choosing
from tests.harness.steps import VISITS, in_channel

WHICH = "Hvilket forum gælder det?"
SECRETARIAT, DIRECTOR = "sekretariat-kommuner", "hospitalsdirektoer"
POLITICAL, STEERING = "politisk-klynge-nord", "klyngestyregruppe-nord"
APPROVED = {"agenda_approval": "approve", "approvers": "chairmanship"}
CHAIR_OF = {
    "klyngestyregruppe-midt": "direktoer-aalborg",
    "klyngestyregruppe-syd": "direktoer-vesthimmerland",
    "klyngestyregruppe-vest": "direktoer-morsoe",
}


async def test_typed_in_a_chat_the_forum_is_asked_for_and_then_meant(open_seeds: OpenSeeds) -> None:
    async with open_seeds(POLITICAL, STEERING) as (political, steering):
        await _proposed(political, "formand-laesoe")
        await _proposed(steering, "direktoer-laesoe")
        asked = await political.says(SECRETARIAT, "optag 1", PERSONAL)
        assert WHICH in words(asked)
        await political.clicks(SECRETARIAT, asked, _offered(asked, "Klyngestyregruppe Nord"))
        assert str(VISITS["Overskrift"]) in words(await steering.says("direktoer-laesoe", "dagsorden"))
        assert str(VISITS["Overskrift"]) not in words(await political.says("formand-laesoe", "dagsorden"))


async def test_by_card_what_is_opened_for_one_forum_is_sent_to_that_one(open_seeds: OpenSeeds) -> None:
    async with open_seeds(POLITICAL, STEERING) as (political, steering):
        asked = await steering.says(SECRETARIAT, "foreslå", PERSONAL)
        await steering.clicks(SECRETARIAT, asked, _offered(asked, "Klyngestyregruppe Nord"))
        await steering.clicks(SECRETARIAT, asked, "Send forslag", VISITS)
        await steering.sees("Nyt forslag til dagsordenen", str(VISITS["Overskrift"]))
        assert in_channel(political, "Nyt forslag til dagsordenen") == []


async def test_in_its_channel_each_forum_is_meant_without_a_word(open_seeds: OpenSeeds) -> None:
    async with open_seeds(POLITICAL, STEERING) as stages:
        for each in stages:
            told = words(await each.says(SECRETARIAT, "møder"))
            assert f"Kommende møder i {each.file.forum.name}" in told


async def test_two_forums_of_one_name_are_told_apart_by_their_region(open_seeds: OpenSeeds) -> None:
    here, there = _named(shipped(POLITICAL)), _named(_with_secretary(shipped("kommuneklynge-nord")))
    async with open_seeds(here, there) as (jutland, capital):
        asked = await jutland.says(SECRETARIAT, "frister", PERSONAL)
        assert "Region Nordjylland" in words(asked)
        told = await jutland.clicks(SECRETARIAT, asked, _offered(asked, "Region Hovedstaden"))
        assert "9. marts 2027" in str(told.card)
        assert capital.file.forum.meetings[0].day.isoformat() == "2027-03-09"


async def test_two_forums_of_one_name_and_region_are_each_a_button(open_seeds: OpenSeeds) -> None:
    here, there = _named(shipped(POLITICAL)), _named(shipped(STEERING))
    async with open_seeds(here, there) as (political, _):
        asked = await political.says(SECRETARIAT, "frister", PERSONAL)
        assert words(asked).count("Klynge Nord (Region Nordjylland) · ") > 1
        told = await political.clicks(SECRETARIAT, asked, _offered(asked, STEERING))
        assert "23. februar 2027" in str(told.card)  # the steering group's own next meeting
        again = await political.says(SECRETARIAT, "forummets valg", PERSONAL)
        told = await political.clicks(SECRETARIAT, again, _offered(again, POLITICAL))
        assert "Det primære fokus som fast punkt" in str(told.card)


async def test_one_hospital_director_answers_in_each_group_and_in_none_for_another(open_seeds: OpenSeeds) -> None:
    async with open_seeds(*(choosing(each, **APPROVED) for each in CHAIR_OF)) as groups:
        for each in groups:
            await _proposed(each, CHAIR_OF[each.file.forum.id])
            await each.says(SECRETARIAT, "optag 1")
            await each.says(SECRETARIAT, "send dagsorden til godkendelse")
        midt, syd, vest = groups
        request = await midt.sees("Godkendelse af dagsorden", "0 af 2 har svaret")
        await midt.clicks(DIRECTOR, request, "Godkend")
        await midt.sees("Godkendelse af dagsorden", "1 af 2 har svaret")
        await syd.says(DIRECTOR, "send retur: Psykiatrien mangler.")
        await syd.sees("Dagsorden", "sendt retur")
        await vest.sees("Godkendelse af dagsorden", "0 af 2 har svaret")
        assert "Klyngestyregruppe Vest" in words(await vest.says(DIRECTOR, "møder"))


async def _proposed(stage: Stage, person: str) -> None:
    form = await stage.says(person, "foreslå")
    await stage.clicks(person, form, "Send forslag", VISITS)
    await stage.sees("Nyt forslag til dagsordenen", str(VISITS["Overskrift"]))


def _offered(asked: Message, part: str) -> str:
    """The title of the button that has this in it."""
    return next(each.title for each in buttons(asked.card or {}) if part in each.title)


def _named(file: ForumFile) -> ForumFile:
    return replace(file, forum=replace(file.forum, name="Klynge Nord"))


def _with_secretary(file: ForumFile) -> ForumFile:
    """The cluster with Klynge Nord's secretary serving it too, by the same account."""
    own = next(each for each in shipped(POLITICAL).forum.people if each.id == SECRETARIAT).identities
    people = (replace(each, identities=own) if each.id == "sekretariat" else each for each in file.forum.people)
    return replace(file, forum=replace(file.forum, people=tuple(people)))
