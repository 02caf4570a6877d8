"""Everything that there is can be said in at least five ways."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import get_args

from bot.domain.actions import AnyAction
from bot.domain.agenda.actions import OpenItem
from bot.domain.appointments.actions import (
    Appoint,
    CreateAppointments,
    CreateGroup,
    OpenAppoint,
    OpenAppointmentForm,
    OpenGroupForm,
    ShowAppointment,
    ShowCall,
    ShowGroup,
)
from bot.domain.attachments.actions import OfferFiles, OpenNewVersion
from bot.domain.duties.actions import ShowDuty
from bot.domain.external.actions import OpenExternalForm, RegisterExternal, ShowExternal
from bot.domain.forum.actions import HandOver, OpenChoice, OpenChoices, OpenHandOver, TieChannel
from bot.domain.kernel.action import Action
from bot.domain.meetings.actions import (
    CancelMeeting,
    MakeMeeting,
    MakeSeries,
    MoveMeeting,
    OpenCancel,
    OpenMove,
    OpenNewMeeting,
    ShowSeries,
)
from bot.domain.minutes.actions import OpenAttendance, RecordAttendance
from bot.domain.proposals.actions import OpenProposalForm, OpenRevision, Propose, Revise
from bot.domain.publication.actions import OpenRelease, OpenTakeBack, ReleasePaper, TakeBackRelease
from bot.domain.referrals.actions import ShowReferral
from bot.domain.saying.actions import Offered, Said
from bot.domain.saying.mood import Mood
from bot.domain.saying.slots import Amount, Clock, Counted, Day, Length, Number, Slots
from bot.domain.supplements.actions import CorrectItem, OpenSentItem
from bot.domain.wording.actions import ShowSuggestion
from bot.usecases.danish.forms import EMPTY
from bot.usecases.said.moment import Moment, Talk
from bot.usecases.said.sayings import Act
from bot.usecases.said.told import Told
from bot.usecases.understanding.reading import ways
from storage.database import Database
from tests.harness.situations import moments

LEAST = 5
BY_ITS_FORM: Mapping[type[Action], type[Action]] = {
    Propose: OpenProposalForm,
    Revise: OpenRevision,
    RecordAttendance: OpenAttendance,
    OpenChoice: OpenChoices,
    MakeMeeting: OpenNewMeeting,
    MakeSeries: ShowSeries,
    MoveMeeting: OpenMove,
    CancelMeeting: OpenCancel,
    RegisterExternal: OpenExternalForm,
    CreateAppointments: OpenAppointmentForm,
    CreateGroup: OpenGroupForm,
    Appoint: OpenAppoint,
    ReleasePaper: OpenRelease,
    TakeBackRelease: OpenTakeBack,
}
"""What is sent from a form that is opened in as many ways: nobody says all of it in one sentence."""
BY_SOMETHING_ELSE = {
    Said: "is what a sentence is before it is read",
    Offered: "is what it is met with",
    HandOver: "is sent from the form that shows what would follow",
    OpenHandOver: "is for who runs the service, and typed as help says",
    TieChannel: "is for who sets a channel up, and typed as help says",
    OpenSentItem: "is what an item's words mean once the agenda was sent",
    CorrectItem: "likewise",
    OfferFiles: "is what a file asks for that comes without words",
    OpenNewVersion: "says what is to be written together with a file",
}
SLOTS = Slots(
    days=(Day(start=0, end=1, day=date(2027, 10, 5), until=date(2027, 10, 8)),),
    clocks=(Clock(start=2, end=3, begins=time(15), ends=time(17)),),
    lengths=(Length(start=4, end=5, length=timedelta(minutes=15)),),
    amounts=(Amount(start=6, end=7, kroner=Decimal(200_000)),),
    numbers=tuple(Number(start=8, end=9, counts=kind, number=2) for kind in Counted),
    reason="fordi det haster",
)

SHOWN = (
    OpenItem(position=3),
    ShowReferral(number=1),
    ShowAppointment(number=1),
    ShowCall(number=1),
    ShowGroup(number=1),
    ShowExternal(number=1),
    ShowSuggestion(number=1),
    ShowDuty(number=1),
)
"""What may be spoken of without being named."""
SAID = "noget op som punkt 1 på sag 27/1183 https://klynge.example.dk/referat fra Læsø: en plads, i dag alle, tak"
"""What holds a little of all that a builder may look for in the words themselves."""


def tolds(moment: Moment) -> Iterator[Told]:
    """With everything said beside the words, also as a question, with nothing, and after an item was shown."""
    full = Told(
        said=SAID, moment=moment, mood=Mood(), slots=SLOTS, rest="tandpleje", people=("formand-laesoe",),
        organisations=("laesoe",), item=2, proposal=moment.proposals[0], meeting_meant=moment.last,
    )  # fmt: skip
    yield full
    yield replace(full, mood=Mood(asks=True))
    yield replace(full, people=(), organisations=())
    yield Told(said="noget", moment=moment, mood=Mood(), slots=Slots())
    yield replace(full, slots=Slots(reason="fordi det haster"), meeting_meant=None)
    for shown in SHOWN:
        after = replace(moment, talk=Talk(shown=shown))
        yield Told(said=SAID, moment=after, mood=Mood(), slots=Slots(), rest="tandpleje")


async def said_as(database: Database) -> Mapping[type[Action], set[frozenset[str]]]:
    """The different ways of each action, by the words that tell."""
    found: defaultdict[type[Action], set[frozenset[str]]] = defaultdict(set)
    known = await moments(database)
    every = [known[situation, "secretary", False] for situation in ("minutes", "live", "draft")]
    every.append(known["asked", "chair", False])
    told = [each for moment in every for each in tolds(moment)]
    built: dict[Act, set[type[Action]]] = {}
    for way in ways().every:
        if way.act not in built:  # many ways share what builds their act
            built[way.act] = {type(action) for each in told if (action := way.act(each)) is not None}
        for kind in built[way.act]:
            found[kind].add(frozenset(way.needed) - EMPTY or frozenset(way.needed))
    return found


async def test_everything_can_be_said_in_at_least_five_ways(database: Database) -> None:
    found = await said_as(database)
    wanted = [kind for kind in get_args(AnyAction) if kind not in BY_ITS_FORM and kind not in BY_SOMETHING_ELSE]
    assert {*BY_ITS_FORM.values()} <= {*wanted}
    poor = {kind.__name__: len(found[kind]) for kind in wanted if len(found[kind]) < LEAST}
    assert poor == {}
