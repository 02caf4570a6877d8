"""Meetings of other bodies: the rules of the seeds that speak of them, on the capital region's charter."""

import json
from collections.abc import Sequence
from dataclasses import replace

from bot.charters.forum_file import ForumFile
from bot.charters.stored import stored_charter
from bot.domain.external.notices import ExternalNotice
from bot.domain.kernel.notice import Notice
from bot.local.board import words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage import audit
from storage.outbox import notices
from tests.harness.forging import said
from tests.harness.seeds import OpenSeed, choosing
from tests.harness.steps import in_channel, in_chat, told, until_unsaid

NORD, CLERK = "kommuneklynge-nord", "sekretariat"
HELSINGOER, HILLEROED, FREDENSBORG = "sundhedschef-helsingoer", "sundhedschef-hilleroed", "sundhedschef-fredensborg"
TITLE = "Fælles input til Samordningsudvalget"
EXECUTIVE = "Embedsmandsudvalget for Sundhed"


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


async def planned(stage: Stage, *kinds: ExternalNotice) -> Sequence[Notice]:
    """The reminders of those kinds that wait in the outbox."""
    async with stage.service.database.reading() as conn:
        return [each for each in await notices.planned(conn, stage.file.forum.id) if each.kind in kinds]


async def logged(stage: Stage, what: str) -> list[audit.Entry]:
    async with stage.service.database.reading() as conn:
        return [each async for each in audit.entries(conn, stage.file.forum.id) if each.what == what]


async def registered(stage: Stage, items: str = "Økonomi; Udskrivning", body: str = "Samordningsudvalget") -> None:
    """A meeting on 20 April with these items."""
    await stage.says(CLERK, f"eksternt møde {body} 20/4, punkter: {items}")


async def test_b5_the_joint_input_grows_from_a_draft_by_each_municipalitys_answer_to_what_is_sent(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(NORD) as nord:
        await registered(nord)
        card = await nord.sees(TITLE, "Mangler svar: Helsingør Kommune, Hillerød Kommune og Fredensborg Kommune")
        await nord.clicks(HELSINGOER, card, "Enig")
        await nord.says(HILLEROED, "bemærkning til eksternt møde 1 punkt 1: Vi mangler tal.")
        text = words(await nord.says(CLERK, "fælles tekst 1", PERSONAL))
        assert "enig: Helsingør Kommune; bemærkninger: Hillerød Kommune (»Vi mangler tal.«); mangler: Fred" in text
        assert "Udkast" in text
        answer = await nord.clicks(CLERK, card, "Markér som afsendt")
        assert "markeret som afsendt" in said(answer.card)
        sent = words(await nord.sees(TITLE, "Afsendt den 11. januar 2027 kl. 9.00 af Klyngesekretær (Hillerød)"))
        assert "Markér som afsendt" not in sent
        again = words(await nord.says(CLERK, "marker fælles input 1 som afsendt"))
        assert "allerede afsendt: Klyngesekretær (Hillerød) markerede det den 11. januar 2027 kl. 9.00" in again
        late = words(await nord.says(FREDENSBORG, "enig i eksternt møde 1"))
        assert "afsendt den 11. januar 2027 kl. 9.00, så svaret kan ikke komme med" in late
        assert len(await logged(nord, "external.sent")) == 1


async def test_b5_the_secretariat_edits_the_text_and_sees_that_somebody_answered_since(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        await registered(nord)
        shown = await nord.says(CLERK, "fælles tekst 1", PERSONAL)
        await nord.clicks(CLERK, shown, "Ret teksten", {"Tekst til": "1. Økonomi"})
        saved = await nord.clicks(CLERK, shown, "Gem teksten", {"Tekst": "Klyngen ønsker tal for 2026."})
        assert "Klyngen ønsker tal for 2026." in said(saved.card)
        await nord.says(HILLEROED, "enig i eksternt møde 1")
        text = words(await nord.says(HILLEROED, "fælles tekst 1"))
        assert "Klyngen ønsker tal for 2026. · Der er svaret, efter at teksten blev rettet." in text
        await nord.says(CLERK, "fælles tekst 1 punkt 1:")
        assert "rettigheder" in words(await nord.says(HILLEROED, "fælles tekst 1 punkt 1: Vi mener noget andet"))
        await nord.says(CLERK, "fælles tekst 1: Klyngen takker for indkaldelsen.")
        assert "takker for indkaldelsen. · 1" in words(await nord.says(CLERK, "fælles tekst 1"))


async def test_b10_the_position_on_each_item_is_kept_and_a_later_answer_replaces_it_with_both_on_record(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(NORD) as nord:
        await registered(nord, "Økonomi")
        card = await nord.sees(TITLE, "1\\. Økonomi")
        await nord.clicks(HELSINGOER, card, "Enig")
        await nord.clicks(HELSINGOER, card, "Bemærkning", {"Bemærkning": "For dyrt."})
        await nord.sees(TITLE, "bemærkninger: Helsingør Kommune (»For dyrt.«); mangler: Hillerød")
        given = await logged(nord, "external.answered")
        assert [(each.actor, each.facts["position"]) for each in given] == [
            (HELSINGOER, "agree"),
            (HELSINGOER, "remark"),
        ]
        refused = await nord.clicks(HELSINGOER, card, "Bemærkning")
        assert "Skriv en bemærkning, før du sender." in said(refused.card)


async def test_b10_representatives_get_the_brief_when_it_is_sent_and_the_working_day_before(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(NORD) as nord:
        await nord.says(FREDENSBORG, "hjælp", PERSONAL)
        await registered(nord, body="Embedsmandsudvalget")
        await nord.says(HILLEROED, "enig i eksternt møde 1")
        assert "Talepapiret er sendt til Sundhedschef (Fredensborg)" in words(
            await nord.says(CLERK, "marker fælles input 1 som afsendt")
        )
        brief = await told(nord, FREDENSBORG, f"Talepapir til mødet i {EXECUTIVE} den 20. april 2027")
        assert "enig: Hillerød Kommune; mangler: Helsingør Kommune og Fredensborg Kommune" in words(brief)
        (reminder,) = await planned(nord, ExternalNotice.BRIEF_DUE)
        assert (reminder.recipient, reminder.due_at.date().isoformat()) == (FREDENSBORG, "2027-04-19")
        await nord.at("2027-04-19T08:00")
        await told(nord, FREDENSBORG, "Talepapir til mødet", "er den 20. april 2027. Her er det, klyngen har aftalt")


async def test_b10_where_nobody_of_the_forum_sits_there_the_secretariat_is_told(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        await registered(nord)
        assert "Repræsentanter der · Ingen" in words(await nord.says(HILLEROED, "eksternt møde 1"))
        answer = words(await nord.says(CLERK, "marker fælles input 1 som afsendt"))
        assert "Ingen i forummet er registreret som medlem af Samordningsudvalget" in answer


async def test_b11_a_mandate_is_given_with_its_limits_and_who_has_given_none_is_named(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        await registered(nord, "Budget", body=EXECUTIVE)
        card = await nord.sees(f"Fælles input til {EXECUTIVE}", "Giver input og mandat")
        await nord.clicks(FREDENSBORG, card, "Mandat", {"Grænser for mandatet": "Højst 2 mio. kr."})
        await nord.says(HILLEROED, "mandat til eksternt møde 1")
        line = "mandat: Hillerød Kommune (grænser: ingen angivet) og Fredensborg Kommune (grænser: Højst 2 mio. kr.)"
        assert f"{line}; mangler: Helsingør Kommune" in words(await nord.says(CLERK, "eksternt møde 1"))


async def test_b11_whoever_speaks_for_no_municipality_is_refused_and_told_who_does(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        await registered(nord)
        for person in (CLERK, "suppleant-helsingoer"):
            refused = words(await nord.says(person, "enig i eksternt møde 1"))
            assert "Du svarer ikke for en organisation, der spørges. Det gør: Sundhedschef (Helsingør)" in refused
        other = words(await nord.says(HILLEROED, "bemærkning til eksternt møde 1: Helsingør Kommune: Nej tak"))
        assert "Du svarer ikke for Helsingør Kommune. Det gør: Sundhedschef (Helsingør)." in other
        await nord.says(HELSINGOER, "fravær 11/1 - 20/1")
        assert "Helsingør Kommune · Enig" in words(await nord.says("suppleant-helsingoer", "enig i eksternt møde 1"))


async def test_b11_two_of_three_answer_and_the_third_alone_is_reminded_by_name(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        for person in (HELSINGOER, HILLEROED, FREDENSBORG):
            await nord.says(person, "hjælp", PERSONAL)
        await registered(nord)
        for person in (HELSINGOER, FREDENSBORG):
            await nord.says(person, "enig i eksternt møde 1")
        (reminder,) = await planned(nord, ExternalNotice.MISSING)
        assert (reminder.recipient, reminder.due_at.date().isoformat()) == (HILLEROED, "2027-04-13")
        await nord.at("2027-04-13T08:00")
        asked = await told(nord, HILLEROED, "Hillerød Kommune mangler at svare på punkterne til mødet i Samordn")
        assert not [each for each in in_chat(nord, HELSINGOER) if "mangler at svare" in words(each)]
        await nord.clicks(HILLEROED, asked, "Enig")
        await nord.sees(TITLE, "Alle 3 har svaret.")


async def test_b11_how_long_before_the_reminder_comes_is_the_forums_own_choice(open_seed: OpenSeed) -> None:
    async with open_seed(choosing(NORD, input_reminder_days_before=20)) as nord:
        await registered(nord)
        due = {each.due_at.date().isoformat() for each in await planned(nord, ExternalNotice.MISSING)}
        assert due == {"2027-03-31"}
        assert "20 dage før til dem, der mangler at svare" in words(await nord.says(CLERK, "eksternt møde 1"))


async def test_b11_where_it_chose_none_the_card_says_so(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        await registered(nord)
        shown = words(await nord.says(CLERK, "eksternt møde 1"))
        assert "7 dage før til dem, der mangler at svare (forummet har ikke valgt andet)" in shown


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
        await until_unsaid(nord, TITLE, "Enig")
        assert await planned(nord, *ExternalNotice) == []
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


async def test_b10_a_closed_item_is_a_neutral_title_in_the_channel_and_read_by_those_who_answer(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(NORD) as nord:
        await nord.says(CLERK, "eksternt møde Samordningsudvalget 20/4", PERSONAL)
        await nord.says(CLERK, "punkter til eksternt møde 1: Økonomi; lukket: Hemmelig afskedigelse", PERSONAL)
        await nord.sees(TITLE, "2\\. Lukket punkt")
        card = await nord.says(HILLEROED, "eksternt møde 1", PERSONAL)
        assert "Hemmelig afskedigelse" in words(card)
        typed = {"Punkt": "2. Hemmelig afskedigelse", "Bemærkning": "Hemmelig grund"}
        await nord.clicks(HILLEROED, card, "Bemærkning", typed)
        await nord.sees(TITLE, "har svaret: Hillerød Kommune; mangler:")
        refused = words(await nord.says(HELSINGOER, "bemærkning til eksternt møde 1 punkt 2: Noget andet"))
        assert "Punktet er lukket. Skriv det i din chat med mig" in refused
        await nord.says(CLERK, "marker fælles input 1 som afsendt", PERSONAL)
        assert "Hemmelig grund" in words(await nord.says(HILLEROED, "fælles tekst 1", PERSONAL))
        assert "emmelig" not in words(await nord.says(HILLEROED, "fælles tekst 1"))
        assert in_channel(nord, "emmelig") == []


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
