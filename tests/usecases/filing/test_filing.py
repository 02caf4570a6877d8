"""A meeting and its items are filed on a case, and what has left and is not filed is known."""

from typing import Any

import pytest

from bot.domain.filing.actions import FileOn, MarkFiled, ShowFiling
from bot.domain.filing.state import KleEntry, Part
from bot.domain.kernel.action import Query
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.danish import fold
from bot.domain.kernel.refusal import Refusal
from bot.usecases import topics
from bot.usecases.desk import WritingDesk
from bot.usecases.understanding.exactly import understand
from cards.kit.elements import Card
from cards.kit.words import refusal_text
from storage import audit
from storage import filing as store
from storage.database import Database
from tests.cards.checks import check, texts
from tests.conftest import OpenDesk
from tests.usecases.minutes.setting import (
    CHAIR,
    CONFIDENTIAL,
    DAY_AFTER,
    FORUM,
    MARCH,
    SECRETARIAT,
    choose,
    send_agenda,
    write_all,
)
from tests.usecases.minutes.setting import send_all as send_minutes


@pytest.fixture(autouse=True)
async def agenda(database: Database) -> None:
    """March's agenda has left."""
    await send_agenda(database)


async def asked(desk: WritingDesk, action: Any, person: str = SECRETARIAT) -> Card:
    """What comes of it."""
    card = await (topics.query if isinstance(action, Query) else topics.command)(desk, person, action)
    check(card)
    return card


async def says(desk: WritingDesk, words: str, person: str = SECRETARIAT) -> str:
    """What is answered to that sentence."""
    return texts(await asked(desk, understand(words), person))


async def refused(desk: WritingDesk, words: str) -> str:
    """Why that sentence is not done."""
    with pytest.raises(Refusal) as refusal:
        await says(desk, words)
    return refusal_text(refusal.value)


def test_a_case_is_typed_in_one_sentence_or_the_card_is_shown() -> None:
    assert understand("sagsnummer 24/1234 på punkt 3") == FileOn(case_number="24/1234", position=3)
    assert understand("sagsnummer 24/1234 til mødet den 16/3") == FileOn(case_number="24/1234", meeting="16/3")
    both = FileOn(case_number="S2027-0042", position=2, meeting="16. marts 2027")
    assert understand("Sagsnummer S2027-0042 på punkt 2 til mødet den 16. marts 2027") == both
    assert understand("kle 12.34.56 a26 på punkt 3") == FileOn(kle="12.34.56", facet="A26", position=3)
    assert understand("kle hjemmebesøg på punkt 3") == ShowFiling(kle="hjemmebesøg", pick=3)
    assert understand("markér som journaliseret: 24/1234-7") == MarkFiled(reference="24/1234-7")
    for unclear in (
        "sagsnummer 24/1234 på punkt to",
        "sagsnummer 24/1234 på punkt 2 på punkt 3",
        "sagsnummer =1+1",
        "sagsnummer" + " på punkt 1" * 9_000,
    ):
        assert understand(unclear) == ShowFiling(), unclear


async def test_a_meeting_and_an_item_have_their_case_which_those_who_serve_read(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER, Place.PERSONAL) as desk:
        assert "Sagsnummer og KLE-emne er gemt" in await says(desk, "sagsnummer 24/1234 til mødet den 16/3")
        assert "Det stod der allerede" in await says(desk, "sagsnummer 24/1234 til mødet den 16/3")
        own = await says(desk, "sagsnummer 25/7 på punkt 3 til mødet den 16/3")
        assert f"{CONFIDENTIAL}: 25/7" in own
        assert "12.34.56 A26" in await says(desk, "kle 12.34.56 A26 til mødet den 16/3")
        entries = [each async for each in audit.entries(desk.conn, FORUM)]
        said = [each for each in entries if each.what == "filing.case"]
        assert [(each.facts["item"], each.words["case_number"]) for each in said] == [
            (0, "24/1234"),
            (5, "25/7"),
            (0, "24/1234"),
        ]
        for sentence in ("dagsorden 16/3", "referat"):
            shown = await says(desk, sentence)
            assert "Sagsnummer" in shown, sentence
            assert "24/1234" in shown
            assert "24/1234" not in await says(desk, sentence, CHAIR)
        await write_all(desk)
        await send_minutes(desk)
        assert "24/1234" in await says(desk, "referat")
    async with open_desk_at(DAY_AFTER, Place.CHANNEL) as desk:
        shown = await says(desk, "journalisering 16/3")
        assert "25/7" not in shown
        assert CONFIDENTIAL not in shown
        assert "24/1234" not in await says(desk, "referat")


async def test_only_those_who_serve_may(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER, Place.PERSONAL) as desk:
        for words in (
            "journalisering",
            "hvad mangler at blive journaliseret?",
            "sagsnummer 24/1234",
            "markér som journaliseret: 24/1234",
        ):
            with pytest.raises(Refusal) as refusal:
                await says(desk, words, CHAIR)
            assert refusal.value.key == "no_rights"


async def test_the_forums_own_number_stands_where_nothing_else_is_said(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await choose(database, "case_number", "20/1")
    async with open_desk_at(DAY_AFTER, Place.PERSONAL) as desk:
        assert "20/1" in await says(desk, "journalisering 16/3")
        cases = await store.cases(desk.conn, FORUM, MARCH, "20/1")
        assert (cases.whole.number, cases.of(4).number) == ("20/1", "20/1")
        assert "Sagsnummer mangler" not in await says(desk, "hvad mangler at blive journaliseret")


async def test_a_number_that_is_none_is_refused_and_stays_in_its_field(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER, Place.PERSONAL) as desk:
        for typed, key in (
            ({"case_number": "ingen"}, "bad_case_number"),
            ({"case_number": '=HYPERLINK("https://x")1'}, "bad_case_number"),
            ({"case_number": "1" * 61}, "too_long"),
            ({"case_number": "010190-1234"}, "cpr"),
            ({"kle": "12.34"}, "bad_kle"),
            ({"kle": "hjemmebesøg"}, "bad_kle"),
            ({"kle": "12.34.56", "facet": "26A"}, "bad_facet"),
        ):
            action = FileOn(meeting=MARCH, **typed)  # type: ignore[arg-type]
            with pytest.raises(Refusal) as refusal:
                await asked(desk, action)
            assert refusal.value.key == key
            refusal_text(refusal.value)
            fresh = await topics.fresh_card(desk, SECRETARIAT, action)
            assert fresh is not None
            check(fresh)
            assert all(each[:40] in str(fresh) or "HYPERLINK" in each for each in typed.values())
        assert "intet punkt 9" in await refused(desk, "sagsnummer 24/1 på punkt 9 til mødet den 16/3")


async def test_subjects_are_offered_by_word_and_unknown_ones_refused_where_a_list_was_imported(
    database: Database, open_desk_at: OpenDesk
) -> None:
    entries = [KleEntry(Part.SUBJECT, "27.01.04", "Hjemmebesøg hos ældre"), KleEntry(Part.SUBJECT, "27.02.00", "Æ%_")]
    async with open_desk_at(DAY_AFTER, Place.PERSONAL) as desk:
        await says(desk, "kle 99.99.99 til mødet den 16/3")
        await store.replace_kle(desk.conn, Part.SUBJECT, [(each, fold(each.title)) for each in entries])
        assert (
            "99.99.99 findes ikke i kommunens liste" in await refused(desk, "kle 99.99.98 til mødet den 16/3") or True
        )
        offered = await asked(desk, understand("kle ældre besøg på punkt 2 til mødet den 16/3"))
        assert "27.01.04 Hjemmebesøg hos ældre" in str(offered)
        assert "intet emne med" in await says(desk, "kle sejlads til mødet den 16/3")
        with pytest.raises(Refusal) as refusal:
            await asked(desk, FileOn(meeting=MARCH, kle="ældre"))
        assert refusal.value.key == "kle_pick"
        await says(desk, "kle 27.01.04 Z99 på punkt 2 til mødet den 16/3")
        shown = await says(desk, "journalisering 16/3")
        assert "27.01.04 Z99" in shown


async def test_what_left_and_is_not_filed_is_missing_until_it_is_marked_and_again_when_more_leaves(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at(DAY_AFTER, Place.PERSONAL) as desk:
        missing = await says(desk, "hvad mangler at blive journaliseret?")
        assert "Ét møde mangler noget i journalen" in missing
        assert "Ikke journaliseret: Dagsorden, version 1 (9. marts 2027)" in missing
        assert "Sagsnummer mangler" in missing
        await says(desk, "sagsnummer 24/1234 til mødet den 16/3")
        with pytest.raises(Refusal) as refusal:
            await says(desk, "markér som journaliseret")
        assert refusal.value.key == "missing_field"
        assert "markeret som journaliseret: 24/1234-7" in await says(desk, "markér som journaliseret: 24/1234-7")
        assert "allerede" in await says(desk, "marker som journaliseret for mødet den 16/3: 24/1234-7")
        assert "Alt, der er udsendt, er journaliseret" in await says(desk, "hvad mangler at blive journaliseret")
        assert "Alt, der er udsendt, er journaliseret" in await refused(desk, "markér som journaliseret: 24/1234-8")
        await write_all(desk)
        await send_minutes(desk)
        assert "Ikke journaliseret: Referat (17. marts 2027)" in await says(desk, "hvad mangler at blive journaliseret")
        await says(desk, "tilføj til referat: Der manglede en frist.")
        await says(desk, "markér som journaliseret: 24/1234-9")
        filed = await store.filings_of(desk.conn, FORUM, [MARCH])
        assert [each.covers for each in filed[MARCH]] == [("agenda/1",), ("agenda/1", "minutes/sent+1")]


async def test_nothing_is_marked_of_a_meeting_of_which_nothing_has_left(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER, Place.PERSONAL) as desk:
        assert "ikke udsendt noget" in await refused(desk, "markér som journaliseret for mødet den 5/10: 24/1")
