"""Papers of a meeting and of a year: what there is, and each as a file."""

from typing import assert_never

from bot.domain.documents.actions import DocumentsQuery, OpenDocument, ShowDocuments
from bot.usecases.desk import Desk
from bot.usecases.documents import queries
from bot.usecases.documents.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "query"]


async def query(desk: Desk, actor: str, action: DocumentsQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowDocuments():
            return await queries.show(desk, actor, action)
        case OpenDocument():
            return await queries.get(desk, actor, action)
        case _:
            assert_never(action)
