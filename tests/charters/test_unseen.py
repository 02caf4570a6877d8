"""A body that no shipped charter knows is served by data alone, in its own words, by code that never heard of it."""

import json

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.cli.conftest import Klyngebot
from tests.cli.conftest import klyngebot as klyngebot
from tests.harness.seeds import OpenSeed
from tests.harness.unseen import CHARTER, FORUM, GUIDANCE, unseen

OF_OTHERS = ("Sundhedsaftale", "Nordjylland", "KOSU", "Klyngestyregruppe", "Samordningsudvalg", "Koordineringsgruppe")


async def said(stage: Stage, person: str, typed: str) -> str:
    """What that person is answered in their own chat, in which no body of another charter is named."""
    told = words(await stage.says(person, typed, PERSONAL))
    assert [each for each in OF_OTHERS if each in told] == []
    return told


def test_its_charter_is_sorted_by_the_same_table(klyngebot: Klyngebot) -> None:
    told = klyngebot("charter", "check", str(CHARTER))
    assert told.code == 0
    handled, shown, nothing, later = (
        told.lines.index(each)
        for each in ("Handles der efter", "Vises", "Kræver intet af Klyngebot", "Håndhæves endnu ikke")
    )
    for line in (
        "  »Rådet følger Kystplanen« (topics.kystplanen): »foreslå«, Emne",
        "  »til havbade« (shared_funds.purposes.bade): »foreslå«, Formål med midlerne, og »registrér bevilling«",
        "  »Rådet sender sager op« (relations.sender-op): »videresend 3«",
    ):
        assert line in told.lines[handled:shown]
    assert "  »når halvdelen er til stede« (meetings.quorum): »kommissoriets ord«" in told.lines[shown:nothing]
    assert told.lines[nothing + 1 : later] == ["  »Der er ét råd« (cluster_division): Der er kun ét råd."]
    assert (
        "  »den valgte kan bruge puljen« (shared_funds.delegation_options.den-valgte): »midler«"
        in told.lines[shown:nothing]
    )
    assert told.lines[later + 1 :] == ["  Ingen"]


def test_its_guidance_and_its_forum_file_are_read(klyngebot: Klyngebot) -> None:
    assert klyngebot("charter", "check", str(GUIDANCE)).code == 0
    told = klyngebot("forum", "apply", str(FORUM))
    assert told.code == 0
    assert told.lines[0] == "Kystrådet Vest er oprettet."
    assert klyngebot("forum", "apply", str(FORUM)).lines[0] == "Kystrådet Vest er uændret."


async def test_what_it_is_and_who_takes_part_is_told_in_its_own_words(open_seed: OpenSeed) -> None:
    async with open_seed(unseen(), "2027-02-01T09:00") as council:
        about = await said(council, "medlem-klitby", "om forummet")
        for own in ("Stiftermødet, 3. november 2026", "på prøve", "Region Kysten", "Kystforum → Kystrådet Vest"):
            assert own in about
        assert "Kontakt: kontaktperson hos Kystforum." in about
        assert "**Kystforum anbefaler**" in about
        read = await said(council, "medlem-klitby", "kommissoriets ord")
        assert [code for code in ("trial", "own form", "sundhedsraad", "one council") if code in read] == []
        parties = await said(council, "kontoret", "sammensætning")
        for own in (
            "byrådsmedlemmer … en eller to fra hver kommune",
            "Ingen fra: Bolig",
            "ellers holdes tæt forbindelse",
        ):
            assert own in parties
        assert "sidder på en plads, som kommissoriet giver en anden" not in parties
        doctors = await said(council, "kontoret", "hvem repræsenterer PLO")
        assert "Lægerne Nord · Lægerne Syd · Begge" in doctors


async def test_what_it_does_and_what_may_be_proposed_follow_its_charter(open_seed: OpenSeed) -> None:
    async with open_seed(unseen(), "2027-02-01T09:00") as council:
        duties = await said(council, "medlem-klitby", "opgaver")
        assert "»Fælleskontoret betjener rådet«" in duties
        assert "Indsatser · Samarbejdsaftaler · Ansøgninger til puljer" in duties
        draft = await said(council, "kontoret", "dagsorden")
        assert "Status på Kystplanen" in draft
        form = json.dumps((await council.says("kontakt-klitby", "foreslå", PERSONAL)).card, ensure_ascii=False)
        for own in ("Kystplanens mål", "Kystplanen", "Trivsel ved kysten", "Korte veje", "rehabilitering"):
            assert own in form
        assert "Inddragelse af patienter og pårørende (valgfrit)" in form
