"""A seat's next holder is of the same organisation or, in a chairmanship, the next who is named."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.approval.succession import successors
from bot.domain.kernel.forum import Choice, Forum
from tests.harness.klynge_nord import klynge_nord


@pytest.fixture
def forum() -> Forum:
    return klynge_nord()


def asking(forum: Forum, who: str) -> Forum:
    """The forum whose agendas that circle approves."""
    chosen = Choice(value=who, chosen_by="Klyngen", on=date(2026, 10, 6))
    return replace(forum, choices={**forum.choices, "approvers": chosen})


@pytest.mark.parametrize("who", ["chairmanship", "meeting_leader"])
def test_one_of_the_same_organisation_has_the_seat(forum: Forum, who: str) -> None:
    found = successors(asking(forum, who), ["formand-kommunal"], ["naestformand-hjoerring"])
    assert found == {"formand-kommunal": "naestformand-hjoerring"}


def test_the_chair_of_another_organisation_has_it_where_there_is_no_other(forum: Forum) -> None:
    gone, new = ["formand-kommunal", "formand-regional"], ["formand-laesoe", "region-forretningsudvalg"]
    found = successors(asking(forum, "chairmanship"), gone, new)
    assert found == {"formand-kommunal": "formand-laesoe", "formand-regional": "region-forretningsudvalg"}


def test_the_leader_of_another_host_has_nobodys_seat(forum: Forum) -> None:
    assert successors(asking(forum, "meeting_leader"), ["formand-kommunal"], ["formand-laesoe"]) == {}
