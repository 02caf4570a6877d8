"""No activity, however odd, makes the reader raise."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.teams.activity import read_turn, tenants
from bot.usecases.turn import Turn
from tests.harness.edge import BOT, click, message

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from([BOT, "<at>Klyngebot</at>"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "text", "mentioned", "tenant", "channel", "action", "data", "verb", "name", "role"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
FIELDS = [*message(), "value", "name", "action", "membersAdded", "replyToId"]


@settings(suppress_health_check=[HealthCheck.too_slow])  # while the machine does other things
@given(st.sampled_from([message(), click()]), st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_any_field_may_hold_anything(activity: dict[str, Any], changes: dict[str, Any]) -> None:
    turn = read_turn(activity | changes)
    assert turn is None or isinstance(turn, Turn)
    assert all(isinstance(each, str) for each in tenants(activity | changes))


@given(st.text())
def test_what_was_written_survives_apart_from_markup_and_spaces(words: str) -> None:
    turn = read_turn(message(text=words.translate({ord("<"): "&lt;", ord("&"): "&amp;"})))
    assert turn is not None
    assert turn.text.split() == words.replace("\xa0", " ").split()
