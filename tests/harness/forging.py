"""What a broken or hostile client sends, and how to see that nothing came of it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.charters.forum_file import read_forum_file
from bot.local.activities import Envelope, click, submit
from bot.local.board import card_of
from bot.local.demo.forums import USUAL, file_of
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import Account
from bot.local.visitor import Answer
from bot.usecases.applying import apply_file
from cards.html.walk import parts
from cards.kit.unlinked import as_typed
from storage import audit
from storage.answered import answered
from storage.chats import chats
from storage.outbox.table import notices
from storage.schema import metadata
from storage.talks import talks
from tests.harness.served import Served

NORD, SYD = "politisk-klynge-nord", "politisk-klynge-syd"
HOST = "11111111-1111-1111-1111-111111111111"
STRANGER = Account(object_id="99999999-0000-4000-8000-000000000001", tenant=HOST, name="En fremmed")

_FILE = file_of(USUAL)


async def press(
    nord: Stage | Served,
    person: str | Account,
    data: object,
    where: str = CHANNEL.id,
    *,
    ident: str | None = None,
    verb: str | None = None,
) -> Answer:
    """Send a click with this data, whatever it is."""
    value = {"title": "", "verb": verb}
    status, body = await nord.teams.visitor.sends(
        click(envelope(nord, person, where, ident), "1", value, data)  # type: ignore[arg-type]  # on purpose
    )
    assert isinstance(body, dict), body
    value = body["value"]
    return Answer(status, card=value if isinstance(value, dict) else _beside(value))


def _beside(words: str) -> dict[str, Any]:
    """A refusal in words alone, which leaves the card in hand as it is, in the shape of one that brings a card."""
    told = {"type": "AdaptiveCard", "speak": words, "fallbackText": words}
    return told | {"body": [{"type": "Container", "id": "error", "items": [{"type": "TextBlock", "text": words}]}]}


async def send_value(
    nord: Stage, person: str | Account, data: Mapping[str, Any], where: str = CHANNEL.id, *, ident: str | None = None
) -> dict[str, Any]:
    """Send the message that an Action.Submit becomes; the card of the bot's reply."""
    await quiet(nord)
    sent = envelope(nord, person, where, ident)
    before = {each.id for each in nord.teams.board.messages()}
    await nord.teams.visitor.sends(submit(sent, "", dict(data)))
    reply = await nord.teams.board.wait_for(
        lambda each: (
            each.author is None
            and each.id not in before
            and each.conversation == sent.conversation
            and each.thread == (sent.thread or each.id)
        ),
        5,
    )
    card = card_of(reply.activity)
    assert card is not None
    return card


def said(card: Mapping[str, Any] | None) -> str:
    """Everything in the card, as text."""
    assert card is not None
    return as_typed(json.dumps(card, ensure_ascii=False))


def is_refused(card: Mapping[str, Any] | None) -> bool:
    """Whether the card holds a polite no, and is not the apology for a failure of ours."""
    assert card is not None
    return bool(errors(card)) and "Fejlkode" not in said(card)


def errors(card: Mapping[str, Any]) -> list[str]:
    """The ids of the blocks that say no, in reading order."""
    names = [str(part.get("id", "")) for _, part in parts(card) if part.get("type") == "Container"]
    return [name for name in names if name.partition("-")[0] == "error"]


async def quiet(nord: Stage) -> None:
    """Returns once nothing is on its way any more."""
    await nord.settle()


async def stored(nord: Stage) -> str:
    """What the database holds: of notices what is owed, and nothing of who was answered what, or writes from where."""
    async with nord.service.database.reading() as conn:
        queries = [select(each) for each in metadata.sorted_tables if each not in (answered, chats, notices, talks)]
        owed = select(notices.c.key, notices.c.subject, notices.c.generation)
        return repr([sorted(map(repr, await conn.execute(query))) for query in (*queries, owed)])


async def dump(nord: Stage) -> str:
    """Every value of every table."""
    async with nord.service.database.reading() as conn:
        return repr([list(await conn.execute(select(each))) for each in metadata.sorted_tables])


async def logged(nord: Stage) -> int:
    """How long the audit log is."""
    async with nord.service.database.reading() as conn:
        return await audit.total(conn)


def posted(nord: Stage, where: str | None = CHANNEL.id) -> str:
    """Everything the bot has standing there (with None, anywhere), as it was sent."""
    sent = [each.activity for each in nord.teams.board.messages(where) if each.author is None]
    return as_typed(json.dumps(sent, ensure_ascii=False))


async def apply_variant(nord: Stage, folder: Path, changes: Mapping[str, str]) -> None:
    """Apply Klynge Nord's file with other words in it."""
    text = _FILE.read_text("utf-8")
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    file = folder / "forum.yaml"
    file.write_text(text, "utf-8")
    await apply_file(nord.service.database, nord.clock.now(), read_forum_file(file))


def envelope(
    nord: Stage | Served, person: str | Account, where: str = CHANNEL.id, ident: str | None = None
) -> Envelope:
    """Who sends something where."""
    return Envelope(
        directory=nord.teams.directory,
        service_url=nord.teams.visitor.service_url,
        person=nord.account(person) if isinstance(person, str) else person,
        where=where,
        thread=_thread(nord, where),
        ident=ident or nord.teams.board.next_id(),
        at=nord.teams.board.now(),
    )


def _thread(nord: Stage | Served, where: str) -> str | None:
    """Some thread of the channel."""
    return next((each.thread for each in nord.teams.board.messages(where)), None) if where == CHANNEL.id else None
