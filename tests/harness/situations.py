"""The situations in which the table of sentences is said, as a forum comes to them by what its people do."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.actions import AnyCommand
from bot.domain.approval.actions import Circulate, Respond, SendAgenda
from bot.domain.approval.state import Verdict
from bot.domain.duties.actions import CreateDuty
from bot.domain.kernel.conversation import Place
from bot.domain.live.actions import EndMeeting, MoveOn, StartMeeting
from bot.domain.minutes.actions import RecordResolution, SendMinutes
from bot.domain.minutes.state import Outcome
from bot.domain.proposals.actions import Accept, Propose
from bot.usecases import topics
from bot.usecases.desk import open_writing_desk
from bot.usecases.said.moment import NO_TALK, Moment
from bot.usecases.understanding.looking_round import look_round
from storage import agenda as agendas
from storage.database import Database
from tests.harness.klynge_nord import klynge_nord, local

FORUM = klynge_nord().id
MARCH = "2027-1"
ROLES: Mapping[str, str] = {
    "secretary": "sekretariat-kommuner",
    "chair": "formand-kommunal",
    "coordinator": "koordinator-hjoerring",
    "member": "formand-broenderslev",
    "islander": "formand-laesoe",
    "gp": "laege",
    "newcomer": "naestformand-frederikshavn",
    "deputy": "suppleant-regional",
}
"""Whom of the example forum each role of the table means."""

_PROPOSED = {
    "Opfølgning på Sundhedsaftalen": "koordinator-region",
    "Fælles model for hjemmebesøg": "koordinator-hjoerring",
    "Kompetenceforløb om akutte besøg": "koordinator-hjoerring",
    "Lægedækning på Læsø": "formand-laesoe",
}
_MONEY = {"amount": "450.000 kr.", "financial_note": "Af de fælles klyngemidler.", "on_funds": True}
_CHAIRS = ("formand-kommunal", "formand-regional")


@dataclass(frozen=True, slots=True)
class Situation:
    """When it is, and what people have done since the situation before it."""

    at: str
    done: tuple[tuple[str, str, AnyCommand], ...] = ()


def _proposed() -> tuple[tuple[str, str, AnyCommand], ...]:
    return tuple(
        (
            f"2027-01-2{number}T10:00",
            person,
            Propose(
                form=f"form-{number}",
                title=title,
                summary="Klyngen drøfter sagen.",
                recommendation="Det indstilles, at sagen drøftes.",
                **(_MONEY if "Kompetence" in title else {}),  # type: ignore[arg-type]  # texts and a truth
            ),
        )
        for number, (title, person) in enumerate(_PROPOSED.items(), start=1)
    )


_SECRETARY = ROLES["secretary"]
_BACK = Respond(verdict=Verdict.RETURNED, words="Indstillingen under punkt 3 mangler.")
_APPROVED = Respond(verdict=Verdict.APPROVED)
_TASK = CreateDuty(title="Beskriv mulige initiativer", owner="Klyngekoordinator (Hjørring)", due="1. maj 2027")
SITUATIONS: Mapping[str, Situation] = {
    "quiet": Situation("2027-01-11T09:00"),
    "proposals": Situation("2027-02-01T09:00", _proposed()),
    "draft": Situation(
        "2027-02-22T09:00", tuple(("2027-02-10T09:00", _SECRETARY, Accept(number=number)) for number in range(1, 5))
    ),
    "asked": Situation(
        "2027-03-02T09:00",
        (
            ("2027-02-24T09:00", _SECRETARY, Circulate()),
            ("2027-02-25T09:00", _CHAIRS[0], _BACK),
            ("2027-02-26T09:00", _SECRETARY, Circulate()),
        ),
    ),
    "approved": Situation("2027-03-06T09:00", tuple(("2027-03-04T09:00", chair, _APPROVED) for chair in _CHAIRS)),
    "sent": Situation("2027-03-10T09:00", (("2027-03-09T08:00", _SECRETARY, SendAgenda()),)),
    "live": Situation(
        "2027-03-16T17:00",
        (
            ("2027-03-16T16:30", _SECRETARY, StartMeeting(meeting=MARCH)),
            ("2027-03-16T16:45", _SECRETARY, MoveOn(meeting=MARCH)),
        ),
    ),
    "after": Situation("2027-03-17T09:00", (("2027-03-16T19:00", _SECRETARY, EndMeeting(meeting=MARCH)),)),
    "minutes": Situation(
        "2027-03-24T09:00",
        (
            *(
                ("2027-03-18T09:00", _SECRETARY, RecordResolution(meeting=MARCH, position=at, outcome=Outcome.APPROVED))
                for at in range(1, 5)
            ),
            ("2027-03-22T09:00", _SECRETARY, SendMinutes(meeting=MARCH)),
            ("2027-03-22T10:00", _SECRETARY, _TASK),
        ),
    ),
}


async def moments(database: Database) -> Mapping[tuple[str, str, bool], Moment]:
    """What is known in each situation to each role, in their own chat (False) and in the channel (True)."""
    found: dict[tuple[str, str, bool], Moment] = {}
    for name, situation in SITUATIONS.items():
        for at, person, action in situation.done:
            await _do(database, local(at), person, action)
        if name == "draft":
            await _four_items_alone(database)
        async for role, in_channel, moment in _of_roles(database, local(situation.at)):
            found[name, role, in_channel] = moment
    return found


async def _do(database: Database, at: datetime, person: str, action: AnyCommand) -> None:
    async with database.writing(FORUM) as conn:
        await topics.command(await open_writing_desk(conn, FORUM, at, Place.PERSONAL), person, action)


async def _four_items_alone(database: Database) -> None:
    """What every meeting has besides would number the items otherwise than people in the table do."""
    async with database.writing(FORUM) as conn:
        agenda = await agendas.get(conn, FORUM, MARCH)
        assert agenda is not None
        own = tuple(each for each in agenda.items if each.content.title in _PROPOSED)
        assert len(own) == len(_PROPOSED)
        await agendas.put(conn, replace(agenda, items=own))


async def _of_roles(database: Database, now: datetime) -> AsyncIterator[tuple[str, bool, Moment]]:
    async with database.writing(FORUM) as conn:
        for place in (Place.PERSONAL, Place.CHANNEL):
            desk = await open_writing_desk(conn, FORUM, now, place)
            for role, person in ROLES.items():
                yield role, place is Place.CHANNEL, await look_round(desk, person, NO_TALK)
