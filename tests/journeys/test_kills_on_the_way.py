"""One act whose process is killed between click, commit, send and update, and so each that comes after it.

Each gets a step further than the one before. In the end it was done once, and everybody knows.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.auditing import verify_audit
from bot.config import load_settings
from bot.local.board import Message, words
from bot.local.demo.forums import USUAL, shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.usecases.applying import apply_file
from storage import audit
from storage.database import Database
from storage.outbox import notices
from storage.outbox.table import notices as table
from tests.harness.dying import AtCall, AtCommit, dies_at_call, dies_at_commit, times_logged
from tests.harness.elapsed import an_hour_passes
from tests.harness.forging import said
from tests.harness.minute_steps import put_forward
from tests.harness.passing_time import falls_due, stays_silent
from tests.harness.served import Served, on_stage, open_served
from tests.harness.steps import CHAIRS, POST, SECRETARIAT, agenda_sent, in_channel, in_chat, told
from tests.harness.teams import Arrival

pytestmark = pytest.mark.both_databases

LOCAL, REGIONAL = CHAIRS
POLITICIAN = "formand-laesoe"
NEW = "Klyngen godkendte indstillingen. Modellen afprøves i otte måneder."
LATE = "Vagtplan i julen"
CLICK = "1800000000000"  # the one id by which Teams would bring the click again


async def nothing(_: Stage) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Somebody presses a button on what `prepared` gives; who then sees what, once each, with None for the channel."""

    prepared: Callable[[Stage], Awaitable[Message]]
    who: str
    title: str
    answer: str
    what: str
    news: tuple[tuple[str | None, tuple[str, ...]], ...]
    shown: tuple[str, ...]  # on a card that stood before
    after: Callable[[Stage], Awaitable[None]] = nothing

    def __str__(self) -> str:
        return self.what


async def to_be_moved(nord: Stage) -> Message:
    await agenda_sent(nord)
    return await nord.says(SECRETARIAT, "flyt møde 16/3 til 23/3: hallen er optaget", PERSONAL)


async def supplement_asked(nord: Stage) -> Message:
    """The local chair has approved it, and the regional one has not."""
    await agenda_sent(nord)
    await nord.at("2027-03-10T10:00")
    await nord.says(SECRETARIAT, f"tillægsdagsorden: {LATE}, begrundelse: Regionen svarede først i går", PERSONAL)
    await nord.says(SECRETARIAT, "send tillægsdagsorden til godkendelse", PERSONAL)
    request = await nord.sees("Tillægsdagsorden", LATE, "Svar senest")
    await nord.clicks(LOCAL, request, "Godkend")
    return await nord.sees("Tillægsdagsorden", LATE, "Der mangler svar fra")


async def supplement_approved(nord: Stage) -> Message:
    await nord.clicks(REGIONAL, await supplement_asked(nord), "Godkend")
    return await nord.says(SECRETARIAT, "tillægsdagsorden", PERSONAL)


async def wording_suggested(nord: Stage) -> Message:
    await put_forward(nord)
    await nord.says(POLITICIAN, f"foreslå rettelse til punkt 2: {NEW}", PERSONAL)
    return await told(nord, SECRETARIAT, "foreslår en anden ordlyd", "Afventer")


async def meeting_begun(nord: Stage) -> Message:
    await agenda_sent(nord)
    await nord.at("2027-03-15T08:00")
    await nord.at("2027-03-16T16:32")
    await nord.clicks(SECRETARIAT, await nord.sees(POST, "Start mødet"), "Start mødet")
    return await nord.sees("Mødet er i gang", "Punkt 1 af")


async def reminded_before_the_new_day(nord: Stage) -> None:
    await stays_silent(nord, "2027-03-15T08:00")
    await falls_due(nord, "2027-03-22T08:00", "Påmindelse om møde", "23. marts 2027")


ACTS = (
    Act(
        prepared=to_be_moved,
        who=SECRETARIAT,
        title="Flyt mødet",
        answer="er flyttet til den 23. marts 2027",
        what="meeting.moved",
        news=((None, ("Mødet den 16. marts 2027 er flyttet til den 23. marts 2027.",)),),
        shown=("Dagsorden til mødet den 23. marts 2027",),
        after=reminded_before_the_new_day,
    ),
    Act(
        prepared=supplement_asked,
        who=REGIONAL,
        title="Godkend",
        answer="Du har godkendt tillægsdagsordenen",
        what="supplement.answered",
        news=tuple((each, ("Der er svar på tillægsdagsordenen",)) for each in (SECRETARIAT, None)),
        shown=("Tillægsdagsorden", LATE, "Formand (Region Nordjylland): godkendt"),
    ),
    Act(
        prepared=supplement_approved,
        who=SECRETARIAT,
        title="Send tillægsdagsorden",
        answer="Tillægsdagsordenen er sendt.",
        what="supplement.sent",
        news=((None, ("Tillægsdagsorden", "Der er tilføjet 1 punkt til mødet den 16. marts 2027")),),
        shown=("Dagsorden til mødet den 16. marts 2027", "Efter udsendelsen", LATE),
    ),
    Act(
        prepared=wording_suggested,
        who=SECRETARIAT,
        title="Indarbejd",
        answer="Rettelsen er indarbejdet",
        what="wording.taken",
        news=(
            (POLITICIAN, ("Svar på din rettelse", "Indarbejdet")),
            (LOCAL, ("Punkt 2 i referatet", "er ændret, siden du godkendte det")),
        ),
        shown=("Referat til godkendelse", "0 af 2 har godkendt", NEW),
    ),
    Act(
        prepared=meeting_begun,
        who=SECRETARIAT,
        title="Næste punkt",
        answer="Punkt 2 af",
        what="live.moved",
        news=(),
        shown=("Mødet er i gang", "Punkt 2 af"),
    ),
)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """What the processes work on, as it is seen from outside."""
    database = Database(database_url)
    yield database
    await database.close()


@pytest.fixture
async def here(tmp_path: Path, database: Database, database_url: str) -> AsyncIterator[Served]:
    """Klynge Nord in January, with its forum applied."""
    async with open_served(tmp_path, KLYNGEBOT_DATABASE_URL=database_url, KLYNGEBOT_LIMITS="off") as here:
        await apply_file(database, here.clock.now(), shipped(USUAL))
        yield here


def is_of(arrival: Arrival, message: Message) -> bool:
    """Whether that call brought this message, or one in the same words."""
    return message.conversation in arrival.path and arrival.said == message.activity["summary"]


async def logged(database: Database, what: str) -> int:
    async with database.reading() as conn:
        return await times_logged(conn, what)


async def stored(database: Database) -> tuple[int, list[str]]:
    """How long the forum's log is, which vouches for every row, and what is owed."""
    async with database.reading() as conn:
        entries = [each.seq async for each in audit.entries(conn, USUAL)]
        owed = await conn.execute(select(*table.c["key", "subject", "generation"]))
        return len(entries), sorted(map(repr, owed))


async def notices_left(nord: Stage) -> list[str]:
    """What is due and neither sent nor superseded."""
    async with nord.service.database.reading() as conn:
        waiting = await notices.waiting(conn, most=1_000)
    return [each.key for each in waiting if each.due_at <= nord.clock.now()]


@pytest.mark.parametrize("act", ACTS, ids=str)
async def test_an_act_is_done_once_and_known_to_all_wherever_its_process_is_killed(
    here: Served, database: Database, act: Act
) -> None:
    async with on_stage(here) as nord:
        await nord.says(SECRETARIAT, f"tilknyt {USUAL}")
        seen = await act.prepared(nord)
        await nord.settle()
    old = {each.id for each in here.teams.board.messages()}
    click = partial(here.teams.visitor.clicks, here.account(act.who), seen, act.title, card=seen.card, activity=CLICK)
    taken = await killed_on_the_way(here, database, act, click)
    async with on_stage(here) as nord:
        assert act.answer in said((await click()).card)
        await nord.settle()
        assert not await notices_left(nord)
        for person, parts in act.news:
            found = in_channel(nord, *parts) if person is None else in_chat(nord, person)
            new = [each for each in found if each.id not in old and all(part in words(each) for part in parts)]
            doubled = [each for each in taken if new and is_of(each, new[0])]
            assert len(new) == 1 + len(doubled), [words(each) for each in new]
        assert [each for each in in_channel(nord, *act.shown) if each.id in old]
        await act.after(nord)
    assert (await anext(verify_audit(load_settings(here.settings)))).startswith("Loggen er hel")


async def killed_on_the_way(
    here: Served, database: Database, act: Act, click: Callable[[], Awaitable[object]]
) -> list[Arrival]:
    """One process after the other is killed, each a step further; what Teams has taken of the dead."""
    before, many = await stored(database), await logged(database, act.what)
    await dies_at_commit(here, AtCommit(what=act.what, more_than=many, is_stored=False), click)
    assert await stored(database) == before
    await dies_at_commit(here, AtCommit(what=act.what, more_than=many, is_stored=True), click)
    posted, changed = AtCall(method="POST", is_taken=True), AtCall(method="PUT", is_taken=False)
    for at in (posted, changed) if act.news else (changed,):
        await an_hour_passes(database)
        await dies_at_call(here, at)
    await an_hour_passes(database)
    assert await logged(database, act.what) == many + 1
    return posted.taken
