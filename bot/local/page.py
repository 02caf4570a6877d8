"""The page that plays Teams in a browser: everything done on it reaches the bot through `POST /api/messages`."""

import contextlib
from collections.abc import Awaitable, Callable
from importlib.resources import files
from urllib.parse import urlencode

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.local.board import Board, Message
from bot.local.directory import PERSONAL, Account, Directory
from bot.local.frame import page, room_of
from bot.local.view import AGAIN_URL, CLOSE_URL, PRESS_URL, TIME_URL, WRITE_URL, Room
from bot.local.visitor import BotFailed, Visitor
from cards.html.answer import inputs_of, merged, pressed

BeginAgain = Callable[[], None]
"""Ends what is played and begins it anew, once the answer has left."""

PassTime = Callable[[], Awaitable[bool]]
"""Moves the clock on to what comes next; False where nothing is to come."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https: data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_ALERTS = {
    "bot": "Klyngebot svarede ikke, og det er uvist, om det blev gemt. Prøv igen om lidt.",
    "tid": "Der er ikke planlagt mere. Vælg »Begynd forfra«, hvis du vil spille historien igen.",
    "kort": "Kortet er væk eller ændret. Se det nyeste, og prøv igen.",
}


_BEGINNING = """<!doctype html>
<html lang="da">
<meta charset="utf-8">
<meta http-equiv="refresh" content="3;url=/">
<title>Begynder forfra</title>
<p>Historien begynder forfra. Siden åbner af sig selv om et øjeblik; ellers <a href="/">åbn den her</a>.</p>
</html>
"""


class Page:
    """The routes of the page; remembers only how far each person has read, and what is still to be said to them."""

    def __init__(self, directory: Directory, board: Board, visitor: Visitor, banner: str) -> None:
        self._directory = directory
        self._board = board
        self._visitor = visitor
        self._banner = banner
        self._seen: dict[tuple[str, str], int] = {}
        self._said: dict[str, str] = {}  # by person: words that came beside a card, shown once
        self.pass_time: PassTime | None = None
        self.begin_again: BeginAgain | None = None

    def routes(self) -> list[web.RouteDef]:
        """The page, what it posts to, its live stream and its assets."""
        return [
            web.get("/", self._show),
            web.post(WRITE_URL, self._write),
            web.post(PRESS_URL, self._press),
            web.post(CLOSE_URL, self._close),
            web.post(TIME_URL, self._pass),
            web.post(AGAIN_URL, self._begin_again),
            web.get("/lokal/nyt", self._stream),
            web.get("/lokal/page.css", _asset("bot.local", "page.css", "text/css")),
            web.get("/lokal/card.css", _asset("cards.html", "card.css", "text/css")),
            web.get("/lokal/page.js", _asset("bot.local", "page.js", "text/javascript")),
        ]

    async def _show(self, request: web.Request) -> web.Response:
        room = self._room(request.query.get("som", ""), request.query.get("rum", ""))
        self._seen[room.person.object_id, room.id] = len(self._board.messages(room.id))
        shown = page(
            self._board,
            self._directory,
            room,
            banner=self._banner,
            alert=self._said.pop(room.person.object_id, None) or _ALERTS.get(request.query.get("fejl", "")),
            unread=self._unread,
            can_pass_time=self.pass_time is not None,
            can_begin_again=self.begin_again is not None,
        )
        return web.Response(text=shown, content_type="text/html", headers=HEADERS)

    async def _write(self, request: web.Request) -> web.Response:
        form = await _fields(request)
        room = self._room(form.get("som", ""), form.get("rum", ""))
        text = form.get("tekst", "").replace("\r\n", "\n").strip()
        under = self._message(form.get("under", ""), room)
        if not text:
            return _back(room)
        where = PERSONAL if room.is_personal else room.id
        if where == PERSONAL and not self._directory.can_chat(room.person):
            return _back(room)
        try:
            message = await self._visitor.says(room.person, text, where, under=under)
        except BotFailed:
            return _back(room, alert="bot")
        return _back(room, message)

    async def _press(self, request: web.Request) -> web.Response:
        posted = [(name, value) for name, value in (await request.post()).items() if isinstance(value, str)]
        form = dict(posted)
        room = self._room(form.get("som", ""), form.get("rum", ""))
        message, card = self._message(form.get("besked", ""), room), self._board.kept(form.get("kort", ""))
        if message is None or card is None:
            return _back(room, alert="kort")
        try:
            button = pressed(card, posted)
        except ValueError:
            return _back(room, alert="kort")
        try:
            answer = await self._visitor.presses(room.person, message, button, merged(button, inputs_of(posted)))
        except BotFailed:
            return _back(room, message, alert="bot")
        if answer.text:
            self._said[room.person.object_id] = answer.text
        return _back(room, message)

    async def _close(self, request: web.Request) -> web.Response:
        form = await _fields(request)
        room = self._room(form.get("som", ""), form.get("rum", ""))
        message = self._message(form.get("besked", ""), room)
        if message is not None:
            self._board.hide(message, room.person)
        return _back(room, message)

    async def _pass(self, request: web.Request) -> web.Response:
        form = await _fields(request)
        room = self._room(form.get("som", ""), form.get("rum", ""))
        has_moved = self.pass_time is not None and await self.pass_time()
        return _back(room, alert=None if has_moved else "tid")

    async def _begin_again(self, _: web.Request) -> web.Response:
        if self.begin_again is None:
            return web.Response(status=303, headers={"Location": "/"})
        self.begin_again()
        return web.Response(text=_BEGINNING, content_type="text/html", headers=HEADERS)

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        with contextlib.suppress(ConnectionError):
            async for _ in self._board.watch():
                await response.write(b"data: nyt\n\n")
        return response

    def _room(self, person: str, key: str) -> Room:
        return room_of(self._directory, self._directory.account(person) or self._directory.people[0], key)

    def _message(self, ident: str, room: Room) -> Message | None:
        message = self._board.message(ident)
        return message if message is not None and message.conversation == room.id else None

    def _unread(self, person: Account, conversation: str) -> int:
        return len(self._board.messages(conversation)) - self._seen.get((person.object_id, conversation), 0)


async def _fields(request: web.Request) -> dict[str, str]:
    return {name: value for name, value in (await request.post()).items() if isinstance(value, str)}


def _back(room: Room, message: Message | None = None, *, alert: str | None = None) -> web.Response:
    query = urlencode({**room.fields, **({"fejl": alert} if alert else {})})
    anchor = f"#besked-{message.id}" if message else ""
    return web.Response(status=303, headers={"Location": f"/?{query}{anchor}"})


def _asset(package: str, name: str, kind: str) -> Handler:
    body = files(package).joinpath(name).read_text(encoding="utf-8")

    async def answer(request: web.Request) -> web.Response:
        return web.Response(text=body, content_type=kind, headers=HEADERS)

    return answer
