"""Which of the doctors' organisations is meant and comes, by the charter's own list."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.composition.doctors import is_asked, meant, representing
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.provision import Provision
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.sections import Body
from tests.harness.charters import SILENT_CHARTER, saying

CHARTER = saying(
    SILENT_CHARTER,
    composition__gp_organisations=Provision(("laeger-oest", "laeger-vest"), "og/eller"),
    bodies=(Body(id="laeger-oest", name="Læger Øst"), Body(id="laeger-vest", name="Læger Vest")),
)


def forum(choice: str | None = None) -> Forum:
    chosen = {"gp_organisation": Choice(choice, "F", date(2027, 1, 1))} if choice else {}
    return Forum(id="f", name="F", region=None, charter=CHARTER, choices=chosen)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Læger Øst", ("laeger-oest",)),
        ("laeger-vest", ("laeger-vest",)),
        ("begge", ("laeger-oest", "laeger-vest")),
        ("Læger Vest og Læger Øst.", ("laeger-oest", "laeger-vest")),
    ],
)
def test_names_and_ids_are_understood_as_typed(words: str, found: tuple[str, ...]) -> None:
    assert meant(forum(), (), words) == found


@given(st.text(max_size=500), st.lists(st.sampled_from(["laeger-oest", "laeger-vest", "andre"]), max_size=3))
def test_nothing_but_what_the_charter_names_is_ever_meant(words: str, organisations: list[str]) -> None:
    with suppress(Refusal):
        assert set(meant(forum(), tuple(organisations), words)) <= {"laeger-oest", "laeger-vest"}


@pytest.mark.parametrize(
    ("choice", "asked", "come"),
    [
        (None, True, ()),
        ("by_agenda", True, ()),
        ("both", False, ("laeger-oest", "laeger-vest")),
        ("laeger-vest", False, ("laeger-vest",)),
    ],
)
def test_the_forums_choice_settles_it_for_good(choice: str | None, asked: bool, come: tuple[str, ...]) -> None:
    assert (is_asked(forum(choice)), representing(forum(choice), None)) == (asked, come)


def test_where_the_charter_names_none_nobody_is_asked() -> None:
    silent = Forum(id="f", name="F", region=None, charter=SILENT_CHARTER)
    assert (is_asked(silent), representing(silent, None)) == (False, ())
