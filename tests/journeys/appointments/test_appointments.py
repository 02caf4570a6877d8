"""The life of a seat elsewhere: vacant, called for, named to, filled by a resolution, reminded of, vacant again."""

import pytest

from bot.local.board import words
from bot.local.directory import PERSONAL
from tests.harness.minute_steps import said
from tests.harness.seeds import OpenSeed
from tests.harness.steps import told

pytestmark = pytest.mark.both_databases

CLERK = "sekretariat"
HELSINGOER, HILLEROED, FREDENSBORG = "sundhedschef-helsingoer", "sundhedschef-hilleroed", "sundhedschef-fredensborg"
SEAT = {"Organ": "KKR", "Plads": "Medlem", "Niveau": "Direktørniveau", "Til og med": "31/12/2027"}


async def test_a_vacant_seat_is_called_for_named_to_and_filled_by_a_resolution(
    open_seed: OpenSeed, database_url: str
) -> None:
    async with open_seed("kommuneklynge-nord", KLYNGEBOT_DATABASE_URL=database_url) as cluster:
        for person in (CLERK, HELSINGOER, HILLEROED):
            await cluster.says(person, "hjælp", PERSONAL)
        empty = await cluster.says(CLERK, "udpegninger", PERSONAL)
        assert "KKR" in words(empty)
        assert "Organ" in said(await cluster.clicks(CLERK, empty, "Ny plads"))
        answer = await cluster.clicks(CLERK, empty, "Ny plads", SEAT)
        assert "Plads 1/2027 (KKR: Medlem) er oprettet." in said(answer)
        listed = words(await cluster.says(FREDENSBORG, "udpegninger"))
        assert "Medlem · Plads 1/2027 · Ledig plads · Niveau: Direktørniveau" in listed
        await cluster.clicks(CLERK, empty, "Bed om kandidater")
        card = await cluster.sees("Kandidat til KKR: Medlem", "Helsingør Kommune: mangler svar")
        own = await told(cluster, HELSINGOER, "Kandidat til KKR: Medlem")
        await cluster.clicks(HELSINGOER, own, "Indstil", {"Kandidat": "Person A", "Niveau": "chef"})
        await cluster.sees("Kandidat til KKR: Medlem", "Helsingør Kommune: Person A (Chefniveau)", "Bemærk: Der ønskes")
        answer = await cluster.clicks(HELSINGOER, card, "Indstil", {"Kandidat": "Person B", "Niveau": "direktør"})
        assert "Helsingør Kommune indstiller Person B." in said(answer)
        changed = words(await cluster.sees("Kandidat til KKR: Medlem", "Person B (Direktørniveau)"))
        assert "Person A" not in changed
        await cluster.says(HILLEROED, "ingen kandidat")
        await cluster.sees("Kandidat til KKR: Medlem", "Hillerød Kommune: Ingen kandidat")
        await cluster.at("2027-01-22T08:00")
        await told(cluster, FREDENSBORG, "Fredensborg Kommune har ikke svaret om en kandidat")
        await cluster.says(FREDENSBORG, "indstil Person C, direktør, til plads 1")
        await told(cluster, CLERK, "Der er 2 kandidater til KKR: Medlem. 3 af 3 har svaret.")
        await cluster.says(CLERK, "tilføj punkt: Udpegning til KKR")
        refused = words(await cluster.says(CLERK, "udpeg Person C til plads 1 til 31/12/2027"))
        assert "En udpegning kræver en beslutning" in refused
        await cluster.at("2027-03-09T12:00")
        await cluster.says(CLERK, "beslutning 2: Godkendt. Person C udpeges.", PERSONAL)
        form = await cluster.says(CLERK, "plads 1", PERSONAL)
        await cluster.clicks(CLERK, form, "Udpeg")
        typed = {
            "Beslutning": "Mødet den 9. marts 2027, punkt 2: Udpegning til KKR",
            "Kandidat": "Person C (Fredensborg Kommune)",
        }
        answer = await cluster.clicks(CLERK, form, "Udpeg", typed | {"Suppleant": "Person B"})
        assert "Person C er udpeget til KKR: Medlem til og med 31. december 2027." in said(answer)
        await cluster.sees("Kandidat til KKR: Medlem", "Person C er udpeget. Der spørges ikke længere.")
        assert "Person C, 9. marts 2027 – 31. december 2027 (suppleant: Person B)" in words(
            await cluster.says(HELSINGOER, "udpegninger")
        )
        await cluster.at("2027-11-01T08:00")
        await told(cluster, CLERK, "Udpegningen af Person C til KKR: Medlem udløber den 31. december 2027.")
        await cluster.says(CLERK, "plads 1 er ledig fra 1/12")
        await cluster.at("2027-12-01T09:00")
        left = words(await cluster.says(HELSINGOER, "plads 1", PERSONAL))
        assert "Ledig plads" in left
        assert "Tidligere på pladsen · Person C, 9. marts 2027 – 30. november 2027" in left


async def test_a_group_comes_of_a_resolution_and_is_closed_when_its_task_is_done(
    open_seed: OpenSeed, database_url: str
) -> None:
    async with open_seed("kommuneklynge-nord", KLYNGEBOT_DATABASE_URL=database_url) as cluster:
        await cluster.says(CLERK, "hjælp", PERSONAL)
        await cluster.says(CLERK, "tilføj punkt: Opfølgende hjemmebesøg")
        refused = words(await cluster.says(CLERK, "ny arbejdsgruppe: Opfølgende hjemmebesøg, niveau chef"))
        assert "Kommissoriet siger: »Den enkelte kommuneklynge nedsætter arbejdsgrupper" in refused
        await cluster.at("2027-03-09T12:00")
        await cluster.says(CLERK, "beslutning 2: Godkendt. Der nedsættes en gruppe.", PERSONAL)
        form = await cluster.says(CLERK, "ny arbejdsgruppe", PERSONAL)
        typed = {
            "Beslutning": "Mødet den 9. marts 2027, punkt 2: Opfølgende hjemmebesøg",
            "Opgave": "Beskriv en fælles model",
            "Udpegningsniveau": "Chefniveau",
            "Slutdato": "1/10/2027",
        }
        answer = said(await cluster.clicks(CLERK, form, "Ny arbejdsgruppe", typed))
        assert "Arbejdsgruppe 1/2027 er nedsat." in answer
        assert "Ingen tovholder" in answer
        made = words(await cluster.says(CLERK, "ny plads: arbejdsgruppe 1, Kommunal repræsentant, 2 pladser"))
        assert "2 pladser er oprettet: Plads 1/2027 og Plads 2/2027." in made
        tree = words(await cluster.says(HELSINGOER, "organisering"))
        assert "4 Nedsætter arbejdsgrupper: »Den enkelte kommuneklynge nedsætter arbejdsgrupper" in tree
        assert "4.1 Arbejdsgruppe 1/2027: Beskriv en fælles model · Niveau: Chefniveau" in tree
        assert "4.1.2 Plads 2/2027: Kommunal repræsentant · Ledig plads · Niveau: Chefniveau" in tree
        await cluster.says(CLERK, "opgave 1 udført")
        question = await told(cluster, CLERK, "Opgaven for »Beskriv en fælles model« er udført. Skal gruppen lukkes?")
        answer = said(await cluster.clicks(CLERK, question, "Luk gruppen"))
        assert "Arbejdsgruppe 1/2027 er lukket. Den kan stadig læses." in answer
        tree = words(await cluster.says(HELSINGOER, "organisering"))
        assert "Lukket den 9. marts 2027" in tree


async def test_everyday_words_open_a_form_find_the_candidates_seat_and_say_where_answers_are(
    open_seed: OpenSeed, database_url: str
) -> None:
    async with open_seed("kommuneklynge-nord", KLYNGEBOT_DATABASE_URL=database_url) as cluster:
        form = await cluster.says(CLERK, "ny plads i KKR")
        typed = {"Plads": "Medlem", "Til og med": "31/12/2027"}
        assert "Plads 1/2027 (KKR: Medlem) er oprettet." in said(await cluster.clicks(CLERK, form, "Ny plads", typed))
        await cluster.says(CLERK, "ny plads i DAS, medlem")
        assert "»udpegninger«" in words(await cluster.says(CLERK, "hvem mangler at svare"))
        await cluster.says(CLERK, "bed om kandidater til plads 1")
        await cluster.says(HELSINGOER, "vi indstiller Person A")
        await cluster.says(HILLEROED, "vi har ingen kandidat")
        await cluster.sees("Kandidat til KKR: Medlem", "Kommune: Person A", "Hillerød Kommune: Ingen kandidat")
        await cluster.says(CLERK, "tilføj punkt: Udpegning til KKR")
        refused = words(await cluster.says(CLERK, "ny arbejdsgruppe om hjemmebesøg"))
        assert "skriv den med, fx »beslutning 2«" in refused
        await cluster.at("2027-03-09T12:00")
        await cluster.says(CLERK, "beslutning 2: Godkendt.", PERSONAL)
        several = words(await cluster.says(CLERK, "udpeg Person Z til 31/12/2027, beslutning 2"))
        assert "Der er 2 pladser, det kan være." in several
        done = words(await cluster.says(CLERK, "udpeg person a til 31/12/2027, beslutning 2"))
        assert "er udpeget til KKR: Medlem til og med 31. december 2027." in done
