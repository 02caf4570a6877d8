"""What can be asked for about the year."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowYear(Query):
    """The meetings of a year against the charter, its hosts and its deadlines; `year` as typed, empty for this one."""

    of_year: str = ""


YearQuery: TypeAlias = ShowYear
