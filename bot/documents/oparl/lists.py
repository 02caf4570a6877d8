"""A list in pages, perhaps of what came or changed within a time; what was deleted is told to whoever asks since when.

Pages are counted, and what is in a list has the order in which it came, so that nothing moves while nothing changes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from bot.documents.oparl.dataset import Dataset
from bot.documents.oparl.fields import Fields
from bot.documents.oparl.keys import Key

A_PAGE = 100
TIMES = ("created_since", "created_until", "modified_since", "modified_until")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,6})?([Zz]|[+-]\d{2}:\d{2})", re.ASCII)
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


class Unclear(Exception):  # noqa: N818 - it is the question that is wrong
    """What was asked for cannot be understood: the name of the parameter."""


class NoPage(Exception):  # noqa: N818 - likewise
    """The list has no such page."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which part of a list somebody wants: the times by their names, and how many there are on a page."""

    times: Mapping[str, datetime]
    page: int = 1
    limit: int = A_PAGE
    omits: bool = False

    def asked(self, page: int) -> str:
        """The same for that page, as it is written in an address: always in the same order."""
        said: dict[str, str] = {name: self.times[name].isoformat() for name in TIMES if name in self.times}
        said |= {"limit": str(self.limit)} if self.limit != A_PAGE else {}
        said |= {"omit_internal": "true"} if self.omits else {}
        said |= {"page": str(page)} if page != 1 else {}
        return f"?{urlencode(said)}" if said else ""


def wish(query: Mapping[str, str]) -> Wish:
    """What is asked for; raises Unclear, or NoPage for a page that no list has. More on a page than we give is less."""
    page = query.get("page", "1")
    if not re.fullmatch(r"-?\d+", page, re.ASCII):
        raise Unclear("page")
    if not _NUMBER.fullmatch(page):
        raise NoPage
    limit = query.get("limit", str(A_PAGE))
    if not _NUMBER.fullmatch(limit):
        raise Unclear("limit")
    times = {name: _moment(name, query[name]) for name in TIMES if name in query}
    omits = query.get("omit_internal", "false")
    if omits not in ("true", "false"):
        raise Unclear("omit_internal")
    return Wish(times, int(page), min(int(limit), A_PAGE), omits == "true")


def page(data: Dataset, name: Key, path: str, wanted: Wish, root: str) -> Fields:
    """That page of the list, which stands at `path`."""
    found = [key for key in data.lists[name] if _is_wanted(data, key, wanted)]
    pages = max(1, -(-len(found) // wanted.limit))
    if wanted.page > pages:
        raise NoPage
    part = found[(wanted.page - 1) * wanted.limit : wanted.page * wanted.limit]
    return {
        "data": [data.drawn(key, root, omits=wanted.omits) for key in part],
        "pagination": {
            "totalElements": len(found),
            "elementsPerPage": wanted.limit,
            "currentPage": wanted.page,
            "totalPages": pages,
        },
        "links": _links(f"{root}{path}", wanted, pages),
    }


def _links(address: str, wanted: Wish, pages: int) -> dict[str, str]:
    numbers = {"first": 1, "prev": wanted.page - 1, "self": wanted.page, "next": wanted.page + 1, "last": pages}
    return {name: address + wanted.asked(page) for name, page in numbers.items() if 1 <= page <= pages}


def _is_wanted(data: Dataset, key: Key, wanted: Wish) -> bool:
    told, times = data.told[key], wanted.times
    if told.fields is None and "modified_since" not in times:
        return False
    modified = data.modified(key) if "modified_since" in times or "modified_until" in times else told.modified
    return (
        ("created_since" not in times or told.created >= times["created_since"])
        and ("created_until" not in times or told.created <= times["created_until"])
        and ("modified_since" not in times or modified >= times["modified_since"])
        and ("modified_until" not in times or modified <= times["modified_until"])
    )


def _moment(name: str, words: str) -> datetime:
    """A whole moment with its offset; a plus that became a space on its way is one again."""
    written = words.replace(" ", "+")
    try:
        if not _MOMENT.fullmatch(written):
            raise ValueError
        return datetime.fromisoformat(written.upper())
    except ValueError:
        raise Unclear(name) from None
