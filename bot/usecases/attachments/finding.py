"""Which bilag somebody means: the one of an id, or of its number in a meeting; and what it hangs on."""

from dataclasses import dataclass

from bot.domain.attachments.actions import BilagAction
from bot.domain.attachments.numbering import File
from bot.domain.attachments.state import Bilag
from bot.domain.documents.state import Attachment
from bot.domain.kernel.refusal import Refusal
from bot.usecases.attached import as_attachment
from bot.usecases.attachments.owned import Owned, by_owner, sees
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from bot.usecases.supplements.loading import meant as next_meant
from storage import attachments as kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One bilag with all its versions, oldest first, and its number in the meeting (0: in none)."""

    versions: tuple[Bilag, ...]
    owned: Owned
    number: int

    @property
    def newest(self) -> Bilag:
        """The version that counts."""
        return self.versions[-1]

    @property
    def is_closed(self) -> bool:
        """Whether it is for the few."""
        return self.newest.is_closed or self.owned.content.is_closed

    def named(self, version: Bilag | None = None) -> Attachment:
        """A version of it (the newest) as documents name it."""
        return as_attachment(version or self.newest, self.number, is_closed=self.owned.content.is_closed)


async def found(desk: Desk, person: str, action: BilagAction) -> Found:
    """The bilag as that person may see it here; Refusal("no_attachment") where there is none for them."""
    ident = action.attachment
    if ident is None:
        meeting = await next_meant(desk, None) if action.meeting is None else meeting_meant(desk, action.meeting)
        known = await kept.numbers(desk.conn, desk.forum.id, meeting.id)
        ident = next((each.id for each, nr in known.items() if isinstance(each, File) and nr == action.bilag), None)
        if ident is None:
            raise Refusal("no_attachment", nr=action.bilag or 0, moede_dato=meeting.day)
    one = await by_id(desk, ident)
    if one is None or not await sees(desk, person, one.owned, is_closed=one.newest.is_closed):
        raise Refusal("no_attachment.here")
    return one


async def by_id(desk: Desk, ident: int) -> Found | None:
    """The bilag of that id, whoever may see it."""
    versions = await kept.versions(desk.conn, desk.forum.id, ident)
    if not versions:
        return None
    owned = await by_owner(desk, versions[-1].owner)
    number = 0
    if owned.meeting is not None:
        number = (await kept.numbers(desk.conn, desk.forum.id, owned.meeting.id)).get(File(ident), 0)
    return Found(versions=versions, owned=owned, number=number)
