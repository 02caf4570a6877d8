"""`POST /api/messages`: whoever is not Teams is turned away, and what Teams sends is answered, whatever fails.

The doors, in this order, so that whoever is turned away has cost as little as possible: the token (401, 403, 503), the
body (400, 408, 413, 415), what the token vouches for and where the activity comes from (403), the share of the account
and of its tenant (429).
A 429 is told as HTTP and not inside a card's answer, so that nothing takes the click for done: nothing was stored, the
card stays as it was, and the person (or Teams, by Retry-After) can send the same again.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import orjson
from aiohttp import web

from bot.config import Settings
from bot.journal import faults
from bot.messenger import Unsent
from bot.metrics import FAILED_TURNS, REFUSED, TURN_SECONDS, TURNS
from bot.teams.activity import CARD_ACTION, account, read_turn, tenants, text
from bot.teams.body import read_object
from bot.teams.client import Client
from bot.teams.hosts import may_send_to
from bot.teams.messenger import CARD_TYPE
from bot.teams.shares import Shares
from bot.teams.tokens import Claims, Rejected
from bot.usecases.turn import Handler, Kind, Turn
from cards.kit.answers import is_words_alone
from cards.kit.elements import Card
from cards.kit.words import say

CHANNEL = "msteams"
_MESSAGE_TYPE = "application/vnd.microsoft.activity.message"
_log = logging.getLogger(__name__)

KeepReply = Callable[[Turn, Card, Unsent], Awaitable[None]]
"""Keeps an answer that Teams did not take, and why not, so that delivery tries again."""

Replied = Callable[[Turn, str], Awaitable[None]]
"""Hears by what id Teams knows the answer to a turn."""


class Edge:
    """Answers Teams; `apology` makes the card for an unexpected failure from its code, which the log also carries."""

    def __init__(
        self,
        settings: Settings,
        client: Client,
        handler: Handler,
        keep_reply: KeepReply,
        replied: Replied,
        apology: Callable[[str], Card],
    ) -> None:
        self._settings = settings
        self._client = client
        self._handler = handler
        self._keep_reply = keep_reply
        self._replied = replied
        self._apology = apology
        self._shares = Shares(settings.inbound_rate) if settings.limits and settings.tenants else None

    async def messages(self, request: web.Request) -> web.Response:
        """The aiohttp handler."""
        try:
            activity = await self._admit(request)
        except Rejected as no:
            REFUSED.labels(no.status).inc()
            _log.info("Refused with %s: %s", no.status, no.reason)
            return _rejection(no)
        turn = read_turn(activity)
        if turn is not None:
            return await self._take(activity, turn)
        return _no_answer(activity)

    async def _admit(self, request: web.Request) -> dict[str, Any]:
        """The activity of a request that may speak; raises Rejected."""
        tokens = self._client.tokens
        claims = await tokens.verify(request.headers.get("Authorization", "")) if tokens else None
        activity = await read_object(request)
        if not text(activity, "type"):
            raise Rejected(400, "the body is not an activity")
        if claims is not None:
            _check_claims(activity, claims)
        if not may_send_to(text(activity, "serviceUrl"), self._settings):
            raise Rejected(403, "the service URL is not on the list")
        named, allowed = tenants(activity), self._settings.tenants
        if allowed and not (named and named <= allowed):
            raise Rejected(403, "the tenant is not on the list")
        if self._shares is not None:
            self._shares.check(named, account(activity), time.monotonic())
        return activity

    async def _take(self, activity: Mapping[str, Any], turn: Turn) -> web.Response:
        async def answer() -> dict[str, Any] | None:
            card = await self._card(turn)
            if turn.kind is Kind.CLICK:
                return _click_answer(card)
            if card is not None:
                await self._reply(turn, card)
            return None

        try:
            body = await self._client.adapter.carry(activity, answer)
        except Exception as error:  # noqa: BLE001 - Teams stops delivering to a bot that answers 5xx
            sorry = self._failed(error)
            body = _click_answer(sorry) if turn.kind is Kind.CLICK else None
        return web.Response() if body is None else _json(200, body)

    async def _card(self, turn: Turn) -> Card | None:
        TURNS.labels(turn.kind.value).inc()
        try:
            with TURN_SECONDS.time():
                return await self._handler(turn)
        except Exception as error:  # noqa: BLE001 - the person gets an apology, by answer or by reply
            sorry = self._failed(error)
            return sorry if turn.kind is not Kind.JOINED else None

    def _failed(self, error: Exception) -> Card:
        """Put the error into the log, and its code on a card."""
        FAILED_TURNS.inc()
        code = faults.code(error)
        _log.error("A turn failed, code %s", code, exc_info=error)
        return self._apology(code)

    async def _reply(self, turn: Turn, card: Card) -> None:
        has_left = False

        async def begins() -> None:
            nonlocal has_left
            has_left = True

        try:
            known_as = await self._client.messenger.post(
                turn.conversation, card, turn.thread, begins=begins, answers=turn.activity
            )
        except Unsent as unsent:
            _log.warning("A reply was not taken and is kept: %s", unsent.reason)
            await self._keep_reply(turn, card, unsent)
        except asyncio.CancelledError:  # the service stops before Teams has answered
            await self._keep_reply(turn, card, Unsent(say("outbox.cut_off"), outcome_unknown=has_left))
            raise
        else:
            if known_as:
                await self._replied(turn, known_as)


def _check_claims(activity: Mapping[str, Any], claims: Claims) -> None:
    # As it is written, since the page says "matches"; only the last slash is a matter of taste.
    if claims.service_url.removesuffix("/") != text(activity, "serviceUrl").removesuffix("/"):
        raise Rejected(403, "the token was issued for another service URL")
    # Web Chat and Direct Client come with a new registration, and let their client choose whom to be.
    if text(activity, "channelId") != CHANNEL or CHANNEL not in claims.endorsements:
        raise Rejected(403, "the signing key does not vouch for this channel")


def _click_answer(card: Card | None) -> dict[str, Any]:
    if card is None:
        return {"statusCode": 200, "type": _MESSAGE_TYPE, "value": "Modtaget."}
    if is_words_alone(card):  # words beside the card in hand, which keeps what was typed
        return {"statusCode": 200, "type": _MESSAGE_TYPE, "value": card.summary}
    return {"statusCode": 200, "type": CARD_TYPE, "value": card.content}


def _no_answer(activity: Mapping[str, Any]) -> web.Response:
    """For what is no turn: an event needs no answer, an invoke does."""
    if text(activity, "type") != "invoke":
        return web.Response()
    if text(activity, "name") == CARD_ACTION:
        return _rejection(Rejected(400, "the action lacks an id, a sender or a conversation"))
    return _rejection(Rejected(501, "this invoke is not offered"))


def _rejection(no: Rejected) -> web.Response:
    response = _json(no.status, {"error": {"code": str(no.status), "message": no.reason}})
    if no.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if no.retry_after is not None:
        response.headers["Retry-After"] = str(int(no.retry_after.total_seconds()))
    return response


def _json(status: int, body: Mapping[str, Any]) -> web.Response:
    return web.Response(status=status, body=orjson.dumps(body), content_type="application/json", charset="utf-8")
