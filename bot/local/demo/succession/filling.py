"""A cluster at the end of its last year: something is open of every kind that it has, and something is over."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from bot.charters.forum_file import ForumFile
from bot.domain.actions import AnyCommand
from bot.domain.agenda.actions import AddItem
from bot.domain.appointments.actions import CallCandidates, CreateAppointments
from bot.domain.approval.actions import Circulate
from bot.domain.duties.actions import CreateDuty, FinishDuty, TakeDuty
from bot.domain.duties.state import Kind
from bot.domain.external.actions import RegisterExternal
from bot.domain.funds.actions import RegisterGrant
from bot.domain.funds.settings import has_fund
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.actions import RecordResolution
from bot.domain.minutes.state import Outcome
from bot.domain.proposals.actions import Accept, AskForMore, Decline, Postpone, Propose
from bot.domain.proposals.proposers import may_propose
from bot.domain.referrals.actions import SendOn
from bot.domain.referrals.destinations import destinations
from bot.domain.year.actions import SaveStatus
from bot.usecases import topics
from bot.usecases.applying import apply_file
from bot.usecases.desk import open_writing_desk
from storage.database import Database

HELD = "foraaret-for"
_TITLES = (
    "Fælles vagtplan",
    "Udskrivelser i weekenden",
    "Fælles hjælpemiddeldepot",
    "Kurser for nye",
    "Et gammelt ønske",
)
_DAYS_BEFORE = 20  # the last meeting that is held before the forum ends


def before_the_end(file: ForumFile, on: date) -> ForumFile:
    """The forum with its last day, and with a meeting that was held before it."""
    forum = file.forum
    day = on - timedelta(days=_DAYS_BEFORE)
    starts = datetime.combine(day, time(13), forum.timezone)
    held = Meeting(
        forum=forum.id, id=HELD, starts=starts, ends=starts + timedelta(hours=2), place="Rådhuset", host=_host(forum)
    )
    return replace(file, forum=replace(forum, valid_until=on - timedelta(days=1), meetings=(held, *forum.meetings)))


async def fill(database: Database, file: ForumFile, on: date) -> None:
    """Apply it a month ahead, and let its people do what leaves something open."""
    forum = file.forum
    start = datetime.combine(on - timedelta(days=30), time(9), forum.timezone)
    held = forum.meetings[0]
    await apply_file(database, start, file, by="øvelse")
    for person, action in _ahead(forum, start.date()):
        await _do(database, forum, start, person, action)
    for person, action in _afterwards(forum, held):
        await _do(database, forum, held.ends + timedelta(days=1), person, action)


async def _do(database: Database, forum: Forum, now: datetime, person: str, action: AnyCommand) -> None:
    async with database.writing(forum.id) as conn:
        await topics.command(await open_writing_desk(conn, forum.id, now, Place.PERSONAL), person, action)


def _ahead(forum: Forum, day: date) -> Iterator[tuple[str, AnyCommand]]:
    """Five proposals, one of each fate, an agenda that is begun and asked about, and duties."""
    serving = settings.secretariat(forum, day)[0]
    people = [each for each in _people(forum, day) if may_propose(forum, each, day)] or [serving]
    coming = forum.meetings[1].id
    for at, title in enumerate(_TITLES):
        yield people[at % len(people)], _proposal(at, title, coming)
    yield serving, Accept(number=1)
    yield serving, AskForMore(number=3, words="Hvad koster det?")
    yield serving, Postpone(number=4, words="Det kan vente.")
    yield serving, Decline(number=5, words="Det er løst.")
    yield serving, AddItem(meeting=coming, title="Orientering om beredskab")
    if settings.approvers_on(forum, forum.meetings[1], day) and settings.approval_mode(forum) is not Mode.NONE:
        yield serving, Circulate(meeting=coming)
    yield from _duties(forum, serving, people[0])
    yield from _lasting(forum, serving, day)


def _duties(forum: Forum, serving: str, person: str) -> Iterator[tuple[str, AnyCommand]]:
    """Of an organisation, of a person, of nobody and of each register; the last is done."""
    organisation, name = forum.organisations[0].name, forum.person(person).name
    yield serving, CreateDuty(form="1", title="Skriv til byrådet", owner=organisation, due="1/6")
    yield serving, CreateDuty(form="2", title="Ring til lægen", owner=name, due="1/6")
    yield serving, CreateDuty(form="3", title="Find et lokale", due="1/6")
    yield person, TakeDuty(number=3)
    yield serving, CreateDuty(form="4", kind=Kind.EFFORT, title="Mere hjemmetræning", owner=organisation)
    yield serving, CreateDuty(form="5", kind=Kind.AGREEMENT, title="Aftale om genoptræning")
    yield serving, CreateDuty(form="6", kind=Kind.GRANT, title="Pulje til forebyggelse", due="1/6")
    yield serving, CreateDuty(form="7", title="Bestil kaffe", owner=organisation)
    yield serving, FinishDuty(number=7)


def _lasting(forum: Forum, serving: str, day: date) -> Iterator[tuple[str, AnyCommand]]:
    """Grants of two years, seats and an open call, another body's meeting, a case that was sent on, and a report."""
    if has_fund(forum):
        yield serving, RegisterGrant(form="f1", amount="2 mio.", words="Bevilget af kommunerne.")
        yield serving, RegisterGrant(form="f2", amount="500.000", fund_year=str(day.year + 1), words="Næste år.")
    yield serving, CreateAppointments(form="s1", other="Sundhedskoordinationsudvalget", title="Medlem")
    yield serving, CreateAppointments(form="s2", other="Patientinddragelsesudvalget", title="Observatør")
    yield serving, CallCandidates(number=1)
    ahead = (day + timedelta(days=80)).isoformat()
    yield serving, RegisterExternal(form="e1", named="Strategisk Sundhedsforum", day=ahead, items="Økonomi\nBeredskab")
    yield serving, SaveStatus(of_year=str(day.year), words="Et udkast til årets status.")
    free = (each for each in destinations(forum) if not each.needs_resolution and not each.bases)
    for each in islice(free, 1):
        yield serving, SendOn(form="r1", number=4, body=each.body, question="Hvad mener I?")


def _afterwards(forum: Forum, held: Meeting) -> Iterator[tuple[str, AnyCommand]]:
    """The last meeting put an item off, and its minutes are not sent."""
    serving = settings.secretariat(forum, held.day)[0]
    yield serving, RecordResolution(meeting=held.id, position=1, outcome=Outcome.POSTPONED, words="Tages op igen.")


def _proposal(at: int, title: str, meeting: str) -> Propose:
    """The second is closed."""
    return Propose(
        form=str(at),
        title=title,
        summary="Det går vi i gang med.",
        recommendation="Det indstilles, at det drøftes.",
        meeting=meeting,
        is_closed=at == 1,
    )


def _people(forum: Forum, day: date) -> list[str]:
    """Everybody with a seat who does not serve."""
    serving = settings.secretariat(forum, day)
    seated = dict.fromkeys(each.person for each in forum.seats if each.holds_on(day))
    return [each for each in seated if each not in serving]


def _host(forum: Forum) -> str | None:
    return forum.meetings[0].host
