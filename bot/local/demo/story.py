"""The story: from a proposal in the chat to what is added to the minutes, in one cluster's channel."""

from bot.local.demo.stage import Stage
from bot.local.demo.steps import proposals, tick
from bot.local.directory import PERSONAL

START = "2027-01-11T09:00"
NEXT_MEETING = "2027-08-16T09:00"

_SECRETARY, _FIRST, _SECOND = "sekretariat-kommuner", "formand-kommunal", "formand-regional"
_COORDINATOR = "koordinator-hjoerring"
_NOT_THERE = ("Udvalgsformand (Læsø)", "Regionsrådsmedlem, suppleant", "Næstformand, socialudvalget (Hjørring)")


async def play(stage: Stage) -> None:
    """Everything up to the minutes of 16 March 2027, then on to the spring of the next meeting."""
    await _propose(stage)
    await _draft(stage)
    await _return(stage)
    await _approve(stage)
    await _come_too_late(stage)
    await _meet(stage)
    await _remark(stage)
    await stage.at(NEXT_MEETING)
    await stage.says(_FIRST, "frister")  # so that whoever opens the page finds what there is to do next


async def _propose(stage: Stage) -> None:
    typed = proposals()
    await stage.says(_SECRETARY, "tilknyt politisk-klynge-nord")
    for day, person, name in (
        ("2027-01-14T10:30", _COORDINATOR, "hjemmebesøg"),
        ("2027-01-20T13:10", "formand-laesoe", "lægedækning"),
        ("2027-02-01T09:45", "koordinator-region", "kompetenceforløb"),
    ):
        is_first = name == "hjemmebesøg"
        await stage.at(day)
        form = await stage.says(person, "foreslå", quietly=not is_first)
        await stage.clicks(person, form, "Send forslag", typed[name], quietly=not is_first)
        await stage.sees("Nyt forslag til dagsordenen", typed[name]["Overskrift"], quietly=not is_first)
        await stage.hears(_SECRETARY, "Nyt forslag", typed[name]["Overskrift"], quietly=not is_first)
    await stage.at("2027-02-03T11:00")
    form = await stage.says("sekretariat-region", "foreslå", quietly=True)
    secret = typed["kontraktforhold"] | {"Punktet bør være lukket": True}
    await stage.clicks("sekretariat-region", form, "Send forslag", secret, quietly=True)
    await stage.sees("Nyt forslag til dagsordenen", "Lukket punkt")
    await stage.at("2027-02-09T08:00")
    await stage.sees("Fristen for forslag")


async def _draft(stage: Stage) -> None:
    typed = proposals()
    await stage.at("2027-02-17T09:00")
    await stage.says(_SECRETARY, "forslag", PERSONAL)
    for name in ("hjemmebesøg", "lægedækning"):
        card = await stage.hears(_SECRETARY, "Nyt forslag", typed[name]["Overskrift"], quietly=True)
        await stage.clicks(_SECRETARY, card, "Behandl forslag", quietly=name != "hjemmebesøg")
        await stage.clicks(_SECRETARY, card, "Optag på dagsordenen", quietly=True)
    await stage.hears(_COORDINATOR, "er optaget som punkt 2")
    card = await stage.hears(_SECRETARY, "Nyt forslag", typed["kompetenceforløb"]["Overskrift"], quietly=True)
    await stage.clicks(_SECRETARY, card, "Behandl forslag", quietly=True)
    question = {"Begrundelse": "Hvordan fordeles udgiften på 2027 og 2028?"}
    await stage.clicks(_SECRETARY, card, "Bed om uddybning", question, quietly=True)
    asked = await stage.sees("Sekretariatet har brug for en uddybning")
    answer = {"Uddybning": "250.000 kr. i 2027, 200.000 kr. i 2028."}
    await stage.clicks("koordinator-region", asked, "Send uddybning", answer, quietly=True)
    await stage.hears(_SECRETARY, "har uddybet forslag nr. 3")
    await stage.says(_SECRETARY, "optag 3")
    await stage.says(_SECRETARY, "optag 4")
    await stage.says(_SECRETARY, "dagsorden")


async def _return(stage: Stage) -> None:
    await stage.at("2027-03-02T10:00")
    await stage.says(_SECRETARY, "send dagsorden til godkendelse")
    request = await stage.sees("Godkendelse af dagsorden", "0 af 2 har svaret")
    await stage.at("2027-03-02T12:20")
    reason = {"Bemærkninger": "Lægedækningen bør behandles først, og hjemmebesøgene bør afprøves i et helt år."}
    await stage.clicks(_FIRST, request, "Send retur", reason)
    await stage.hears(_SECRETARY, "har sendt dagsordenen", "retur")
    await stage.at("2027-03-03T09:00")
    a_year = (
        "Det indstilles, at modellen afprøves i perioden 1. maj 2027 – 30. april 2028, og at der afsættes 120.000 kr."
    )
    recommendation = f"punkt 2 indstilling: {a_year} af de fælles klyngemidler til evaluering."
    await stage.says(_SECRETARY, recommendation, quietly=True)
    await stage.says(_SECRETARY, "flyt punkt 3 til 2")


async def _approve(stage: Stage) -> None:
    await stage.says(_SECRETARY, "send dagsorden til godkendelse")
    request = await stage.sees("Godkendelse af dagsorden", "Version 2", "blev sendt retur")
    await stage.clicks(_FIRST, request, "Godkend")
    await stage.sees("Godkendelse af dagsorden", "1 af 2 har svaret", quietly=True)
    await stage.at("2027-03-04T08:00")
    await stage.sees("Du mangler at svare")
    await stage.clicks(_SECOND, request, "Godkend", quietly=True)
    await stage.sees("Godkendelse af dagsorden", "2 af 2 har svaret")
    await stage.hears(_SECRETARY, "Alle har godkendt dagsordenen")


async def _come_too_late(stage: Stage) -> None:
    """An item that is put on the draft when its version is approved already, and that nobody sends out anew."""
    typed = proposals()["korttidspladser"]
    await stage.at("2027-03-05T09:00")
    form = await stage.says(_COORDINATOR, "foreslå", quietly=True)
    await stage.clicks(_COORDINATOR, form, "Send forslag", typed, quietly=True)
    await stage.hears(_SECRETARY, "Modtaget efter fristen", typed["Overskrift"])
    await stage.says(_SECRETARY, "optag 5")
    await stage.hears(_COORDINATOR, "er optaget som punkt 6")
    await stage.at("2027-03-09T08:00")
    await stage.sees("Dagsorden til mødet den", "ikke med i den godkendte version")
    await stage.says(_COORDINATOR, "mine forslag", PERSONAL)


async def _meet(stage: Stage) -> None:
    await stage.at("2027-03-15T08:00")
    await stage.sees("Påmindelse om møde")
    await stage.at("2027-03-17T08:00")
    await stage.hears(_SECRETARY, "Referatet skal udsendes")
    minutes = await stage.says(_SECRETARY, "referat", PERSONAL)
    await tick(stage, _SECRETARY, minutes, _NOT_THERE, "18.45")
    await stage.clicks(_SECRETARY, minutes, "Punkt 3", quietly=True)
    await stage.clicks(_SECRETARY, minutes, "Gem beslutning", {"Udfald": "Godkendt"})
    await stage.clicks(_SECRETARY, minutes, "Hvem var til stede?")  # the ticks are still there
    minutes = await stage.says(_SECRETARY, "referat", PERSONAL, quietly=True)
    await stage.clicks(_SECRETARY, minutes, "Punkt 2", quietly=True)
    resolved = "Klyngestyregruppen beskriver mulige fælles initiativer til næste møde."
    await stage.clicks(
        _SECRETARY, minutes, "Gem beslutning", {"Udfald": "Drøftet", "Beslutning": resolved}, quietly=True
    )
    for line in (
        "beslutning 4: Godkendt med den bemærkning, at der følges op efter første modul.",
        "beslutning 5: Taget til efterretning.",  # the closed one: in the channel it would be refused
    ):
        await stage.says(_SECRETARY, line, PERSONAL, quietly=True)
    minutes = await stage.says(_SECRETARY, "referat", PERSONAL)
    await stage.clicks(_SECRETARY, minutes, "Se referatet før udsendelse")
    await stage.clicks(_SECRETARY, minutes, "Send referat", quietly=True)
    await stage.sees("Referat", "Sendt den", "Udvalgsformand (Læsø)")


async def _remark(stage: Stage) -> None:
    await stage.at("2027-03-18T14:00")
    await stage.says(_SECOND, "bemærkning til referat: Punkt 4 bør nævne, at midlerne fordeles på to år.")
    await stage.hears(_SECRETARY, "Bemærkning til referatet")
    await stage.says(_SECRETARY, "tilføj til referat: Punkt 4: 250.000 kr. i 2027 og 200.000 kr. i 2028.")
    await stage.sees("Tilføjelse til referatet")
