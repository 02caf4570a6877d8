"""What was said last is kept once for each in each place, for a day, and known as long as it can be read."""

from datetime import timedelta

import pytest

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.people import Identity
from bot.domain.saying.actions import Lead, Offered
from bot.usecases.talking import HELD, last_talk, remember
from bot.usecases.turn import Kind, Turn
from cards.kit.buttons import pack
from cards.kit.elements import card, text
from storage import talks
from storage.answered import KEPT
from storage.database import Database
from storage.talks import Kept
from tests.harness.klynge_nord import local

NOON = local("2027-02-01T12:00")
WHERE = Conversation(
    place=Place.PERSONAL, service_url="https://teams.test", tenant="t", id="a:" + "x" * 398, bot="28:b"
)
SENDER = Identity("t", "00000000-0000-4000-8000-000000000001")
ANSWER = card(text("Svar"), speak="Svar")
TURN = Turn(kind=Kind.MESSAGE, activity="1", sender=SENDER, sender_name="", conversation=WHERE, text="ja")
SHOW = pack(ShowAgenda())


async def put(database: Database, talk: Kept, sender: str = SENDER.object_id) -> None:
    async with database.writing() as conn:
        await talks.put(conn, WHERE.id, sender, talk)


async def test_the_last_alone_is_kept_and_everything_for_a_day(stored: Database) -> None:
    await put(stored, Kept(forum="f", at=NOON, shown=SHOW, offered=(SHOW, SHOW)))
    await put(stored, Kept(forum="g", at=NOON + KEPT, offered=(SHOW,)))
    await put(stored, Kept(forum=None, at=NOON), sender="somebody else")
    async with stored.writing() as conn:
        assert await talks.forget(conn, now=NOON + KEPT + timedelta(seconds=1), most=9) == 1
        kept = await talks.last(conn, WHERE.id, SENDER.object_id)
        assert kept == Kept(forum="g", at=NOON + KEPT, offered=(SHOW,))
        await talks.drop(conn, "f")
        assert await talks.last(conn, WHERE.id, SENDER.object_id) is not None
        await talks.drop(conn, "g")
        assert await talks.last(conn, WHERE.id, SENDER.object_id) is None


@pytest.mark.parametrize("unknown", [{"verb": "ShowYesterday"}, {}, {"verb": "ShowVersion", "version": "x"}])
async def test_an_action_that_an_earlier_version_kept_is_none_and_takes_the_offers_beside_it(
    stored: Database, unknown: dict[str, object]
) -> None:
    await put(stored, Kept(forum="f", at=NOON, shown=unknown, offered=(unknown, SHOW)))
    async with stored.reading() as conn:
        talk = await last_talk(conn, TURN, NOON)
    assert (talk.forum, talk.shown, talk.offered) == ("f", None, ())


@pytest.mark.parametrize(("lead", "is_offered"), [(each, each in (Lead.CLICK, Lead.ABSENT)) for each in Lead])
async def test_a_yes_agrees_to_what_may_have_been_meant_and_not_to_what_can_always_be_done(
    stored: Database, lead: Lead, is_offered: bool
) -> None:
    said = Offered(lead=lead, offers=(ShowAgenda(),))
    await remember(stored, NOON, TURN, "f", said, before=None, answer=ANSWER)
    async with stored.reading() as conn:
        talk = await last_talk(conn, TURN, NOON + HELD - timedelta(seconds=1))
        late = await last_talk(conn, TURN, NOON + HELD)
    assert talk.offered == ((ShowAgenda(forum="f"),) if is_offered else ())
    assert (late.offered, late.is_fresh) == ((), False)


async def test_an_offer_says_nothing_new_of_what_was_shown(stored: Database) -> None:
    await remember(stored, NOON, TURN, "f", ShowAgenda(meeting="m"), before=None, answer=ANSWER)
    async with stored.reading() as conn:
        before = await last_talk(conn, TURN, NOON)
    await remember(stored, NOON, TURN, "f", Offered(lead=Lead.CLICK), before=before, answer=ANSWER)
    async with stored.reading() as conn:
        assert (await last_talk(conn, TURN, NOON)).shown == ShowAgenda(meeting="m")
