"""Meetings as iCalendar: one to take into a calendar or out of it, and many to subscribe to.

A meeting keeps its UID for ever, and whoever holds an older entry knows by a higher SEQUENCE that it is another. The
same entries give the same bytes. The hours of the time zone are rules: a list of dates is read an hour off by Outlook.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
    vDuration,
    vRecur,
    vText,
)

from bot.documents.written import as_name, in_a_line, plain
from bot.domain.calendars.state import Entry
from bot.domain.kernel.forum import COPENHAGEN
from cards.calendars import entry as words

MEDIA_TYPE = "text/calendar"
REFRESHED = timedelta(hours=1)
"""How often a calendar may look for what is new."""

_PRODUCT = "-//Klyngebot//Klyngebot//DA"
_NOBODY = "mailto:ingen-svar@klyngebot.invalid"  # RFC 2606: nobody's address, and never anybody's
_LAST_SUNDAY_OF = {month: vRecur(freq="YEARLY", bymonth=month, byday="-1SU") for month in (3, 10)}
_HOURS = ((TimezoneStandard, "CET", 1, 10, 3), (TimezoneDaylight, "CEST", 2, 3, 2))  # offset, from month, at o'clock


def invitation(entry: Entry) -> bytes:
    """The meeting to be taken into a calendar, or out of it where it is cancelled."""
    found = _calendar("CANCEL" if entry.is_cancelled else "REQUEST")
    found.add_component(_event(entry, is_asked=True))
    return bytes(found.to_ical())


def feed(name: str, entries: Iterable[Entry]) -> bytes:
    """All of these to subscribe to; those that were cancelled are among them and say so."""
    found = _calendar("PUBLISH")
    for property_ in ("NAME", "X-WR-CALNAME"):
        found.add(property_, vText(in_a_line(name)))
    found.add("X-WR-TIMEZONE", COPENHAGEN.key)
    found.add("REFRESH-INTERVAL", vDuration(REFRESHED), parameters={"VALUE": "DURATION"})
    found.add("X-PUBLISHED-TTL", vDuration(REFRESHED))
    for entry in sorted(entries, key=lambda each: (each.starts, each.forum, each.meeting)):
        found.add_component(_event(entry, is_asked=False))
    return bytes(found.to_ical())


def file_name(entry: Entry) -> str:
    """What a file of the meeting is called: letters and digits that every system takes."""
    return f"{as_name(f'{entry.forum}-{entry.meeting}')}.ics"


def _calendar(method: str) -> Calendar:
    found = Calendar()
    found.add("PRODID", _PRODUCT)
    found.add("VERSION", "2.0")
    found.add("CALSCALE", "GREGORIAN")
    found.add("METHOD", method)
    found.add_component(_timezone())
    return found


def _timezone() -> Timezone:
    """The hours of Denmark, by the rule that has held since 1996."""
    zone = Timezone()
    zone.add("TZID", COPENHAGEN.key)
    for kind, name, offset, month, hour in _HOURS:
        part = kind()
        part.add("TZNAME", name)
        part.add("TZOFFSETFROM", timedelta(hours=3 - offset))
        part.add("TZOFFSETTO", timedelta(hours=offset))
        part.add("DTSTART", datetime(1996, month, 27 if month == 10 else 31, hour))  # noqa: DTZ001 - local, as it must
        part.add("RRULE", _LAST_SUNDAY_OF[month])
        zone.add_component(part)
    return zone


def _event(entry: Entry, *, is_asked: bool) -> Event:
    event = Event()
    event.add("UID", f"{entry.forum}/{entry.meeting}@klyngebot")
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTAMP", _moment(entry.changed_at))
    event.add("LAST-MODIFIED", _moment(entry.changed_at))
    event.add("DTSTART", _local(entry.starts))
    event.add("DTEND", _local(entry.ends))
    event.add("STATUS", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT" if entry.is_cancelled else "OPAQUE")
    event.add("SUMMARY", plain(words.title(entry)))
    event.add("DESCRIPTION", plain(words.description(entry)))
    if entry.place:
        event.add("LOCATION", plain(entry.place))
    if entry.page:
        event.add("URL", entry.page)
    event.add("ORGANIZER", _party(entry.forum_name, _NOBODY))
    if is_asked:  # without somebody asked it is no request
        group = {"CUTYPE": "GROUP", "RSVP": "FALSE"}
        event.add("ATTENDEE", _party(entry.forum_name, _NOBODY), parameters=group)
    return event


def _party(name: str, address: str) -> vCalAddress:
    """The forum, which has no address: nobody's own is told, and no answer is sent anywhere."""
    found = vCalAddress(address)
    found.params["CN"] = in_a_line(name.replace('"', " "))
    return found


def _local(at: datetime) -> datetime:
    """In Danish time; of an hour that comes twice, local time means the first, and the second is told in UTC."""
    local = at.astimezone(COPENHAGEN)
    return _moment(at) if local.fold else local


def _moment(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)
