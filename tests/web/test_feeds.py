"""Feeds over HTTP, read back: what happened last, in any reader's own words."""

from xml.etree.ElementTree import Element, fromstring

from tests.harness.open_data import FIRST, NORD, STATE, URL, opened
from tests.harness.public_states import Appearance, History, hour

ATOM = "{http://www.w3.org/2005/Atom}"


def read(body: bytes) -> Element:
    return fromstring(body)  # noqa: S314 - our own answer


def said(thing: Element, name: str) -> str:
    """What every feed and entry must say."""
    words = thing.findtext(f"{ATOM}{name}")
    assert words, name
    return words


async def test_feeds_say_what_was_released_corrected_taken_back_moved_and_cancelled() -> None:
    async with opened(STATE) as world:
        feed = read((await world.get(f"/offentlig/{NORD}/feed.atom")).body)
    entries = list(feed.iter(f"{ATOM}entry"))
    assert {said(each, "id"): said(each, "title") for each in entries} == {
        f"tag:klynge.example.dk,2026:offentlig/{NORD}/{name}": title
        for name, title in (
            (f"meeting/{FIRST}", "Ændret: møde den 3. februar 2027 – Klynge Nord"),
            ("meeting/2027-2", "Aflyst: møde den 3. februar 2027 – Klynge Nord"),
            ("release/1", "Dagsorden 3. februar 2027 – Klynge Nord"),
            ("release/2", "Trukket tilbage: Tillæg 3. februar 2027 – Klynge Nord"),
            ("release/3", "Referat 3. februar 2027 – Klynge Nord"),
            ("release/4", "Referat 3. februar 2027, udgave 2 – Klynge Nord"),
        )
    }
    moments = [said(each, "updated") for each in entries]
    assert moments == sorted(moments, reverse=True)
    assert said(feed, "updated") == moments[0]
    links = {each.get("rel"): each.get("href") for each in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{URL}/offentlig/{NORD}/feed.atom", "alternate": f"{URL}/offentlig/{NORD}"}
    for each in (feed, *entries):
        assert said(each, "id").startswith("tag:klynge.example.dk,2026:offentlig/")
        assert each.findtext(f"{ATOM}author/{ATOM}name") == "Klynge Nord"
        assert each.find(f"{ATOM}link[@rel='alternate']") is not None


async def test_a_feed_holds_the_newest_fifty_and_hostile_words_as_words() -> None:
    many = {(NORD, f"2027-{number}"): [Appearance(hour(number), f"\x00\x0b]]> <b>&{number}")] for number in range(60)}
    async with opened(History({NORD: [Appearance(hour(0), "\ufffe<script>&amp;")]}, many).at(hour(70))) as world:
        entries = list(read((await world.get("/offentlig/feed.atom")).body).iter(f"{ATOM}entry"))
    assert len(entries) == 50
    assert said(entries[0], "summary").endswith("\ufffd\ufffd]]> <b>&59")
    assert said(entries[0], "title").endswith("\ufffd<script>&amp;")
