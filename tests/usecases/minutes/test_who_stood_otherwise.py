"""Who stood otherwise than the meeting resolved: organisations by their position, people by their own words."""

from dataclasses import replace

import pytest

from bot.domain.kernel.conversation import Place
from bot.domain.kernel.notice import Stale
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.actions import (
    OpenDissent,
    OpenResolution,
    RecordAbsence,
    RecordDissent,
    RecordPositions,
    RecordResolution,
    SendMinutes,
    ShowMinutes,
    TakeBackDissent,
)
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.state import Outcome
from bot.usecases import minutes
from bot.usecases.desk import WritingDesk
from cards.kit.elements import Card
from storage.database import Database
from storage.proving import first_fault
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk
from tests.usecases.minutes.setting import (
    CHAIR,
    DAY_AFTER,
    DOCTOR,
    ITEMS,
    SECRETARIAT,
    outbox,
    send_agenda,
    stored,
)

LAESOE = "formand-laesoe"
MODEL = replace(ITEMS[1], content=replace(ITEMS[1].content, recommendation="Det indstilles, at modellen afprøves."))


@pytest.fixture(autouse=True)
async def agenda(database: Database) -> None:
    await send_agenda(database, items=(ITEMS[0], MODEL, *ITEMS[2:]))


async def say_of(desk: WritingDesk, **typed: object) -> Card:
    """What the secretariat does with item 2."""
    return await minutes.command(desk, SECRETARIAT, RecordResolution(position=2, **typed))  # type: ignore[arg-type]


async def sentence_of(desk: WritingDesk) -> str:
    return next(each.sentence for each in (await stored(desk)).resolutions if each.item == MODEL.id)


async def test_positions_are_typed_by_name_and_change_only_those_that_are_named(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await say_of(desk, outcome=Outcome.APPROVED)
        for typed in ("Læsø imod, regionen forbehold", "Læsø Kommune: for"):
            check(await minutes.command(desk, SECRETARIAT, RecordPositions(position=2, words=typed)))
        assert await sentence_of(desk) == (
            "Klyngen godkendte indstillingen. Læsø Kommune stemte for. Region Nordjylland tog forbehold."
        )
        await minutes.command(desk, SECRETARIAT, RecordPositions(position=2, words="Læsø som resten"))
        assert "Læsø" not in await sentence_of(desk)
        for typed, key in (
            ("Skagen imod", "position_unknown"),
            ("Læsø imod, Læsø Kommune for", "position_twice"),
            ("Læsø er sur", "bad_position"),
            ("PLO imod", "position_unknown"),  # there are two
            (", ;", "bad_position"),
        ):
            with pytest.raises(Refusal, match=key):
                await minutes.command(desk, SECRETARIAT, RecordPositions(position=2, words=typed))
        for rows in (("skagen=against",), ("laesoe=sur",)):
            with pytest.raises(Refusal, match="bad_card"):
                await say_of(desk, revision=99, positions=rows)
        with pytest.raises(Refusal, match="no_rights"):
            await minutes.command(desk, CHAIR, RecordPositions(position=2, words="Læsø imod"))


async def test_a_position_alone_is_no_resolution(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await minutes.command(desk, SECRETARIAT, RecordPositions(position=2, words="Læsø imod"))
        with pytest.raises(Refusal, match="minutes_incomplete"):
            await minutes.command(desk, SECRETARIAT, SendMinutes())


async def test_whoever_was_there_gets_a_dissenting_opinion_into_the_minutes_in_their_own_words(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        unsent = await minutes.query(desk, LAESOE, ShowMinutes())
        assert "Afvigende mening" in button_titles(unsent)
        form = await minutes.query(desk, LAESOE, OpenDissent())
        check(form)
        assert '"label": "Punkt"' in texts(form)
        check(await minutes.command(desk, LAESOE, RecordDissent(position=2, words="Det er for dyrt.")))
        notice = (await outbox(desk, MinutesNotice.DISSENT))[0]
        heard = await minutes.render(replace(desk, place=Place.PERSONAL), notice, MinutesNotice.DISSENT)
        assert isinstance(heard, Card)
        assert "Udvalgsformand (Læsø) (Læsø Kommune): Det er for dyrt." in texts(heard)
        public = await minutes.render(replace(desk, place=Place.CHANNEL), notice, MinutesNotice.DISSENT)
        assert isinstance(public, Card)
        assert "for dyrt" not in texts(public)
        clerk = await minutes.query(desk, SECRETARIAT, OpenResolution(position=2))
        assert "Det er for dyrt." in texts(clerk)
        again = await minutes.query(desk, LAESOE, OpenDissent(position=2))
        assert "Træk den tilbage" in button_titles(again)
        await minutes.command(desk, LAESOE, RecordDissent(position=2, words="For dyrt."))
        assert [each.words for each in (await stored(desk)).dissents] == ["For dyrt."]
        await minutes.command(desk, LAESOE, TakeBackDissent(position=2))
        assert (await stored(desk)).dissents == ()
        assert isinstance(await minutes.render(desk, notice, MinutesNotice.DISSENT), Stale)
        with pytest.raises(Refusal, match="no_dissent"):
            await minutes.command(desk, LAESOE, TakeBackDissent(position=2))
        assert await first_fault(desk.conn) is None


async def test_who_was_not_there_or_comes_too_late_is_told_what_to_do(open_desk_at: OpenDesk) -> None:
    dissent = RecordDissent(position=2, words="Nej.")
    async with open_desk_at(DAY_AFTER) as desk:
        await minutes.command(desk, SECRETARIAT, RecordAbsence(absent=("Læsø",)))
        for person, key in ((LAESOE, "dissent_not_there"), ("suppleant-regional", "dissent_not_there")):
            with pytest.raises(Refusal, match=key):
                await minutes.command(desk, person, dissent)
        for action, key in (
            (replace(dissent, words=" "), "missing_dissent"),
            (replace(dissent, position=None), "missing_dissent_item"),
            (replace(dissent, position=9), "minutes_no_item"),
        ):
            with pytest.raises(Refusal, match=key):
                await minutes.command(desk, DOCTOR, action)
            kept = await minutes.fresh_card(desk, DOCTOR, action)
            assert action.words.strip() in texts(kept)
        public = replace(desk, place=Place.CHANNEL)
        with pytest.raises(Refusal, match="minutes_closed_item"):
            await minutes.command(public, DOCTOR, replace(dissent, position=3))
        assert "Nej." not in texts(await minutes.fresh_card(public, DOCTOR, replace(dissent, position=3)))
        await minutes.command(desk, DOCTOR, dissent)
        await _send_all(desk)
        with pytest.raises(Refusal, match="dissent_too_late"):
            await minutes.command(desk, DOCTOR, dissent)
        for reader in (DOCTOR, SECRETARIAT):
            assert "Afvigende mening, Praktiserende læge" in texts(await minutes.query(desk, reader, ShowMinutes()))


async def _send_all(desk: WritingDesk) -> None:
    await say_of(desk, words="Godkendt.")
    await minutes.command(desk, SECRETARIAT, RecordResolution(position=3, words="Drøftet. Hemmeligt."))
    await minutes.command(desk, SECRETARIAT, SendMinutes())
