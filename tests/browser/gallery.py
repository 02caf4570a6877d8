"""One card of every kind: those of the demo's story, its forms, and the answers to what one can ask for."""

import json
from typing import Any

from bot.local.board import Board
from bot.local.demo.stage import Stage
from bot.local.demo.story import play
from bot.local.directory import PERSONAL, Json
from tests.browser import drawn, papers
from tests.browser.drawn import MARKUP
from tests.browser.drawn_bilag import attached
from tests.browser.drawn_offers import met
from tests.harness.cases import ASKS

_ASKED = (*ASKS, "dagsordn tak", "invitér gæst", "hvad siger kommissoriet om referater")
_CHAIRS = ("formand-kommunal", "formand-regional")
_SECRETARY, _PROPOSER = "sekretariat-kommuner", "koordinator-hjoerring"


async def every_kind(stage: Stage) -> list[Json]:
    """Cards that differ in more than their words, in the order in which they first came."""
    found: dict[str, Json] = {}

    def look() -> None:
        for card in _all_of(stage.teams.board, stage):
            found.setdefault(json.dumps(_shape(card)), card)

    await play(stage)
    look()
    steps = (_dispute, _ask, _hand_out, _choose, _propose, _stay_away, _decide, _ask_the_leader, _owe)
    for step in (*steps, _prepare, _appoint, _plan, _plan_the_year, _dispose, _supplement, _gather):
        await step(stage)
        look()
    told = (drawn.held, drawn.succeeded, drawn.not_reached, drawn.reworded, drawn.resolved)
    made_up = (*told, attached, met, *papers.EVERY)
    return [*found.values(), *(each for draw in made_up for each in draw())]


async def _dispute(stage: Stage) -> None:
    wanted = "foreslå rettelse til punkt 2"
    for sentence in (wanted, f"{wanted}: {MARKUP}", f"{wanted}: Noget helt andet.", "mine rettelser"):
        await stage.says(_PROPOSER, sentence, PERSONAL)
    await stage.says(_PROPOSER, f"bemærkning til referatets punkt 2: {MARKUP}", PERSONAL)
    for sentence in (
        *(
            "foreslå rettelse",
            "rettelser",
            "rettelse 1",
            f"indarbejd ikke rettelse 1: {MARKUP}",
            "indarbejd rettelse 2",
        ),
        *("indarbejd rettelse 1", "indarbejd rettelse 99"),
    ):
        await stage.says(_SECRETARY, sentence, PERSONAL)


async def _supplement(stage: Stage) -> None:
    """Tomorrow's agenda is sent as soon as it is approved, and then added to, shortened and corrected."""
    for sentence in (f"tilføj punkt: {MARKUP}", "send dagsorden til godkendelse"):
        await stage.says(_SECRETARY, sentence)
    for chair in _CHAIRS:
        await stage.says(chair, "godkend")
    await stage.says(_SECRETARY, "tillægsdagsorden", PERSONAL)
    late = await stage.says(_SECRETARY, f"tillægsdagsorden: {MARKUP}, begrundelse: {MARKUP}", PERSONAL)
    await stage.clicks(_SECRETARY, late, "Tilføj punkt", {"Overskrift til et nyt punkt": MARKUP})
    await stage.says(_SECRETARY, "send tillægsdagsorden til godkendelse")
    for chair in _CHAIRS:
        await stage.says(chair, "godkend tillægsdagsorden")
    await stage.says(_SECRETARY, "send tillægsdagsorden", PERSONAL)
    for sentence in ("punkt 2", f"lad punkt 2 udgå: {MARKUP}", "punkt 1 20 min", "versioner", "vis version 3"):
        await stage.says(_SECRETARY, sentence, PERSONAL)


async def _ask(stage: Stage) -> None:
    for person in (_PROPOSER, _SECRETARY, "formand-kommunal"):
        for question in _ASKED:
            await stage.says(person, question)
    await stage.says(_SECRETARY, "bekræft mandat", PERSONAL)


async def _hand_out(stage: Stage) -> None:
    """What lets the meeting that was held out of Teams, and what is wrong with it."""
    for sentence in (
        *("hent dagsorden som pdf", "hent referat som word", "hent godkendelsesark", "forny kalenderadresse"),
        *("journalisering af punkt 2", f"sagsnummer {MARKUP}", "sagsnummer 24/1234 på punkt 2"),
        *("hvad mangler at blive journaliseret?", "markér som journaliseret: 24/1234-7", "bilag til punkt 2"),
        *("offentliggør referatet", "offentliggør dagsordenen", "indsæt link", "link til referatet: http://localhost"),
        *("link til referatet: https://www.eksempel.dk/referat", "tag offentliggørelse 1 tilbage"),
    ):
        await stage.says(_SECRETARY, sentence, PERSONAL)
    await stage.says(_SECRETARY, "journalisering")
    await stage.says(_PROPOSER, "journalisering", PERSONAL)


async def _choose(stage: Stage) -> None:
    opened = await stage.says(_SECRETARY, "ret et valg", PERSONAL)
    for choice in ("Formandskab", "Lukkeperioder", "Svarfrist, dage før mødet", "Godkendelse af dagsordenen"):
        await stage.clicks(_SECRETARY, opened, "Videre", {"Hvilket valg": choice})
    await stage.clicks(_SECRETARY, opened, "Gem valget", {"Hvem har besluttet": "Klyngen"})
    chosen = {"Hvem har besluttet": "Klyngen den 6. januar 2027"}
    await stage.clicks(_SECRETARY, opened, "Gem valget", chosen)


async def _propose(stage: Stage) -> None:
    form = await stage.says(_PROPOSER, "foreslå")
    typed = {"Overskrift": MARKUP, "Resumé": f"{MARKUP}\n{MARKUP}", "Forslag til indstilling": MARKUP}
    await stage.clicks(_PROPOSER, form, "Send forslag", typed | {"Beløb i kr.": "mange"})
    refused = await stage.says(_PROPOSER, "foreslå", PERSONAL)
    await stage.clicks(_PROPOSER, refused, "Send forslag", typed)
    posted = await stage.sees("Nyt forslag", "stjerner")
    for person in (_SECRETARY, "formand-laesoe", _PROPOSER):
        await stage.clicks(person, posted, "Behandl forslag")


async def _stay_away(stage: Stage) -> None:
    form = await stage.says("formand-kommunal", "meld afbud", PERSONAL)
    await stage.clicks("formand-kommunal", form, "Meld afbud", {"Suppleanten har mandat": True})
    for sentence in ("meld afbud for Udvalgsformand (Læsø)", "hvem kommer", "fravær 1/10-31/10"):
        await stage.says(_SECRETARY, sentence, PERSONAL)


async def _decide(stage: Stage) -> None:
    posted = await stage.sees("Nyt forslag", "stjerner")
    await stage.clicks(_SECRETARY, posted, "Optag på dagsordenen")
    draft = await stage.says(_SECRETARY, "dagsorden", PERSONAL)
    await stage.clicks(_SECRETARY, draft, "Redigér dagsordenen")
    opened = await stage.says(_SECRETARY, "ret dagsorden", PERSONAL)
    await stage.clicks(_SECRETARY, opened, "Redigér punkt 3")
    for part in ("Sagsfremstilling", "Tid, plads og bilag", "Flyt op"):
        await stage.clicks(_SECRETARY, opened, part)
    added = await stage.says(_SECRETARY, "nyt punkt", PERSONAL)
    await stage.clicks(_SECRETARY, added, "Tilføj punkt", {"Overskrift": MARKUP})
    await stage.says(_SECRETARY, "send dagsorden til godkendelse")
    request = await stage.sees("Godkendelse af dagsorden", "0 af 2")
    await stage.clicks("formand-kommunal", request, "Se hele dagsordenen")
    clearance = await stage.sees("Afklaring i egen organisation", "Mangler", "Det, du skriver")
    await stage.clicks(_PROPOSER, clearance, "Afklaret")
    await stage.clicks("koordinator-region", clearance, "Ikke afklaret", {"Bemærkninger": MARKUP})
    await stage.clicks("formand-regional", request, "Send retur", {"Bemærkninger": "Økonomien mangler."})


async def _ask_the_leader(stage: Stage) -> None:
    """Of what is set by right: the leader's card, as it is asked and as it was answered."""
    form = await stage.says("formand-laesoe", "foreslå")
    typed = {
        "Overskrift": MARKUP,
        "Resumé": MARKUP,
        "Forslag til indstilling": MARKUP,
        "Lokal politik/strategi": MARKUP,
    }
    await stage.clicks("formand-laesoe", form, "Send forslag", typed)
    posted = await stage.sees("Nyt forslag", "stjerner")
    await stage.clicks(_SECRETARY, posted, "Behandl forslag")
    await stage.clicks(_SECRETARY, posted, "Spørg mødelederen", {"Begrundelse": MARKUP})
    asked = await stage.hears("formand-frederikshavn", "Sekretariatet spørger, om forslag nr.")
    await stage.clicks("formand-frederikshavn", asked, "Kan udskydes")


async def _plan(stage: Stage) -> None:
    """Meetings that are made, moved and cancelled: each form, what is wrong with one, and what came of it."""
    await stage.says(_SECRETARY, "nyt møde", PERSONAL)
    form = await stage.says(_SECRETARY, "nyt møde 24/12-2027 kl. 22-1 i Læsø", PERSONAL)
    await stage.clicks(_SECRETARY, form, "Opret mødet", {"Sted": MARKUP})
    wrong = await stage.says(_SECRETARY, "flyt møde", PERSONAL)
    await stage.clicks(_SECRETARY, wrong, "Flyt mødet", {"Dato": "i foråret"})
    form = await stage.says(_SECRETARY, f"flyt møde til i morgen kl. 20-21: {MARKUP}", PERSONAL)
    await stage.clicks(_SECRETARY, form, "Flyt mødet")
    form = await stage.says(_SECRETARY, "aflys møde: for få kan komme", PERSONAL)
    await stage.clicks(_SECRETARY, form, "Aflys mødet")
    await stage.says(_SECRETARY, "hold mødet alligevel", PERSONAL)


async def _owe(stage: Stage) -> None:
    for sentence in (
        f"ny opgave: {MARKUP}, ansvarlig Hjørring, frist 1/6",
        "ny indsats: Fælles hjemmebesøg, ansvarlig Læsø",
        "ny aftale: Aftale om udskrivning, sidst 1/3",
        "ny ansøgning: Puljen for nære tilbud, parter Hjørring og Læsø, frist 1/6",
        *("ny opgave", "ny indsats", "ny aftale", "ny ansøgning"),
        *("opgaver", "indsatser", "aftaler", "ansøgninger", "opgave 1", "indsats 2", "aftale 3", "opgave 1 udført"),
    ):
        await stage.says(_SECRETARY, sentence, PERSONAL)
    await stage.says(_PROPOSER, "opgaver")


async def _plan_the_year(stage: Stage) -> None:
    for sentence in (
        *("årshjul 2028", "byt værtskab", "byt værtskab: Læsø", "bekræft værtskab", "ret årsstatus"),
        *(f"ret årsstatus: {MARKUP}", "godkend årsstatus", "send årsstatus", "sæt evaluering på næste dagsorden"),
    ):
        await stage.says(_SECRETARY, sentence, PERSONAL)


async def _prepare(stage: Stage) -> None:
    """For another body's meeting: its form, its card with every kind of answer, its text, and what a move says."""
    form = await stage.says(_SECRETARY, "eksternt møde", PERSONAL)
    typed = {"Andet forum": MARKUP, "Punkter": f"{MARKUP}\nlukket: {MARKUP}\nUdskrivning", "Sted": MARKUP}
    await stage.clicks(_SECRETARY, form, "Registrér mødet", typed | {"Dato": "snart"})
    await stage.clicks(_SECRETARY, form, "Registrér mødet", typed | {"Dato": "20/10/2027", "Fra kl.": "13.30"})
    card = await stage.sees("Fælles input til", "stjerner")
    await stage.clicks(_PROPOSER, card, "Enig")
    await stage.clicks("formand-laesoe", card, "Bemærkning", {"Bemærkning": MARKUP})
    await stage.clicks("koordinator-region", card, "Mandat", {"Grænser for mandatet": MARKUP})
    await stage.clicks(_SECRETARY, card, "Enig")
    shown = await stage.says(_SECRETARY, "fælles tekst", PERSONAL)
    await stage.clicks(_SECRETARY, shown, "Ret teksten", {"Tekst til": "Indledning"})
    await stage.clicks(_SECRETARY, shown, "Gem teksten", {"Tekst": MARKUP})
    changing = await stage.says(_SECRETARY, "ret eksternt møde 1", PERSONAL)
    await stage.clicks(_SECRETARY, changing, "Ret mødet", {"Dato": "27/10/2027"})
    for sentence in ("eksterne møder", "marker fælles input 1 som afsendt", "eksternt møde KKR 1/12/2027"):
        await stage.says(_SECRETARY, sentence, PERSONAL)
    await stage.says(_SECRETARY, "eksternt møde 2 er aflyst", PERSONAL)


async def _appoint(stage: Stage) -> None:
    for sentence in (
        f"ny plads: {MARKUP}, medlem, direktør, til 31/12/2027",
        "ny plads: KKR, medlem",
        "bed om kandidater til plads 1",
        "udpeg Person A til plads 2 til 31/12/2027, beslutning 2",
        "ny arbejdsgruppe: Find en fælles model, beslutning 2, tovholder Person B",
        "ny plads: arbejdsgruppe 1, Kommunal repræsentant",
        *("ny plads", "ny arbejdsgruppe", "udpeg til plads 1", "plads 2", "kandidater til plads 1", "indstil Person C"),
        *("udpegninger", "organisering", "arbejdsgruppe 1", "stillede opgaver", "ny stillet opgave"),
        "ny stillet opgave: Beskriv kapaciteten, stillet af Regionsrådet",
        "luk arbejdsgruppe 1",
    ):
        await stage.says(_SECRETARY, sentence, PERSONAL)
    await stage.says(_PROPOSER, "indstil Person C, chef")
    await stage.says(_PROPOSER, "udpegninger")


async def _dispose(stage: Stage) -> None:
    for sentence in (f"registrér bevilling 2,0 mio.: {MARKUP}", "registrér bevilling", "midler", "årsopgørelse"):
        await stage.says(_SECRETARY, sentence, PERSONAL)
    for sentence in ("disponér", f"disponér 450.000: {MARKUP}", "post 2", f"tilbagefør post 2: {MARKUP}", "midler"):
        await stage.says("formand-kommunal", sentence, PERSONAL)
    await stage.says("formand-kommunal", "disponér 5.000: haster", PERSONAL)
    for sentence in ("registrér forbrug", f"registrér forbrug 100: {MARKUP}", "midler", "årsopgørelse"):
        await stage.says(_SECRETARY, sentence, PERSONAL)


async def _gather(stage: Stage) -> None:
    """Two things in one message, and the reminder that it would have been."""
    await stage.says(_SECRETARY, "påmindelser samlet", PERSONAL)
    form = await stage.says(_PROPOSER, "foreslå", PERSONAL)
    for title in (MARKUP, "Lægedækning"):
        typed = {"Overskrift": title, "Resumé": MARKUP, "Forslag til indstilling": MARKUP}
        await stage.clicks(_PROPOSER, form, "Send forslag", typed)
    await stage.at("2027-08-17T07:30")
    await stage.says(_SECRETARY, "samlet besked", PERSONAL)


def _all_of(board: Board, stage: Stage) -> list[Json]:
    views = (board.view(each, person) for each in board.messages() for person in stage.teams.directory.people)
    return [each.card for each in board.messages() if each.card] + [view.card for view in views if view]


def _shape(part: Any) -> Any:
    """What a card is made of: its elements, labels and buttons, without the words that vary."""
    if isinstance(part, list):
        shapes = [_shape(each) for each in part]
        return [each for number, each in enumerate(shapes) if number == 0 or each != shapes[number - 1]]
    if not isinstance(part, dict):
        return None
    named = part.get("title", "").rstrip("0123456789 ") if str(part.get("type")).startswith("Action.") else None
    inner = [_shape(part[key]) for key in ("body", "items", "columns", "actions", "card") if key in part]
    return [part.get("type"), part.get("style"), part.get("label"), named, *inner]
