"""Tying a channel to a forum."""

from bot.local.board import words
from tests.harness.passing_time import reapplied
from tests.journeys.conftest import OpenStage

CHAIR, TIE = "formand-kommunal", "tilknyt politisk-klynge-nord"
SEAT = "  - {{person: sekretariat-{}, organisation: {}, roles: [secretariat], side: {}}}\n"
NO_SECRETARIAT = (
    (SEAT.format("kommuner", "hjoerring", "municipalities"), ""),
    (SEAT.format("region", "region-nordjylland", "region"), ""),
)


async def test_the_secretariat_ties_the_channel(open_stage: OpenStage) -> None:
    async with open_stage(tied=False) as nord:
        reply = await nord.says("sekretariat-kommuner", "tilknyt politisk-klynge-nord")
        assert "Klyngebot er klar" in words(reply)
        assert "Påmindelse" not in words(reply)
        assert "Det forstod jeg ikke" not in words(await nord.says("formand-laesoe", "møder"))


async def test_anyone_else_is_refused_politely(open_stage: OpenStage) -> None:
    async with open_stage(tied=False) as nord:
        reply = await nord.says("formand-laesoe", "tilknyt politisk-klynge-nord")
        assert "ikke rettigheder" in words(reply)
        assert "ikke knyttet til et forum" in words(await nord.says("formand-laesoe", "møder"))


async def test_an_admin_without_a_seat_may_tie_it(open_stage: OpenStage) -> None:
    laesoe = "00000000-0000-4000-8000-000000000004"
    async with open_stage(tied=False, KLYNGEBOT_ADMINS=laesoe) as nord:
        assert "Klyngebot er klar" in words(await nord.says("formand-laesoe", "tilknyt politisk-klynge-nord"))


async def test_a_chair_who_serves_where_there_is_no_secretariat_ties_the_channel(open_stage: OpenStage) -> None:
    async with open_stage(tied=False) as nord:
        assert "ikke rettigheder" in words(await nord.says(CHAIR, TIE))
        await reapplied(nord, *NO_SECRETARIAT)
        assert "ikke rettigheder" in words(await nord.says("sekretariat-kommuner", TIE))
        assert "Klyngebot er klar" in words(await nord.says(CHAIR, TIE))


async def test_an_unknown_forum_is_said_to_be_unknown(open_stage: OpenStage) -> None:
    async with open_stage(tied=False) as nord:
        assert "politisk-klynge-syd" in words(await nord.says("sekretariat-kommuner", "tilknyt politisk-klynge-syd"))


async def test_a_channel_without_a_forum_is_told_how_to_get_one_and_only_once(open_stage: OpenStage) -> None:
    async with open_stage(tied=False) as nord:
        for _ in range(2):
            await nord.teams.visitor.adds_bot(nord.account("sekretariat-kommuner"))
        await nord.sees("tilknyt")
        assert len([each for each in nord.teams.board.messages() if each.author is None]) == 1
