"""After dispatch: an urgent matter, an item that lapses, and a meeting that is moved the night before."""

from bot.local.demo.second.roles import DEPUTY, FIRST, HOST, LAESOE, SECOND, SECRETARY
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL


async def play(stage: Stage) -> None:
    """From the evening before the meeting to what it is held on."""
    await _move(stage)
    await _add(stage)
    await _lapse(stage)


async def _move(stage: Stage) -> None:
    await stage.at("2027-10-04T20:15")
    form = await stage.says(SECRETARY, "flyt møde til 12. oktober", PERSONAL)
    await stage.clicks(SECRETARY, form, "Flyt mødet", {"Begrundelse": "Storm: færgen til Læsø sejler ikke."})
    await stage.sees("Mødet den 5. oktober 2027 er flyttet til den 12. oktober 2027.")
    await stage.says(LAESOE, "hvornår er mødet?", PERSONAL)


async def _add(stage: Stage) -> None:
    await stage.at("2027-10-07T09:00")
    form = await stage.says(SECRETARY, "tillægsdagsorden", PERSONAL)
    late = {
        "Overskrift til et nyt punkt": "Akut lukning af ti sengepladser",
        "Begrundelse": "Sygehuset meldte det i går, og pladserne lukker før næste møde.",
    }
    await stage.clicks(SECRETARY, form, "Tilføj punkt", late, quietly=True)
    await stage.says(SECRETARY, "send tillægsdagsorden til godkendelse", PERSONAL)
    asked = await stage.sees("Tillægsdagsorden", "Der mangler svar fra")
    await stage.clicks(DEPUTY, asked, "Godkend", quietly=True)
    await stage.clicks(SECOND, asked, "Godkend", quietly=True)
    await stage.at("2027-10-08T08:15")
    await stage.says(SECRETARY, "send tillægsdagsorden", PERSONAL)
    await stage.sees("Tillægsdagsorden", "Der er tilføjet", "Kontrolkode")


async def _lapse(stage: Stage) -> None:
    """What stands on the agenda by the charter is the meeting leader's to let lapse, and not the secretariat's."""
    await stage.at("2027-10-11T08:00")
    await stage.sees("Påmindelse om møde", "12. oktober 2027", quietly=True)
    await stage.at("2027-10-11T13:00")
    reason = "Rederiet kan først svare til næste møde."
    await stage.says(SECRETARY, f"lad punkt 4 udgå: {reason}", PERSONAL)
    item = await stage.says(HOST, "punkt 4", PERSONAL, quietly=True)
    await stage.clicks(HOST, item, "Lad punktet udgå", {"Begrundelse": reason}, quietly=True)
    await stage.sees("Ændring til dagsordenen", "udgår")
    await stage.says(LAESOE, "dagsorden", PERSONAL)
    await stage.says(FIRST, "jeg kommer alligevel", PERSONAL)
