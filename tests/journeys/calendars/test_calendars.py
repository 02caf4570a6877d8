"""A meeting in people's own calendars: as a file, and as an address that they alone know, whatever befalls it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import vobject  # type: ignore[import-untyped]  # no types
from aiohttp import ClientSession
from icalendar import Calendar, Event

from bot.domain.calendars.actions import OpenCalendar, RenewCalendar
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL, Json
from bot.local.filling import Value
from cards.html.walk import parts
from cards.kit.buttons import pack
from tests.harness.cases.case import of_meeting
from tests.harness.foreign import with_syd
from tests.harness.forging import NORD, STRANGER, SYD, is_refused, posted, press, said
from tests.harness.leaving import overheard
from tests.harness.own_page import URL
from tests.harness.passing_time import reapplied
from tests.harness.steps import COORDINATOR, POST, SECRETARIAT, accept, propose
from tests.journeys.conftest import OpenStage

MEMBER = "formand-laesoe"
SECRET: dict[str, Value] = {"Overskrift": "Hemmelig sag", "Resumé": "Hemmeligt", "Punktet bør være lukket": True}
RENEW = "Forny adressen"


@dataclass(frozen=True)
class Got:
    """What came of asking for an address."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def calendar(self) -> Calendar:
        """Read back by one library, once another has read it too."""
        assert self.status == 200, self.status
        assert vobject.readOne(self.body.decode()).vevent.uid.value
        return Calendar.from_ical(self.body)

    @property
    def event(self) -> Event:
        """The one meeting in it."""
        [found] = self.calendar.events
        return found


@asynccontextmanager
async def reading(nord: Stage) -> AsyncIterator[Any]:
    """A calendar that follows addresses."""
    async with ClientSession(f"http://127.0.0.1:{nord.service.port}") as session:

        async def get(address: str, method: str = "GET", **headers: str) -> Got:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            async with session.request(method, urlsplit(address).path, headers=sent) as answer:
                return Got(answer.status, answer.headers, await answer.read())

        yield get


def addresses(card: Json | None) -> tuple[str | None, str | None]:
    """The address of the file and that of the feed on the card."""
    assert card is not None
    found = [str(part["url"]) for _, part in parts(card) if part.get("type") == "Action.OpenUrl"]
    files = [each for each in found if "/moede/" in each]
    feeds = [each for each in found if "/moede/" not in each]
    return next(iter(files), None), next(iter(feeds), None)


async def asked(nord: Stage, person: str = MEMBER) -> tuple[str, str]:
    """What the button on the card about March's meeting gives that person."""
    file, feed = addresses((await press(nord, person, pack(of_meeting(OpenCalendar)))).card)
    assert file is not None
    assert feed is not None
    return file, feed


def marks(event: Event) -> tuple[str, int, str, str, str]:
    """What tells a calendar which meeting it is and how it stands."""
    day = f"{event.DTSTART:%Y-%m-%d %H.%M}"
    return str(event["UID"]), int(str(event["SEQUENCE"])), day, str(event.get("LOCATION")), str(event["STATUS"])


def of_march(feed: Got) -> Event:
    """March's meeting, whatever became of it."""
    [found] = [each for each in feed.calendar.events if each["UID"] == f"{NORD}/2027-1@klyngebot"]
    return found


async def test_a_meeting_follows_into_calendars_when_it_is_moved_cancelled_and_held_after_all(
    open_stage: OpenStage,
) -> None:
    uid, seen, stamps = f"{NORD}/2027-1@klyngebot", [], []
    with overheard() as told:
        async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord, reading(nord) as get:
            await propose(nord, fields=SECRET)
            await accept(nord, 1)
            post = await nord.sees(POST)
            _, feed = addresses((await nord.clicks(MEMBER, post, "Føj til kalender")).card)
            assert feed is not None
            for day, sentence, button in (
                ("11", "", ""),
                ("12", "flyt møde til 6/4", "Flyt mødet"),
                ("13", "nyt sted til mødet: Rådhuset; sal 2, bagsiden", "Flyt mødet"),
                ("14", "aflys møde", "Aflys mødet"),
                ("15", "genoptag mødet", ""),
            ):
                await nord.at(f"2027-01-{day}T10:00")
                if sentence:
                    reply = await nord.says(SECRETARIAT, sentence, PERSONAL)
                    if button:
                        await nord.clicks(SECRETARIAT, reply, button)
                file, again = await asked(nord)
                assert again == feed
                single, whole = (await get(file)), (await get(feed))
                assert marks(single.event) == marks(of_march(whole))
                seen.append((str(single.calendar["METHOD"]), *marks(single.event)))
                stamps.append(single.event.DTSTAMP)
                assert b"emmelig" not in single.body + whole.body
            assert not any(urlsplit(each).path in line for each in (file, feed) for line in told)
    place = seen[0][4]
    assert seen == [
        ("REQUEST", uid, 0, "2027-03-16 16.30", place, "CONFIRMED"),
        ("REQUEST", uid, 1, "2027-04-06 16.30", place, "CONFIRMED"),
        ("REQUEST", uid, 2, "2027-04-06 16.30", "Rådhuset; sal 2, bagsiden", "CONFIRMED"),
        ("CANCEL", uid, 3, "2027-04-06 16.30", "Rådhuset; sal 2, bagsiden", "CANCELLED"),
        ("REQUEST", uid, 4, "2027-04-06 16.30", "Rådhuset; sal 2, bagsiden", "CONFIRMED"),
    ]
    assert [each.day for each in stamps[1:]] == [12, 13, 14, 15]


async def test_a_feed_shows_the_meetings_of_ones_own_forums_until_the_address_is_renewed(
    open_stage: OpenStage, tmp_path: Path
) -> None:
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord, reading(nord) as get:
        await with_syd(nord, tmp_path)
        of_both, of_one = {NORD, SYD}, {NORD}
        for person, forums in ((COORDINATOR, of_both), (MEMBER, of_one)):
            file, feed = await asked(nord, person)
            found = await get(feed)
            assert {str(each["UID"]).partition("/")[0] for each in found.calendar.events} == forums
            assert (found.headers["Content-Type"], str(found.calendar["METHOD"])) == (
                "text/calendar; charset=utf-8",
                "PUBLISH",
            )
            assert "no-cache" in found.headers["Cache-Control"]
        known = await get(feed, If_None_Match=found.headers["ETag"])
        assert (known.status, known.body, known.headers["ETag"]) == (304, b"", found.headers["ETag"])
        assert (await get(feed, "HEAD")).status == 200
        assert (await get(file)).headers["Content-Disposition"] == f'attachment; filename="{NORD}-2027-1.ics"'

        shown = await nord.says(MEMBER, "føj til kalender", PERSONAL)
        assert addresses(shown.card)[1] == feed
        renewed = addresses((await nord.clicks(MEMBER, shown, RENEW)).card)[1]
        assert renewed not in (None, feed)
        assert (await get(feed)).status == 404
        assert (await get(renewed or "")).body == found.body
        openly = await nord.says(MEMBER, "kalender")
        assert addresses(openly.card) == (None, None)
        assert addresses((await nord.clicks(MEMBER, openly, "Føj til kalender")).card)[1] == renewed
        assert "Adressen er fornyet" in words(await nord.says(MEMBER, "forny kalenderadresse"))
        assert "/kalender/" not in posted(nord)
        assert (await get(renewed or "")).status == 404
        for wrong in (
            *(file[:-6] + "x.ics", renewed[:-6] + "x.ics", f"{URL}/kalender/.ics", f"{URL}/kalender/{'x' * 3000}.ics"),
            *(file.replace("/moede/", "/"), renewed.replace("/kalender/", "/kalender/moede/")),
        ):
            assert (await get(wrong)).status == 404, wrong
        await nord.at("2027-01-11T09:10")
        assert (await get(file)).status == 404


async def test_a_cancelled_meeting_can_be_taken_out_and_what_is_none_is_refused(open_stage: OpenStage) -> None:
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord, reading(nord) as get:
        _, feed = await asked(nord)
        form = await nord.says(SECRETARIAT, "aflys møde", PERSONAL)
        await nord.clicks(SECRETARIAT, form, "Aflys mødet")
        news = await nord.sees("Mødet den 16. marts 2027 er aflyst", "Næste møde")
        answer = await nord.clicks(MEMBER, news, "Fjern fra kalender")
        assert "Mødet er aflyst." in said(answer.card)
        file, _ = addresses(answer.card)
        assert str((await get(file or "")).calendar["METHOD"]) == "CANCEL"
        for data in ({"meeting": "2027-91"}, {"meeting": "x" * 5000}, {"forum": SYD}):
            refused = (await press(nord, MEMBER, pack(of_meeting(OpenCalendar)) | data)).card
            assert is_refused(refused)
            assert addresses(refused) == (None, None)
        assert addresses((await press(nord, STRANGER, pack(of_meeting(RenewCalendar)))).card) == (None, None)
        await reapplied(
            nord,
            (f"person: {MEMBER}, organisation: laesoe", f"person: {MEMBER}, until: 2027-01-01, organisation: laesoe"),
        )
        assert (await get(feed)).status == 404


async def test_without_an_address_on_the_net_one_is_told_whom_to_ask(nord: Stage) -> None:
    answer = await nord.says(MEMBER, "kalender", PERSONAL)
    assert "ingen adresse på nettet" in words(answer)
    assert addresses(answer.card) == (None, None)
