"""Where nobody is in a secretariat, people are told of the chair or the chairmanship that serves in its place (B27)."""

import pytest

from bot.charters.forum_file import ForumFile
from bot.local.board import words
from bot.local.directory import PERSONAL
from tests.harness.forging import said
from tests.harness.seeds import OpenSeed, choosing
from tests.harness.steps import VISITS, told

SYD, NAME = "kommuneklynge-syd", "Kommuneklynge Syd"
CHAIR, MEMBER = "sundhedschef-hvidovre", "sundhedschef-ishoej-vallensbaek"


@pytest.mark.parametrize(
    ("file", "office"),
    [
        (choosing(SYD), "formanden"),
        (choosing(SYD, chairmanship=[CHAIR, "sundhedschef-ishoej-vallensbaek"]), "formandskabet"),
    ],
    ids=["one", "several"],
)
async def test_b27_a_proposal_goes_to_those_who_serve(open_seed: OpenSeed, file: ForumFile, office: str) -> None:
    async with open_seed(file) as cluster:
        form = await cluster.says(MEMBER, "foreslå", PERSONAL)
        assert f"Forslaget sendes til {office} for {NAME}." in words(form)
        received = said((await cluster.clicks(MEMBER, form, "Send forslag", VISITS)).card)
        assert f"når {office} har taget stilling" in received
        await cluster.says(CHAIR, "bed om uddybning af 1: Hvad koster det?")
        await told(cluster, MEMBER, f"{office.capitalize()} har brug for en uddybning")
        await cluster.sees(f"1 venter på {office}.")


async def test_b27_who_may_not_is_told_to_ask_those_who_serve(open_seed: OpenSeed) -> None:
    async with open_seed(SYD) as cluster:
        refused = words(await cluster.says(MEMBER, "ret et valg", PERSONAL))
        assert f"Kontakt formanden for {NAME}." in refused
        assert "ekretariatet" not in refused
    async with open_seed("politisk-klynge-nord") as nord:
        assert "Kontakt sekretariatet for Politisk Klynge Nord." in words(
            await nord.says("formand-laesoe", "ret et valg")
        )
