"""From each provision of each charter to its effect: said otherwise, something that people see is otherwise.

Every provision is found by itself, and none is excused by name: what `charter check` says of it is tried.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from bot.charters.carrying import Fate, Outcome, outcomes
from bot.charters.loader import load_document
from bot.charters.provision import Steps, provisions
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.local.demo.forums import known, shipped
from bot.usecases.applying import apply_file
from storage.database import Database
from storage.engine.connection import WritingConnection
from tests.conftest import NewDatabase
from tests.harness.forum_variants import variants
from tests.harness.klynge_nord import local
from tests.harness.observing_forums import OBSERVED, OF_THE_CHARTER, desk_on
from tests.harness.otherwise import said_otherwise
from tests.harness.unseen import CHARTER, GUIDANCE, unseen

NOW = local("2027-02-01T10:00")
FILES = (*map(shipped, known()), unseen())
CHARTERS = {
    "kosu-2022": "kosu-2022",
    "hovedstaden-kommuneklynge": "hovedstaden-kommuneklynge",
    "nordjylland-politisk-klynge": "nordjylland-politisk-klynge",
    "nordjylland-klyngestyregruppe": "nordjylland-klyngestyregruppe",
    "kystraadet": str(CHARTER),
    "kystprincipper": str(GUIDANCE),
}
"""By id, where each is found."""


class _NotKept(Exception):  # noqa: N818 - it undoes what was tried
    """Raised when everything is tried."""


_NAMED = re.compile("»(.+?)«")


class Trial:
    """The forums under a charter, at desks where nothing is kept, and what is seen of each as it is."""

    def __init__(self, charter: str, conn: WritingConnection) -> None:
        (self._charter,) = {each.id: each for each in _charters(_under(charter)[0]) if each.id == charter}.values()
        self._conn = conn
        self._forums = [each for forum in _under(charter) for each in variants(forum)]
        self._usual: dict[tuple[int, str], str] = {}

    async def is_noticed(self, path: Steps, places: Iterable[str], most: int | None = None) -> bool:
        """Whether people see it in one of those places where the charter says something else there."""
        for number, place in product(range(len(self._forums[:most])), sorted(places)):
            for other in said_otherwise(self._charter, path):
                if await self._see(number, place, other) != await self._see(number, place):
                    return True
        return False

    async def _see(self, number: int, place: str, other: Charter | None = None) -> str:
        forum = self._forums[number]
        if other is not None:
            return await OBSERVED[place](desk_on(self._conn, _laid(forum, other), NOW))
        if (number, place) not in self._usual:
            self._usual[number, place] = await OBSERVED[place](desk_on(self._conn, forum, NOW))
        return self._usual[number, place]


def _under(charter: str) -> list[Forum]:
    return [each.forum for each in FILES if charter in {one.id for one in _charters(each.forum)}]


def _charters(forum: Forum) -> tuple[Charter, ...]:
    return (forum.charter, *forum.overlays)


def _laid(forum: Forum, other: Charter) -> Forum:
    if other.kind == "overlay":
        return replace(forum, overlays=tuple(other if each.id == other.id else each for each in forum.overlays))
    return replace(forum, charter=other, versions=())


@pytest.mark.parametrize("name", CHARTERS)
async def test_each_provision_changes_what_is_seen_where_it_says_so_or_says_why_not(
    name: str, new_database: NewDatabase
) -> None:
    document, forums = load_document(CHARTERS[name], Path()), _under(name)
    database, failed = Database(new_database("sqlite")), list[str]()
    for file in FILES:
        if file.forum in forums:
            await apply_file(database, NOW, file)
    try:
        async with database.writing(forums[0].id) as conn:
            trial = Trial(name, conn)
            for (path, _), outcome in zip(provisions(document), outcomes(document), strict=True):
                if not await _is_honest(trial, path, outcome):
                    failed.append(f"{outcome.fate.value}: {outcome.path}")
            raise _NotKept
    except _NotKept:
        await database.close()
    assert not failed, "\n".join(failed)


async def _is_honest(trial: Trial, path: Steps, outcome: Outcome) -> bool:
    """Whether people see it in every place that is named, and where it asks for nothing in none but its own words."""
    places = set(_NAMED.findall(outcome.detail or ""))
    match outcome.fate:
        case Fate.HANDLED:
            is_seen = [await trial.is_noticed(path, [place]) for place in places]
            return all(is_seen) and places.isdisjoint(OF_THE_CHARTER)
        case Fate.SHOWN:
            return all([await trial.is_noticed(path, [place]) for place in places])
        case Fate.NOTHING:
            return not await trial.is_noticed(path, OBSERVED.keys() - OF_THE_CHARTER, most=1)
        case Fate.LATER:  # which claims nothing
            return True
