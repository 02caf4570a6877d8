"""Everything that is public is answered from one state.

The router looks at one address after the other: pages, which are read most, come first, and what catches the rest last.
"""

from aiohttp import web

from bot.web.calendars import PublicCalendars
from bot.web.open_data import OpenData
from bot.web.public.common import Common
from bot.web.public.routes import PublicPages


def add_public(app: web.Application, common: Common) -> None:
    """Answer below /offentlig/."""
    pages = PublicPages(common)
    pages.add_pages(app)
    OpenData(common).add_to(app)
    PublicCalendars(common).add_to(app)
    pages.add_rest(app)
