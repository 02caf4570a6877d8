"""Teams' connector at one service URL: plain dicts over the shared session, and what fails becomes Unsent."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote

import aiohttp
import orjson
from yarl import URL

from bot.messenger import Begins, Unsent
from bot.teams.credentials import Credentials
from bot.teams.departure import Departure
from bot.teams.lanes import Lane
from bot.teams.limits import LOST_AFTER, Limits, Slot
from cards.kit.words import say

TIMEOUTS = aiohttp.ClientTimeout(total=LOST_AFTER, sock_connect=5, sock_read=10)
_log = logging.getLogger(__name__)

_PERMANENT = {
    400: say("teams.bad_card"),
    403: say("teams.not_a_member"),
    404: say("teams.gone"),
    413: say("teams.too_large"),
}
_TROUBLE = say("teams.trouble")
_PASSING = {
    401: say("teams.bad_login"),
    408: _TROUBLE,  # the request did not arrive whole: nothing was posted
    409: _TROUBLE,  # somebody else changes the same just now, as with 412 and 423
    412: _TROUBLE,
    423: _TROUBLE,
    425: _TROUBLE,
    429: say("teams.busy"),
}
_UNREACHED = say("teams.unreached")
_UNKNOWN = say("teams.unknown")
_NOT_TEAMS = say("teams.not_teams")


@dataclass(frozen=True, slots=True)
class _Request:
    method: str
    url: URL
    data: bytes | None
    headers: Mapping[str, str]


class Connector:
    """Speaks the Bot Connector's REST API at `service_url` over a session of bot/teams/departure.py.

    Without credentials it sends no token.
    Every request waits for its turn in its lane, and raises Unsent where it did not get through.
    """

    def __init__(
        self,
        service_url: str,
        session: aiohttp.ClientSession,
        credentials: Credentials | None,
        limits: Limits,
        timeouts: aiohttp.ClientTimeout = TIMEOUTS,
    ) -> None:
        self._base = service_url.rstrip("/")
        self._session = session
        self._credentials = credentials
        self._limits = limits
        self._timeouts = timeouts

    async def post(
        self, lane: Lane, *path: str, body: Mapping[str, Any], begins: Begins | None = None
    ) -> dict[str, Any]:
        """Create something; the answer as a dict, empty where Teams says nothing. `begins`: see bot/messenger.py."""
        return await self._call(lane, "POST", path, body, begins=begins)

    async def put(self, lane: Lane, *path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Replace something."""
        return await self._call(lane, "PUT", path, body)

    async def get(self, lane: Lane, *path: str, **query: str) -> dict[str, Any]:
        """Read something."""
        return await self._call(lane, "GET", path, query=query)

    async def _call(
        self,
        lane: Lane,
        method: str,
        path: tuple[str, ...],
        body: Mapping[str, Any] | None = None,
        *,
        query: Mapping[str, str] | None = None,
        begins: Begins | None = None,
    ) -> dict[str, Any]:
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if self._credentials:
            headers["Authorization"] = f"Bearer {await self._credentials.bearer()}"
        # An id holds colons, semicolons and at-signs, all of which Teams wants escaped.
        url = URL(self._base + "/v3/" + "/".join(quote(part, safe="") for part in path), encoded=True)
        data = None if body is None else orjson.dumps(body)
        request = _Request(method, url.update_query(query or {}), data, headers)
        async with self._limits.turn(lane) as slot:
            return await self._send(slot, request, Departure(begins))

    async def _send(self, slot: Slot, request: _Request, departure: Departure) -> dict[str, Any]:
        try:
            async with self._session.request(
                request.method,
                request.url,
                data=request.data,
                headers=request.headers,
                timeout=self._timeouts,
                allow_redirects=False,  # a redirect would carry the token to a host nobody checked
                trace_request_ctx=departure,
            ) as answer:
                slot.answered()
                return await self._read(slot, request.method, answer)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            if departure.has_left:
                raise _lost(request.method) from error
            slot.never_left()
            raise Unsent(_UNREACHED) from error

    async def _read(self, slot: Slot, method: str, answer: aiohttp.ClientResponse) -> dict[str, Any]:
        body = await answer.read()
        said = _as_dict(body)
        if answer.status < 300:
            if not body or (said is not None and answer.content_type.endswith("json")):
                return said or {}
            _log.warning("Not Teams answered %s with %s and %s", method, answer.status, _kind(answer.content_type))
            raise _not_from_teams(method)
        said = said or {}
        if answer.status == 401 and self._credentials:
            self._credentials.forget()
        _log.warning("Teams answered %s with %s %s", method, answer.status, _code(said))
        unsent = refusal(method, answer.status, answer.headers)
        if answer.status == 429 and unsent.retry_after is not None:
            slot.close(unsent.retry_after)
        raise unsent


def refusal(method: str, status: int, headers: Mapping[str, str]) -> Unsent:
    """What a status other than 2xx means for a card."""
    if status in _PERMANENT:
        return Unsent(_PERMANENT[status], permanent=True, status=status)
    is_passing = status in _PASSING or status >= 500
    if method == "POST" and status == 504:
        return Unsent(_UNKNOWN, retry_after=_wait(headers), outcome_unknown=True, status=status)
    return Unsent(
        _PASSING.get(status, _TROUBLE if is_passing else _PERMANENT[400]),
        retry_after=_wait(headers),
        permanent=not is_passing,
        status=status,
    )


def _lost(method: str) -> Unsent:
    """Once it has left, only Teams knows what became of a POST."""
    return Unsent(_UNKNOWN, outcome_unknown=True) if method == "POST" else Unsent(_UNREACHED)


def _not_from_teams(method: str) -> Unsent:
    """A success that is no JSON: a proxy's login page, say.

    Most likely Teams never saw the request. But whoever stood in between may have handed a POST on and shown a page of
    its own, so that a POST is tried again as rarely as one without any answer; to make a change twice harms nobody.
    """
    return Unsent(_NOT_TEAMS, outcome_unknown=method == "POST")


def _kind(content_type: str) -> str:
    return content_type if re.fullmatch(r"[\w.+/-]{1,64}", content_type) else "an unreadable content type"


def _wait(headers: Mapping[str, str]) -> timedelta | None:
    """Retry-After, in seconds or as a date, which is measured against the service's own clock; an hour at most."""
    value = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,9}", value):
        wait = timedelta(seconds=int(value))
    else:
        until, sent = _date(value), _date(headers.get("Date", ""))
        if until is None or sent is None:
            return None
        wait = until - sent
    return max(timedelta(0), min(wait, timedelta(hours=1)))


def _date(value: str) -> datetime | None:
    try:
        return parsedate_to_datetime(value)
    except ValueError:
        return None


def _as_dict(body: bytes) -> dict[str, Any] | None:
    try:
        said = orjson.loads(body)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def _code(said: Mapping[str, Any]) -> str:
    error = said.get("error")
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, str) and re.fullmatch(r"[A-Za-z0-9_]{1,64}", code) else ""
