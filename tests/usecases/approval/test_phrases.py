"""What people type about the agenda, its approval and its sending."""

import pytest

from bot.domain.agenda.actions import (
    AddItem,
    EditAgenda,
    EditItem,
    MoveItem,
    OpenItem,
    OpenNewItem,
    Part,
    RemoveItem,
    RestoreItem,
)
from bot.domain.approval.actions import (
    Circulate,
    EditAnswer,
    Respond,
    SendAgenda,
    SendUnapproved,
    ShowChanges,
    TakeBack,
)
from bot.domain.approval.state import Verdict
from bot.domain.kernel.action import Action
from bot.usecases.understanding.exactly import understand


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("ret dagsorden", EditAgenda()),
        ("punkt 3", OpenItem(position=3)),
        ("flyt punkt 3 til 1", MoveItem(position=3, to="1")),
        ("punkt 3 20 min", EditItem(position=3, part=Part.FRAME, duration="20 min")),
        ("punkt 3 1 time 30 min.", EditItem(position=3, part=Part.FRAME, duration="1 time 30 min.")),
        ("punkt 3 1:30", EditItem(position=3, part=Part.FRAME, duration="1:30")),
        ("punkt 3 titel: Ny: titel", EditItem(position=3, title="Ny: titel")),
        ("punkt 3 indstilling: Det indstilles", EditItem(position=3, recommendation="Det indstilles")),
        ("punkt 3 beløb: 1,25 mio.", EditItem(position=3, amount="1,25 mio.")),
        ("punkt 3 uden beløb", EditItem(position=3, amount="")),
        ("fjern punkt 3", RemoveItem(position=3)),
        ("tilføj punkt: Nyt", AddItem(title="Nyt")),
        ("tilføj punkt: Lægedækning, 20 minutter", AddItem(title="Lægedækning", duration="20 minutter")),
        (
            "tilføj punkt: Børn, unge og job, 1 time 30 min.",
            AddItem(title="Børn, unge og job", duration="1 time 30 min"),
        ),
        ("tilføj punkt: Lægedækning (20 min.)", AddItem(title="Lægedækning", duration="20 min")),
        ("tilføj punkt: Status, 2027", AddItem(title="Status, 2027")),
        ("tilføj punkt: , 20 min", AddItem(title=", 20 min")),
        ("nyt punkt", OpenNewItem()),
        ("punkt 3 sagstype: drøftelse", EditItem(position=3, kind="discussion")),
        ("punkt 3 sagstype: noget andet", EditItem(position=3, kind="noget andet")),
        ("punkt 3 resumé: Kort", EditItem(position=3, summary="Kort")),
        (
            "punkt 3 sagsfremstilling: Hele\nsagen: nu",
            EditItem(position=3, part=Part.CASE, case_description="Hele\nsagen: nu"),
        ),
        ("punkt 3 økonomi: Ingen", EditItem(position=3, financial_note="Ingen")),
        ("punkt 3 bilag: https://example.org", EditItem(position=3, part=Part.FRAME, links="https://example.org")),
        ("punkt 3 uden bilag", EditItem(position=3, part=Part.FRAME, links="")),
        ("punkt 3 lukket", EditItem(position=3, part=Part.FRAME, is_closed=True)),
        ("punkt 3 åben", EditItem(position=3, part=Part.FRAME, is_closed=False)),
        ("åbn punkt 3", EditItem(position=3, part=Part.FRAME, is_closed=False)),
        ("punkt 3 sagsfremstilling", OpenItem(position=3, part=Part.CASE)),
        ("sæt punkt på igen", RestoreItem()),
        ("send dagsorden til godkendelse", Circulate()),
        ("send dagsordenen til bemærkninger", Circulate()),
        ("udsend dagsorden", SendAgenda()),
        ("send dagsorden nu", SendAgenda()),
        ("send dagsordenen ud nu", SendAgenda()),
        ("send uden godkendelse", SendUnapproved()),
        ("fortryd svar", TakeBack()),
        ("fortryd mit svar", TakeBack()),
        ("fortryd min godkendelse", TakeBack()),
        ("fortryd retur", TakeBack()),
        ("ret svar", EditAnswer()),
        ("ændringer fra version 1 til 2", ShowChanges(since=1, version=2)),
        ("godkend", Respond(verdict=Verdict.APPROVED)),
        ("Godkendt.", Respond(verdict=Verdict.APPROVED)),
        ("godkend version 2", Respond(verdict=Verdict.APPROVED, version=2)),
        ("godkend med bemærkninger: x", Respond(verdict=Verdict.APPROVED_WITH_REMARKS, words="x")),
        ("send retur: x", Respond(verdict=Verdict.RETURNED, words="x")),
        ("send retur", Respond(verdict=Verdict.RETURNED)),
        ("gør indsigelse: x", Respond(verdict=Verdict.OBJECTED, words="x")),
        ("ingen bemærkninger", Respond(verdict=Verdict.NO_REMARKS)),
        ("send bemærkninger: x", Respond(verdict=Verdict.REMARKS, words="x")),
    ],
)
def test_the_agenda_and_its_approval(text: str, action: Action) -> None:
    assert understand(text) == action
