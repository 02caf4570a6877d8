"""Cards about bilag, with the longest and oddest words that may stand on them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.attachments.actions import AttachFiles
from bot.domain.attachments.kinds import MEDIA
from bot.domain.documents.state import Attachment
from bot.domain.kernel.refusal import Refusal
from cards.attachments import cards, offer
from cards.attachments.cards import Listed, One, Part, Row, Version
from cards.attachments.offer import Choice
from cards.kit.elements import Json
from tests.browser.drawn import MARKUP

_FORUM, _DAY = "politisk-klynge-nord", date(2027, 3, 16)
_AT = datetime(2027, 3, 1, 9, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
_LONG = "Speciallægeundersøgelsesudviklingsplan_" * 5
_ADDRESS = "https://www.nord.example/" + "meget-lang-sti/" * 12


def _file(number: int, title: str, *, version: int = 1, is_closed: bool = False) -> Attachment:
    return Attachment(
        number=number,
        title=title,
        version=version,
        media_type=MEDIA["pdf"],
        size=1_234_567,
        digest="d" * 64,
        is_closed=is_closed,
    )


def attached() -> list[Json]:
    """The list, one bilag with old versions, how it is replaced and fetched, the question, and what came of a file."""
    rows = (
        Row(_file(1, MARKUP, version=3), bilag=1),
        Row(Attachment(number=2, link=_ADDRESS)),
        Row(_file(3, _LONG, is_closed=True), bilag=3),
    )
    listed = Listed(forum=_FORUM, day=_DAY, parts=(Part(title=MARKUP, position=4, rows=rows),))
    versions = tuple(Version(nr, _file(1, MARKUP, version=nr), _AT, "Sekretariatet") for nr in (1, 2, 3))
    one = One(
        forum=_FORUM,
        attachment=1,
        newest=versions[-1].shown,
        belongs_to=_LONG,
        position=4,
        versions=versions,
        taken_off=None,
        may_replace=True,
        may_take_off=True,
    )
    choices = (
        Choice(value="i:2027-1:4", title=_LONG, position=4, day=_DAY, is_closed=True),
        Choice(value="v:1", title=MARKUP, replaces=True),
    )
    drawn = (
        cards.listing(listed),
        cards.one(one, outcome="Bilaget er taget af."),
        cards.replacing(one),
        cards.offered(one, 2),
        offer.question([f"{_LONG}.pdf", f"{MARKUP}.docx"], choices, AttachFiles(forum=_FORUM, upload="u")),
        offer.fetching([f"{_LONG}.pdf"]),
        offer.stored(_FORUM, one.newest, 1, _LONG, is_new=True, mention=None),
        offer.not_stored(f"{_LONG}.pdf", Refusal("attachment_locked.pdf"), mention=None),
    )
    return [each.content for each in drawn]
