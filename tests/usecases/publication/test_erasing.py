"""What was let out with a text in it that is erased is seen by nobody any more, and said to be owed anew."""

from bot.domain.publication.notices import PublicationNotice
from bot.usecases.erasing import erase_texts
from bot.usecases.publication.public import public_state
from storage import audit, releases
from storage.database import Database
from tests.conftest import OpenDesk
from tests.harness.klynge_nord import local
from tests.usecases.minutes.setting import DAY_AFTER, FORUM, MARCH, choose, outbox, send_agenda, send_all
from tests.usecases.publication.test_releasing import says

NAMED = "Borgeren Hansine Hansen klagede."


async def test_a_release_with_an_erased_text_is_taken_back_and_emptied(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await choose(database, "minutes_approval", None)
    await send_agenda(database)
    async with open_desk_at(DAY_AFTER) as desk:
        await send_all(desk)
        await says(desk, f"tilføj til referat: {NAMED}")
        await says(desk, "offentliggør referatet nu")
    now = local("2027-03-18T10:00")
    assert len((await public_state(database, now)).published) == 1
    async with database.reading() as conn:
        every = [each async for each in audit.entries(conn, FORUM)]
    sent, added = (
        next(each for each in every if each.what == what) for what in ("publication.released", "minutes.added")
    )
    assert not sent.texts
    await erase_texts(database, now, FORUM, added.seq, by="drift", ground="Anmodning om sletning")
    seen = await public_state(database, now)
    assert seen.published == ()
    assert [each.taken_back_words for each in seen.taken_back] == ["En tekst i dokumentet er slettet."]
    async with open_desk_at("2027-03-18T10:00") as desk:
        (release,) = await releases.of_meeting(desk.conn, FORUM, MARCH)
        assert await releases.records(desk.conn, [(FORUM, release.number)]) == {}
        assert "Mangler" in await says(desk, "offentliggørelse")
        assert await outbox(desk, PublicationNotice.REQUEST)
