"""»Hvem kommer« names each person once, also one who sits in the forum and takes another's place as well."""

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL

MAYOR, DEPUTY = "formand-frederikshavn", "Næstformand, socialudvalget (Frederikshavn)"


async def test_a_member_who_stands_in_for_another_is_named_once(nord: Stage) -> None:
    form = await nord.says(MAYOR, "meld afbud", PERSONAL)
    await nord.clicks(MAYOR, form, "Meld afbud", {"Suppleant": DEPUTY})
    said = words(await nord.says("formand-laesoe", "hvem kommer"))
    (coming,) = [line for line in said.split(" · ") if line.startswith("Kommer: ") and "Frederikshavn" in line]
    assert coming == f"Kommer: {DEPUTY} som stedfortræder for Udvalgsformand (Frederikshavn) (og for sig selv)"
