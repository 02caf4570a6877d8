"""What a meeting resolved, as data: what the form says, where an item went, and who hears of it."""

from dataclasses import replace

import pytest

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.actions import (
    AddToMinutes,
    OpenResolution,
    RecordPositions,
    RecordResolution,
    SendMinutes,
    ShowMinutes,
    ShowMinutesPreview,
)
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.state import Outcome, Position, Stance
from bot.domain.proposals.state import Content, Proposal, ProposalStatus
from bot.domain.referrals.state import Details, Referral, Status
from bot.usecases import minutes
from bot.usecases.desk import WritingDesk
from cards.kit.elements import Card
from storage import agenda as agendas
from storage import proposals, referrals
from storage.database import Database
from storage.proving import first_fault
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk
from tests.harness.klynge_nord import local
from tests.usecases.minutes.setting import (
    DAY_AFTER,
    DOCTOR,
    FORUM,
    ITEMS,
    MARCH,
    OCTOBER,
    SECRETARIAT,
    outbox,
    send_agenda,
    stored,
)

COORDINATOR, LAESOE = "koordinator-hjoerring", "formand-laesoe"
MODEL = ITEMS[1]
INDSTILLING = "Det indstilles, at modellen afprøves."


@pytest.fixture(autouse=True)
async def agenda(database: Database) -> None:
    model = replace(MODEL, content=replace(MODEL.content, recommendation=INDSTILLING), proposal=1)
    closed = replace(ITEMS[2], proposal=2)
    async with database.writing(FORUM) as conn:
        for number, item in enumerate((model, closed), start=1):
            await proposals.add(conn, _proposal(number, item.content), f"form{number}")
    await send_agenda(database, items=(ITEMS[0], model, closed, ITEMS[3]))


def _proposal(number: int, content: Content) -> Proposal:
    return Proposal(
        id=0,
        forum=FORUM,
        year=2027,
        number=number,
        revision=1,
        meeting=MARCH,
        proposer=COORDINATOR,
        on_behalf_of=None,
        by_right=False,
        content=content,
        status=ProposalStatus.ACCEPTED,
        received_at=local("2027-01-10T09:00"),
    )


async def say_of(desk: WritingDesk, **typed: object) -> Card:
    """What the secretariat does with item 2."""
    return await minutes.command(desk, SECRETARIAT, RecordResolution(position=2, **typed))  # type: ignore[arg-type]


async def sentence_of(desk: WritingDesk) -> str:
    return next(each.sentence for each in (await stored(desk)).resolutions if each.item == MODEL.id)


async def test_the_form_has_a_row_for_each_organisation_and_shows_the_sentence_that_its_data_make(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        form = await minutes.query(desk, SECRETARIAT, OpenResolution(position=2))
        check(form)
        for each in desk.forum.organisations:
            assert each.name in texts(form)
        rows = ("laesoe=reservation", "region-nordjylland=against", "hjoerring=none")
        shown = await say_of(
            desk, revision=1, outcome=Outcome.APPROVED_CHANGED, words="at x", positions=rows, stays=True
        )
        check(shown)
        said = (
            "Klyngen godkendte indstillingen med den ændring, at x. "
            "Læsø Kommune tog forbehold. Region Nordjylland stemte imod."
        )
        assert said in texts(shown)
        assert await sentence_of(desk) == said
        (resolution,) = (await stored(desk)).resolutions
        assert set(resolution.positions) == {
            Position(organisation="laesoe", stance=Stance.RESERVATION),
            Position(organisation="region-nordjylland", stance=Stance.AGAINST),
        }
        assert await first_fault(desk.conn) is None


async def test_an_edited_sentence_stands_and_the_form_offers_the_new_one_when_the_data_change(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await say_of(desk, revision=1, outcome=Outcome.APPROVED, words="x", sentence="")
        await say_of(desk, revision=2, outcome=Outcome.APPROVED, words="x", sentence="Klyngen sagde ja.")
        assert await sentence_of(desk) == "Klyngen sagde ja."
        form = await say_of(desk, revision=3, outcome=Outcome.REJECTED, words="x", sentence="Klyngen sagde ja.")
        assert await sentence_of(desk) == "Klyngen sagde ja."
        assert "Teksten er rettet i hånden" in texts(form)
        assert "Klyngen godkendte ikke indstillingen. X." in texts(form)
        assert "Brug den nye tekst" in button_titles(form)
        remade = await say_of(
            desk, revision=4, outcome=Outcome.REJECTED, words="x", sentence="Klyngen sagde ja.", remakes=True
        )
        assert "Teksten er rettet" not in texts(remade)
        assert await sentence_of(desk) == "Klyngen godkendte ikke indstillingen. X."


async def test_what_is_put_off_comes_onto_the_next_draft_and_leaves_it_when_the_outcome_changes(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        form = await minutes.query(desk, SECRETARIAT, OpenResolution(position=2))
        assert f'"value": "{OCTOBER}"' in texts(form)
        done = await say_of(desk, words="Udsat. Der mangler tal.")
        assert "sat på udkastet til dagsordenen for mødet den 5. oktober 2027" in texts(done)
        await say_of(desk, words="Udsat. Der mangler tal.")
        draft = await agendas.get(desk.conn, FORUM, OCTOBER)
        assert draft is not None
        assert [item.proposal for item in draft.items if item.is_own] == [1]
        moved = await proposals.by_id(desk.conn, FORUM, 1)
        assert moved is not None
        assert (moved.meeting, moved.postponed_from, moved.status) == (OCTOBER, MARCH, ProposalStatus.ACCEPTED)
        assert await sentence_of(desk) == "Klyngen udsatte punktet til mødet den 5. oktober 2027. Der mangler tal."
        form = await minutes.query(desk, SECRETARIAT, OpenResolution(position=2))
        assert "står på udkastet til dagsordenen for mødet den 5. oktober 2027" in texts(form)
        await say_of(desk, words="Godkendt.")
        draft = await agendas.get(desk.conn, FORUM, OCTOBER)
        assert draft is not None
        assert not any(item.is_own for item in draft.items)
        back = await proposals.by_id(desk.conn, FORUM, 1)
        assert back is not None
        assert (back.meeting, back.postponed_from) == (MARCH, None)
        assert await first_fault(desk.conn) is None


async def test_it_is_put_off_to_the_day_that_is_named_or_to_none_and_never_back(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await say_of(desk, words="Udsat til 5. oktober 2027")
        assert "5. oktober 2027" in await sentence_of(desk)
        with pytest.raises(Refusal, match="bad_later_meeting"):
            await say_of(desk, words="Udsat til 16/3 2027")
        await say_of(desk, revision=2, outcome=Outcome.POSTPONED, put_off_to="-")
        assert await sentence_of(desk) == "Klyngen udsatte punktet."
        assert not any(item.is_own for item in (await agendas.get(desk.conn, FORUM, OCTOBER)).items)  # type: ignore[union-attr]


async def test_what_was_put_off_onto_an_agenda_that_was_sent_stays_there(
    open_desk_at: OpenDesk, database: Database
) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await say_of(desk, words="Udsat.")
        draft = await agendas.get(desk.conn, FORUM, OCTOBER)
        assert draft is not None
        items: tuple[AgendaItem, ...] = draft.items
    await send_agenda(database, OCTOBER, items)
    async with open_desk_at("2027-10-01T10:00") as desk:
        with pytest.raises(Refusal, match="put_off_sent"):
            await say_of(desk, words="Godkendt.")


async def test_what_was_sent_on_says_where_to_and_stays_so_while_it_waits(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        form = await say_of(desk, outcome=Outcome.REFERRED, stays=True)
        assert "Punktet er ikke sendt videre endnu." in texts(form)
        details = Details(
            title="Sag",
            is_closed=False,
            body_name="Sundhedsrådet",
            question="?",
            sent_on=desk.today,
            sent_by=SECRETARIAT,
        )
        sent = Referral(
            forum=FORUM,
            year=2027,
            number=1,
            revision=1,
            body="raad",
            status=Status.WAITING,
            details=details,
            meeting=MARCH,
            item=MODEL.id,
        )
        await referrals.add(desk.conn, sent, "form")
        await desk.log(SECRETARIAT, "referral.sent", number=1, year=2027)
        form = await minutes.query(desk, SECRETARIAT, OpenResolution(position=2))
        assert "Klyngen oversendte punktet til Sundhedsrådet." in texts(form)
        preview = await minutes.query(desk, SECRETARIAT, ShowMinutesPreview())
        assert "Udfald: Oversendt til Sundhedsrådet" in texts(preview)
        with pytest.raises(Refusal, match="minutes_sent_on"):
            await say_of(desk, outcome=Outcome.APPROVED)
        await referrals.save(desk.conn, replace(sent, status=Status.ANSWERED))
        await say_of(desk, outcome=Outcome.APPROVED)


async def _send_all(desk: WritingDesk) -> None:
    await say_of(desk, words="Godkendt.")
    await minutes.command(desk, SECRETARIAT, RecordResolution(position=3, words="Drøftet. Hemmeligt."))
    await minutes.command(desk, SECRETARIAT, SendMinutes())


async def test_each_proposer_gets_their_items_once_and_what_is_added_to_them(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await minutes.command(desk, SECRETARIAT, RecordPositions(position=2, words="Læsø imod"))
        assert await outbox(desk, MinutesNotice.EXTRACT) == []
        await _send_all(desk)
        await minutes.command(desk, SECRETARIAT, SendMinutes())
        (notice,) = await outbox(desk, MinutesNotice.EXTRACT)
        assert notice.recipient == COORDINATOR
        own = await minutes.render(replace(desk, place=Place.PERSONAL), notice, MinutesNotice.EXTRACT)
        assert isinstance(own, Card)
        check(own)
        for said in ("Udfald: Godkendt · Læsø Kommune: imod", "Læsø Kommune stemte imod.", "Hemmeligt."):
            assert said in texts(own)
        assert "Godkendelse af dagsorden" not in texts(own)
        shared = await minutes.render(replace(desk, place=Place.CHANNEL), notice, MinutesNotice.EXTRACT)
        assert isinstance(shared, Card)
        assert "Læsø Kommune stemte imod." in texts(shared)
        assert "Hemmeligt" not in texts(shared)
        assert "Et lukket punkt vises kun" in texts(shared)
        for position, words in ((2, "Ni måneder er rigtigt."), (3, "Skjult rettelse."), (None, "Om hele mødet.")):
            await minutes.command(desk, SECRETARIAT, AddToMinutes(position=position, words=words))
        added = [each for each in await outbox(desk, MinutesNotice.EXTRACT) if each.key != notice.key]
        assert len(added) == 2
        told = [
            await minutes.render(replace(desk, place=Place.PERSONAL), each, MinutesNotice.EXTRACT) for each in added
        ]
        assert all(isinstance(each, Card) for each in told)
        assert sum("Ni måneder er rigtigt." in texts(each) for each in told if isinstance(each, Card)) == 1
        channel = replace(desk, place=Place.CHANNEL)
        for each in await outbox(desk, MinutesNotice.ADDITION):
            card = await minutes.render(channel, each, MinutesNotice.ADDITION)
            assert isinstance(card, Card)
            assert "Skjult rettelse." not in texts(card)
        assert "Skjult rettelse." not in texts(await minutes.query(desk, DOCTOR, ShowMinutes()))
        assert "Til punkt 2: Ni måneder er rigtigt." in texts(await minutes.query(desk, DOCTOR, ShowMinutes()))
        with pytest.raises(Refusal, match="minutes_closed_item"):
            await minutes.command(channel, SECRETARIAT, AddToMinutes(position=3, words="Nej."))


async def test_very_many_organisations_and_texts_still_fit_a_card(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        many = tuple(
            replace(each, id=f"{each.id}-{number}", name=f"{each.name} {number}")
            for each in desk.forum.organisations
            for number in range(8)
        )
        big = replace(desk, forum=replace(desk.forum, organisations=many))
        await minutes.command(big, SECRETARIAT, RecordResolution(position=2, words="ø" * 2_000))
        form = await minutes.query(big, SECRETARIAT, OpenResolution(position=2))
        check(form)
        assert "så skriv fx »punkt 3: Læsø imod" in texts(form)
