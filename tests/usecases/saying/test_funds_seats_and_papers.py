"""What is said of money, seats, other bodies' meetings, cases and papers made public, with all that it fills in."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.domain.appointments.actions import (
    Abolish,
    Appoint,
    NameCandidate,
    NoCandidate,
    OpenGroupForm,
    ShowAppointment,
    ShowAppointments,
    Vacate,
)
from bot.domain.external.actions import AnswerInput, ChangeExternal, EditJoint, OpenExternalForm, ShowExternal
from bot.domain.external.state import Position
from bot.domain.filing.actions import FileOn, MarkFiled, ShowFiling
from bot.domain.forum.actions import ShowContact, ShowHelp, ShowProvisions
from bot.domain.funds.actions import (
    AnswerForCouncil,
    CounterEntry,
    Dispose,
    OpenDisposalForm,
    OpenSpendingForm,
    RegisterSpending,
    ShowFundEntry,
    ShowFunds,
)
from bot.domain.funds.state import CouncilAnswer
from bot.domain.kernel.action import Action
from bot.domain.publication.actions import InsertLink, OpenRelease, OpenTakeBack, ShowPublication
from bot.domain.publication.state import Paper
from bot.domain.saying.absent import Absent
from bot.domain.saying.actions import Lead, Offered
from bot.usecases.said.moment import Moment, Talk
from bot.usecases.understanding.meaning import meaning
from storage.database import Database
from tests.harness.situations import moments

SEAT, EXTERNAL, ENTRY = ShowAppointment(number=1), ShowExternal(number=1), ShowFundEntry(number=2)
SAID: tuple[tuple[str, Action | None, str, Action], ...] = (
    ("secretary", None, "hvad er der brugt af midlerne i 2026", ShowFunds(year=2026)),
    ("secretary", None, "disponer gerne 450.000 kr. til kurser hos Læsø", Dispose(amount="450000,00", party="laesoe")),
    ("secretary", None, "hvordan disponerer man midler", OpenDisposalForm()),
    ("secretary", None, "der skal skrives et forbrug på", OpenSpendingForm()),
    ("secretary", None, "Læsø har brugt 12.000 kr.", RegisterSpending(
        amount="12000,00", words="Læsø har brugt 12.000 kr.")),
    ("secretary", ENTRY, "den skal tilbageføres", CounterEntry(number=2, words="den skal tilbageføres")),
    ("member", None, "byrådet i Brønderslev har sagt ja til pengene", AnswerForCouncil(
        answer=CouncilAnswer.APPROVED, party="broenderslev")),
    ("member", None, "byrådet sagde nej til pengene", AnswerForCouncil(answer=CouncilAnswer.REJECTED)),
    ("member", None, "det blev stemt ned i byrådet", AnswerForCouncil(answer=CouncilAnswer.REJECTED)),
    ("member", None, "har byrådet godkendt pengene?", ShowFunds()),
    ("secretary", None, "der er møde i sundhedsrådet den 20. april kl. 10, punkter: økonomi og lægedækning",
     OpenExternalForm(words="sundhedsrådet 20. april 2027 kl. 10.00, punkter: økonomi; lægedækning")),
    ("secretary", EXTERNAL, "den er rykket til den 27. april", ChangeExternal(number=1, day="27. april 2027")),
    ("coordinator", EXTERNAL, "vi er enige i punkt 2", AnswerInput(number=1, position=Position.AGREE, nth=2)),
    ("coordinator", EXTERNAL, "vi er ikke enige", AnswerInput(
        number=1, position=Position.REMARK, words="vi er ikke enige")),
    ("secretary", EXTERNAL, "ret den fælles tekst til punkt 1: klyngen støtter det", EditJoint(
        number=1, nth=1, words="klyngen støtter det")),
    ("coordinator", None, "Hjørring indstiller Hanne Eksempel til pladsen", NameCandidate(
        organisation="hjoerring", name="Hanne Eksempel")),
    ("coordinator", None, "vi har desværre ingen, vi kan pege på", NoCandidate()),
    ("secretary", SEAT, "pladsen går til hende, vi har valgt Hanne Eksempel", Appoint(
        number=1, name="Hanne Eksempel")),
    ("secretary", SEAT, "han er stoppet, så pladsen er ledig", Vacate(number=1)),
    ("secretary", SEAT, "den plads findes slet ikke mere", Abolish(number=1)),
    ("secretary", None, "er der ledige pladser?", ShowAppointments()),
    ("secretary", None, "kan vi få en arbejdsgruppe om rygestop", OpenGroupForm(task="rygestop")),
    ("secretary", None, "punkt 3 hører til sag 27/887", FileOn(position=3, case_number="27/887")),
    ("secretary", None, "hvilken sag hører punkt 3 til?", ShowFiling(pick=3)),
    ("secretary", None, "sagsnummer ikke 24/1234 på punkt 3", ShowFiling(pick=3)),
    ("secretary", None, "sagsnummer 24/1234 gælder ikke", ShowFiling()),
    ("secretary", None, "referatet er journaliseret på 27-1234", MarkFiled(reference="27-1234")),
    ("secretary", None, "læg referatet på hjemmesiden", OpenRelease(paper=Paper.MINUTES)),
    ("secretary", None, "offentliggør det ikke endnu", ShowPublication()),
    ("secretary", None, "referatet skal ned fra hjemmesiden igen", OpenTakeBack()),
    ("secretary", None, "referatet ligger på www.example.org/referat.", InsertLink(
        paper=Paper.MINUTES, link="https://www.example.org/referat")),
    ("member", None, "hvad står der i kommissoriet om hvem der er formand?", ShowProvisions(word="formand")),
    ("member", None, "er der regler for afbud til møder?", ShowProvisions(word="afbud")),
    ("newcomer", None, "hvad kan jeg skrive til dig", ShowHelp()),
    ("newcomer", None, "hvem skal jeg ringe til", ShowContact()),
)  # fmt: skip
ABSENT: tuple[tuple[str, Absent], ...] = (
    ("bestil kaffe til mødet", Absent.FOOD),
    ("kan jeg få dagsordenen på sms", Absent.MAIL),
    ("ring lige til formanden", Absent.CALL),
    ("optager du mødet?", Absent.RECORDING),
    ("mind mig om det kl. 14", Absent.ALARM),
    ("hvad sker der i de andre klynger", Absent.OTHER_FORUM),
)


@pytest.fixture
async def known(database: Database) -> Mapping[tuple[str, str, bool], Moment]:
    return await moments(database)


async def test_what_was_said_is_filled_in(known: Mapping[tuple[str, str, bool], Moment]) -> None:
    for role, shown, sentence, wanted in SAID:
        found = meaning(sentence, replace(known["minutes", role, False], talk=Talk(shown=shown)))
        first = found.offers[0] if isinstance(found, Offered) and found.offers else found
        assert first == wanted, sentence


async def test_what_there_is_not_is_told_with_what_comes_nearest(
    known: Mapping[tuple[str, str, bool], Moment],
) -> None:
    for sentence, absent in ABSENT:
        found = meaning(sentence, known["sent", "member", False])
        assert isinstance(found, Offered), sentence
        assert (found.lead, found.absent) == (Lead.ABSENT, absent), sentence
        assert found.offers, sentence
