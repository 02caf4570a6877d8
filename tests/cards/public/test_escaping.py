"""Whatever a record says, its pages are well-formed, hold its words as text, and nothing of what is closed."""

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings

from bot.domain.documents.state import MeetingRecord
from bot.web.public.finding import Asked, find
from bot.web.public.states import Shown
from cards.public.frame import Page, framed
from cards.public.resolutions import Register
from cards.public.site import Site
from tests.harness.public_town import AT, MARCH, NORD, released, town
from tests.harness.records import SECRET, records

_VOID = {"meta", "link", "br", "input"}


class _Tags(HTMLParser):
    """Every tag that was opened is closed, in order, and only ours are there."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_every_word_is_text_and_nothing_closed_is_told(record: MeetingRecord) -> None:
    here = replace(record, forum=NORD, meeting=MARCH)
    site = Site(replace(town(), published=(released(here, 1),)))
    shown = Shown(mark=("", AT), since=AT, site=site, register=Register(site))
    below = ["dagsorden", "referat", "tillaeg-1", *(f"punkt-{each.number}" for each in here.items)]
    addresses = [(), (NORD,), (NORD, MARCH), ("beslutninger",), ("tilsagn",), ("midler",)]
    for parts in (*addresses, *((NORD, MARCH, each) for each in below)):
        page = find(shown, parts, Asked())
        if isinstance(page, Page):
            drawn = framed(page, site.addresses)
            assert SECRET not in drawn
            tags = _Tags()
            tags.feed(drawn)
            assert tags.open == []
