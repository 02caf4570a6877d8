"""Records of meetings of any shape: with closed items in them, of which every text is a word that nobody may read."""

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from bot.domain.agenda.state import Gone, Late, LaterKind, Standing
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
    Step,
    Stood,
)
from bot.domain.kernel.witness import Witness
from bot.domain.minutes.state import Outcome, Stance
from bot.domain.proposals.state import Content, ItemKind

SECRET = "NORDKLINIK"  # noqa: S105 - stands for whatever is closed
_AT = datetime(2027, 3, 16, 16, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).filter(lambda words: SECRET not in words)
_SECRETS = st.just(SECRET)
_MOMENTS = st.integers(0, 10_000).map(lambda minutes: _AT + timedelta(minutes=minutes))
_KINDS = st.sampled_from([Kind.AGENDA, Kind.SUPPLEMENT, Kind.MINUTES])


def _several(each: "st.SearchStrategy[object]") -> "st.SearchStrategy[tuple[object, ...]]":
    return st.lists(each, max_size=2).map(tuple)


def _attachments(words: "st.SearchStrategy[str]") -> "st.SearchStrategy[Attachment]":
    return st.builds(Attachment, number=st.integers(1, 9), title=words, link=words, media_type=words, digest=words)


def _contents(words: "st.SearchStrategy[str]", *, is_closed: bool) -> "st.SearchStrategy[Content]":
    names = ("title", "summary", "case_description", "recommendation", "financial_note", "topic", "purpose")
    more = ("local_policy", "involvement", "joint_position", "fund_effort")
    several = ("links", "principles", "areas", "fund_purposes", "fund_parties")
    return st.builds(
        Content,
        **dict.fromkeys((*names, *more), words),
        **{name: _several(words) for name in several},
        kind=st.sampled_from(ItemKind),
        amount=st.none() | st.integers(0, 10**9).map(Decimal),
        is_closed=st.just(is_closed),
    )


def _items(number: int, *, is_closed: bool) -> "st.SearchStrategy[RecordItem]":
    words = _SECRETS if is_closed else _WORDS
    hidden = _attachments(_SECRETS).map(_closed)
    return st.builds(
        RecordItem,
        id=st.just(number + 10),
        number=st.just(number),
        title=words,
        is_closed=st.just(is_closed),
        content=_contents(words, is_closed=is_closed),
        standing=st.none() | st.sampled_from(Standing),
        proposed_by=words,
        begins=st.none() | _MOMENTS,
        late=st.none() | st.builds(Late, supplement=st.just(1), reason=words),
        gone=st.none() | st.builds(Gone, reason=words, at=_MOMENTS, by=words),
        attachments=_several(_attachments(words) | hidden),
        outcome=st.none() | st.sampled_from(Outcome),
        sentence=words,
        positions=_several(st.builds(Stood, organisation=words, stance=st.sampled_from(Stance))),
        opinions=_several(st.builds(Opinion, name=words, organisation=words, words=words)),
        commitments=_several(st.builds(Commitment, title=words, owner=words)),
        came_from=_several(st.builds(Station, name=words, answer=words)),
        went_to=_several(st.builds(Station, name=words, answer=words)),
    )


def _closed(attachment: Attachment) -> Attachment:
    return Attachment(number=attachment.number, title=SECRET, link=SECRET, digest=SECRET, is_closed=True)


@st.composite
def records(draw: st.DrawFn) -> MeetingRecord:
    """A whole record with up to five items, some of them closed."""
    flags = draw(st.lists(st.booleans(), max_size=5))
    items = tuple(draw(_items(number, is_closed=flag)) for number, flag in enumerate(flags, start=1))
    closed = [item.id for item in items if item.is_closed]
    additions = [
        draw(st.builds(Addition, words=_WORDS, name=_WORDS, at=_MOMENTS, item=st.none() | st.integers(11, 16)))
        for _ in range(draw(st.integers(0, 2)))
    ]
    secret = [Addition(words=SECRET, name=SECRET, at=_AT, item=each) for each in closed]
    steps = [
        Step(version=2, at=_AT, later=draw(st.sampled_from(LaterKind)), items=(each,), words=SECRET) for each in closed
    ]
    return MeetingRecord(
        kind=draw(_KINDS),
        forum="klynge",
        forum_name=draw(_WORDS),
        meeting="2027-1",
        starts=_AT,
        ends=_AT + timedelta(hours=2),
        place=draw(_WORDS),
        version=draw(st.integers(0, 20)),
        at=draw(_MOMENTS),
        host=draw(_WORDS),
        is_whole=True,
        is_cancelled=draw(st.booleans()),
        is_draft=draw(st.booleans()),
        is_approved=draw(st.booleans()),
        supplement=draw(st.none() | st.just(1)),
        items=items,
        attendees=(
            draw(
                st.builds(Attendee, name=_WORDS, role=_WORDS, organisation=_WORDS, is_present=st.none() | st.booleans())
            ),
            *(Attendee(name=SECRET, role=SECRET, items=(each,)) for each in closed),
        ),
        additions=tuple(each for each in additions if each.item not in closed) + tuple(secret),
        steps=(Step(version=1, at=_AT), *steps),
        left_out=(SECRET,),
        witness=draw(st.none() | st.builds(Witness, st.integers(1, 99), st.just("ab" * 32))),
    )
