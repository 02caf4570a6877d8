"""Everything that is public is answered from one state, and what has an address of its own before pages in general."""

from aiohttp import web

from bot.web.calendars import PublicCalendars
from bot.web.open_data import OpenData
from bot.web.public.common import Common
from bot.web.public.routes import PublicPages


def add_public(app: web.Application, common: Common) -> None:
    """Answer below /offentlig/."""
    OpenData(common).add_to(app)
    PublicCalendars(common).add_to(app)
    PublicPages(common).add_to(app)
