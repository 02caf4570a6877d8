"""Buttons: what an action is packed into reads back as the same action, and nothing else reads as one."""

import json
from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actions import AnyAction
from bot.domain.approval.actions import Respond
from bot.domain.approval.state import Verdict
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.actions import RecordAbsence
from bot.domain.proposals.actions import Accept, Propose
from bot.domain.saying.actions import Offered
from cards.kit.buttons import VERB, pack, unpack, verb_of

KINDS = [kind for kind in get_args(AnyAction) if kind is not Offered]
NUMBERS = st.integers(min_value=-99_999_999, max_value=999_999_999)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
FIELDS = ["forum", "number", "year", "revision", "words", "version", "verdict", "kind", "is_closed", "absent", "form"]


def values(hint: Any) -> Any:
    """What a field of that type may hold: any number within what a card may carry, else anything."""
    if hint is int:
        return NUMBERS
    return st.none() | NUMBERS if int in get_args(hint) else ...


@cache
def actions(kind: Any) -> st.SearchStrategy[Any]:
    """Made once: Hypothesis looks through each new one anew, which takes as long as all else."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{each.name: values(hints[each.name]) for each in fields(kind)})


@given(st.data())
@pytest.mark.parametrize("kind", KINDS, ids=verb_of)
def test_a_packed_action_reads_back_as_itself(kind: Any, data: st.DataObject) -> None:
    action = data.draw(actions(kind))
    assert unpack(json.loads(json.dumps(pack(action)))) == action


@given(
    verb=st.sampled_from([verb_of(kind) for kind in KINDS]) | JSON, data=st.dictionaries(st.sampled_from(FIELDS), JSON)
)
def test_any_json_is_an_action_or_a_refusal(verb: Any, data: dict[str, Any]) -> None:
    try:
        action = unpack({VERB: verb, **data})
    except Refusal as refusal:
        assert refusal.key == "bad_card"  # noqa: PT017 - most data is refused, some is not
    else:
        assert isinstance(action, get_args(AnyAction))


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"verb": "Accept"},
        {"verb": "Accept", "number": True},
        {"verb": "Accept", "number": "3; drop"},
        {"verb": "Accept", "number": "9" * 5_000},
        {"verb": "Accept", "number": 3.5},
        {"verb": "Respond", "verdict": "perhaps"},
        {"verb": "Respond", "verdict": ["approved"]},
        {"verb": "Propose", "form": "f", "is_closed": "maybe"},
        {"verb": "RecordAbsence", "absent": [1, 2]},
        {"verb": "Offered"},
        {"verb": "__class__"},
    ],
)
def test_forged_data_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(Refusal, match="bad_card"):
        unpack(data)


def test_inputs_fill_what_the_button_left_open() -> None:
    data = pack(Propose(form="f", forum="nord")) | {"title": "Emne", "is_closed": "true", "duration": 20, "amount": ""}
    assert unpack(data) == Propose(form="f", forum="nord", title="Emne", is_closed=True, duration="20")


def test_several_choices_arrive_as_one_text() -> None:
    assert unpack({"verb": "RecordAbsence", "absent": "a, b,,c"}) == RecordAbsence(absent=("a", "b", "c"))


def test_every_verb_names_one_action() -> None:
    assert len({verb_of(kind) for kind in KINDS}) == len(KINDS)


def test_a_button_names_no_more_than_it_must() -> None:
    assert pack(Accept(number=3, year=2027, revision=2)) == {"verb": "Accept", "number": 3, "year": 2027, "revision": 2}
    assert pack(Respond(verdict=Verdict.RETURNED)) == {"verb": "Respond", "verdict": Verdict.RETURNED}
