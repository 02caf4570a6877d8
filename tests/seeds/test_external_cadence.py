"""An own meeting ahead of another body's: what the capital region's charter says of cadence, and what it might say."""

import json
from dataclasses import replace

from bot.charters.forum_file import ForumFile
from bot.charters.stored import stored_charter
from bot.domain.external.notices import ExternalNotice
from bot.local.board import words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.forging import said
from tests.harness.seeds import OpenSeed, choosing
from tests.harness.steps import told, until_unsaid
from tests.seeds.test_external import CLERK, EXECUTIVE, HILLEROED, NORD, TITLE, logged, planned, registered


def otherwise(file: ForumFile, *changes: tuple[str, str]) -> ForumFile:
    """The forum under a charter in whose text each of these stands in place of the other."""
    version = file.forum.versions[-1]
    text = version.text
    for was, now in changes:
        assert was in text, was
        text = text.replace(was, now)
    charter = stored_charter(text)
    forum = replace(file.forum, charter=charter, versions=(replace(version, text=text, charter=charter),))
    return replace(file, forum=forum, charter_texts={**file.charter_texts, charter.id: text})


async def test_b25_the_own_meeting_is_proposed_and_the_number_of_days_is_asked_for(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        await nord.says(CLERK, "hjælp", PERSONAL)
        answer = words(await nord.says(CLERK, "eksternt møde Samordningsudvalget 20/4"))
        told_day = (
            "Mødet i Samordningsudvalget er den 20. april 2027. Foreslået dag for Kommuneklynge Nord: 6. april 2027."
        )
        assert told_day in answer
        shown = words(await nord.sees(TITLE, told_day))
        assert "Ikke fastsat i kommissoriet, hvor længe før. 14 dage er et forslag" in shown
        await told(nord, CLERK, "Hvor længe før skal forummet selv mødes?", "foreslår jeg 14 dage")
        await nord.says(CLERK, "ret valg eget møde: 20 dage, besluttet af klyngen 4. januar 2027")
        again = words(await nord.says(CLERK, "eksternt møde 1"))
        assert "Foreslået dag for Kommuneklynge Nord: 31. marts 2027." in again
        assert "er et forslag" not in again


async def test_b25_what_the_charter_settles_goes_before_the_forums_choice_and_skips_closed_days(
    open_seed: OpenSeed,
) -> None:
    chosen = choosing(NORD, aligned_days_before=20, closure_days=["04-16", "04-15"])
    async with open_seed(
        otherwise(chosen, ("aligned_days_before: null", "aligned_days_before: {value: 3, words: tre dage}"))
    ) as nord:
        await registered(nord)
        shown = words(await nord.says(CLERK, "eksternt møde 1"))
        assert "Foreslået dag for Kommuneklynge Nord: 14. april 2027." in shown
        assert "Ikke fastsat i kommissoriet" not in shown


async def test_b25_the_executive_committee_is_only_perhaps_and_any_other_body_sets_no_cadence(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(NORD) as nord:
        form = words(await nord.says(CLERK, "eksternt møde"))
        assert "Møde i andet forum" in form
        await registered(nord, body=EXECUTIVE)
        assert "som en mulighed (»evt.«): »(og evt. Embedsmandsudvalget for Sundhed)«" in words(
            await nord.says(CLERK, "eksternt møde 1")
        )
        assert "Foreslået dag" not in words(await nord.says(CLERK, "eksternt møde Regionsrådet 21/4"))
        assert "Foreslået dag" not in words(await nord.says(CLERK, "eksternt møde 2"))


async def test_b25_a_moved_meeting_warns_of_every_own_meeting_that_hangs_on_it(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        await nord.says(CLERK, "hjælp", PERSONAL)
        await registered(nord)
        card = await nord.sees(TITLE, "Økonomi")
        await nord.clicks(CLERK, card, "Ret mødet")
        await nord.clicks(CLERK, card, "Ret mødet", {"Dato": "27. april 2027"})
        warning = "Mødet i Samordningsudvalget er flyttet. Det berører mødet den 9. marts 2027."
        assert "Det var den 20. april 2027 og er nu den 27. april 2027." in words(await nord.sees(warning))
        await told(nord, CLERK, warning, "Foreslået dag for Kommuneklynge Nord: 13. april 2027.")
        assert {each.due_at.date().isoformat() for each in await planned(nord, ExternalNotice.MISSING)} == {
            "2027-04-20"
        }
        await nord.says(CLERK, "eksternt møde 1 er aflyst")
        await nord.sees(
            "Mødet i Samordningsudvalget den 27. april 2027 er aflyst. Det berører mødet den 9. marts 2027."
        )
        gone = await until_unsaid(nord, TITLE, "Enig")
        assert await planned(nord, *ExternalNotice) == []
        await nord.clicks(CLERK, gone, "Mødet holdes alligevel")
        await nord.sees("Mødet i Samordningsudvalget den 27. april 2027 holdes alligevel. Det berører mødet den 9.")
        assert len(await planned(nord, ExternalNotice.MISSING)) == 3
        assert len(await logged(nord, "external.moved")) == len(await logged(nord, "external.cancelled")) == 1


async def test_b25_days_in_the_past_and_far_away_are_refused_with_what_was_typed(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        past = words(await nord.says(CLERK, "eksternt møde Samordningsudvalget 4/1/2027"))
        assert "Den 4. januar 2027 er allerede passeret." in past
        far = words(await nord.says(CLERK, "eksternt møde Samordningsudvalget 20/4/2031"))
        assert "Den 20. april 2031 er mere end to år ude i fremtiden." in far
        form = await nord.says(CLERK, "eksternt møde", PERSONAL)
        refused = await nord.clicks(CLERK, form, "Registrér mødet", {"Dato": "i forrige uge", "Sted": "Hillerød"})
        assert "Skriv datoen som dag, måned og år" in said(refused.card)
        assert "Hillerød" in said(refused.card)
        await nord.clicks(CLERK, form, "Registrér mødet", {"Dato": "20/4", "Fra kl.": "13.30", "Sted": "Hillerød"})
        assert "20. april 2027 kl. 13.30" in words(await nord.says(HILLEROED, "eksterne møder")).replace("\\", "")
        assert "rettigheder" in words(await nord.says(HILLEROED, "eksternt møde Samordningsudvalget 20/5"))


SHOWN = (
    (
        "value: [samordningsudvalget]",
        "value: [pas]",
        "Mødet i Samordningsudvalget er den 20. april 2027. Foreslået dag",
    ),
    ("optional: {value: [embedsmandsudvalget-for-sundhed]", "optional: {value: [das]", f"{EXECUTIVE} (evt.)"),
    ("kind: prepares", "kind: supports", "Forbereder møder (Samordningsudvalget)"),
    ("kind: gives-input-and-mandate", "kind: supports", f"Giver input og mandat ({EXECUTIVE})"),
    ("by: eksterne-moeder", "by: opgaver", "Forberede Samordningsudvalget (skal)"),
)
"""What stands in the charter, what might stand there instead, and what people then no longer see."""


async def everything(nord: Stage) -> str:
    """What the list, the form and two meetings say."""
    await registered(nord)
    await nord.says(CLERK, f"eksternt møde {EXECUTIVE} 21/4")
    asked = ("eksterne møder", "eksternt møde", "eksternt møde 1", "eksternt møde 2")
    return " ".join([json.dumps((await nord.says(CLERK, each)).card, ensure_ascii=False) for each in asked])


async def test_b25_what_the_charter_says_of_other_bodies_is_seen(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        listed = await everything(nord)
        assert [shown for *_, shown in SHOWN if shown not in listed] == []


async def test_b25_where_the_charter_says_otherwise_all_of_it_is_gone(open_seed: OpenSeed) -> None:
    changes = [(was, now) for was, now, _ in SHOWN]
    async with open_seed(otherwise(shipped(NORD), *changes)) as nord:
        listed = await everything(nord)
        assert [shown for *_, shown in SHOWN if shown in listed] == []
        assert "DAS (evt.)" in listed
