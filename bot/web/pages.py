"""`/svar/`: a page of one's own, which an address opens once; whatever is done on it goes the way of every click.

Following an address changes nothing: the page behind it has one button, and only pressing it uses the address up. What
is then kept is a cookie that names the visit, and in each form a mark that only this visit's forms have. Nothing that
an address carries, or that a page shows, is ever written to the log.
"""

import json
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.forum import COPENHAGEN
from bot.domain.kernel.people import Identity
from bot.journal import faults
from bot.metrics import FAILED_TURNS, REFUSED, TURNS
from bot.usecases.page.tickets import VISIT_LASTS, Ticket
from bot.usecases.page.visits import ADDRESSED, PATH, Visits
from bot.usecases.turn import Handler, Kind, Turn
from bot.web.form import Fields, Unfit, read_fields
from bot.web.share import Share
from cards.html.answer import inputs_of, read_form
from cards.kit.elements import Card
from cards.page import html

COOKIE = "svar"
_CARD, _NUMBER, _MARK = "kort", "nr", "segl"
_LONGEST_NUMBER = 64  # characters
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_log = logging.getLogger(__name__)

Answer = Callable[[web.Request], Awaitable[web.Response]]


class Pages:
    """The routes; `take` answers a turn, `url` is where people reach the service, and without `limits` all may ask."""

    def __init__(self, visits: Visits, take: Handler, url: str, *, limits: bool) -> None:
        self._visits = visits
        self._take = take
        self._share = Share() if limits else None
        reached = urlsplit(url)
        self._path = reached.path + PATH
        self._is_secure = reached.scheme == "https"

    def add_to(self, app: web.Application) -> None:
        """Answer below /svar/."""
        app.router.add_get(f"{PATH}side.css", _style)
        app.router.add_get(PATH, self._guarded(self._look))
        app.router.add_post(PATH, self._guarded(self._post))
        app.router.add_route("*", PATH + "{rest:.+}", self._guarded(self._nothing))

    def _guarded(self, answer: Answer) -> Answer:
        async def guarded(request: web.Request) -> web.Response:
            wait = self._share.wait(request, time.monotonic()) if self._share else 0
            if wait:
                return _page(html.told(self._path, html.Why.OVER), 429, {"Retry-After": str(wait)})
            try:
                return await answer(request)
            except Unfit as unfit:
                return _page(html.told(self._path, html.Why.OTHER), unfit.status)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told in Danish
                return self._failed(error)

        return guarded

    def _failed(self, error: Exception) -> web.Response:
        """Put the error into the log, and its code on a page."""
        FAILED_TURNS.inc()
        code = faults.code(error)
        _log.error("A page failed, code %s", code, exc_info=error)
        return _page(html.told(self._path, html.Why.FAILED, kode=code), 500)

    async def _look(self, request: web.Request) -> web.Response:
        """The door of an address, or the page of a visit from its beginning; neither changes anything."""
        sealed = request.query.get(ADDRESSED)
        if sealed is not None:
            is_open = await self._visits.is_open(sealed)
            return _page(html.door(self._path, {ADDRESSED: sealed})) if is_open else self._gone()
        visit = self._visit(request)
        return self._gone() if visit is None else await self._answer(visit, json.loads(visit.about), _number())

    async def _post(self, request: web.Request) -> web.Response:
        fields = await read_fields(request)
        form = dict(fields)
        if ADDRESSED in form:
            return await self._enter(form[ADDRESSED])
        visit = self._visit(request)
        if visit is None:
            typed = [words for values in inputs_of(fields).values() for words in values if words.strip()]
            return _page(html.closed(self._path, typed), 403)
        return await self._press(visit, fields)

    async def _enter(self, sealed: str) -> web.Response:
        """The address is used up, and its page lies behind a redirect, so that reloading begins no second visit."""
        kept = await self._visits.begin(sealed)
        if kept is None:
            return self._gone()
        response = web.Response(status=303, headers=_HEADERS | {"Location": self._path})
        response.set_cookie(
            COOKIE,
            kept,
            max_age=int(VISIT_LASTS.total_seconds()),
            path=self._path.removesuffix("/"),
            secure=self._is_secure,
            httponly=True,
            samesite="Strict",
        )
        return response

    async def _press(self, visit: Ticket, fields: Fields) -> web.Response:
        form = dict(fields)
        card, number = form.get(_CARD, ""), form.get(_NUMBER, "")[:_LONGEST_NUMBER]
        if not self._visits.is_form(visit, number, card, form.get(_MARK, "")):
            raise Unfit(403)
        try:
            _, data = read_form(json.loads(card), fields)
        except ValueError:
            raise Unfit(400) from None
        return await self._answer(visit, data, number)

    async def _answer(self, visit: Ticket, data: dict[str, Any], number: str) -> web.Response:
        """The answer to a press; the same form sent again gets the same one."""
        TURNS.labels(Kind.CLICK.value).inc()
        card = await self._take(_turn(visit, data, number))
        if card is None:
            return self._gone()
        hidden = self._form(visit, card)
        until = datetime.fromtimestamp(visit.until, UTC)
        return _page(html.shown(self._path, card, hidden, until, COPENHAGEN))

    def _form(self, visit: Ticket, card: Card) -> dict[str, str]:
        drawn, number = json.dumps(card.content, separators=(",", ":")), _number()
        return {_CARD: drawn, _NUMBER: number, _MARK: self._visits.form(visit, number, drawn)}

    def _visit(self, request: web.Request) -> Ticket | None:
        kept = request.cookies.get(COOKIE)
        return None if kept is None else self._visits.visiting(kept)

    async def _nothing(self, _: web.Request) -> web.Response:
        return self._gone()

    def _gone(self) -> web.Response:
        """The same for what was used, is over or never was."""
        return _page(html.told(self._path, html.Why.GONE), 404)


def _turn(visit: Ticket, data: dict[str, Any], number: str) -> Turn:
    """What was pressed, as a click of the account that the page was opened for, in that forum and no other."""
    where = Conversation(place=Place.PAGE, service_url="", tenant="", id=f"svar:{visit.nonce}", bot="")
    return Turn(
        kind=Kind.CLICK,
        activity=number,
        sender=Identity("", visit.object_id),
        sender_name="",
        conversation=where,
        data=data | {"forum": visit.forum},
        person=visit.person,
    )


async def _style(_: web.Request) -> web.Response:
    return web.Response(text=html.STYLE, content_type="text/css", headers=_HEADERS)


def _number() -> str:
    return secrets.token_urlsafe(12)


def _page(words: str, status: int = 200, more: dict[str, str] | None = None) -> web.Response:
    if status >= 400:
        REFUSED.labels(status).inc()
    return web.Response(text=words, status=status, content_type="text/html", headers=_HEADERS | (more or {}))
