"""What became of a file, to whoever sent it: nothing of a closed one is told where others read."""

from bot.domain.attachments.notices import AttachmentNotice
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.refusal import Refusal
from bot.usecases.attachments.finding import by_id
from bot.usecases.desk import Desk
from cards.attachments import offer as cards
from cards.kit.elements import Card
from cards.kit.words import say
from storage import uploads


async def render(desk: Desk, notice: Notice, kind: AttachmentNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case AttachmentNotice.DONE:
            attachment = notice.subject.get("attachment")
            return await (_refused(desk, notice) if attachment is None else _stored(desk, notice, int(str(attachment))))


async def _stored(desk: Desk, notice: Notice, attachment: int) -> Card | Stale:
    one = await by_id(desk, attachment)
    if one is None:
        return Stale(say("stale.no_attachment"))
    if desk.is_public and one.is_closed:
        return cards.hidden(desk.called(notice))
    version = next((each for each in one.versions if each.version == notice.subject.get("version")), one.newest)
    shown, title = one.named(version), one.owned.content.title
    is_new = notice.subject.get("is_new") is True
    return cards.stored(desk.forum.id, shown, attachment, title, is_new=is_new, mention=desk.called(notice))


async def _refused(desk: Desk, notice: Notice) -> Card | Stale:
    """What the file was called is known for a day."""
    batch, place = str(notice.subject.get("batch")), notice.subject.get("place")
    sent = next((each for each in await uploads.of_batch(desk.conn, batch) if each.place == place), None)
    if sent is None:
        return Stale(say("stale.no_attachment"))
    facts = notice.subject.get("facts")
    name = "" if desk.is_public else sent.name
    why = Refusal.told(str(notice.subject.get("why")), facts if isinstance(facts, dict) else {})
    return cards.not_stored(name, why, mention=desk.called(notice))
