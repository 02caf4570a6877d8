"""Every body that a seed describes works in its own way: what is planned, who leads, who proposes, what leaves when."""

from tests.harness.seeds import OpenSeed


async def test_a_director_proposes_in_a_steering_group(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        form = await group.says("direktoer-hjoerring", "foreslå")
        typed = {"Overskrift": "Fælles akutteam", "Resumé": "Et fælles team.", "Forslag til indstilling": "Drøftes."}
        await group.clicks("direktoer-hjoerring", form, "Send forslag", typed)
        await group.sees("Nyt forslag til dagsordenen", "Fælles akutteam")
