"""A meeting as it is held, at the desk: who may, when it cannot be, and what is corrected afterwards."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.clock import PinnedClock
from bot.domain.agenda import following
from bot.domain.kernel.action import Query
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.notice import Stale
from bot.domain.kernel.refusal import Refusal
from bot.domain.live.notices import LiveNotice
from bot.domain.live.state import Live
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.proposals.state import Content, ItemKind
from bot.usecases import topics
from bot.usecases.desk import WritingDesk
from bot.usecases.ticks import Faults, send_due_agendas
from bot.usecases.understanding.exactly import understand
from cards.kit.elements import Card
from storage import agenda as agendas
from storage import forum as forums
from storage import live as store
from storage.database import Database
from storage.proving import first_fault
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk
from tests.harness.klynge_nord import charter_texts, klynge_nord, local
from tests.usecases.minutes.setting import (
    CONFIDENTIAL,
    FORUM,
    ITEMS,
    MARCH,
    OTHER_CHAIR,
    SECRETARIAT,
    outbox,
    send_agenda,
)

LEADER, LAESOE, FREDERIKSHAVN = "formand-kommunal", "formand-laesoe", "formand-frederikshavn"
NIGHT = "2027-10-30T23:30"


@pytest.fixture(autouse=True)
async def agenda(database: Database) -> None:
    await send_agenda(database)


async def says(desk: WritingDesk, words: str, person: str = SECRETARIAT) -> Card:
    """What is answered to that sentence."""
    action: Any = understand(words)
    card = await (topics.query if isinstance(action, Query) else topics.command)(desk, person, action)
    check(card)
    return card


def shown(card: Card) -> str:
    return texts(card)


async def refused(desk: WritingDesk, words: str, person: str = SECRETARIAT) -> str:
    with pytest.raises(Refusal) as refusal:
        await says(desk, words, person)
    return refusal.value.key


async def changed(database: Database, change: Callable[[Forum], Forum]) -> None:
    async with database.writing(FORUM) as conn:
        await forums.put(conn, change(klynge_nord()), *charter_texts())


@pytest.mark.parametrize(
    ("moment", "why"),
    [
        ("2027-03-15T16:30", "live_too_early"),
        ("2027-03-16T15:29", "live_too_early"),
        ("2027-03-16T23:00", "live_too_late"),
        ("2027-03-17T09:00", "live_too_early"),  # of October's meeting, which comes next
    ],
)
async def test_it_is_not_started_on_another_day(open_desk_at: OpenDesk, moment: str, why: str) -> None:
    async with open_desk_at(moment) as desk:
        assert await refused(desk, "start mødet") == why
        assert await refused(desk, "næste punkt") == "live_not_begun"


async def test_it_is_started_by_the_secretariat_or_its_leader_and_by_nobody_else(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-03-16T16:00") as desk:
        every = ("start mødet", "næste punkt", "slut mødet", "gik: Læsø", "inhabil: Læsø", "alle er her", "hold pause")
        assert await refused(desk, every[0], OTHER_CHAIR) == "no_rights"
        assert "Punkt 1 af 4" in shown(await says(desk, "start mødet", LEADER))
        for words in every:
            for person in (OTHER_CHAIR, LAESOE):
                assert await refused(desk, words, person) == "no_rights", words
        assert "Punkt 1 af 4" in shown(await says(desk, "hvor langt er mødet", LAESOE))
        await says(desk, "beslutning 2: Godkendt.")  # though its hour has not come
        card = await says(desk, "start mødet")
        assert "Mødet er allerede i gang siden kl. 16.00." in shown(card)


async def test_before_the_agenda_was_sent_or_once_it_was_cancelled_it_is_not_started(
    database: Database, open_desk_at: OpenDesk
) -> None:
    async with open_desk_at("2027-03-16T16:30") as desk:
        stored = await agendas.get(desk.conn, FORUM, MARCH)
        assert stored is not None
        await agendas.put(desk.conn, replace(stored, sent_version=None, sent_at=None))
        assert await refused(desk, "start mødet") == "live_unsent"

    def cancel(forum: Forum) -> Forum:
        gone, *others = forum.meetings
        return replace(forum, meetings=tuple(others), cancelled=(*forum.cancelled, gone))

    await changed(database, cancel)
    async with open_desk_at("2027-03-16T16:30") as desk:
        assert await refused(desk, "start mødet") == "meeting_cancelled.next"


async def test_a_closed_item_is_neutral_where_others_read_and_nobody_is_named_as_recused_from_it(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at("2027-03-16T16:30") as desk:
        await says(desk, "start mødet")
        await says(desk, "alle er her")
        await says(desk, "gå til punkt 3")
        card = await says(desk, "inhabil: Udvalgsformand (Frederikshavn)")
        assert CONFIDENTIAL in shown(card)
        assert "Inhabil: Udvalgsformand (Frederikshavn)" in shown(card)
    async with open_desk_at("2027-03-16T16:40", Place.CHANNEL) as desk:
        notice = await desk.tell(MeetingNotice.POST, meeting=MARCH)
        post = await topics.render(desk, notice)
        assert isinstance(post, Card)
        for card in (await says(desk, "hvor langt er mødet"), post):
            assert "Punkt 3 af 4: Lukket punkt" in shown(card)
            assert CONFIDENTIAL not in str(card.content)
            assert "Inhabil" not in str(card.content)
            assert "Skriv beslutning" not in button_titles(card)
        assert await refused(desk, "inhabil: Læsø") == "minutes_closed_item"
        assert await refused(desk, "opgave til punktet: Ring til klinikken") == "minutes_closed_item"
        assert "Inhabil" not in str((await says(desk, "se referatet før udsendelse")).content)


async def test_who_is_missing_as_it_begins_was_not_there_until_they_come(open_desk_at: OpenDesk) -> None:
    """»Alle er her«, then »Gik« of who is not: also on the hour, when nobody can have left."""
    async with open_desk_at("2027-03-16T16:30") as desk:
        await says(desk, "start mødet")
        await says(desk, "alle er her")
        await says(desk, "gik: Læsø")
        assert "Fraværende: Udvalgsformand (Læsø)" in shown(await says(desk, "se referatet før udsendelse"))
    async with open_desk_at("2027-03-16T16:45") as desk:
        await says(desk, "kom: Læsø")
        told = shown(await says(desk, "se referatet før udsendelse"))
        assert "Udvalgsformand (Læsø) (fra kl. 16.45)" in told
        assert "Fraværende: Udvalgsformand (Læsø)" not in told


async def test_who_comes_and_goes_is_noted_for_now_and_can_be_corrected_in_the_minutes(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-03-16T16:30") as desk:
        await says(desk, "start mødet")
        assert "Til stede: 0 · Ikke noteret: " in shown(await says(desk, "hvor langt er mødet"))
        await says(desk, "alle er her")
    async with open_desk_at("2027-03-16T16:50") as desk:
        await says(desk, "gik: Læsø")
        await says(desk, "gik: Læsø")
        await says(desk, "suppleant: Regionsrådsmedlem, suppleant")
        assert "som stedfortræder for Formand (Region Nordjylland)" in shown(await says(desk, "hvor langt er mødet"))
        assert await refused(desk, "suppleant: Udvalgsformand (Frederikshavn)") == "live_substitute"
        assert await refused(desk, "gik: Anders And") == "unknown_person"
        await says(desk, "næste punkt")
    async with open_desk_at("2027-03-16T17:00") as desk:
        await says(desk, "kom: Læsø")
        await says(desk, "slut mødet")
        assert await refused(desk, "alle er her") == "live_over"
        await says(desk, "beslutning 2: Godkendt.")
        preview = shown(await says(desk, "se referatet før udsendelse"))
        assert "Udvalgsformand (Læsø) (til kl. 16.50)" in preview
        assert "Ikke til stede under punktet: Udvalgsformand (Læsø)." in preview
    async with open_desk_at("2027-03-17T09:00") as desk:
        await says(desk, "mødet sluttede: 17.30")
        await says(desk, "kom: Læsø 16.50")
        await says(desk, "inhabil på punkt 2: Udvalgsformand (Frederikshavn)")
        preview = shown(await says(desk, "se referatet før udsendelse"))
        assert "kl. 16.30–17.30" in preview
        assert "Ikke til stede under punktet: Udvalgsformand (Læsø)" not in preview
        assert "Udvalgsformand (Frederikshavn) forlod mødet under behandlingen som inhabil kl. 16.50–17.00." in preview
        await says(desk, "ikke inhabil på punkt 2: Udvalgsformand (Frederikshavn)")
        assert "inhabil" not in shown(await says(desk, "se referatet før udsendelse"))
    async with open_desk_at("2027-03-17T09:05") as desk:
        assert await first_fault(desk.conn) is None


async def test_what_was_withdrawn_is_shown_and_passed_over_and_what_came_late_is_taken_up(
    database: Database, open_desk_at: OpenDesk
) -> None:
    async with open_desk_at("2027-03-16T16:30") as desk:
        stored = await agendas.get(desk.conn, FORUM, MARCH)
        assert stored is not None
        gone = following.withdrawn(stored, 2, "Aflyst", by=SECRETARIAT, at=desk.now)
        content = Content(title="Vagtplan i julen", kind=ItemKind.DECISION)
        late = following.as_late(content, "Svaret kom i går", 1, proposal=None, item=None)
        await agendas.put(desk.conn, following.supplemented(gone, [late], 1, by=SECRETARIAT, at=desk.now))
        card = await says(desk, "start mødet")
        assert f"2\\\\. {ITEMS[1].content.title}" in shown(card)
        assert "udgår" in shown(card)
        assert "Mødet er ved punkt 3" in shown(await says(desk, "næste punkt"))
        assert await refused(desk, "gå til punkt 2") == "live_gone"
        assert "Mødet er ved punkt 1" in shown(await says(desk, "forrige punkt"))
        await says(desk, "gå til punkt 4")
        last = await says(desk, "næste punkt")
        assert "Punkt 5 af 5: Vagtplan i julen" in shown(last)
        assert "Næste punkt" not in button_titles(last)
        assert await refused(desk, "næste punkt") == "live_last"
        over = shown(await says(desk, "slut mødet"))
        assert "Ikke behandlet" not in over


async def test_two_who_type_it_at_the_same_moment_go_on_by_one_item(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-03-16T16:30") as desk:
        await says(desk, "start mødet")
        await says(desk, "næste punkt")
        assert "allerede gået videre til punkt 2" in shown(await says(desk, "næste punkt", LEADER))
        assert "Mødet er ved punkt 3" in shown(await says(desk, "næste punkt"))
    async with open_desk_at("2027-03-16T16:31") as desk:
        assert "Mødet er ved punkt 4" in shown(await says(desk, "næste punkt", LEADER))


async def test_over_midnight_and_the_change_of_clocks_times_say_their_date_and_typed_ones_mean_the_next_day(
    database: Database, open_desk_at: OpenDesk
) -> None:
    def at_night(forum: Forum) -> Forum:
        first, second = forum.meetings
        return replace(forum, meetings=(first, replace(second, starts=local(NIGHT), ends=local("2027-10-31T03:30"))))

    await changed(database, at_night)
    await send_agenda(database, "2027-2")
    async with open_desk_at(NIGHT) as desk:
        await says(desk, "start mødet")
        await says(desk, "alle er her")
    async with open_desk_at("2027-10-31T03:30") as desk:
        card = shown(await says(desk, "næste punkt"))
        assert "5 timer af" in card  # four by the clocks, which went back by an hour
        assert "Siden den 31. oktober 2027 kl. 3.30" in card
        await says(desk, "gik: Læsø 1.15")
        await says(desk, "beslutning 2: Godkendt.")
        await says(desk, "slut mødet")
        preview = shown(await says(desk, "se referatet før udsendelse"))
        assert "Udvalgsformand (Læsø) (til kl. 1.15)" in preview
        held = "den 30. oktober 2027 kl. 23.30 til den 31. oktober 2027 kl. 3.30"
        assert held in shown(await says(desk, "følg mødet"))


async def test_left_running_it_ends_by_itself_and_the_secretariat_is_asked_when_it_did(
    database: Database, open_desk_at: OpenDesk
) -> None:
    async with open_desk_at("2027-03-16T16:30") as desk:
        await says(desk, "start mødet")

    async def tick(at: str) -> None:
        await send_due_agendas(database, PinnedClock(local(at)), Faults())

    await tick("2027-03-16T22:59")
    async with open_desk_at("2027-03-16T22:59") as desk:
        assert (await stored(desk)).is_running
    await tick("2027-03-16T23:00")
    async with open_desk_at("2027-03-17T09:00") as desk:
        assert (await stored(desk)).is_left
        asked = await outbox(desk, LiveNotice.LEFT_RUNNING)
        assert {each.recipient for each in asked} == {SECRETARIAT, "sekretariat-region"}
        assert {each.due_at.astimezone(desk.forum.timezone) for each in asked} == {local("2027-03-17T08:00")}
        card = await topics.render(desk, asked[0])
        assert isinstance(card, Card)
        check(card)
        assert "Hvem var til stede?" in button_titles(card)
        assert await refused(desk, "næste punkt") == "live_over"
        assert "Hvornår sluttede mødet?" in shown(await says(desk, "referat"))
        await says(desk, "mødet sluttede: 18.45")
        assert "Hvornår sluttede mødet?" not in shown(await says(desk, "referat"))
        assert isinstance(await topics.render(desk, asked[0]), Stale)


async def stored(desk: WritingDesk) -> Live:
    found = await store.get(desk.conn, FORUM, MARCH)
    assert found is not None
    return found
