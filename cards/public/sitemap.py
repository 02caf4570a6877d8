"""What search engines are told: every page there is, and that nothing else of this service is for them."""

from collections.abc import Iterator
from datetime import datetime

from markupsafe import escape

from cards.public import addresses
from cards.public.addresses import ROOM
from cards.public.site import Site

_MOST = 50_000  # addresses in one sitemap
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(site: Site, root: str) -> str:
    """Every page with when it last changed; `root` is the scheme and host that people reach them by."""
    entries = [
        f"<url><loc>{escape(root + address)}</loc><lastmod>{changed.isoformat(timespec='seconds')}</lastmod></url>"
        for _, (address, changed) in zip(range(_MOST), _pages(site), strict=False)
    ]
    return "\n".join(
        ('<?xml version="1.0" encoding="UTF-8"?>', f'<urlset xmlns="{_NAMESPACE}">', *entries, "</urlset>", "")
    )


def robots(site: Site, root: str) -> str:
    """The public pages may be read by all, the rest by none."""
    path = site.addresses.path
    lines = ("User-agent: *", f"Allow: {path}{ROOM}", f"Allow: {path}/oparl", "Disallow: /", "")
    return "\n".join((*lines, f"Sitemap: {root}{site.addresses.at('sitemap.xml')}", ""))


def _pages(site: Site) -> Iterator[tuple[str, datetime]]:
    at = site.addresses
    yield at.front(), site.changed
    for register in (addresses.RESOLUTIONS, addresses.COMMITMENTS, addresses.FUNDS):
        yield at.register(register, None), site.changed
    for page in (addresses.ABOUT, addresses.ACCESSIBILITY):
        yield at.at(page), site.changed
    for forum in site.state.forums:
        yield at.forum(forum.id), forum.updated
        for register in (addresses.RESOLUTIONS, addresses.COMMITMENTS, addresses.FUNDS):
            yield at.register(register, forum.id), forum.updated
        for meeting in forum.meetings:
            yield at.meeting(forum.id, meeting.id), meeting.updated
    for each in site.latest:
        yield at.document(each.record), each.release.visible_at
    for forum_id, meeting_id in site.papers:
        for number, case in site.cases_of(forum_id, meeting_id).items():
            yield at.item(forum_id, meeting_id, number), case.record.at
