"""The minutes are disputed: one suggestion is taken and one is not, and what was resolved is found again."""

from bot.local.demo.second.roles import COORDINATOR, FIRST, LAESOE, SECRETARY
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL

_WORDS = "Foreslået ordlyd eller bemærkning"


async def play(stage: Stage) -> None:
    """From two suggestions to what they came to, and on to a meeting that is left to the visitor."""
    await _suggest(stage)
    await _answer(stage)
    await _find(stage)
    await stage.at("2027-11-16T10:00")
    form = await stage.says(SECRETARY, "nyt møde 14. marts 2028", PERSONAL)
    await stage.clicks(SECRETARY, form, "Opret mødet", {"Sted": "Brønderslev Rådhus"})
    await stage.says(FIRST, "frister")


async def _suggest(stage: Stage) -> None:
    await stage.at("2027-10-14T10:20")
    sent = await stage.sees("Referat fra mødet den 12. oktober 2027", "Sendt den", quietly=True)
    await stage.clicks(COORDINATOR, sent, "Foreslå en rettelse", quietly=True)
    await stage.clicks(COORDINATOR, sent, "Punkt 3", quietly=True)
    better = "Klyngen godkendte indstillingen med den ændring, at vagten afprøves i tre måneder og derefter evalueres."
    await stage.clicks(COORDINATOR, sent, "Send rettelsen", {_WORDS: f"{better} Læsø Kommune tog forbehold."})
    await stage.clicks(FIRST, sent, "Foreslå en rettelse", quietly=True)
    await stage.clicks(FIRST, sent, "Punkt 6", quietly=True)
    harsher = "Klyngen tog lukningen til efterretning med beklagelse."
    await stage.clicks(FIRST, sent, "Send rettelsen", {_WORDS: harsher})


async def _answer(stage: Stage) -> None:
    await stage.at("2027-10-15T08:30")
    first = await stage.hears(SECRETARY, "foreslår en anden ordlyd på punkt 3")
    await stage.clicks(SECRETARY, first, "Indarbejd", quietly=True)
    await stage.sees("Tilføjelse til referatet", "evalueres")
    await stage.hears(COORDINATOR, "Svar på din rettelse")
    second = await stage.hears(SECRETARY, "foreslår en anden ordlyd på punkt 6", quietly=True)
    reason = {"Begrundelse (valgfrit)": "Det blev ikke sagt på mødet."}
    await stage.clicks(SECRETARY, second, "Indarbejd ikke", reason, quietly=True)
    await stage.hears(FIRST, "Svar på din rettelse")


async def _find(stage: Stage) -> None:
    await stage.at("2027-11-02T09:00")
    await stage.says(SECRETARY, "tilføj til referat punkt 6: Sengepladserne lukkede den 1. november 2027.", PERSONAL)
    await stage.sees("Tilføjelse til referatet", "Sengepladserne lukkede")
    await stage.says(LAESOE, "beslutninger weekendvagt", PERSONAL)
