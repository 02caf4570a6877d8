"""The meeting, taken through its agenda while it is held: somebody comes late, somebody is recused, all is minuted."""

from bot.local.demo.second.roles import COORDINATOR, HOST, LAESOE, SECRETARY
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL

_LATE, _RECUSED = {"Person": "Udvalgsformand (Læsø)"}, {"Person": "Udvalgsformand (Brønderslev)"}


async def play(stage: Stage) -> None:
    """From »Start mødet« to minutes that say where an organisation and a member stood otherwise."""
    await _hold(stage)
    await _write(stage)


async def _hold(stage: Stage) -> None:
    await stage.at("2027-10-12T16:32")
    post = await stage.sees("Mødet den 12. oktober 2027", "Start mødet")
    await stage.clicks(HOST, post, "Start mødet")
    await stage.clicks(SECRETARY, post, "Alle er her", quietly=True)
    await stage.clicks(SECRETARY, post, "Gik", _LATE, quietly=True)
    await stage.at("2027-10-12T16:38")
    await stage.clicks(HOST, post, "Næste punkt", quietly=True)
    await stage.at("2027-10-12T16:45")
    await stage.clicks(SECRETARY, post, "Kom", _LATE, quietly=True)
    await stage.clicks(HOST, post, "Næste punkt", quietly=True)
    await stage.clicks(SECRETARY, post, "Inhabil", _RECUSED, quietly=True)
    await stage.sees("Mødet er i gang", "Inhabil: Udvalgsformand (Brønderslev)")
    await stage.clicks(SECRETARY, post, "Opret opgave", {"Opgave til punktet": "Find en projektleder"}, quietly=True)
    await stage.at("2027-10-12T17:25")
    await stage.says(HOST, "næste punkt", PERSONAL)  # past what lapsed
    await stage.at("2027-10-12T17:31")
    await stage.says(HOST, "næste punkt", PERSONAL, quietly=True)
    await stage.at("2027-10-12T17:58")
    await stage.says(HOST, "slut mødet", PERSONAL)
    await stage.sees("Mødet den 12. oktober 2027", "Holdt kl. 16.32–17.58")


async def _write(stage: Stage) -> None:
    await stage.at("2027-10-13T09:00")
    writing = await stage.says(SECRETARY, "referat", PERSONAL)
    await stage.clicks(SECRETARY, writing, "Punkt 3", quietly=True)
    typed = {
        "Udfald": "Godkendt med ændringer",
        "Beslutning": "at vagten afprøves i tre måneder",
        "Læsø Kommune": "forbehold",
    }
    await stage.clicks(SECRETARY, writing, "Gem beslutning", typed)
    await stage.says(SECRETARY, "beslutning 2: Godkendt.", PERSONAL, quietly=True)
    await stage.says(SECRETARY, "beslutning 6: Taget til efterretning.", PERSONAL, quietly=True)
    opinion = "Øerne skal kunne sige nej, når færgen ikke sejler."
    await stage.says(LAESOE, f"afvigende mening til punkt 3: {opinion}", PERSONAL)
    await stage.hears(SECRETARY, "Afvigende mening")
    writing = await stage.says(SECRETARY, "referat", PERSONAL, quietly=True)
    await stage.clicks(SECRETARY, writing, "Se referatet før udsendelse")
    await stage.clicks(SECRETARY, writing, "Send referat", quietly=True)
    await stage.sees("Referat fra mødet den 12. oktober 2027", "Sendt den")
    await stage.hears(COORDINATOR, "Her er, hvad der blev besluttet", "weekenden")
