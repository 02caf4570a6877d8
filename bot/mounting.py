"""Every page and file of the service at its address: people's own, and what everybody may read."""

from collections.abc import Callable
from functools import partial

from aiohttp import web

from bot.clock import Clock
from bot.config import Settings
from bot.usecases.calendars.handing import Calendars
from bot.usecases.documents.press import Press
from bot.usecases.documents.proof import proof_of
from bot.usecases.downloads.files import Files
from bot.usecases.issuing import Issuers
from bot.usecases.page.visits import Visits
from bot.usecases.publication.public import bilag_of, public_state, stamp
from bot.usecases.turn import Handler
from bot.web.calendars import CalendarPages
from bot.web.files import Downloads
from bot.web.pages import Pages
from bot.web.public.common import Common
from bot.web.public.files import MAKERS
from bot.web.public.mounting import add_public
from bot.web.public.states import Source
from storage.database import Database


def issuers(settings: Settings, database: Database, clock: Clock, secret: bytes) -> Issuers:
    """What issues addresses by that secret; nothing where nobody knows how people reach the service."""
    url = settings.public_url
    if not url:
        return Issuers()
    return Issuers(
        visits=Visits(database, clock, secret, url),
        calendars=Calendars(database, clock, secret, url),
        files=Files(database, clock, secret, url, Press()),
    )


def mount(
    app: web.Application, settings: Settings, database: Database, clock: Clock, issued: Issuers, take: Handler
) -> Callable[[], None] | None:
    """Answer at every address but Teams' own; what is returned is to be called when something was written."""
    _own(app, settings, database, clock, issued, take)
    return _public(app, settings, database, clock) if settings.public_pages else None


def _own(
    app: web.Application, settings: Settings, database: Database, clock: Clock, issued: Issuers, take: Handler
) -> None:
    """Pages, files and calendars, each by an address that was issued to one person."""
    url, limits = settings.public_url, settings.limits
    if issued.visits is not None:
        Pages(issued.visits, take, url, limits=limits).add_to(app)
    if issued.calendars is not None:
        CalendarPages(issued.calendars, limits=limits).add_to(app)
    if issued.files is not None:
        Downloads(issued.files, url, limits=limits).add_to(app)


def _public(app: web.Application, settings: Settings, database: Database, clock: Clock) -> Callable[[], None]:
    """What everybody may read, all of one state."""
    source = Source(
        now=clock.now,
        stamp=lambda: stamp(database, clock.now()),
        state=lambda: public_state(database, clock.now()),
        proof=partial(proof_of, database),
        bilag=partial(bilag_of, database),
    )
    url, contact = settings.public_url, settings.public_contact
    common = Common(source, MAKERS, url=url, contact=contact, limits=settings.limits)
    add_public(app, common)
    return common.touched
