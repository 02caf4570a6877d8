"""What people type about minutes."""

import pytest

from bot.domain.actions import AnyAction
from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    OpenResolution,
    RecordAbsence,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
)
from bot.usecases.understand import understand


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("beslutning 3", OpenResolution(position=3)),
        ("beslutning 3: Godkendt.", RecordResolution(position=3, words="Godkendt.")),
        ("fravær: Anna, Bo (Læsø, øen)", RecordAbsence(absent=("Anna", "Bo (Læsø, øen)"))),
        ("fravær: Næstformand, socialudvalget; Bo", RecordAbsence(absent=("Næstformand, socialudvalget", "Bo"))),
        ("fravær: ingen", RecordAbsence(absent=())),
        ("send referat", SendMinutes()),
        ("godkend referatet", ApproveMinutes()),
        ("bemærkning til referat: x", RemarkOnMinutes(words="x")),
        ("tilføj til referat: x", AddToMinutes(words="x")),
    ],
)
def test_the_minutes(text: str, action: AnyAction) -> None:
    assert understand(text) == action
