"""Before dispatch: one chair is ill, whose substitute answers, and the other one is silent."""

from bot.local.demo.second.roles import COORDINATOR, DEPUTY, FIRST, LAESOE, REGION, SECRETARY
from bot.local.demo.stage import Stage
from bot.local.demo.steps import propose, take_up
from bot.local.directory import PERSONAL


async def play(stage: Stage) -> None:
    """From two proposals to an agenda that leaves with one answer of two."""
    await _propose(stage)
    await _ill(stage)
    await _silent(stage)


async def _propose(stage: Stage) -> None:
    await stage.at("2027-08-24T10:15")
    await propose(stage, COORDINATOR, "sygeplejersker", quietly=True)
    await stage.at("2027-09-02T13:30")
    await propose(stage, LAESOE, "færge", quietly=True)
    await stage.at("2027-09-09T09:00")
    await take_up(stage, SECRETARY, 6)
    await take_up(stage, SECRETARY, 7)


async def _ill(stage: Stage) -> None:
    await stage.at("2027-09-21T09:00")
    await stage.says(SECRETARY, "send dagsorden til godkendelse", PERSONAL)
    await stage.says(REGION, "afklaret", quietly=True)
    await stage.at("2027-09-22T07:40")
    form = await stage.says(FIRST, "meld afbud", PERSONAL)
    await stage.clicks(FIRST, form, "Meld afbud")
    await stage.hears(SECRETARY, "Formand (Hjørring) har meldt afbud")
    asked = await stage.hears(DEPUTY, "Du skal nu godkende dagsordenen")
    await stage.clicks(DEPUTY, asked, "Godkend", quietly=True)
    await stage.sees("Godkendelse af dagsorden", "1 af 2 har svaret")


async def _silent(stage: Stage) -> None:
    await stage.at("2027-09-23T08:00")
    await stage.sees("Du mangler at svare", "5. oktober 2027")
    await stage.at("2027-09-27T08:00")
    late = await stage.hears(SECRETARY, "Send uden godkendelse")
    preview = await stage.says(SECRETARY, "ryk", PERSONAL)
    await stage.clicks(SECRETARY, preview, "Ryk")
    await stage.at("2027-09-27T15:00")
    await stage.clicks(SECRETARY, late, "Send uden godkendelse")
    await stage.at("2027-09-28T08:00")
    await stage.sees("Dagsorden til mødet den 5. oktober 2027")
