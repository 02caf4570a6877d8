"""The way to a file below the answer that says it is ready: an address for whoever asked alone."""

from dataclasses import replace

from bot.domain.attachments.actions import FetchAttachment
from bot.domain.documents.actions import OF_YEAR, OpenDocument
from bot.domain.kernel import settings
from bot.usecases.asker import Asker
from bot.usecases.attachments.serving import exact
from bot.usecases.desk import Desk
from bot.usecases.documents.papers import meeting_of
from bot.usecases.downloads.files import Files
from bot.usecases.downloads.passes import Wanted
from bot.usecases.filing.bundling import case_to_fetch
from bot.usecases.turn import Kind, Turn
from cards.downloads import cards
from cards.kit.elements import Card


async def with_file(desk: Desk, turn: Turn, asker: Asker, action: Wanted, answer: Card, files: Files | None) -> Card:
    """The answer with the address; where others read along, with the button whose answer has it."""
    if isinstance(action, OpenDocument) and action.file is None:
        return answer
    wanted = await _exact(desk, asker.person, action)
    if files is None:
        serving = settings.secretariat(desk.forum, desk.today)
        return cards.without_address(answer, [desk.name_of(each) for each in serving if each != asker.person])
    if turn.kind is not Kind.CLICK and not turn.conversation.place.is_private:
        return cards.with_button(answer, wanted)
    sender = turn.sender.object_id
    return cards.with_address(
        answer, files.address(desk.forum.id, asker.person, sender, wanted, is_private=not desk.is_public)
    )


async def _exact(desk: Desk, person: str, action: Wanted) -> Wanted:
    """The same, of just that meeting or version, whatever comes next."""
    if isinstance(action, FetchAttachment):
        return await exact(desk, person, action)
    forum = desk.forum.id
    if isinstance(action, OpenDocument):
        named = action.meeting if action.paper in OF_YEAR else (await meeting_of(desk, action)).id
        return replace(action, forum=forum, meeting=named)
    return replace(action, forum=forum, meeting=(await case_to_fetch(desk, person, action.meeting)).meeting.id)
