"""Agendas and minutes that are sent carry a code, by which anybody finds the entry of the log that proves them."""

import re

import pytest
from sqlalchemy import update

from bot.auditing import find_code
from bot.domain.kernel.refusal import Refusal
from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage import audit
from tests.harness.desks import desk_of
from tests.harness.forging import NORD
from tests.harness.minute_steps import held, minutes_sent
from tests.harness.passing_time import chose
from tests.harness.steps import CHAIRS, SECRETARIAT, accept, agenda_sent, in_channel, propose

CODE = re.compile(r"Kontrolkode: (post \d+ · [0-9a-f]{8}(?: [0-9a-f]{8}){3})")
AGENDA, MINUTES = "Dagsorden til mødet den 16. marts 2027", "Referat fra mødet den 16. marts 2027"


def code_on(message: Message) -> str:
    found = CODE.findall(words(message))
    assert len(found) == 1, words(message)
    return str(found[0])


async def found(url: str, code: str) -> str:
    """What `klyngebot audit find` prints."""
    settings = desk_of(url)
    return "\n".join([line async for line in find_code(settings, code)])


async def refusal(url: str, code: str) -> str:
    with pytest.raises(Refusal) as refused:
        await found(url, code)
    return refused.value.key


async def entry_of(nord: Stage, what: str) -> audit.Entry:
    async with nord.service.database.reading() as conn:
        (entry,) = [each async for each in audit.entries(conn, NORD) if each.what == what]
    return entry


async def change(nord: Stage, entry: audit.Entry, **values: object) -> None:
    """Somebody writes over the entry in the database."""
    table = audit.audit
    async with nord.service.database.writing() as conn:
        await conn.execute(update(table).where(table.c.forum == NORD, table.c.seq == entry.seq).values(**values))


@pytest.mark.both_databases
async def test_the_code_on_a_sent_agenda_finds_its_entry_until_the_entry_is_changed(
    nord: Stage, database_url: str
) -> None:
    await agenda_sent(nord)
    (posted,) = in_channel(nord, AGENDA)
    code, entry = code_on(posted), await entry_of(nord, "agenda.sent")
    told = f"{NORD}, post {entry.seq}: Dagsorden udsendt (2027-1), 9. marts 2027 kl. 8.00, uret"
    assert code.startswith(f"post {entry.seq} · {entry.hash[:8]}")
    assert await found(database_url, code) == told
    assert await found(database_url, entry.hash[:8]) == told
    assert await found(database_url, f"  {entry.hash[:8].upper()}  {entry.hash[8:16]}") == told

    await change(nord, entry, facts=dict(entry.facts) | {"version": 2})
    assert await refusal(database_url, code) == "entry_changed"
    await change(nord, entry, hash="0" * 64)
    assert await refusal(database_url, code) == "no_such_code"


async def test_what_is_no_code_is_told_so(nord: Stage, database_url: str) -> None:
    entry = await entry_of(nord, "forum.tied")
    for typed in (entry.hash[:7], "post 4", "hej med dig", "%" * 8, "_" * 10, ""):
        assert await refusal(database_url, typed) == "bad_code", typed
    assert await refusal(database_url, "f" * 64) == "no_such_code"


async def test_the_same_agenda_shows_the_same_code_whenever_it_is_looked_up(nord: Stage) -> None:
    await agenda_sent(nord)
    (posted,) = in_channel(nord, AGENDA)
    await nord.at("2027-03-12T09:00")
    for where in (PERSONAL, None):
        looked_up = await (nord.says(SECRETARIAT, "dagsorden", where) if where else nord.says(CHAIRS[1], "dagsorden"))
        assert code_on(looked_up) == code_on(posted)


async def test_minutes_keep_their_code_through_remarks_and_additions(nord: Stage, database_url: str) -> None:
    await held(nord)
    posted = await minutes_sent(nord)
    code = code_on(posted)
    assert "Referat sendt" in await found(database_url, code)
    await nord.says(CHAIRS[0], "bemærkning til referat: Punkt 2 er kort.")
    await nord.sees(MINUTES, "1 bemærkning")
    await nord.says(SECRETARIAT, "tilføj til referat: Punkt 2 gælder i 2027.")
    redrawn = await nord.sees(MINUTES, "Punkt 2 gælder i 2027.")
    assert code_on(redrawn) == code
    assert code_on(await nord.says(CHAIRS[0], "referat", PERSONAL)) == code
    assert code_on(await nord.says(SECRETARIAT, "referat", PERSONAL)) == code


async def test_minutes_that_were_approved_before_they_left_have_a_code(nord: Stage, database_url: str) -> None:
    await held(nord, chose("minutes_approval", "next_meeting", "before_sending"))
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    for chair in CHAIRS:
        await nord.says(chair, "godkend referat")
    assert "Referat sendt" in await found(database_url, code_on(await nord.sees(MINUTES, "Sendt den")))


async def test_minutes_that_a_meeting_has_approved_have_the_code_of_that(nord: Stage, database_url: str) -> None:
    await held(nord)
    sent = code_on(await minutes_sent(nord))
    await propose(nord, fields={"Overskrift": "Lægedækning"})
    await accept(nord, 2)
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    for chair in CHAIRS:
        await nord.says(chair, "godkend")
    await nord.at("2027-09-28T08:00")
    await nord.at("2027-10-05T20:00")
    for item in (2, 3):
        await nord.says(SECRETARIAT, f"beslutning {item}: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    approved = code_on(await nord.sees(MINUTES, "godkendt"))
    assert approved != sent
    assert await found(database_url, approved) != await found(database_url, sent)
