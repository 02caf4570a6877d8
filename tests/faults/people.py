"""People in Teams: what they write and press goes out as Teams sends it, and is lost, late, doubled or cut off."""

import asyncio
import json
import random
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.domain.kernel.people import Identity
from bot.local.activities import Envelope, click, message
from bot.local.directory import PERSONAL
from tests.faults.asking import Asked, Verb, attempt
from tests.faults.cards import Button, Json, Seen, read_answer
from tests.faults.forums import MEMBERS, Place
from tests.faults.model import Attempt, Model
from tests.faults.replicas import Replicas
from tests.faults.teams import BadTeams

_PATIENCE = 4.0  # seconds that somebody looks for a reply
_ANSWER = ClientTimeout(total=40)
_MOST_TRIES = 4
_RECENT = 14  # cards of a channel that people still look at
_DROPPED, _LATE, _DOUBLED, _CUT, _GIVEN_UP = 0.02, 0.08, 0.10, 0.03, 0.25
_TAKEN = Seen(is_refusal=False)  # a message is answered by a reply
_PUT_OFF_ITEM = 0.3  # of the resolutions on the card
_PUT_OFF = 1.0  # seconds that everybody waits when the bot has said that it failed


class Enough(Exception):  # noqa: N818 - it ends a journey, and nothing went wrong
    """As many actions as were wanted have been done."""


@dataclass(slots=True)
class Board:
    """What stands in a forum's channel: recent cards with buttons, and who proposed what."""

    cards: deque[tuple[str, Seen]] = field(default_factory=lambda: deque(maxlen=_RECENT))
    proposers: dict[str, str] = field(default_factory=dict)
    rescheduled: set[tuple[str, datetime]] = field(default_factory=set)

    def put(self, message: str, seen: Seen) -> None:
        """A card came, or has changed."""
        if seen.buttons:
            self.cards = deque(((each, old) for each, old in self.cards if each != message), maxlen=_RECENT)
            self.cards.append((message, seen))


@dataclass(slots=True, kw_only=True)
class Crowd:
    """Everybody, at work at once; `wanted` grows from moment to moment."""

    session: ClientSession
    replicas: Replicas
    model: Model
    verbs: Mapping[str, Verb]  # that change something
    places: list[Place]
    boards: dict[str, Board] = field(default_factory=dict)  # by channel
    teams: BadTeams = field(init=False)
    waiting: dict[str, tuple[str | None, "asyncio.Future[Seen]"]] = field(default_factory=dict)
    asked: dict[str, Attempt] = field(default_factory=dict)  # by the thread that a message is answered in
    wanted: int = 0
    done: int = 0
    is_calm: bool = False
    apologies: list[float] = field(default_factory=list)  # in answer to clicks: when, by the loop's time
    last_apology: float = float("-inf")  # a reply's may come long after the failure, from the outbox
    _last: int = 0

    def heard(self, conversation: str, thread: str | None, message: str, seen: Seen) -> None:
        """The bot has posted or changed something."""
        place = thread or conversation
        if seen.is_apology:
            self.last_apology = asyncio.get_running_loop().time()
        if conversation in self.boards and (thread is None or thread in self.teams.board.posts):
            self.boards[conversation].put(message, seen)
        if place in self.asked:
            self.judge(self.asked[place], seen)
        if place in self.waiting:
            verb, future = self.waiting[place]
            if not future.done() and (verb is None or seen.button(verb) or seen.is_refusal):
                future.set_result(seen)

    def judge(self, asked: Attempt, seen: Seen, content: Json | None = None) -> None:
        """Take in an answer to an attempt."""
        heard = asked.hear(seen)
        self.model.counts[f"answers: {heard}"] += 1
        if heard == "unclear":
            self.model.oddities.append(f"{asked.verb} was answered with {seen.words[:3]}")
        if heard == "done" and content is not None:
            digest = blake2b(json.dumps(content, sort_keys=True).encode(), digest_size=12).hexdigest()
            if asked.answer not in (None, digest):
                self.model.oddities.append(f"{asked.verb} was answered again with another card: {seen.words[:3]}")
            asked.answer = digest

    def answered(self, body: Json, asked: Attempt | None, *, is_repeat: bool) -> Seen:
        """Take in the answer to a click; `is_repeat` where it was sent after the same had been acknowledged."""
        content = body["value"]
        seen = read_answer(body)
        if seen.is_apology:
            self.last_apology = asyncio.get_running_loop().time()
            self.apologies.append(self.last_apology)
        if is_repeat and seen.is_refusal and not seen.is_apology:
            self.model.oddities.append(f"a repeated click was refused after it had been acknowledged: {seen.words[:2]}")
        if asked is not None:
            self.judge(asked, seen, content)
        return seen

    @property
    def is_put_off(self) -> bool:
        """Whether somebody was just told to try again in a little while."""
        return asyncio.get_running_loop().time() - self.last_apology < _PUT_OFF

    def chat(self, account: Identity) -> str:
        """Somebody's own chat with the bot."""
        directory = self.teams.directory
        return directory.personal(directory.person(account.object_id))

    def next_id(self) -> str:
        """An activity id, never the same twice."""
        self._last += 1
        return f"1{self._last:012}"


@dataclass(frozen=True, slots=True)
class Visit:
    """One forum's people for the length of a journey."""

    crowd: Crowd
    place: Place
    chance: random.Random

    @property
    def board(self) -> Board:
        """What stands in the channel."""
        return self.crowd.boards[self.place.channel]

    def is_first(self, what: str) -> bool:
        """Whether nobody has begun that in the forum at this moment.

        The clock stands still, and who is told of a meeting that is moved or cancelled is told by the moment.
        """
        begun, this = self.board.rescheduled, (what, self.crowd.replicas.moment)
        is_first = this not in begun
        begun.add(this)
        return is_first

    def marker(self) -> str:
        """A word that nobody else uses."""
        return f"Sag{self.crowd.next_id()[1:].lstrip('0')}x"

    def attempt(self, verb: str, actor: str, marker: str = "", data: Json | None = None) -> Attempt:
        """Note down what is about to be asked."""
        asked = attempt(self.crowd.verbs, verb, Asked(forum=self.place.id, actor=actor, marker=marker, data=data or {}))
        self.crowd.model.attempts.append(asked)
        return asked

    def pick(self, verb: str, fits: Callable[[Button], bool] = lambda _: True) -> tuple[Seen, Button] | None:
        """A button with that verb on some recent card."""
        found = [
            (seen, each) for _, seen in self.board.cards for each in seen.buttons if each.verb == verb and fits(each)
        ]
        return self.chance.choice(found) if found else None

    async def says(
        self, person: str, text: str, asked: Attempt | None = None, *, in_chat: str | None = None
    ) -> Seen | None:
        """Write in the channel, or in one's own chat (where the reply must have the button `in_chat`); the reply."""
        self._count()
        envelope = self._envelope(person, self.crowd.next_id(), is_personal=in_chat is not None)
        activity = message(envelope, text, mentions_bot=in_chat is None)
        answered_in = envelope.ident if in_chat is None else envelope.conversation
        if answered_in in self.crowd.waiting:
            return None
        self.crowd.teams.board.post(envelope.conversation, activity, author=envelope.person, ident=envelope.ident)
        if asked is not None:
            self.crowd.asked[answered_in] = asked
        future: asyncio.Future[Seen] = asyncio.get_running_loop().create_future()
        self.crowd.waiting[answered_in] = (in_chat, future)
        try:
            if await self._deliver(activity, answered_in, None) is None:
                return None
            async with asyncio.timeout(_PATIENCE):
                return await future
        except TimeoutError:
            return None
        finally:
            del self.crowd.waiting[answered_in]

    async def clicks(
        self, person: str, button: Button, typed: Json, asked: Attempt | None = None, *, is_personal: bool = False
    ) -> Seen | None:
        """Press a button; the answer as the person sees it, None where none came."""
        self._count()
        envelope = self._envelope(person, self.crowd.next_id(), is_personal=is_personal)
        activity = click(envelope, "", {"verb": button.verb}, button.pressed(typed))
        return await self._deliver(activity, None, asked)

    def is_write(self, verb: str) -> bool:
        """Whether the verb changes something."""
        return verb in self.crowd.verbs

    async def presses(self, person: str, button: Button, *, is_personal: bool = False) -> Seen | None:
        """Press a button and fill in its card; where it changes something, that is noted down first."""
        if not self.is_write(button.verb):
            return await self.clicks(person, button, {}, is_personal=is_personal)
        marker = self.marker()
        typed: Json = {"words": marker, "title": marker}
        if button.verb == "RecordResolution" and self.chance.random() < _PUT_OFF_ITEM:
            typed["outcome"] = "postponed"
        if button.verb == "RecordAttendance":
            typed["present"] = ",".join(self.chance.sample(MEMBERS, 3))
        asked = self.attempt(button.verb, person, marker, button.data | typed)
        return await self.clicks(person, button, typed, asked, is_personal=is_personal)

    async def _deliver(self, activity: Json, answered_in: str | None, asked: Attempt | None) -> Seen | None:
        """Send it as often as Teams would, through whatever befalls it; the first answer."""
        crowd, chance, counts = self.crowd, self.chance, self.crowd.model.counts
        drawn = 1.0 if crowd.is_calm else chance.random()
        if drawn < _DROPPED:
            counts["activities dropped"] += 1
            return None
        if drawn < _DROPPED + _LATE:
            counts["activities delayed"] += 1
            await asyncio.sleep(chance.random())
        doubles = []
        if not crowd.is_calm and chance.random() < _DOUBLED:
            counts["activities repeated"] += 1
            doubles.append(asyncio.create_task(self._double(activity, answered_in, asked)))
        cut = not crowd.is_calm and chance.random() < _CUT
        answer = await self._try(activity, answered_in, asked, cut=cut)
        await asyncio.gather(*doubles)
        return answer

    async def _try(self, activity: Json, answered_in: str | None, asked: Attempt | None, *, cut: bool) -> Seen | None:
        for number in range(_MOST_TRIES):
            answer = await self._send(activity, answered_in, asked, cut=cut and number == 0)
            if answer is not None:
                return answer
            if self.chance.random() < _GIVEN_UP and not self.crowd.is_calm:
                break
            self.crowd.model.counts["activities sent again"] += 1
            await asyncio.sleep(0.1 + self.chance.random() * (1 + number))
        self.crowd.model.counts["activities given up"] += 1
        return None

    async def _double(self, activity: Json, answered_in: str | None, asked: Attempt | None) -> None:
        """The same once more: at the same time, or when the first has long been answered."""
        if self.chance.random() < 0.5:
            await asyncio.sleep(self.chance.random() * 0.5)
        await self._send(activity, answered_in, asked, cut=False)

    async def _send(self, activity: Json, answered_in: str | None, asked: Attempt | None, *, cut: bool) -> Seen | None:
        """One request to one of the replicas: what came with 200, else None."""
        model, urls = self.crowd.model, self.crowd.replicas.urls()
        if not urls:
            return None
        if answered_in is not None:
            model.deliveries[answered_in] += 1
        model.counts["requests"] += 1
        is_repeat = asked is not None and asked.acknowledged is not None
        try:
            async with asyncio.timeout(self.chance.random() * 0.04 if cut else None):
                async with self.crowd.session.post(
                    self.chance.choice(urls), json=activity, timeout=_ANSWER
                ) as response:
                    said = await response.read()
        except (ClientError, TimeoutError, OSError):
            model.counts["answers cut off" if cut else "answers lost"] += 1
            return None
        if response.status != 200:
            model.oddities.append(f"HTTP {response.status} to {activity['type']}: {said[:200]!r}")
            return None
        return self.crowd.answered(json.loads(said), asked, is_repeat=is_repeat) if said else _TAKEN

    def _count(self) -> None:
        if self.crowd.done >= self.crowd.wanted:
            raise Enough
        self.crowd.done += 1

    def _envelope(self, person: str, ident: str, *, is_personal: bool) -> Envelope:
        teams = self.crowd.teams
        return Envelope(
            directory=teams.directory,
            service_url=teams.url,
            person=teams.directory.person(self.place.accounts[person].object_id),
            where=PERSONAL if is_personal else self.place.channel,
            ident=ident,
            at=teams.board.now(),
        )


Journey = Callable[[Visit], Awaitable[None]]
Weighted = tuple[Journey, tuple[float, ...]]
"""A few steps that somebody takes, with how often they are begun, by how far the meeting's cycle has come."""
