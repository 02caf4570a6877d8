"""Files are wanted as bilag, and a bilag is taken off."""

from dataclasses import replace

from bot.domain.attachments.actions import AttachFiles, ShowAttachment, TakeOffAttachment
from bot.domain.kernel.refusal import Refusal
from bot.usecases.attachments.changing import follow
from bot.usecases.attachments.finding import found
from bot.usecases.attachments.owned import require_may_add
from bot.usecases.attachments.queries import sent_files, show_one
from bot.usecases.attachments.targets import target_of
from bot.usecases.desk import WritingDesk
from bot.usecases.rights import require_secretariat
from cards.attachments import offer as cards
from cards.kit.elements import Card
from cards.kit.words import say
from storage import attachments as kept
from storage import uploads
from storage.engine.elapsed import elapsed
from storage.uploads import Wanted


async def attach(desk: WritingDesk, actor: str, action: AttachFiles) -> Card:
    """The files of a message are fetched from now on, one by one; their sender hears of each."""
    if not action.upload:
        raise Refusal("attachment_no_file")
    files = await sent_files(desk, actor, action.upload)
    if any(each.wanted is not None for each in files):
        return cards.fetching([each.name for each in files])
    target = await target_of(desk, actor, action)
    require_may_add(desk, actor, target.owned)
    if target.attachment is not None and len(files) > 1:
        raise Refusal("attachment_one_version")
    proposal, meeting, item = target.owned.proposal, target.owned.meeting, target.owned.item
    wanted = Wanted(forum=desk.forum.id, person=actor, account=files[0].account, is_closed=action.is_closed)
    if proposal is not None:
        wanted = replace(wanted, proposal=proposal.id)
    elif meeting is not None and item is not None:
        wanted = replace(wanted, meeting=meeting.id, item=item.id)
    wanted = replace(wanted, attachment=target.attachment)
    await uploads.want(desk.conn, action.upload, wanted, at=elapsed(desk.conn))
    return cards.fetching([each.name for each in files])


async def take_off(desk: WritingDesk, actor: str, action: TakeOffAttachment) -> Card:
    """It is no bilag any more; what it held, and every version of it, stays stored."""
    require_secretariat(desk, actor)
    one = await found(desk, actor, action)
    require_may_add(desk, actor, one.owned)
    if one.newest.taken_off_at is None:
        off = replace(one.newest, taken_off_by=actor, taken_off_at=desk.now)
        await kept.take_off(desk.conn, off)
        await follow(desk, actor, one.owned, off, "attachment.taken_off")
    here = ShowAttachment(forum=desk.forum.id, attachment=one.newest.id)
    return await show_one(desk, actor, here, outcome=say("attachment.done.off"))
