"""What people type, in their own words, about other bodies' cases and meetings, and about seats and groups."""

import pytest

from bot.domain.appointments.actions import (
    CreateAppointments,
    CreateGroup,
    NameCandidate,
    NoCandidate,
    OpenAppointmentForm,
    ShowAppointments,
)
from bot.domain.external.actions import AnswerInput, RegisterExternal, ShowExternal
from bot.domain.external.state import Position
from bot.domain.kernel.action import Action
from bot.domain.referrals.actions import OpenSendOn, SendOn, ShowReferrals, ShowWay
from bot.domain.saying.actions import Said
from bot.usecases.understanding.exactly import understand


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("send forslag 3 videre til den politiske klynge", OpenSendOn(number=3, body="den politiske klynge")),
        ("send 3 videre til SSF: Kan I bakke op?", SendOn(number=3, body="SSF", question="Kan I bakke op?")),
        ("kan du sende forslag 3 videre til SSF?", OpenSendOn(number=3, body="SSF")),
        ("send punkt 2 videre til SSF", OpenSendOn(position=2, body="SSF")),
        ("registrér svar", ShowReferrals()),
        ("hvad er der sket med forslag 3?", ShowWay(number=3)),
    ],
)
def test_a_case_is_sent_on_in_everyday_words(said: str, meant: Action) -> None:
    assert understand(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("nyt eksternt møde: Kystforum 20/4", RegisterExternal(words="Kystforum 20/4")),
        ("vi er enige", AnswerInput(number=None, position=Position.AGREE)),
        ("vi er enige i punkt 2", AnswerInput(number=None, nth=2, position=Position.AGREE)),
        ("vi er enige i eksternt møde 1 punkt 2", AnswerInput(number=1, nth=2, position=Position.AGREE)),
        ("hvem mangler at svare på fælles input?", ShowExternal(number=None)),
    ],
)
def test_another_bodys_meeting_is_spoken_of_in_everyday_words(said: str, meant: Action) -> None:
    assert understand(said) == meant


def test_whether_we_agree_is_a_question_and_no_answer() -> None:
    assert isinstance(understand("vi er enige?"), Said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ny plads i KKR", OpenAppointmentForm(body="KKR")),
        ("ny plads i KKR, medlem", CreateAppointments(body="KKR", title="medlem")),
        ("bed om kandidater til KKR", ShowAppointments()),
        ("hvem sidder i KKR?", ShowAppointments()),
        ("vi indstiller Person A til plads 1", NameCandidate(number=1, name="Person A")),
        ("vi har ingen kandidat", NoCandidate()),
        ("ny arbejdsgruppe om hjemmebesøg", CreateGroup(task="hjemmebesøg")),
        ("nedsæt en arbejdsgruppe om hjemmebesøg, beslutning 2", CreateGroup(task="hjemmebesøg", resolution="2")),
    ],
)
def test_seats_and_groups_are_spoken_of_in_everyday_words(said: str, meant: Action) -> None:
    assert understand(said) == meant
