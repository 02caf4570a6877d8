"""A year from its plan to its status: every step that the capability names, by card and by sentence."""

import pytest

from bot.domain.year.notices import YearNotice
from bot.local.board import words
from bot.local.demo.forums import shipped
from bot.local.directory import PERSONAL
from tests.harness.minute_steps import said
from tests.harness.seeds import open_seeds
from tests.harness.steps import told
from tests.harness.years import applied, on_days, waiting

NORD, STEERING = "politisk-klynge-nord", "klyngestyregruppe-nord"
CLERK, HOST = "sekretariat-kommuner", "koordinator-hjoerring"
LACKING = "Der mangler møder i 2028"


@pytest.mark.both_databases
async def test_a_year_is_planned_hosted_in_turn_warned_of_and_reported_once(database_url: str) -> None:
    async with open_seeds(NORD, STEERING, KLYNGEBOT_DATABASE_URL=database_url) as (nord, group):
        for person in (CLERK, HOST):
            await nord.says(person, "hjælp", PERSONAL)
        days = ("2027-03-16", "2027-10-05", "2027-11-23")
        file = on_days(shipped(NORD), *days, hosts=("hjoerring", "frederikshavn"))
        await applied(nord, file)
        year = await nord.says(CLERK, "årshjul")
        assert "23\\. november 2027 · Planlagt · Rådhuset · Foreslået vært: Brønderslev Kommune" in words(year)

        form = await nord.says("formand-broenderslev", "byt værtskab den 23. november")
        swapped = await nord.clicks("formand-broenderslev", form, "Byt værtskab", {"Byt med": "Læsø Kommune"})
        assert "Læsø Kommune er vært for mødet den 23. november 2027." in said(swapped)
        assert "Næste vært efter tur: Brønderslev Kommune" in said(swapped)

        await nord.at("2027-02-16T08:00")
        asked = await told(nord, HOST, "Hjørring Kommune er vært for mødet i Politisk Klynge Nord den 16. marts 2027.")
        await nord.clicks(HOST, asked, "Bekræft værtskab")
        await told(nord, CLERK, "Værtskabet er bekræftet")
        assert "har bekræftet værtskabet" in words(await nord.says(HOST, "bekræft værtskab"))

        await group.says(CLERK, "ret valg årsstatus: 7/12, besluttet af styregruppen 4. januar 2027")
        assert [str(each.due_at.date()) for each in await waiting(group, YearNotice.REPORT_DUE)][:1] == ["2027-11-23"]
        await group.at("2027-12-07T08:00")
        await group.sees("Årsstatus 2027 skal sendes", "senest 7. december 2027. Et udkast er klar.")
        status = await group.says(CLERK, "årsstatus 2027")
        assert "1 afholdt" in words(status)
        sent = await group.clicks(CLERK, status, "Send til Strategisk Sundhedsforum")
        assert "er sendt til Strategisk Sundhedsforum" in said(sent)
        assert "blev sendt til Strategisk Sundhedsforum den 7. december 2027" in words(
            await group.says("sekretariat-region", "send årsstatus 2027")
        )

        await nord.at("2028-06-01T08:00")
        await told(nord, CLERK, LACKING, "har endnu ikke planlagt møde i 2028")
        await applied(nord, on_days(file, *days, "2028-11-21", hosts=("hjoerring", "frederikshavn")))
        assert "2028-09-29" not in {str(each.due_at.date()) for each in await waiting(nord, YearNotice.FREQUENCY)}
