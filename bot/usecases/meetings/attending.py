"""Who comes to a meeting, as anybody may see it, and as those are told whom it concerns."""

from collections.abc import Collection
from datetime import date

from bot.domain.composition.doctors import options
from bot.domain.composition.guests import coming
from bot.domain.composition.mandate import has_mandate, is_asked
from bot.domain.composition.state import Mandate
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings import standing_in as rules
from bot.domain.meetings.actions import ShowWhoComes
from bot.domain.meetings.standing_in import Away, stand_in
from bot.usecases.composition.away import away_from, away_lines, line_of
from bot.usecases.composition.views import doctors_words, numbers_of
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from cards.composition.guests import guest_words
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from cards.meetings import attending as cards
from cards.meetings.absence import span
from cards.meetings.attending import Party, Table
from storage import composition as stored


async def show_who_comes(desk: Desk, action: ShowWhoComes) -> Card:
    """The table for the meeting that is meant, else the next one."""
    meeting = desk.next_meeting() if action.meeting is None else meeting_meant(desk, action.meeting)
    if meeting is None:
        raise Refusal("no_meeting", forum=desk.forum.name)
    return cards.who_comes(
        Table(
            meeting=meeting,
            parties=await _parties(desk, meeting),
            without_mandate=await lacking_mandate(desk, meeting),
            others=await _others(desk, meeting),
        )
    )


async def attending_words(desk: Desk, meeting: Meeting) -> list[str]:
    """Who is away, that nobody is, too; and where the charter asks for a mandate, who comes without."""
    away, lacking = await away_lines(desk, meeting), await lacking_mandate(desk, meeting)
    words = cards.away_words(away)
    told = [say("who_comes.away", liste=words) if away else words]
    return told if lacking is None else [*told, cards.mandate_words(lacking)]


async def lacking_mandate(desk: Desk, meeting: Meeting) -> list[str] | None:
    """The names of the organisations that nobody with a mandate comes from; None where the charter asks for none."""
    if not is_asked(desk.forum):
        return None
    mandates = await stored.mandates_of(desk.conn, desk.forum.id)
    found = map(desk.forum.organisation, rules.lacking_mandate(desk.forum, meeting, mandates) or ())
    return [each.name for each in found if each is not None]


async def absence_told(desk: Desk, notice: Notice) -> Card | Stale:
    """To one of the secretariat: somebody is away, or comes after all, and how it stands by now."""
    about, person = notice.subject, str(notice.subject["person"])
    stands = any(each.number == about["number"] for each in desk.forum.absences)
    if stands is bool(about["is_back"]):
        return Stale(say("stale.absence_over"))
    meeting = desk.forum.meeting(notice.meeting or "")
    told = [_news(desk, notice, person, meeting)]
    if meeting is not None and stands:
        own = next((each for each in await away_from(desk, meeting) if each.person == person), None)
        told.append(_stand_in_words(desk, own, meeting))
        lacking = await lacking_mandate(desk, meeting)
        told += [] if lacking is None else [cards.mandate_words(lacking)]
    return cards.to_secretariat(meeting, told, forum=desk.forum.id, person=person, mention=desk.called(notice))


async def standing_in(desk: Desk, notice: Notice) -> Card | Stale:
    """To one who stands in, or did, or for whom somebody else said that they are away: as it stands by now."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    if desk.now >= meeting.starts:
        return Stale(say("stale.meeting_begun"))
    person = str(notice.subject["person"])
    away = next((each for each in await away_from(desk, meeting) if each.person == person), None)
    own = notice.recipient == person
    told = _to_absent(desk, away, meeting) if own else _to_substitute(desk, person, away, notice, meeting)
    return cards.in_person(meeting, told, mention=desk.called(notice))


async def _others(desk: Desk, meeting: Meeting) -> dict[str, list[str]]:
    """Those who come without a seat: the doctors' organisation, where the charter names several, and the guests."""
    named = await doctors_words(desk, meeting) or say("composition.not_told")
    guests, numbers = await stored.guests_of(desk.conn, desk.forum.id, meeting.id), await numbers_of(desk, meeting)
    return {
        say("composition.plo"): [named] if options(desk.forum) else [],
        say("composition.guests"): [guest_words(each, numbers) for each in coming(guests)],
    }


async def _parties(desk: Desk, meeting: Meeting) -> list[Party]:
    day, away = meeting.day, {each.person: each for each in await away_from(desk, meeting)}
    mandates = await stored.mandates_of(desk.conn, desk.forum.id)
    found = []
    for each in desk.forum.organisations:
        people = dict.fromkeys(
            seat.person
            for seat in desk.forum.seats
            if seat.organisation == each.id and seat.substitute_for is None and seat.holds_on(day)
        )
        if people:
            there = [_coming(desk, person, day, mandates) for person in people if person not in away]
            lines = [line_of(desk, away[person]) for person in people if person in away]
            found.append(Party(name=each.name, coming=there, away=lines))
    return found


def _coming(desk: Desk, person: str, day: date, mandates: Collection[Mandate]) -> str:
    name = desk.name_of(person)
    has_one = any(has_mandate(desk.forum, seat, day, mandates) for seat in desk.forum.seats_of(person, day))
    return f"{name} ({say('who_comes.mandate')})" if is_asked(desk.forum) and has_one else name


def _news(desk: Desk, notice: Notice, person: str, meeting: Meeting | None) -> str:
    about, name = notice.subject, desk.name_of(person)
    is_back, since, until = bool(about["is_back"]), about.get("since"), about.get("until")
    if isinstance(since, str) and isinstance(until, str):
        days = span(date.fromisoformat(since), date.fromisoformat(until))
        return say("absence.news.period.back" if is_back else "absence.news.period", navn=name, periode=days)
    day = None if meeting is None else medium_date(meeting.day)
    return say("absence.news.back" if is_back else "absence.news", navn=name, moede_dato=day)


def _stand_in_words(desk: Desk, away: Away | None, meeting: Meeting) -> str:
    other = None if away is None else away.outsider or (away.stand_in and desk.name_of(away.stand_in))
    if not other:
        return say("absence.lacks.nobody", moede_dato=medium_date(meeting.day))
    return say("absence.confirm.substitute", navn=other)


def _to_absent(desk: Desk, away: Away | None, meeting: Meeting) -> str:
    day = medium_date(meeting.day)
    if away is None:
        return say("absence.own.back", moede_dato=day)
    return f"{say('absence.own.away', moede_dato=day)} {_stand_in_words(desk, away, meeting)}"


def _to_substitute(desk: Desk, person: str, away: Away | None, notice: Notice, meeting: Meeting) -> str:
    facts = {"navn": desk.name_of(person), "moede_dato": medium_date(meeting.day)}
    is_in = stand_in(desk.forum, person, meeting, meeting.day) == notice.recipient
    if away is None or not is_in:
        return say("absence.own.released", **facts)
    told = say("absence.own.stands_in", **facts)
    if not is_asked(desk.forum):
        return told
    mandate = "absence.own.stands_in.mandate" if away.has_mandate else "absence.own.stands_in.no_mandate"
    return f"{told} {say(mandate)}"
