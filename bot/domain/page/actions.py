"""A page of one's own, for what a channel may not show."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOwnPage(Query):
    """Ask for a page of one's own that begins with `about`: a query as a button carries it, in JSON."""

    about: str = ""


PageQuery: TypeAlias = OpenOwnPage
