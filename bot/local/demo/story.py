"""The story: from a proposal in the chat to a reminder about the minutes, in one cluster's channel."""

import json
from importlib import resources
from typing import Any

from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL

START = "2027-01-11T09:00"
NEXT_MEETING = "2027-08-16T09:00"


async def play(stage: Stage) -> None:
    """Everything up to the minutes of 16 March 2027, then on to the spring of the next meeting."""
    await _propose(stage)
    await _draft(stage)
    await _approve(stage)
    await _meet(stage)
    await stage.at(NEXT_MEETING)
    await stage.says("formand-kommunal", "frister")  # so that whoever opens the page finds what there is to do next


async def _propose(stage: Stage) -> None:
    typed = _proposals()
    await stage.says("sekretariat-kommuner", "tilknyt politisk-klynge-nord")
    for day, person, name in (
        ("2027-01-14T10:30", "koordinator-hjoerring", "hjemmebesøg"),
        ("2027-01-20T13:10", "formand-laesoe", "lægedækning"),
        ("2027-02-01T09:45", "koordinator-region", "kompetenceforløb"),
    ):
        await stage.at(day)
        form = await stage.says(person, "foreslå", quietly=name != "hjemmebesøg")
        await stage.clicks(person, form, "Send forslag", typed[name], quietly=name != "hjemmebesøg")
        await stage.sees("Nyt forslag til dagsordenen", typed[name]["Overskrift"])
    await stage.at("2027-02-03T11:00")
    form = await stage.says("sekretariat-region", "foreslå", quietly=True)
    secret = typed["kontraktforhold"] | {"Punktet bør være lukket": True}
    await stage.clicks("sekretariat-region", form, "Send forslag", secret, quietly=True)
    await stage.sees("Nyt forslag til dagsordenen", "Lukket punkt")
    await stage.at("2027-02-09T08:00")
    await stage.sees("Fristen for forslag")


async def _draft(stage: Stage) -> None:
    typed = _proposals()
    await stage.at("2027-02-17T09:00")
    secretary = "sekretariat-kommuner"
    for name in ("hjemmebesøg", "lægedækning"):
        card = await stage.hears(secretary, "Nyt forslag", typed[name]["Overskrift"], quietly=True)
        await stage.clicks(secretary, card, "Behandl forslag", quietly=name != "hjemmebesøg")
        await stage.clicks(secretary, card, "Optag på dagsordenen", quietly=True)
    card = await stage.hears(secretary, "Nyt forslag", typed["kompetenceforløb"]["Overskrift"], quietly=True)
    await stage.clicks(secretary, card, "Behandl forslag", quietly=True)
    question = {"Begrundelse": "Hvordan fordeles udgiften på 2027 og 2028?"}
    await stage.clicks(secretary, card, "Bed om uddybning", question, quietly=True)
    asked = await stage.sees("Sekretariatet har brug for en uddybning")
    await stage.clicks(
        "koordinator-region", asked, "Send uddybning", {"Uddybning": "250.000 kr. i 2027, 200.000 kr. i 2028."}
    )
    await stage.says(secretary, "optag 3")
    await stage.says(secretary, "optag 4")
    await stage.says(secretary, "dagsorden")


async def _approve(stage: Stage) -> None:
    secretary, first, second = "sekretariat-kommuner", "formand-kommunal", "formand-regional"
    await stage.at("2027-03-02T10:00")
    await stage.says(secretary, "send dagsorden til godkendelse")
    request = await stage.sees("Godkendelse af dagsorden", "0 af 2 har svaret")
    await stage.at("2027-03-02T12:20")
    reason = {"Bemærkninger": "Lægedækningen bør behandles først, og hjemmebesøgene bør afprøves i et helt år."}
    await stage.clicks(first, request, "Send retur", reason, quietly=True)
    await stage.sees("Godkendelse af dagsorden", "er sendt retur")
    await stage.at("2027-03-03T09:00")
    a_year = (
        "Det indstilles, at modellen afprøves i perioden 1. maj 2027 – 30. april 2028, og at der afsættes 120.000 kr."
    )
    await stage.says(
        secretary, f"punkt 2 indstilling: {a_year} af de fælles klyngemidler til evaluering.", quietly=True
    )
    await stage.says(secretary, "flyt punkt 3 til 2")
    await stage.says(secretary, "send dagsorden til godkendelse")
    newer = await stage.sees("Godkendelse af dagsorden", "Version 2", "blev sendt retur")
    await stage.clicks(first, newer, "Godkend", quietly=True)
    await stage.sees("Godkendelse af dagsorden", "1 af 2 har svaret", quietly=True)
    await stage.at("2027-03-04T08:00")
    await stage.sees("Du mangler at svare")
    await stage.clicks(second, newer, "Godkend", quietly=True)
    await stage.sees("Godkendelse af dagsorden", "2 af 2 har svaret")
    await _come_too_late(stage)
    await stage.at("2027-03-09T08:00")
    await stage.sees("Dagsorden til mødet den", "ikke med i den godkendte version")


async def _come_too_late(stage: Stage) -> None:
    """An item that is put on the draft when its version is approved already."""
    typed = _proposals()["korttidspladser"]
    await stage.at("2027-03-05T09:00")
    form = await stage.says("koordinator-hjoerring", "foreslå", quietly=True)
    await stage.clicks("koordinator-hjoerring", form, "Send forslag", typed, quietly=True)
    await stage.sees("Nyt forslag til dagsordenen", typed["Overskrift"])
    await stage.says("sekretariat-kommuner", "optag 5")


async def _meet(stage: Stage) -> None:
    secretary = "sekretariat-kommuner"
    await stage.at("2027-03-15T08:00")
    await stage.sees("Påmindelse om møde")
    await stage.at("2027-03-17T08:00")
    await stage.sees("Referatet skal udsendes")
    minutes = await stage.says(secretary, "referat", PERSONAL, quietly=True)
    await stage.clicks(secretary, minutes, "Punkt 2", quietly=True)
    typed = "Klyngestyregruppen beskriver mulige fælles initiativer til næste møde."
    await stage.clicks(secretary, minutes, "Næste punkt", {"Udfald": "Drøftet", "Beslutning": typed}, quietly=True)
    await stage.clicks(secretary, minutes, "Gem beslutning", {"Udfald": "Godkendt"}, quietly=True)
    for line in (
        "beslutning 4: Godkendt med den bemærkning, at der følges op efter første modul.",
        "beslutning 5: Taget til efterretning.",  # the closed one: in the channel it would be refused
        "fravær: Udvalgsformand (Læsø)",
    ):
        await stage.says(secretary, line, PERSONAL, quietly=True)
    minutes = await stage.says(secretary, "referat", PERSONAL)
    await stage.clicks(secretary, minutes, "Alle andre var til stede", quietly=True)
    await stage.clicks(secretary, minutes, "Se referatet før udsendelse")
    await stage.clicks(secretary, minutes, "Send referat", quietly=True)
    await stage.sees("Referat", "Sendt den", "Udvalgsformand (Læsø)")
    await stage.at("2027-03-18T14:00")
    await stage.says("formand-regional", "bemærkning til referat: Punkt 4 bør nævne, at midlerne fordeles på to år.")
    await stage.says(secretary, "tilføj til referat: Punkt 4: 250.000 kr. i 2027 og 200.000 kr. i 2028.")
    await stage.sees("Tilføjelse til referatet")


def _proposals() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((resources.files(__package__) / "proposals.json").read_text("utf-8"))
    return found
