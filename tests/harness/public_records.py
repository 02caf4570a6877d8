"""Open records, made up: names and texts are hostile, and whoever took an item back is `PLANTED`."""

import hashlib
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from bot.documents.data import to_json
from bot.domain.agenda.state import Gone, Late, Standing
from bot.domain.documents.state import (
    Addition,
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
from bot.domain.kernel.witness import Witness
from bot.domain.minutes.state import Outcome, Stance
from bot.domain.proposals.state import Content, ItemKind

BEGINNING = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)
STARTS = BEGINNING + timedelta(days=30)
IDS = ("klynge-nord", "råd-øst")
PLANTED = "planted-3f9c@person.invalid"
CLOSED = "Lukket punkt"
_HOSTILE = (
    "Kommune <script>alert(1)</script>",
    "]]> & \"citat\" 'enkelt'",
    "\u202edesrever\u202c 👩‍👩‍👧‍👧",
    "../../x?y#z%2f\\",
    "Ø\x00\x0b\x1f\ufffe",
    "{{7*7}} ${x} =1+1",
)
TEXTS = st.sampled_from((*_HOSTILE, "Almindelig tekst", "Æblegrød")) | st.text(max_size=12)
NAMES = st.sampled_from(("Næstformand Nord", "Formand Syd", _HOSTILE[0], _HOSTILE[2]))
PARTIES = st.sampled_from(("Nord Kommune", "Regionen", _HOSTILE[1], _HOSTILE[3]))


def digest_of(record: MeetingRecord) -> str:
    """The sha256 that a release has of its record."""
    return hashlib.sha256(to_json(record)).hexdigest()


@st.composite
def records(draw: st.DrawFn, forum: str, of: str, kind: Kind, supplement: int | None = None) -> MeetingRecord:
    """What some paper of that meeting says, open."""
    numbers = draw(st.lists(st.integers(1, 4), unique=True, max_size=4))
    return MeetingRecord(
        kind=kind,
        forum=forum,
        forum_name=draw(TEXTS),
        meeting=of,
        starts=STARTS,
        ends=STARTS + timedelta(hours=2),
        place=draw(TEXTS),
        version=draw(st.integers(1, 9)),
        at=STARTS,
        supplement=supplement,
        items=tuple(draw(_item(each, at)) for at, each in enumerate(sorted(numbers), start=1)),
        attendees=tuple(draw(st.lists(_ATTENDEES, max_size=3))),
        additions=tuple(
            Addition(words=draw(TEXTS), name=draw(NAMES), at=STARTS) for _ in range(draw(st.integers(0, 1)))
        ),
        witness=draw(st.none() | st.just(Witness(7, "ab" * 32))),
    )


_ATTENDEES = st.builds(
    Attendee,
    name=NAMES,
    role=st.sampled_from(("formand", "medlem", "")),
    organisation=PARTIES | st.just(""),
    is_present=st.none() | st.booleans(),
    instead_of=st.just("") | NAMES,
)


@st.composite
def _item(draw: st.DrawFn, id_: int, number: int) -> RecordItem:
    if draw(st.integers(0, 4)) == 0:
        return RecordItem(id=id_, number=number, title=CLOSED, is_closed=True)
    title = draw(TEXTS)
    content = Content(
        title=title,
        kind=draw(st.sampled_from(ItemKind)),
        summary=draw(TEXTS),
        recommendation=draw(TEXTS),
        topic=draw(st.just("") | TEXTS),
        links=("https://example.dk/sag",),
    )
    return RecordItem(
        id=id_,
        number=number,
        title=title,
        content=content,
        standing=draw(st.none() | st.sampled_from(Standing)),
        proposed_by=draw(st.just("") | PARTIES),
        begins=draw(st.none() | st.just(STARTS)),
        late=draw(st.none() | st.just(Late(supplement=1, reason="Haster"))),
        gone=draw(st.none() | st.just(Gone(reason="Trukket", at=STARTS, by=PLANTED))),
        attachments=draw(_attachments(id_)),
        outcome=draw(st.none() | st.sampled_from(Outcome)),
        sentence=draw(TEXTS),
        positions=tuple(
            draw(st.lists(st.builds(Stood, organisation=PARTIES, stance=st.sampled_from(Stance)), max_size=2))
        ),
        opinions=tuple(draw(st.lists(st.builds(Opinion, name=NAMES, organisation=PARTIES, words=TEXTS), max_size=1))),
        commitments=tuple(
            draw(st.lists(st.builds(Commitment, title=TEXTS, owner=PARTIES, due=st.just(STARTS.date())), max_size=1))
        ),
        amount=draw(st.none() | st.just(Decimal("12500.50"))),
        went_to=draw(st.lists(_STATIONS, max_size=2).map(tuple)),
        came_from=draw(st.lists(_STATIONS, max_size=1).map(tuple)),
    )


_STATIONS = st.builds(
    Station,
    name=TEXTS,
    forum=st.none() | st.sampled_from((*IDS, "ukendt")),
    meeting=st.none() | st.sampled_from(("2027-1", "2027-9")),
    item=st.none() | st.just(3),
    day=st.none() | st.just(STARTS.date()),
    answer=TEXTS,
)


@st.composite
def _attachments(draw: st.DrawFn, item: int) -> tuple[Attachment, ...]:
    """Numbered so that no two items of a meeting share one."""
    numbers = range(item * 10, item * 10 + draw(st.integers(0, 2)))
    return tuple(
        Attachment(number=each, is_closed=True)
        if draw(st.booleans())
        else Attachment(
            number=each,
            title=draw(TEXTS),
            media_type="application/pdf",
            size=1200,
            digest=draw(st.none() | st.just("cd" * 32)),
            link=draw(st.sampled_from(("https://example.dk/bilag.pdf", "javascript:alert(1)"))),
        )
        for each in numbers
    )
