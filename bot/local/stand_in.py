"""The stand-in for Teams as a whole: its people and channels, its connector, its page, and hands to act with."""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from datetime import datetime

from aiohttp import ClientSession, ClientTimeout, web

from bot.local.board import Board
from bot.local.connector import Connector
from bot.local.directory import Account, Channel, Directory
from bot.local.page import BeginAgain, Page, PassTime
from bot.local.visitor import Visitor

_PATIENCE = ClientTimeout(total=30)


class LocalTeams:
    """Plays Teams for one bot; `clock` gives the aware time shown and sent, `banner` stands on top of the page.

    Unless `limits` are lifted, a bot that sends faster than Teams allows gets 429. `board_of` makes the board.

    Add it to an application, and once that listens tell it with `connect` where it and the bot are reached.
    """

    def __init__(
        self,
        people: Iterable[Account],
        channels: Iterable[Channel],
        *,
        host_tenant: str,
        clock: Callable[[], datetime],
        tenants: Mapping[str, str] | None = None,
        banner: str = "",
        limits: bool = True,
        board_of: Callable[[Callable[[], datetime]], Board] = Board,
    ) -> None:
        self.directory = Directory(
            host_tenant=host_tenant, people=tuple(people), channels=tuple(channels), tenants=tenants or {}
        )
        self.board = board_of(clock)
        self.connector = Connector(self.directory, self.board, limits=limits)
        self.visitor = Visitor(self.directory, self.board)
        self._page = Page(self.directory, self.board, self.visitor, banner)

    def add_to(self, app: web.Application, *, with_page: bool = True) -> None:
        """Mount the connector and the page at the root of an application that will listen on loopback."""
        app.add_routes(self.connector.routes())
        if with_page:
            app.add_routes(self._page.routes())
        app.cleanup_ctx.append(self._session)
        app.on_shutdown.append(self._close)

    def connect(self, *, service_url: str, bot_url: str) -> None:
        """Say where this stand-in is reached (the service URL in every activity) and where the bot listens."""
        self.visitor.service_url = service_url
        self.visitor.bot_url = bot_url

    def offer_time(self, pass_time: PassTime) -> None:
        """Give the page a button that moves the clock on to what comes next."""
        self._page.pass_time = pass_time

    def offer_again(self, begin_again: BeginAgain) -> None:
        """Give the page a button that begins anew what is played."""
        self._page.begin_again = begin_again

    async def _session(self, _: web.Application) -> AsyncIterator[None]:
        async with ClientSession(timeout=_PATIENCE) as session:
            self.visitor.session = session
            yield
        self.visitor.session = None

    async def _close(self, _: web.Application) -> None:
        self.board.close()
