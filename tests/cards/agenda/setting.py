"""An agenda for the card tests: a usual one, and the largest that people may write."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.domain.agenda.state import Agenda, AgendaItem, AgendaVersion, Standing
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.state import Content, ItemKind
from cards.agenda.cards import standing

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MEETING = Meeting(
    forum="politisk-klynge-nord",
    id="2027-1",
    starts=datetime(2027, 3, 16, 16, 30, tzinfo=COPENHAGEN),
    ends=datetime(2027, 3, 16, 19, 0, tzinfo=COPENHAGEN),
    place="Hjørring Rådhus",
    host="hjoerring",
)
NOW = datetime(2027, 2, 22, 10, tzinfo=COPENHAGEN)
USUAL = Content(
    title="Fælles model for hjemmebesøg",
    kind=ItemKind.DECISION,
    summary="Resuméet",
    recommendation="at modellen afprøves",
    financial_note="Inden for rammen",
    amount=Decimal(120_000),
    duration=timedelta(minutes=20),
    links=("https://example.org/bilag-1",),
)
# signs that take several bytes, and others that must be escaped
LARGEST = Content(
    title="Æ*_🙂" * 50,
    kind=ItemKind.DISCUSSION,
    summary="ø\\`🙂\n" * 400,
    case_description="ø\\`🙂\n" * 2_000,
    recommendation="å[🙂]" * 500,
    financial_note="🙂" * 500,
    amount=Decimal("999999999999.99"),
    duration=timedelta(hours=8),
    links=tuple(f"https://example.org/{number}/".ljust(2_000, "æ") for number in range(10)),
)


def agenda_of(*contents: Content) -> Agenda:
    """An agenda with a version of just what its draft says."""
    middle = [AgendaItem(id=number, content=content, proposal=number) for number, content in enumerate(contents, 2)]
    items = (
        AgendaItem(id=1, content=standing(Standing.APPROVE_AGENDA), standing=Standing.APPROVE_AGENDA),
        *middle,
        AgendaItem(id=99, content=standing(Standing.ANY_OTHER_BUSINESS), standing=Standing.ANY_OTHER_BUSINESS),
    )
    version = AgendaVersion(number=1, items=items, frozen_at=NOW, frozen_by="sekretariat-kommuner")
    return Agenda(forum=MEETING.forum, meeting=MEETING.id, revision=3, items=items, versions=(version,))


def sent(agenda: Agenda) -> Agenda:
    """The agenda when it has left."""
    return replace(agenda, sent_version=1, sent_at=NOW)


LARGEST_AGENDA = agenda_of(*[LARGEST] * 38)
