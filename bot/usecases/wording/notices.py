"""What is told of a suggestion, drawn as it stands when it leaves."""

from typing import assert_never

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.wording.notices import WordingNotice
from bot.usecases.desk import Desk
from bot.usecases.wording.views import view_of
from cards.kit.elements import Card
from cards.kit.words import say
from cards.wording import told as drawing
from storage import wordings as store


async def told(desk: Desk, notice: Notice, kind: WordingNotice) -> Card | Stale:
    """The notice as it leaves."""
    number, year = (int(str(notice.subject[name])) for name in ("number", "year"))
    suggestion = await store.by_number(desk.conn, desk.forum.id, number, year)
    if suggestion is None:
        return Stale(say("stale.wording_gone"))
    view, mention = await view_of(desk, notice.recipient or "", suggestion), desk.called(notice)
    match kind:
        case WordingNotice.SUGGESTED:
            return drawing.suggested(view, mention, is_public=desk.is_public)
        case WordingNotice.ANSWERED:
            return drawing.answered(view, mention, is_public=desk.is_public)
        case WordingNotice.CHANGED:
            return drawing.changed(view, mention, is_public=desk.is_public)
        case _:
            assert_never(kind)
