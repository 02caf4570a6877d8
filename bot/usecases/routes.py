"""The routes a notice may take, best first, as its kind's row in the table of who hears what says.

A personal chat is a courtesy, the forum's channel reaches everybody. There each meeting has one post of its own, and
all else about the meeting is a reply to it: it waits for that post, and begins a thread where the post cannot stand.
"""

from dataclasses import dataclass
from typing import Any, assert_never, cast

from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.hearing import Stands
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.kernel.people import Identity
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.notices import hearing
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.reader import Reader
from cards.kit.elements import Card
from storage import chats
from storage.engine.codec import from_json, to_json
from storage.outbox import notices


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A known conversation; with `account`, the personal chat with that account, which may have to be opened first.

    `where` is then the conversation through whose service it is opened. With `awaits_post` it cannot be taken yet.
    """

    where: Conversation
    account: Identity | None = None
    thread: str | None = None
    awaits_post: bool = False

    @property
    def place(self) -> Place:
        """What kind of place the card must be fit for."""
        return Place.PERSONAL if self.account is not None else self.where.place


async def routes(desk: Desk, notice: Notice) -> tuple[Route, ...]:
    """Where the notice can go; none while the forum has no channel and the recipient no chat, or no account at all."""
    stands = hearing(notice.kind).stands
    match stands:
        case Stands.ASKED:
            return (carried(notice)[0],)
        case Stands.POST | Stands.ON_POST:
            return _alone(desk)
        case Stands.REPLY:
            return await _under_post(desk, notice)
        case Stands.CHAT | Stands.DESK:
            if notice.recipient is not None and not _accounts(desk, notice.recipient):
                return ()  # a name without an account calls nobody in the channel either
            chats_first = () if notice.recipient is None else await _chats(desk, notice.recipient)
            return (*chats_first, *await _under_post(desk, notice))
        case _:
            assert_never(stands)


async def has_chat(desk: Desk, person: str) -> bool:
    """Whether the person can be written to alone: a chat they began, or one that Teams opens."""
    return bool(await _chats(desk, person))


def meeting_of(notice: Notice) -> str | None:
    """The meeting under whose post the notice stands; `under` names it where the notice is not about a meeting."""
    under = notice.subject.get("under")
    return under if isinstance(under, str) else notice.meeting


async def owe_post(desk: WritingDesk, meeting: str) -> Notice | None:
    """The meeting's post, owed anew where it was never owed, or stands in another channel than the forum's."""
    post = await notices.get(desk.conn, desk.post_of(meeting))
    if post is None or (post.state is NoticeState.SENT and not _is_here(desk, post)):
        return await desk.tell(MeetingNotice.POST, meeting=meeting)
    return post


def carrying(card: Card, where: Conversation, thread: str | None = None) -> dict[str, Any]:
    """The subject of a notice that needs nothing of its forum to leave."""
    conversation = to_json(Conversation, where)
    return {"card": card.content, "summary": card.summary, "conversation": conversation, "thread": thread}


def carried(notice: Notice) -> tuple[Route, Card]:
    """Where such a notice goes, and its card."""
    subject = notice.subject
    thread = subject.get("thread")
    route = Route(
        where=from_json(Conversation, subject["conversation"]), thread=thread if isinstance(thread, str) else None
    )
    return route, Card(cast(dict[str, Any], subject["card"]), str(subject["summary"]))


def _alone(desk: Desk) -> tuple[Route, ...]:
    return () if desk.forum.channel is None else (Route(where=desk.forum.channel),)


async def _under_post(desk: Desk, notice: Notice) -> tuple[Route, ...]:
    """Under the post of its meeting; alone where there is none, or it cannot stand, or was taken away meanwhile."""
    alone, meeting = _alone(desk), meeting_of(notice)
    if meeting is None or not alone:
        return alone
    post = await notices.get(desk.conn, desk.post_of(meeting))
    if post is not None and _is_here(desk, post) and post.activity:
        return (Route(where=alone[0].where, thread=post.activity), *alone)
    if post is not None and _is_over(desk, post):
        return alone
    return (Route(where=alone[0].where, awaits_post=True),)


def _is_here(desk: Desk, post: Notice) -> bool:
    """Whether it was posted in the forum's channel as that is tied today."""
    return desk.forum.channel is not None and post.conversation == desk.forum.channel.id


def _is_over(desk: Desk, post: Notice) -> bool:
    """Whether nothing more comes of it, though nothing can stand under it: Teams may not even have named it."""
    is_sent_here = post.state is NoticeState.SENT and _is_here(desk, post)
    return is_sent_here or post.state in (NoticeState.FAILED, NoticeState.SUPERSEDED)


async def _chats(desk: Desk, person: str) -> tuple[Route, ...]:
    """The chats the person wrote in, else one that can be opened: Teams opens none across tenants."""
    accounts = _accounts(desk, person)
    known = [(account, await chats.get(desk.conn, account)) for account in accounts]
    open_already = tuple(Route(where=chat) for _, chat in known if chat is not None)
    channel = desk.forum.channel
    if open_already or channel is None:
        return open_already
    return tuple(Route(where=channel, account=account) for account in accounts if account.tenant == channel.tenant)


def _accounts(desk: Desk, person: str) -> tuple[Identity, ...]:
    return next((found.identities for found in desk.forum.people if found.id == person), ())


async def owe_reply(
    desk: WritingDesk, answer: Card, *, to: Conversation, reader: Reader, thread: str | None, about: str
) -> Notice:
    """Keep an answer that Teams did not take, so that it leaves later; `about` is the activity it answers."""
    subject = carrying(answer, to, thread) | {"reader": to_json(Reader, reader)}
    return await desk.tell(ForumNotice.REPLY, to.id, about, **subject)


def carried_reader(notice: Notice) -> Reader | None:
    """To whom such an answer was shown; None where that was not kept."""
    reader = notice.subject.get("reader")
    return None if reader is None else from_json(Reader, reader)
