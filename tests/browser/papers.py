"""Cards of papers, attachments, calendars, filing and publication, made up with what people may write in them."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.attachments.actions import AttachFiles
from bot.domain.documents.actions import OpenDocument
from bot.domain.documents.state import Attachment, Kind
from bot.domain.filing.state import Case, Filing, How, Left
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.forum import COPENHAGEN
from bot.domain.kernel.refusal import Refusal
from bot.domain.publication.notices import PublicationNotice
from bot.domain.publication.rules import Status
from bot.domain.publication.state import Paper
from bot.local.directory import Json
from cards.attachments import cards as attachments
from cards.attachments import offer
from cards.calendars import cards as calendars
from cards.documents import cards as documents
from cards.downloads import cards as downloads
from cards.filing import cards as filing
from cards.publication import cards as publication
from cards.publication import told
from cards.publication.view import Gone, PaperView
from tests.browser.drawn import MARKUP
from tests.harness.klynge_nord import klynge_nord
from tests.harness.public_town import closed_item, open_item, record

_MEETING = klynge_nord().meetings[0]
_AT = datetime(2027, 3, 22, 9, 30, tzinfo=COPENHAGEN)
_FILE = Attachment(number=3, title=MARKUP, media_type="application/pdf", size=1_900_000, digest="ab" * 32)
_ADDRESS = f"https://klyngebot.example.org/kalender/{'a1B2' * 20}.ics"


def attached() -> list[Json]:
    """Files: what they are to belong to, what became of them, on a list and one by one."""
    closed, link = replace(_FILE, number=4, is_closed=True), replace(_FILE, digest=None, link="https://example.org/a")
    rows = tuple(attachments.Row(each, meeting="m", bilag=each.number) for each in (_FILE, link, closed))
    listed = attachments.Listed(
        forum="a", parts=(attachments.Part(title=MARKUP, rows=rows, position=2),), day=_MEETING.day
    )
    versions = [attachments.Version(number, replace(_FILE, version=number), _AT, MARKUP) for number in (1, 2, 3)]
    one = attachments.One(
        forum="a",
        attachment=1,
        newest=versions[-1].shown,
        belongs_to=MARKUP,
        position=2,
        versions=tuple(versions),
        taken_off=None,
        may_replace=True,
        may_take_off=True,
    )
    choices = [
        offer.Choice(value=f"{number}", title=MARKUP, position=number, day=_MEETING.day, is_closed=number == 2)
        for number in (1, 2)
    ]
    choices += [offer.Choice(value="x", title=MARKUP, number=7), offer.Choice(value="y", title=MARKUP, replaces=True)]
    cards = (
        offer.question([MARKUP, "Budget.xlsx"], choices, AttachFiles(forum="a", upload="u")),
        offer.fetching([MARKUP]),
        offer.stored("a", _FILE, 1, MARKUP, is_new=True, mention=None),
        offer.not_stored(MARKUP, Refusal("attachment_macros"), mention=None),
        attachments.listing(listed),
        attachments.one(one),
    )
    return [each.content for each in cards]


def fetched() -> list[Json]:
    """Papers as files, and meetings in one's own calendar, by addresses that are one's own."""
    wanted = OpenDocument(forum="a", meeting="m", paper=Kind.MINUTES)
    listed = [documents.Listed(title=MARKUP, standing=MARKUP, wanted=wanted)] * 2
    ready = documents.ready("Referat fra mødet den 16. marts 2027", ["Udsendt den 22. marts 2027 kl. 9.30"])
    mine = calendars.calendar("a", _MEETING, "Hjørring", is_cancelled=False, is_renewed=True, is_overheard=False)
    cards = (
        documents.documents("a", _MEETING, listed, klynge_nord().meetings),
        documents.offered(MARKUP, [MARKUP], wanted),
        downloads.with_address(ready, _ADDRESS),
        downloads.without_address(ready, [MARKUP]),
        calendars.with_addresses(mine, "a", _MEETING, file=_ADDRESS, feed=_ADDRESS),
        calendars.with_advice(mine, [MARKUP]),
    )
    return [each.content for each in cards]


def filed() -> list[Json]:
    """What a meeting is filed on, while a subject is looked for."""
    row = filing.Row(meeting=_MEETING, unfiled=[Left(kind=Kind.AGENDA, version=3, at=_AT)], lacks_number=True)
    filed = Filing(forum="a", meeting="m", number=1, how=How.BY_HAND, covers=(), by="b", at=_AT, reference=MARKUP)
    case = Case(number="24/1234", subject="12.34.56", facet="A26")
    shown = filing.Shown(
        forum="a",
        may_fetch=True,
        meeting=_MEETING,
        whole=case,
        usual="24/1234",
        items=[filing.Item(position=number, title=MARKUP, case=case) for number in (1, 2)],
        pick=2,
        typed=filing.Typed(number=MARKUP, kle="sundhed"),
        titles={"12.34.56": MARKUP},
        offered={"12.34.56": MARKUP, "12.34.57": MARKUP},
        row=row,
        filings=[filed],
        may_mark=True,
        timezone=COPENHAGEN,
    )
    return [filing.filing(shown).content, filing.unfiled("a", [row, row]).content]


def published() -> list[Json]:
    """What is public, owed, awaited and dead, and the forms of each."""
    out = PaperView(
        meeting=_MEETING,
        paper=Paper.MINUTES,
        status=Status.PUBLIC,
        is_final=True,
        tz=COPENHAGEN,
        today=_AT.date(),
        is_wanted=True,
        where="kommunernes hjemmesider",
        deadline=Deadline(day=date(2027, 3, 30), source_day=date(2027, 3, 30), days_after_meeting=14),
        name=MARKUP,
        at=_AT,
        link="https://www.example.org/referat",
        number=3,
        taken_back=(Gone(number=2, at=_AT, name=MARKUP, words=MARKUP),),
        may_release=True,
        may_link=True,
        may_take_back=True,
    )
    owed = replace(out, status=Status.MISSING, number=None, link="", name="", taken_back=(), may_take_back=False)
    ours = replace(owed, where="", deadline=None, asks_days=True, paper=Paper.AGENDA)
    awaited = replace(out, status=Status.AWAITED, at=_AT + timedelta(days=1))
    dead, behind = replace(out, status=Status.DEAD), replace(out, status=Status.BEHIND)
    unsettled = replace(ours, status=Status.UNSETTLED, asks_whether=True)
    shown = publication.Preview(
        view=out, record=record(Kind.MINUTES, [open_item(1, MARKUP), closed_item(2)]), seen="ab", replaces=2
    )
    cards = (
        publication.overview("a", [out, awaited, dead, behind, owed, unsettled]),
        publication.release_form("a", shown),
        publication.take_back_form("a", out, MARKUP),
        publication.link_form("a", owed, 0, "https://"),
        told.told("a", PublicationNotice.REQUEST, owed, None),
        told.told("a", PublicationNotice.REQUEST, ours, None),
        told.told("a", PublicationNotice.UPDATE, behind, None),
        told.told("a", PublicationNotice.OVERDUE, owed, None),
        told.told("a", PublicationNotice.DEAD, dead, None),
        told.told("a", PublicationNotice.REQUEST, out, None),
    )
    return [each.content for each in cards]


EVERY = (attached, fetched, filed, published)
"""Each gives the cards of one topic."""
