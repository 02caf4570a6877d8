"""Somebody of several forums who writes a sentence in their chat is understood in the one that they mean, or asked."""

from dataclasses import replace

import pytest

from bot.charters.forum_file import ForumFile
from bot.local.board import words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from storage import audit
from tests.harness.offers import CHAIR, SENTENCE, is_kind_no, talk
from tests.harness.seeds import OpenSeeds
from tests.harness.steps import SECRETARIAT, circulated

POLITICAL, STEERING = "politisk-klynge-nord", "klyngestyregruppe-nord"
WHICH = "Hvilket forum"


async def test_a_sentence_that_names_its_forum_is_met_there(open_seeds: OpenSeeds) -> None:
    async with open_seeds(POLITICAL, STEERING) as (political, _):
        for sentence, forum in (
            ("hvad kan jeg mon skrive til dig i politisk klynge?", POLITICAL),
            ("hvad kan jeg mon skrive for styregruppen?", STEERING),
            ("dagsorden for Klyngestyregruppe Nord", STEERING),
            ("dagsordenen i den politiske klynge", POLITICAL),
        ):
            reply = words(await political.says(SECRETARIAT, sentence, PERSONAL))
            assert WHICH not in reply, sentence
            kept = await talk(political, SECRETARIAT)
            assert (sentence, kept and kept.forum) == (sentence, forum)


async def test_what_is_understood_somewhere_and_names_no_forum_is_asked_about_with_its_own_words(
    open_seeds: OpenSeeds,
) -> None:
    async with open_seeds(POLITICAL, _with_chair()) as (political, _):
        await circulated(political)
        asked = await political.says(CHAIR, SENTENCE, PERSONAL)
        assert WHICH in words(asked)
        offers = {each.title: each.action["data"] for each in buttons(asked.card or {})}
        assert [(each["verb"], each["words"]) for each in offers.values()] == [("Said", SENTENCE)] * 2
        title = next(each for each in offers if "Politisk" in each)
        shown = await political.clicks(CHAIR, asked, title)
        verbs = [each.action["data"]["verb"] for each in buttons(shown.card or {})]
        assert verbs == ["Respond", "Respond"]
        done = words(await political.says(CHAIR, "ja", PERSONAL))
        assert "Politisk Klynge Nord" in done
        assert await _answered(political) == ["approved_with_remarks"]


async def test_what_is_understood_nowhere_or_of_all_is_not_asked_about(open_seeds: OpenSeeds) -> None:
    async with open_seeds(POLITICAL, STEERING) as (political, _):
        assert is_kind_no(await political.says(SECRETARIAT, "fnugger blip blop i øst og vest", PERSONAL))
        assert WHICH not in words(await political.says(SECRETARIAT, "status", PERSONAL))


@pytest.mark.parametrize("back", ["kan den ikke godkendes, men lægges frem", "godkend ikke"])
async def test_what_refers_back_means_the_forum_just_spoken_of_within_the_hour(
    open_seeds: OpenSeeds, back: str
) -> None:
    async with open_seeds(POLITICAL, _with_chair()) as (political, _):
        await circulated(political)
        await political.says(CHAIR, "hvad kan jeg skrive i politisk klynge", PERSONAL)
        is_asked = WHICH in words(await political.says(CHAIR, back, PERSONAL))
        assert is_asked is ("den" not in back)
        await political.at("2027-03-02T11:00")
        assert WHICH in words(await political.says(CHAIR, back, PERSONAL))


async def _answered(nord: Stage) -> list[str]:
    async with nord.service.database.reading() as conn:
        return [
            each.facts["verdict"] async for each in audit.entries(conn, POLITICAL) if each.what == "agenda.answered"
        ]


def _with_chair() -> ForumFile:
    """The steering group, in which the political cluster's chair has a seat, too."""
    file, chair = shipped(STEERING), shipped(POLITICAL).forum.person(CHAIR)
    first, *others = file.forum.people
    first = replace(first, identities=(*first.identities, *chair.identities))
    return replace(file, forum=replace(file.forum, people=(first, *others)))
