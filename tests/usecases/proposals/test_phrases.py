"""What people type about proposals."""

import pytest

from bot.domain.kernel.action import Action
from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Defer,
    Elaborate,
    Keep,
    OpenProposalForm,
    OpenRevision,
    OpenTriage,
    Postpone,
    Withdraw,
)
from bot.usecases.understanding.exactly import understand


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("behandl 3", OpenTriage(number=3)),
        ("optag nr. 3", Accept(number=3)),
        ("optag nr 3", Accept(number=3)),
        ("optag #3", Accept(number=3)),
        ("optag 3/2026 på dagsordenen", Accept(number=3, year=2026)),
        ("sæt 3 på dagsordenen", Accept(number=3)),
        ("bed om uddybning 3: Hvem betaler?", AskForMore(number=3, words="Hvem betaler?")),
        ("uddyb 3: Kommunerne.\nNok.", Elaborate(number=3, words="Kommunerne.\nNok.")),
        ("udskyd 3", Postpone(number=3)),
        ("udskyd 3: for sent", Postpone(number=3, words="for sent")),
        ("udskyd 3 til 2027-2: a: b", Postpone(number=3, meeting="2027-2", words="a: b")),
        ("udskyd 3 til den 5. oktober", Postpone(number=3, meeting="den 5. oktober")),
        ("spørg mødelederen om forslag 3: Mødet er fuldt.", Postpone(number=3, words="Mødet er fuldt.")),
        ("forslag 3 skal på dagsordenen", Keep(number=3)),
        ("skal på 3", Keep(number=3)),
        ("kan udskydes 3", Defer(number=3)),
        ("sæt ikke på 3: nej", Decline(number=3, words="nej")),
        ("saet ikke 3 paa dagsordenen: nej", Decline(number=3, words="nej")),
        ("afvis nr. 3/2026: nej", Decline(number=3, year=2026, words="nej")),
        ("træk forslag 3 tilbage", Withdraw(number=3)),
        ("træk forslag 3", Withdraw(number=3)),
        ("foreslå en ændring af forslag 3", OpenRevision(number=3)),
        ("foreslå ændringer i busdriften", OpenProposalForm(title="ændringer i busdriften")),
    ],
)
def test_proposals(text: str, action: Action) -> None:
    assert understand(text) == action
