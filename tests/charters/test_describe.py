"""A departure from the charter's composition in one Danish line."""

from pathlib import Path

import pytest

from bot.charters.describe import describe
from bot.charters.loader import load_charter
from bot.domain.forum.composition import Departure
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation

LAESOE = Organisation(id="laesoe", name="Læsø Kommune", kind="municipality")


def line(organisation: str | None, found: int, least: int | None, most: int | None) -> str:
    forum = Forum(
        id="f",
        name="F",
        region=None,
        charter=load_charter("nordjylland-politisk-klynge", Path()),
        organisations=(LAESOE,),
    )
    departure = Departure(
        organisation=organisation,
        kind="municipality",
        role="politician",
        found=found,
        least=least,
        most=most,
        words="2-4",
    )
    return describe(departure, forum)


@pytest.mark.parametrize(
    ("found", "least", "most", "said"),
    [
        (1, 2, 4, "Læsø Kommune: 1 politiker; kommissoriet siger 2-4: »2-4«"),
        (5, 2, 4, "Læsø Kommune: 5 politikere; kommissoriet siger 2-4: »2-4«"),
        (0, 2, None, "Læsø Kommune: ingen politikere; kommissoriet siger mindst 2: »2-4«"),
        (5, None, 4, "Læsø Kommune: 5 politikere; kommissoriet siger højst 4: »2-4«"),
        (2, 1, 1, "Læsø Kommune: 2 politikere; kommissoriet siger 1: »2-4«"),
    ],
)
def test_the_line_says_who_how_many_and_what_the_charter_wants(
    found: int, least: int | None, most: int | None, said: str
) -> None:
    assert line("laesoe", found, least, most) == said


def test_a_departure_of_a_whole_kind_names_the_kind() -> None:
    assert line(None, 0, 2, 4).startswith("kommunerne: ingen politikere; ")
