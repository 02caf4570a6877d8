"""Planning a meeting as the secretariat does it in its own chat, and what came of it."""

from collections.abc import Mapping

from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL, Json
from bot.local.filling import Value
from storage import audit
from tests.harness.forging import is_refused, posted, quiet, said
from tests.harness.steps import (
    SECRETARIAT,
)

MOVED = "Mødet den 16. marts 2027 er flyttet til den 6. april 2027."


async def moves(nord: Stage, sentence: str = "flyt møde til 6/4", **fields: Value) -> Json:
    """The secretariat opens the form with that sentence and moves the meeting; what it is told."""
    form = await nord.says(SECRETARIAT, sentence, PERSONAL)
    answer = await nord.clicks(SECRETARIAT, form, "Flyt mødet", fields)
    assert answer.card is not None
    return answer.card


async def refused(nord: Stage, title: str, button: str, fields: Mapping[str, Value]) -> str:
    """The card that comes back of a form that is wrong; nothing was told of it."""
    form = await nord.says(SECRETARIAT, title, PERSONAL)
    before = posted(nord)
    answer = await nord.clicks(SECRETARIAT, form, button, fields)
    assert is_refused(answer.card), said(answer.card)
    await quiet(nord)
    assert posted(nord) == before
    return said(answer.card)


async def entries(nord: Stage, what: str) -> list[audit.Entry]:
    """What the log has of that kind."""
    async with nord.service.database.reading() as conn:
        return [each async for each in audit.entries(conn, nord.file.forum.id) if each.what == what]
