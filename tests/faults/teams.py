"""A Teams that has a bad day: it takes down every message that the bot posts or changes, and fails by chance."""

import random
from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from aiohttp import web

from bot.local.board import Board, Message
from bot.local.connector import HANG_UP, Failure
from bot.local.directory import Account, Channel, Json
from tests.faults.cards import Seen, essence, offers, read_card, wording
from tests.faults.forums import Place
from tests.harness.teams import Teams

TROUBLES: dict[str, tuple[float, Failure]] = {
    "429 with Retry-After": (0.015, Failure(429, {"Retry-After": "1"})),
    "429": (0.010, Failure(429)),
    "412": (0.005, Failure(412)),
    "502": (0.005, Failure(502)),
    "503": (0.010, Failure(503)),
    "504": (0.003, Failure(504)),
    "504 after the effect": (0.003, Failure(504, is_applied=True)),
    "cut before the effect": (0.005, Failure(HANG_UP)),
    "cut after the effect": (0.005, Failure(HANG_UP, is_applied=True)),
}
"""Each with the share of calls that it befalls."""
_SLOW = 0.06
_LONGEST_DELAY = 0.6  # seconds


@dataclass(slots=True)
class Post:
    """A message of the bot's as it stands: `at` is the pinned moment of its last change."""

    conversation: str
    thread: str | None
    essence: str
    at: datetime
    is_said_gone: bool = False  # a change of it was answered with 404, so that the bot posts it anew
    is_ahead: bool = False  # it shows what a restored database knows nothing of
    offers: frozenset[tuple[str, str]] = frozenset()  # verbs and meetings
    said: str = ""  # a digest of its words as it came
    came: datetime | None = None


class Heard(Protocol):
    """Who reads what the bot posts; `thread` is None where a message begins one, or in a chat."""

    def __call__(self, conversation: str, thread: str | None, message: str, seen: Seen) -> None:
        """One message has come or has changed."""


class ReadBoard(Board):
    """Has each card read as it comes and keeps no more of it than its essence: a long run's would fill the memory."""

    def __init__(self, clock: Callable[[], datetime], heard: Heard) -> None:
        super().__init__(clock)
        self.posts: dict[str, Post] = {}
        self.changes = 0
        self._heard = heard

    def post(
        self,
        conversation: str,
        activity: Json,
        *,
        thread: str | None = None,
        author: Account | None = None,
        ident: str | None = None,
    ) -> Message:
        """Put a message on the board."""
        message = super().post(conversation, {}, thread=thread, author=author, ident=ident)
        if author is None:
            self.posts[message.id] = Post(conversation, thread, "", self.now())
            self._read(message.id, activity)
        return message

    def edit(self, message: Message, activity: Json) -> None:
        """Replace what a message says."""
        super().edit(message, {})
        self.changes += 1
        self._read(message.id, activity)

    def standing(self) -> dict[str, str]:
        """What each message shows."""
        return {ident: post.essence for ident, post in self.posts.items()}

    def outlive(self, standing: Mapping[str, str]) -> None:
        """The database is as it was when those stood there: it cannot know what has come or changed since."""
        for ident, post in self.posts.items():
            post.is_said_gone = post.is_said_gone or ident not in standing
            post.is_ahead = standing.get(ident) != post.essence

    def _read(self, ident: str, activity: Json) -> None:
        post, content = self.posts[ident], activity["attachments"][0]["content"]
        post.essence, post.at, post.is_ahead = essence(content), self.now(), False
        post.offers = offers(content)
        if post.came is None:
            post.said, post.came = wording(content), self.now()
        self._heard(post.conversation, post.thread, ident, read_card(content))


class BadTeams(Teams):
    """`dead` maps a channel to the status that everything in it is answered with.

    Everybody counts as somebody of the channels' tenant, so that all have chats with the bot.
    """

    board: ReadBoard

    def __init__(
        self, places: list[Place], chance: random.Random, moment: Callable[[], datetime], heard: Heard
    ) -> None:
        host = places[0].tenant
        super().__init__(
            [
                Account(object_id=account.object_id, tenant=host, name=person)
                for place in places
                for person, account in place.accounts.items()
            ],
            [Channel(id=place.channel, name=place.id, team="19:team", team_name="Team") for place in places],
            host_tenant=host,
            clock=moment,
            limits=False,
            board_of=partial(ReadBoard, heard=heard),
        )
        self.arrivals = deque(maxlen=0)
        self.is_failing = True
        self.dead: dict[str, int] = {}
        self.troubles: Counter[str] = Counter()
        self._chance = chance

    def trouble(self, request: web.Request, place: str) -> Failure | None:
        """By chance, unless the place is dead."""
        self.connector.slowness = 0.0  # how slow this one call is: the connector looks at it next
        if place in self.dead:
            return self._dead(request, self.dead[place])
        if not self.is_failing:
            return None
        name, failure = self._drawn()
        self.troubles.update([name] if name else [])
        return failure

    def _dead(self, request: web.Request, status: int) -> Failure:
        self.troubles[f"{status} of a dead channel"] += 1
        if request.method == "PUT" and status == 404:
            self.board.posts[request.match_info["activity"]].is_said_gone = True
        return Failure(status)

    def _drawn(self) -> tuple[str, Failure | None]:
        drawn = self._chance.random()
        for name, (share, failure) in TROUBLES.items():
            drawn -= share
            if drawn < 0:
                return name, failure
        if drawn >= _SLOW:
            return "", None
        self.connector.slowness = self._chance.random() * _LONGEST_DELAY
        return "slow", None
