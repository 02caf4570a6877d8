"""What the public may see at a moment: forums and their meetings at any time, and what was let out from then on."""

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.kernel.forum import Choice
from bot.usecases.publication.public import public_state, stamp
from storage import forum as forums
from storage import releases
from storage.database import Database
from tests.harness.klynge_nord import charter_texts, klynge_nord
from tests.usecases.publication.setting import FORUM, MARCH, NOW, record, released, taken_back

HOUR = timedelta(hours=1)


async def test_before_anything_is_let_out_there_are_the_forum_and_its_dates(database: Database) -> None:
    seen = await public_state(database, NOW)
    assert (seen.published, seen.taken_back) == ((), ())
    assert [each.id for each in seen.forums] == [FORUM]
    assert next((each.id, each.starts) for each in seen.forums[0].meetings) == (MARCH.id, MARCH.starts)
    assert seen.forums[0].where == "Sundhedsaftalens hjemmeside"


async def test_a_release_is_seen_when_its_embargo_ends_and_the_stamp_says_so(database: Database) -> None:
    before = await stamp(database, NOW)
    release = await released(database, held=HOUR)
    held = await stamp(database, NOW)
    assert before != held
    assert (await public_state(database, NOW)).published == ()
    after = await public_state(database, NOW + HOUR)
    assert [each.release for each in after.published] == [release]
    assert after.published[0].record == record()
    assert after.stamp == await stamp(database, NOW + HOUR) != held


async def test_what_was_taken_back_is_listed_as_such_but_not_what_never_was_seen(database: Database) -> None:
    seen, unseen = await released(database), await released(database, record("Et andet"), held=2 * HOUR)
    assert (seen.edition, unseen.edition, unseen.number) == (1, 2, 2)
    await taken_back(database, seen, NOW + HOUR)
    await taken_back(database, unseen, NOW + HOUR)
    at_once = await released(database, record("Et tredje"), at=NOW + HOUR)
    await taken_back(database, at_once, NOW + HOUR)
    then = await public_state(database, NOW + 3 * HOUR)
    assert then.published == ()
    assert [each.number for each in then.taken_back] == [1, 3], "a moment is enough to be seen in"
    assert then.taken_back[0].taken_back_words == "En fejl"


async def test_a_record_that_was_erased_is_seen_by_nobody(database: Database) -> None:
    release = await released(database)
    assert (await public_state(database, NOW)).published
    await taken_back(database, release, NOW)
    async with database.writing(FORUM) as conn:
        await releases.empty(conn, release)
    async with database.reading() as conn:
        assert await releases.records(conn, [(FORUM, 1)]) == {}
    assert (await public_state(database, NOW)).published == ()


async def test_it_is_told_since_when_a_meeting_says_what_it_says(database: Database) -> None:
    first = (await public_state(database, NOW)).forums[0]
    assert {each.updated for each in first.meetings} == {first.updated} == {NOW}
    moved = replace(MARCH, place="Et andet sted")
    meetings = tuple(moved if each.id == MARCH.id else each for each in klynge_nord().meetings)
    await applied(database, meetings=meetings)
    later = (await public_state(database, NOW + HOUR)).forums[0]
    assert [each.id for each in later.meetings if each.updated == NOW + HOUR] == [MARCH.id]
    assert later.updated == NOW
    assert {later.created, *(each.created for each in later.meetings)} == {NOW}
    assert [each.id for each in later.meetings if each.changes] == [MARCH.id]
    assert (await public_state(database, NOW + 2 * HOUR)).forums[0] == later


async def test_an_ended_forum_says_who_went_on_and_a_hidden_one_nothing(database: Database) -> None:
    await released(database)
    await applied(database, valid_until=NOW.date() - timedelta(days=1), succeeded_by="sundhedsraad-nord")
    (ended,) = (await public_state(database, NOW)).forums
    assert ended.heir == "sundhedsraad-nord"
    assert ended.ended_at is not None
    assert ended.ended_at.date() == NOW.date()
    hidden = {**klynge_nord().choices, "public_pages": Choice(False, "Klyngen", date(2027, 1, 1))}
    await applied(database, choices=hidden)
    seen = await public_state(database, NOW)
    assert (seen.forums, seen.published) == ((), ())


async def applied(database: Database, **other: object) -> None:
    """The forum's file was applied with these said otherwise."""
    async with database.writing(FORUM) as conn:
        await forums.put(conn, replace(klynge_nord(), **other), *charter_texts())  # type: ignore[arg-type]
