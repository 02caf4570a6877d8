"""Where somebody is away, both tables say the same of who may decide for the organisation."""

from bot.local.board import words
from bot.local.demo.stage import Stage
from tests.harness.forging import said
from tests.harness.seeds import OpenSeed, choosing

CLUSTER = "kommuneklynge-nord"
CHIEF, SUBSTITUTE, SERVING = "sundhedschef-helsingoer", "suppleant-helsingoer", "sekretariat"
LACKING = "Uden deltager med mandat: Helsingør Kommune"
NONE = "Uden deltager med mandat: Ingen"


async def tables(cluster: Stage) -> tuple[str, str]:
    """What both say, to somebody of another municipality."""
    asked = "hvem kommer", "sammensætning"
    first, second = [words(await cluster.says("sundhedschef-fredensborg", each)) for each in asked]
    return first, second


async def test_a_substitute_without_a_mandate_leaves_the_municipality_without_and_with_the_tick_it_has_one(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(CLUSTER) as cluster:
        assert all(NONE in each for each in await tables(cluster))
        shown = await cluster.says(CHIEF, "sammensætning")
        await cluster.clicks(CHIEF, shown, "Meld afbud")
        noted = said((await cluster.clicks(CHIEF, shown, "Meld afbud")).card)
        assert "Afdelingsleder, suppleant (Helsingør) er meldt som suppleant." in noted
        assert LACKING in noted
        assert all(LACKING in each for each in await tables(cluster))
        await cluster.clicks(
            CHIEF, await cluster.says(CHIEF, "meld afbud"), "Meld afbud", {"Suppleanten har mandat": True}
        )
        comes, composed = await tables(cluster)
        assert NONE in comes
        assert "stedfortræder med mandat)" in comes
        assert NONE in composed


async def test_a_mandate_that_is_confirmed_for_the_substitute_counts_in_both(open_seed: OpenSeed) -> None:
    async with open_seed(CLUSTER) as cluster:
        await cluster.says(SERVING, "meld afbud for Sundhedschef (Helsingør)")
        await cluster.says(CHIEF, "jeg kommer ikke")
        comes, composed = await tables(cluster)
        assert LACKING in comes
        assert LACKING in composed
        instead = "Afdelingsleder, suppleant (Helsingør) kommer som stedfortræder uden mandat"
        assert f"Afbud · Sundhedschef (Helsingør) ({instead})" in composed
        await cluster.says(SERVING, "bekræft mandat for Afdelingsleder, suppleant (Helsingør), 4/1")
        assert all(NONE in each for each in await tables(cluster))
        await cluster.says(CHIEF, "fortryd afbud")
        comes, composed = await tables(cluster)
        assert "Ingen afbud" in comes
        assert "Afbud · Sundhedschef" not in composed
        assert "Helsingør Kommune · 1 " in composed  # and the substitute fills no place of their own


async def test_what_the_forum_chose_lets_the_mandate_follow(open_seed: OpenSeed) -> None:
    async with open_seed(choosing(CLUSTER, substitute_mandate="inherited")) as cluster:
        await cluster.says(CHIEF, "jeg kommer ikke")
        comes, composed = await tables(cluster)
    assert NONE in comes
    assert "stedfortræder med mandat)" in comes
    assert NONE in composed


async def test_who_comes_tells_the_guests_and_the_doctors_organisation_too(open_seed: OpenSeed) -> None:
    async with open_seed(choosing("politisk-klynge-nord", gp_organisation="by_agenda")) as cluster:
        assert "PLO · Ikke oplyst for dette møde" in words(await cluster.says("formand-laesoe", "hvem kommer"))
        await cluster.says("sekretariat-kommuner", "plo: PLO-kommunal")
        await cluster.says("formand-laesoe", "invitér gæst: Anna Hansen, KL")
        told = words(await cluster.says("formand-kommunal", "hvem kommer"))
    assert "PLO · PLO-kommunal" in told
    assert "Gæster · Anna Hansen, KL" in told
