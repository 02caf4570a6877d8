"""What people type about minutes."""

import pytest

from bot.domain.kernel.action import Action
from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    OpenAttendance,
    OpenResolution,
    RecordAbsence,
    RecordArrival,
    RecordDeparture,
    RecordEnd,
    RecordEverybody,
    RecordPresence,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
    ShowMinutesPreview,
    TakeBackMinutesApproval,
)
from bot.usecases.understanding.exactly import understand


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("beslutning 3", OpenResolution(position=3)),
        ("beslutning 3: Godkendt.", RecordResolution(position=3, words="Godkendt.")),
        ("fravær: Anna, Bo (Læsø, øen)", RecordAbsence(absent=("Anna", "Bo (Læsø, øen)"))),
        ("fravær: Næstformand, socialudvalget; Bo", RecordAbsence(absent=("Næstformand, socialudvalget", "Bo"))),
        ("fravær: ingen", RecordAbsence(absent=())),
        ("til stede: Anna, Bo", RecordPresence(present=("Anna", "Bo"))),
        ("alle var til stede", RecordEverybody()),
        ("til stede: alle undtagen Læsø; Bo", RecordEverybody(absent=("Læsø", "Bo"))),
        ("til stede: Alle på nær Læsø", RecordEverybody(absent=("Læsø",))),
        ("alle var til stede undtagen Læsø", RecordEverybody(absent=("Læsø",))),
        ("resten var til stede", RecordEverybody(but_the_absent=True)),
        ("alle andre var til stede", RecordEverybody(but_the_absent=True)),
        ("kom: Anna 17.10", RecordArrival(words="Anna 17.10")),
        ("gik: Bo kl. 18", RecordDeparture(words="Bo kl. 18")),
        ("mødet sluttede kl.: 18.45", RecordEnd(ended="18.45")),
        ("hvem var til stede", OpenAttendance()),
        ("se referatet før udsendelse", ShowMinutesPreview()),
        ("fortryd godkendelse af referat", TakeBackMinutesApproval()),
        ("send referat", SendMinutes()),
        ("godkend referatet", ApproveMinutes()),
        ("bemærkning til referat: x", RemarkOnMinutes(words="x")),
        ("tilføj til referat: x", AddToMinutes(words="x")),
    ],
)
def test_the_minutes(text: str, action: Action) -> None:
    assert understand(text) == action
