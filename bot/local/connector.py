"""A Bot Connector on loopback: the REST calls a bot makes, answered as Teams answers them."""

import asyncio
import json
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.local.board import Board, Message
from bot.local.directory import Account, Directory, Json
from bot.local.windows import MESSAGES, ROSTERS, TENANT, Arrivals, Windows

LARGEST_CARD = 28 * 1024
"""Bytes of JSON that one card may have."""

HANG_UP = 0
"""As a failure's status: the connection is closed without an answer."""


@dataclass(frozen=True, slots=True)
class Failure:
    """How a call is answered instead, and after how many seconds.

    Where `is_applied`, only the answer is lost and the call has its effect.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    is_applied: bool = False
    after: float = 0.0


class Connector:
    """The bot's side of the stand-in; put a `Failure` into `failures` to answer the next call with it.

    Whoever wants some calls to fail and not others sets `befalls`. With `limits` it takes no more than Teams does, and
    counts in `too_fast` what came all the same; `slowness` is how many seconds each call takes.
    """

    def __init__(self, directory: Directory, board: Board, *, limits: bool) -> None:
        self._directory = directory
        self._board = board
        self._arrivals = Arrivals() if limits else None
        self.failures: deque[Failure] = deque()
        self.befalls: Callable[[web.Request], Failure | None] = lambda _: self._next()
        self.slowness = 0.0
        self.too_fast = 0

    def routes(self) -> list[web.RouteDef]:
        """The calls below `/v3/conversations`."""
        one = "/v3/conversations/{conversation}"
        return [
            web.post("/v3/conversations", self._answered(self._create)),
            web.post(f"{one}/activities", self._answered(self._send)),
            web.post(f"{one}/activities/{{activity}}", self._answered(self._send)),
            web.put(f"{one}/activities/{{activity}}", self._answered(self._update)),
            web.delete(f"{one}/activities/{{activity}}", self._answered(self._delete)),
            web.get(f"{one}/members", self._answered(self._members)),
            web.get(f"{one}/members/{{member}}", self._answered(self._member)),
            web.get(f"{one}/pagedmembers", self._answered(self._paged_members)),
        ]

    def _answered(self, handler: Handler) -> Handler:
        async def answer(request: web.Request) -> web.StreamResponse:
            if not await self._admits(request):
                self.too_fast += 1
                return _error(429, "TooManyRequests", "API calls quota exceeded", {})
            failure = self.befalls(request)
            if failure is None:
                await asyncio.sleep(self.slowness)
                return await handler(request)
            if failure.is_applied:
                await handler(request)
            await asyncio.sleep(failure.after)
            if failure.status == HANG_UP and request.transport is not None:
                request.transport.abort()
                return web.Response()
            code = "TooManyRequests" if failure.status == 429 else "ServiceError"
            return _error(failure.status, code, "injected by a test", failure.headers)

        return answer

    def _next(self) -> Failure | None:
        return self.failures.popleft() if self.failures else None

    async def _admits(self, request: web.Request) -> bool:
        """By arrival: each request counts against its conversation and against the tenant."""
        now = asyncio.get_running_loop().time()
        place, windows = await self._budget(request)
        return self._arrivals is None or self._arrivals.admits(now, (place, windows), ("tenant", TENANT))

    async def _budget(self, request: web.Request) -> tuple[str, Windows]:
        conversation = request.match_info.get("conversation", "").partition(";messageid=")[0]
        if request.method == "GET":
            return f"roster {conversation}", ROSTERS
        return conversation or _target(await _body(request)), MESSAGES

    async def _create(self, request: web.Request) -> web.Response:
        asked = await _body(request)
        if _channel(asked):
            return self._create_in_channel(_target(asked), asked.get("activity") or {})
        return self._create_personal(_target(asked), asked.get("activity"))

    def _create_in_channel(self, channel: str, activity: Json) -> web.Response:
        self._place(channel)
        message = self._post(channel, None, activity)
        return web.json_response({"id": f"{channel};messageid={message.id}", "activityId": message.id}, status=201)

    def _create_personal(self, member: str, activity: Json | None) -> web.Response:
        account = self._directory.account(member)
        if account is None:
            raise _refusal(404, "BotNotInConversationRoster", "no such user")
        conversation = self._directory.personal(account)
        self._place(conversation)
        message = self._post(conversation, None, activity) if activity else None
        return web.json_response({"id": conversation, "activityId": message.id if message else None}, status=201)

    async def _send(self, request: web.Request) -> web.Response:
        conversation, thread = self._asked_place(request)
        activity = await _body(request)
        reply_to = self._board.message(request.match_info.get("activity", ""))
        if thread is None and reply_to is not None and self._directory.channel(conversation):
            thread = reply_to.thread
        if activity.get("type") != "message":
            return web.json_response({"id": self._board.next_id()}, status=201)
        return web.json_response({"id": self._post(conversation, thread, activity).id}, status=201)

    async def _update(self, request: web.Request) -> web.Response:
        message = self._asked_message(request)
        activity = await _body(request)
        _check_size(activity)
        self._board.edit(message, activity)
        owner = self._directory.owner(message.conversation)
        if owner is not None:
            self._board.hide(message, owner)
        return web.json_response({"id": message.id})

    async def _delete(self, request: web.Request) -> web.Response:
        self._board.remove(self._asked_message(request))
        return web.Response()

    async def _members(self, request: web.Request) -> web.Response:
        return web.json_response([_member(each) for each in self._roster(request)])

    async def _member(self, request: web.Request) -> web.Response:
        name = request.match_info["member"]
        for each in self._roster(request):
            if name in (each.id, each.object_id):
                return web.json_response(_member(each))
        raise _refusal(404, "MemberNotFoundInConversation", "no such member")

    async def _paged_members(self, request: web.Request) -> web.Response:
        roster = self._roster(request)
        size = min(max(_number(request.query.get("pageSize"), 200), 1), 500)
        start = max(_number(request.query.get("continuationToken"), 0), 0)
        page: Json = {"members": [_member(each) for each in roster[start : start + size]]}
        if start + size < len(roster):
            page["continuationToken"] = str(start + size)
        return web.json_response(page)

    def _post(self, conversation: str, thread: str | None, activity: Json) -> Message:
        _check_size(activity)
        return self._board.post(conversation, activity, thread=thread)

    def _asked_place(self, request: web.Request) -> tuple[str, str | None]:
        conversation, _, thread = request.match_info["conversation"].partition(";messageid=")
        self._place(conversation)
        if thread and self._board.message(thread) is None:
            raise _refusal(404, "ConversationNotFound", "no such thread")
        return conversation, thread or None

    def _asked_message(self, request: web.Request) -> Message:
        conversation, _ = self._asked_place(request)
        message = self._board.message(request.match_info["activity"])
        if message is None or message.conversation != conversation or message.author is not None:
            raise _refusal(404, "ActivityNotFoundInConversation", "no such message of the bot's")
        return message

    def _place(self, conversation: str) -> None:
        owner = self._directory.owner(conversation)
        if owner is not None and not self._directory.can_chat(owner):
            raise _refusal(403, "ForbiddenOperationException", "the user belongs to another tenant")
        if owner is None and self._directory.channel(conversation) is None:
            raise _refusal(404, "ConversationNotFound", "no such conversation")

    def _roster(self, request: web.Request) -> tuple[Account, ...]:
        members = self._directory.members(request.match_info["conversation"].partition(";messageid=")[0])
        if members is None:
            raise _refusal(404, "ConversationNotFound", "no such conversation")
        return members


def _channel(asked: Json) -> Json:
    channel: Json = (asked.get("channelData") or {}).get("channel") or {}
    return channel


def _target(asked: Json) -> str:
    """The channel in which a thread shall begin, or the person with whom a chat shall."""
    members = asked.get("members") or [{}]
    return str((_channel(asked) or members[0]).get("id"))


def _check_size(activity: Json) -> None:
    for each in activity.get("attachments") or []:
        if len(json.dumps(each.get("content"), ensure_ascii=False).encode()) > LARGEST_CARD:
            raise _refusal(413, "MessageSizeTooBig", "the card is too large")


def _member(account: Account) -> Json:
    return {
        "id": account.id,
        "name": account.name,
        "aadObjectId": account.object_id,
        "objectId": account.object_id,
        "tenantId": account.tenant,
        "userRole": "user",
    }


async def _body(request: web.Request) -> Json:
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise _refusal(400, "BadSyntax", "the body is no JSON object")
    return body


def _number(words: str | None, default: int) -> int:
    return int(words) if words and words.isascii() and words.isdigit() else default


class _Refused(web.HTTPException):
    def __init__(self, status: int, body: str) -> None:
        self.status_code = status
        super().__init__(text=body, content_type="application/json")


def _refusal(status: int, code: str, message: str) -> _Refused:
    return _Refused(status, json.dumps({"error": {"code": code, "message": message}}))


def _error(status: int, code: str, message: str, headers: Mapping[str, str]) -> web.Response:
    return web.json_response({"error": {"code": code, "message": message}}, status=status, headers=headers)
