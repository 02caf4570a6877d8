"""What people type about being away, and about when and where meetings are held."""

import pytest

from bot.domain.kernel.action import Action
from bot.domain.meetings.actions import (
    OpenAbsence,
    OpenCancel,
    OpenMove,
    OpenNewMeeting,
    OpenPeriod,
    ReportAbsence,
    ReportPeriod,
    ResumeMeeting,
    ShowWhoComes,
    TakeBackAbsence,
)
from bot.usecases.understanding.exactly import understand


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("meld afbud", OpenAbsence()),
        ("meld afbud 16. marts", OpenAbsence(meeting="16. marts")),
        ("meld afbud for Anna", OpenAbsence(person="Anna")),
        ("meld afbud: Anna kommer i stedet", ReportAbsence(substitute="Anna")),
        ("meld afbud 16. marts: Anna", ReportAbsence(meeting="16. marts", substitute="Anna")),
        ("meld afbud: Anna kommer i stedet med mandat", ReportAbsence(substitute="Anna", mandate=True)),
        ("jeg kommer ikke", ReportAbsence()),
        ("jeg kommer ikke den 16. marts", ReportAbsence(meeting="den 16. marts")),
        ("jeg kan ikke komme: Bo kommer i stedet for mig", ReportAbsence(substitute="Bo")),
        ("fravær", OpenPeriod()),
        ("fravær 1/7-31/7", ReportPeriod(words="1/7-31/7")),
        ("ferie 1. juli - 31. juli", ReportPeriod(words="1. juli - 31. juli")),
        ("fortryd afbud", TakeBackAbsence()),
        ("jeg kommer alligevel den 16. marts", TakeBackAbsence(meeting="den 16. marts")),
        ("fortryd fravær", TakeBackAbsence()),
        ("hvem kommer?", ShowWhoComes()),
        ("nyt møde", OpenNewMeeting()),
        ("nyt moede 6/4 kl. 16:30-19 i Hjørring", OpenNewMeeting(words="6/4 kl. 16:30-19 i Hjørring")),
        ("flyt møde", OpenMove()),
        ("flyt møde til 6/4", OpenMove(words="til 6/4")),
        ("Flyt mødet 16/3 til 6/4: lokalet er optaget", OpenMove(words="16/3 til 6/4: lokalet er optaget")),
        ("nyt sted: Vrå Hallen", OpenMove(place="Vrå Hallen")),
        ("nyt sted til mødet 16/3: Vrå Hallen", OpenMove(meeting="16/3", place="Vrå Hallen")),
        ("ny vært: Læsø", OpenMove(host="Læsø")),
        ("aflys møde", OpenCancel()),
        ("aflys mødet den 16. marts: for få", OpenCancel(meeting="den 16. marts", reason="for få")),
        ("hold mødet alligevel", ResumeMeeting()),
        ("genoptag mødet 16/3", ResumeMeeting(meeting="16/3")),
        ("hvem kommer til mødet den 16. marts", ShowWhoComes(meeting="den 16. marts")),
    ],
)
def test_being_away(text: str, action: Action) -> None:
    assert understand(text) == action


def test_a_question_notes_nothing() -> None:
    assert not isinstance(understand("jeg kommer ikke?"), ReportAbsence)
    assert not isinstance(understand("hold mødet alligevel?"), ResumeMeeting)
