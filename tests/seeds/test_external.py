"""Meetings of other bodies: the rules of the seeds that speak of them, on the capital region's charter."""

from collections.abc import Sequence

from bot.domain.external.notices import ExternalNotice
from bot.domain.kernel.notice import Notice
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage import audit
from storage.outbox import notices
from tests.harness.forging import said
from tests.harness.seeds import OpenSeed, choosing
from tests.harness.steps import in_channel, in_chat, told

NORD, CLERK = "kommuneklynge-nord", "sekretariat"
HELSINGOER, HILLEROED, FREDENSBORG = "sundhedschef-helsingoer", "sundhedschef-hilleroed", "sundhedschef-fredensborg"
TITLE = "Fælles input til Samordningsudvalget"
EXECUTIVE = "Embedsmandsudvalget for Sundhed"


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
        assert "Repræsentanter · Ingen" in words(await nord.says(HILLEROED, "eksternt møde 1"))
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


async def test_b11_whoever_stands_in_for_one_who_is_away_is_reminded_too(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        await registered(nord)
        assert "suppleant-helsingoer" not in {each.recipient for each in await planned(nord, ExternalNotice.MISSING)}
        await nord.says(HELSINGOER, "fravær 1/4 - 30/4")
        assert "suppleant-helsingoer" in {each.recipient for each in await planned(nord, ExternalNotice.MISSING)}


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


async def test_b25_moving_or_cancelling_the_own_meeting_tells_of_the_other_bodys_that_it_no_longer_prepares(
    open_seed: OpenSeed,
) -> None:
    no_longer = "Forummet holder så ikke længere møde i tide forud for Samordningsudvalget den 16. marts 2027."
    async with open_seed(NORD) as nord:
        await nord.says(CLERK, f"eksternt møde {EXECUTIVE} 1/6")
        await nord.says(CLERK, "eksternt møde Samordningsudvalget 16/3")
        assert no_longer not in words(await nord.says(CLERK, "flyt møde til 10/3", PERSONAL))
        assert no_longer in words(await nord.says(CLERK, "aflys møde", PERSONAL))
        form = await nord.says(CLERK, "flyt møde til 6/4", PERSONAL)
        assert no_longer in words(form)
        assert EXECUTIVE not in words(form)  # ahead of which it did not meet before either
        await nord.clicks(CLERK, form, "Flyt mødet")
        assert "i tide" not in words(await nord.says(CLERK, "flyt møde til 7/4", PERSONAL))


async def test_the_year_shows_other_bodies_meetings_that_are_ahead(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        assert "Møder i andre fora" not in words(await nord.says(CLERK, "årshjul 2027"))
        await registered(nord)
        await nord.says(CLERK, f"eksternt møde {EXECUTIVE} 1/6")
        shown = words(await nord.says(HELSINGOER, "årshjul 2027")).replace("\\", "")
        _, _, outside = shown.partition("Møder i andre fora")
        assert "April" in outside
        assert "20. Samordningsudvalget" in outside
        assert EXECUTIVE in outside
        await nord.says(CLERK, "aflys eksternt møde 2")
        assert EXECUTIVE not in words(await nord.says(CLERK, "årshjul 2027")).replace("\\", "")
        assert "Møder i andre fora" not in words(await nord.says(CLERK, "årshjul 2028"))
