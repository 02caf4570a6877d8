"""What is said of meetings, absences, hosts and mandates goes into the act: whose, which meeting, when and where."""

from collections.abc import Mapping

import pytest

from bot.domain.composition.actions import AnswerGpQuestion, ConfirmMandate, OpenGuestForm, WithdrawMandate
from bot.domain.kernel.action import Action
from bot.domain.meetings.actions import (
    OpenAbsence,
    OpenCancel,
    OpenMove,
    OpenNewMeeting,
    ReportAbsence,
    ReportPeriod,
    ShowMeetings,
    ShowSeries,
    ShowWhoComes,
    TakeBackAbsence,
)
from bot.domain.saying.actions import Offered
from bot.domain.year.actions import ConfirmHost, OpenSwap, ShowStatus, SwapHosts
from bot.usecases.said.moment import Moment
from bot.usecases.understanding.meaning import meaning
from storage.database import Database
from tests.harness.situations import MARCH, moments

OCTOBER = "2027-2"
SAID: tuple[tuple[str, str, str, Action], ...] = (
    ("member", "sent", "jeg kan desværre ikke komme på tirsdag", ReportAbsence(meeting=MARCH)),
    ("member", "quiet", "er desværre forhindret den 16.", ReportAbsence(meeting=MARCH)),
    ("member", "sent", "må melde fra", ReportAbsence()),
    ("member", "sent", "Melder afbud, hilsen Brønderslev", ReportAbsence()),
    (
        "member", "sent", "jeg er forhindret på tirsdag, Jens Jensen deltager i stedet",
        ReportAbsence(meeting=MARCH, substitute="Jens Jensen"),
    ),
    ("member", "sent", "jeg er forhindret, min suppleant deltager i stedet", ReportAbsence()),
    ("member", "quiet", "jeg kan ikke komme den 18. marts", OpenAbsence()),
    ("member", "sent", "hvad gør jeg hvis jeg bliver syg", OpenAbsence()),
    ("secretary", "sent", "Lægen melder afbud", OpenAbsence(person="laege")),
    ("secretary", "sent", "Læsø kommer ikke den 16.", OpenAbsence(meeting=MARCH, person="formand-laesoe")),
    ("secretary", "sent", "formanden kommer ikke", OpenAbsence()),
    ("secretary", "sent", "jeg melder afbud for Brønderslev", OpenAbsence(person="formand-broenderslev")),
    ("deputy", "sent", "Jeg kommer i stedet for regionsformanden", OpenAbsence(person="formand-regional")),
    ("secretary", "sent", "har Læsø meldt afbud?", ShowWhoComes()),
    (
        "member", "quiet", "jeg er på ferie fra 8. til 21. marts",
        ReportPeriod(since="8. marts 2027", until="21. marts 2027"),
    ),
    ("member", "sent", "jeg er på ferie den 16. marts", ReportAbsence(meeting=MARCH)),
    ("member", "sent", "jeg kan komme alligevel", TakeBackAbsence()),
    ("secretary", "draft", "kan vi droppe mødet den 16. marts", OpenCancel(meeting=MARCH)),
    ("secretary", "draft", "vi må droppe martsmødet", OpenCancel(meeting=MARCH)),
    ("secretary", "draft", "mødet er ikke aflyst", ShowMeetings()),
    ("secretary", "draft", "kan vi rykke mødet den 16. til den 23.?", OpenMove(meeting=MARCH, day="23. marts 2027")),
    ("secretary", "draft", "mødet den 16. flyttes til tirsdagen efter", OpenMove(meeting=MARCH, day="23. marts 2027")),
    ("secretary", "draft", "mødet udsættes to uger frem", OpenMove(day="30. marts 2027")),
    ("secretary", "draft", "mødet holdes på Brønderslev Rådhus", OpenMove(place="Brønderslev Rådhus")),
    (
        "secretary", "quiet", "vi skal have et ekstra møde den 10. juni kl 15-17 i Brønderslev",
        OpenNewMeeting(day="10. juni 2027", begins="15.00", ends="17.00", place="Brønderslev"),
    ),
    ("secretary", "quiet", "læg alle møderne for 2028", ShowSeries(of_year="2028")),
    ("secretary", "quiet", "vi skal planlægge næste års møder", ShowSeries(of_year="næste år")),
    ("secretary", "quiet", "hvordan er årsstatus for sidste år", ShowStatus(of_year="sidste år")),
    ("member", "quiet", "kan en anden være vært i oktober", OpenSwap(meeting=OCTOBER)),
    ("secretary", "draft", "kan jeg tage min chef med som gæst", OpenGuestForm(name="min chef")),
)  # fmt: skip
OFFERED: tuple[tuple[str, str, str, Action], ...] = (
    ("member", "sent", "jeg kommer måske ikke på tirsdag", ReportAbsence(meeting=MARCH)),
    ("member", "live", "jeg når det ikke i dag", ReportAbsence(meeting=MARCH)),
    ("secretary", "sent", "Læsø kommer alligevel", TakeBackAbsence(person="formand-laesoe")),
    ("secretary", "sent", "Læsø har fået mandat", ConfirmMandate(person="formand-laesoe")),
    ("secretary", "sent", "Læsøs mandat gælder ikke længere", WithdrawMandate(person="formand-laesoe")),
    (
        "secretary", "draft", "begge PLO-organisationer kommer",
        AnswerGpQuestion(organisations=("plo-nordjylland", "plo-kommunal")),
    ),
    ("member", "quiet", "kan Frederikshavn overtage værtskabet fra os", SwapHosts(other="frederikshavn")),
    ("secretary", "quiet", "Frederikshavn og Læsø bytter værtskab", SwapHosts(other="frederikshavn og laesoe")),
    ("member", "quiet", "vi tager værtskabet i oktober", ConfirmHost(meeting=OCTOBER)),
)  # fmt: skip


@pytest.fixture
async def known(database: Database) -> Mapping[tuple[str, str, bool], Moment]:
    return await moments(database)


async def test_what_is_said_goes_into_the_act(known: Mapping[tuple[str, str, bool], Moment]) -> None:
    wrong = {
        said: found
        for role, situation, said, wanted in SAID
        if (found := meaning(said, known[situation, role, False])) != wanted
    }
    assert wrong == {}


async def test_what_is_in_doubt_or_of_others_is_one_click(known: Mapping[tuple[str, str, bool], Moment]) -> None:
    wrong: dict[str, Action] = {}
    for role, situation, said, wanted in OFFERED:
        found = meaning(said, known[situation, role, False])
        if not isinstance(found, Offered) or found.offers[:1] != (wanted,):
            wrong[said] = found
    assert wrong == {}


@pytest.mark.parametrize("said", ["aflys ikke mødet", "flyt ikke mødet", "mødet skal ikke aflyses"])
async def test_a_negated_plan_is_no_plan(known: Mapping[tuple[str, str, bool], Moment], said: str) -> None:
    assert meaning(said, known["draft", "secretary", False]) == ShowMeetings()
