"""What the public may see of a fictional region: forums, meetings, documents of every kind, and what was taken back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256

from bot.documents.data import to_json
from bot.domain.documents.state import (
    Attachment,
    Attendee,
    Commitment,
    Kind,
    MeetingRecord,
    Opinion,
    RecordItem,
    Station,
    Stood,
)
from bot.domain.kernel.forum import COPENHAGEN
from bot.domain.kernel.witness import Witness
from bot.domain.minutes.state import Outcome, Stance
from bot.domain.proposals.state import Content, ItemKind
from bot.domain.publication.public import PublicForum, PublicMeeting, PublicState, Published
from bot.domain.publication.state import Release

NORD, SYD, RAAD, OLD = "klynge-nord", "klynge-syd", "sundhedsraad-aadal", "klynge-vest"
AT = datetime(2027, 4, 6, 9, tzinfo=COPENHAGEN)
MARCH, MAY, EARLIER = "2027-03-16", "2027-05-11", "2026-11-17"
SECRET = "NORDKLINIK"  # noqa: S105 - stands for whatever is closed
_PARTIES = ("Region Aadal", "Nordby Kommune", "Skovlev Kommune", "Almen praksis")


def local(year: int, month: int, day: int, hour: int = 16, minute: int = 30) -> datetime:
    """A Danish moment."""
    return datetime(year, month, day, hour, minute, tzinfo=COPENHAGEN)


def meeting(name: str, starts: datetime, **other: object) -> PublicMeeting:
    """Two hours and a half at the town hall."""
    said = {"place": "Nordby Rådhus, mødelokale 2", "host": "Nordby Kommune", "updated": local(2027, 1, 11)} | other
    return PublicMeeting(id=name, starts=starts, ends=starts + timedelta(hours=2, minutes=30), **said)  # type: ignore[arg-type]


def open_item(number: int, title: str, **other: object) -> RecordItem:
    """An item that everybody may read."""
    content = Content(
        title=title,
        kind=ItemKind.DECISION,
        summary="Kommunerne og regionen foreslår en fælles model for opfølgende hjemmebesøg efter indlæggelse.",
        case_description="Besøget aflægges inden for syv hverdage.\n\nErfaringerne fra prøveperioden er gode.",
        recommendation="Det indstilles, at modellen godkendes fra 1. maj 2027.",
        financial_note="Udgiften deles efter indbyggertal.",
        topic="Sammenhæng i overgange",
    )
    return RecordItem(id=number + 10, number=number, title=title, content=content, **other)  # type: ignore[arg-type]


def closed_item(number: int) -> RecordItem:
    """One of which only its number and its neutral title are told."""
    return RecordItem(id=number + 10, number=number, title="Lukket punkt", is_closed=True)


def _agenda() -> tuple[RecordItem, ...]:
    return (
        open_item(1, "Godkendelse af dagsorden"),
        open_item(
            2,
            "Fælles model for opfølgende hjemmebesøg",
            proposed_by="Skovlev Kommune",
            amount=Decimal(450_000),
            attachments=(
                Attachment(number=1, title="Notat om modellen.pdf", digest="ab" * 32, media_type="application/pdf"),
                Attachment(number=2, title="Evaluering af prøveperioden", link="https://www.example.org/evaluering"),
                Attachment(number=3, is_closed=True),
            ),
            came_from=(
                Station(name="Faglig Klynge Syd", forum=SYD, meeting="2027-02-02", item=1, day=date(2027, 2, 2)),
            ),
            went_to=(
                Station(
                    name="Sundhedsråd Aadal",
                    forum=RAAD,
                    day=date(2027, 6, 8),
                    answer="Rådet skal tage stilling på sit møde i juni.",
                ),
            ),
        ),
        closed_item(3),
        open_item(4, "Status på akutfunktionerne"),
    )


def _minutes() -> tuple[RecordItem, ...]:
    first, second, third, fourth = _agenda()
    return (
        replace(first, outcome=Outcome.APPROVED, sentence="Klyngen godkendte dagsordenen."),
        replace(
            second,
            outcome=Outcome.APPROVED_CHANGED,
            sentence="Klyngen godkendte modellen med den ændring, at besøget aflægges inden for fem hverdage. "
            "Almen praksis tog forbehold.",
            positions=(Stood(organisation="Almen praksis", stance=Stance.RESERVATION),),
            opinions=(
                Opinion(
                    name="Repræsentant for almen praksis",
                    organisation="Almen praksis",
                    words="Fristen på fem hverdage kan ikke holdes i ferieperioder.",
                ),
            ),
            commitments=(
                Commitment(title="Skriv vejledning til hjemmebesøg", owner="Nordby Kommune", due=date(2027, 4, 30)),
                Commitment(title="Orientér lægerne", owner="Region Aadal", due=date(2027, 4, 1), is_done=True),
            ),
        ),
        third,
        replace(fourth, outcome=Outcome.NOTED, sentence="Klyngen tog orienteringen til efterretning."),
    )


def record(kind: Kind, items: Iterable[RecordItem], name: str = MARCH, **other: object) -> MeetingRecord:
    """A document of a meeting in Nord."""
    starts = local(*map(int, name.split("-")))
    said = {
        "forum": NORD,
        "forum_name": "Politisk Klynge Nord",
        "place": "Nordby Rådhus, mødelokale 2",
        "version": 3,
        "at": starts - timedelta(days=7) if kind is Kind.AGENDA else starts + timedelta(days=6),
        "host": "Nordby Kommune",
        "attendees": (
            Attendee(name="Formand for kommunerne", role="formand", organisation="Nordby Kommune", is_present=True),
            Attendee(name="Formand for regionen", role="formand", organisation="Region Aadal", is_present=True),
        ),
        "witness": Witness(212, "0123456789abcdef" * 4),
    } | other
    ends = starts + timedelta(hours=2, minutes=30)
    return MeetingRecord(kind=kind, meeting=name, starts=starts, ends=ends, items=tuple(items), **said)  # type: ignore[arg-type]


def released(
    what: MeetingRecord, number: int, edition: int = 1, words: str = "", at: datetime | None = None
) -> Published:
    """The record, let out at its own moment or that one."""
    when = at or what.at
    release = Release(
        forum=what.forum,
        number=number,
        meeting=what.meeting,
        kind=what.kind,
        edition=edition,
        version=what.version,
        digest=sha256(to_json(what)).hexdigest(),
        by="sekretariat",
        at=when,
        visible_at=when,
        words=words,
    )
    return Published(release=release, record=what)


def town() -> PublicState:
    """Klynge Nord with everything, minutes that were taken back, and beside it forums with nothing and an ended one."""
    agenda = record(Kind.AGENDA, (*_agenda()[:3], open_item(4, "Status på akutfunktioner")), version=2)
    corrected = record(Kind.AGENDA, _agenda(), version=3, at=local(2027, 3, 11, 10, 0))
    earlier = record(Kind.MINUTES, _minutes(), EARLIER)
    syd = record(
        Kind.MINUTES,
        [open_item(1, "Hjemmebesøg i fællesskab", outcome=Outcome.REFERRED, sentence="Sendt videre til Klynge Nord.")],
        "2027-02-02",
        forum=SYD,
        forum_name="Faglig Klynge Syd",
    )
    back = released(record(Kind.MINUTES, _minutes(), "2027-01-19"), 9)
    return PublicState(
        stamp="1",
        at=AT,
        forums=_forums(),
        published=(
            released(earlier, 1),
            released(syd, 1),
            released(agenda, 2),
            released(corrected, 3, 2, "Titlen på punkt 4 er rettet."),
            released(record(Kind.MINUTES, _minutes()), 4),
        ),
        taken_back=(
            replace(
                back.release,
                taken_back_by="sekretariat",
                taken_back_at=local(2027, 2, 1, 10, 0),
                taken_back_words="Referatet nævnte ved en fejl et forkert beløb.",
            ),
        ),
    )


def _forums() -> tuple[PublicForum, ...]:
    nord = (
        meeting(EARLIER, local(2026, 11, 17)),
        meeting("2027-01-19", local(2027, 1, 19)),
        meeting(MARCH, local(2027, 3, 16)),
        meeting(MAY, local(2027, 5, 11)),
        meeting("2027-06-15", local(2027, 6, 15), is_cancelled=True),
        meeting("2027-09-14", local(2027, 9, 14), place="Skovlev Sundhedshus", host="Skovlev Kommune"),
    )
    updated = local(2027, 1, 11)
    syd = (meeting("2027-02-02", local(2027, 2, 2)), meeting("2027-05-04", local(2027, 5, 4)))
    return (
        PublicForum(
            id=NORD,
            name="Politisk Klynge Nord",
            region="Region Aadal",
            organisations=_PARTIES,
            where="Sundhedsaftalens hjemmeside",
            meetings=nord,
            updated=updated,
        ),
        PublicForum(
            id=SYD,
            name="Faglig Klynge Syd",
            region="Region Aadal",
            organisations=_PARTIES,
            meetings=syd,
            updated=updated,
        ),
        PublicForum(id=RAAD, name="Sundhedsråd Aadal", region="Region Bæk", updated=updated),
        PublicForum(
            id=OLD, name="Klynge Vest", region="Region Aadal", ended_at=local(2026, 12, 31), heir=NORD, updated=updated
        ),
    )


def before_release() -> PublicState:
    """The same before anything was let out."""
    return replace(town(), stamp="0", published=(), taken_back=())


def crowded(*, items: int = 500, minutes: int = 60, of_each: int = 50) -> PublicState:
    """A meeting with very many items, and thousands of resolutions."""
    base = town()
    long = released(record(Kind.AGENDA, [open_item(n, f"Punkt om sag nummer {n}") for n in range(1, items + 1)]), 10)
    published = [long]
    meetings = list(base.forums[0].meetings)
    for number in range(minutes):
        starts = local(2010, 1, 12) + timedelta(days=90 * number)
        name = starts.date().isoformat()
        meetings.append(meeting(name, starts))
        resolved = [
            open_item(
                n,
                f"Beslutning {number}-{n}",
                outcome=Outcome.APPROVED,
                sentence=f"Klyngen godkendte sag {number}-{n} om hjemmebesøg.",
                amount=Decimal(1000 * n),
                commitments=(Commitment(title=f"Følg op på {number}-{n}", owner="Nordby Kommune"),),
            )
            for n in range(1, of_each + 1)
        ]
        published.append(released(record(Kind.MINUTES, resolved, name), 100 + number))
    forum = replace(base.forums[0], meetings=tuple(meetings))
    return replace(base, stamp="2", forums=(forum, *base.forums[1:]), published=tuple(published), taken_back=())
