"""Who comes to a meeting, as anybody may see it, and as those are told whom it concerns."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.actions import ShowWhoComes
from bot.domain.meetings.standing_in import Away, away_from, stand_in, without_mandate
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from cards.meetings import attending as cards
from cards.meetings.absence import span
from cards.meetings.attending import AwayLine, Party, Table

_REQUIRED = "required"


def show_who_comes(desk: Desk, action: ShowWhoComes) -> Card:
    """The table for the meeting that is meant, else the next one."""
    meeting = desk.next_meeting() if action.meeting is None else meeting_meant(desk, action.meeting)
    if meeting is None:
        raise Refusal("no_meeting", forum=desk.forum.name)
    return cards.who_comes(table_of(desk, meeting, {}))


def table_of(desk: Desk, meeting: Meeting, others: Mapping[str, Sequence[str]]) -> Table:
    """Organisation by organisation; `others` are those who come without a seat, by what they come as."""
    return Table(
        meeting=meeting,
        parties=_parties(desk, meeting),
        without_mandate=lacking_mandate(desk, meeting),
        others=others,
    )


def away_lines(desk: Desk, meeting: Meeting) -> list[AwayLine]:
    """Everybody who is missed at the meeting, with who stands in; nobody misses a substitute who was not called."""
    return [_line(desk, each) for each in away_from(desk.forum, meeting) if _is_missed(desk, each.person, meeting.day)]


def attending_words(desk: Desk, meeting: Meeting) -> list[str]:
    """Who is away, that nobody is, too; and where the charter asks for a mandate, who comes without."""
    away, lacking = away_lines(desk, meeting), lacking_mandate(desk, meeting)
    words = cards.away_words(away)
    told = [say("who_comes.away", liste=words) if away else words]
    return told if lacking is None else [*told, cards.mandate_words(lacking)]


def lacking_mandate(desk: Desk, meeting: Meeting) -> list[str] | None:
    """The names of the organisations that nobody with a mandate comes from; None where the charter asks for none."""
    if not asks_mandate(desk):
        return None
    found = (desk.forum.organisation(each) for each in without_mandate(desk.forum, meeting))
    return [each.name for each in found if each is not None]


def asks_mandate(desk: Desk) -> bool:
    """Whether those who come must be able to decide for their organisation."""
    return desk.forum.charter.composition.mandate.value == _REQUIRED


def absence_told(desk: Desk, notice: Notice) -> Card | Stale:
    """To one of the secretariat: somebody is away, or comes after all, and how it stands by now."""
    about, person = notice.subject, str(notice.subject["person"])
    stands = any(each.number == about["number"] for each in desk.forum.absences)
    if stands is bool(about["is_back"]):
        return Stale(say("stale.absence_over"))
    meeting = desk.forum.meeting(notice.meeting or "")
    told = [_news(desk, notice, person, meeting)]
    if meeting is not None and stands:
        own = next((each for each in away_from(desk.forum, meeting) if each.person == person), None)
        told.append(_stand_in_words(desk, own, meeting))
        lacking = lacking_mandate(desk, meeting)
        told += [] if lacking is None else [cards.mandate_words(lacking)]
    return cards.to_secretariat(meeting, told, forum=desk.forum.id, person=person, mention=desk.called(notice))


def standing_in(desk: Desk, notice: Notice) -> Card | Stale:
    """To one who stands in, or did, or for whom somebody else said that they are away: as it stands by now."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    if desk.now >= meeting.starts:
        return Stale(say("stale.meeting_begun"))
    person = str(notice.subject["person"])
    away = next((each for each in away_from(desk.forum, meeting) if each.person == person), None)
    own = notice.recipient == person
    told = _to_absent(desk, away, meeting) if own else _to_substitute(desk, person, away, notice, meeting)
    return cards.in_person(meeting, told, mention=desk.called(notice))


def _parties(desk: Desk, meeting: Meeting) -> list[Party]:
    day, away = meeting.day, {each.person: each for each in away_from(desk.forum, meeting)}
    found = []
    for each in desk.forum.organisations:
        people = dict.fromkeys(
            seat.person
            for seat in desk.forum.seats
            if seat.organisation == each.id and seat.substitute_for is None and seat.holds_on(day)
        )
        if people:
            coming = [_coming(desk, person, day) for person in people if person not in away]
            lines = [_line(desk, away[person]) for person in people if person in away]
            found.append(Party(name=each.name, coming=coming, away=lines))
    return found


def _coming(desk: Desk, person: str, day: date) -> str:
    name = desk.name_of(person)
    has_mandate = any(seat.mandate for seat in desk.forum.seats_of(person, day))
    return f"{name} ({say('who_comes.mandate')})" if asks_mandate(desk) and has_mandate else name


def _line(desk: Desk, each: Away) -> AwayLine:
    other = each.outsider or (each.stand_in and desk.name_of(each.stand_in)) or None
    return AwayLine(
        name=desk.name_of(each.person), stand_in=other, mandate=each.has_mandate if asks_mandate(desk) else None
    )


def _is_missed(desk: Desk, person: str, day: date) -> bool:
    return any(seat.substitute_for is None for seat in desk.forum.seats_of(person, day))


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
    if not asks_mandate(desk):
        return told
    mandate = "absence.own.stands_in.mandate" if away.has_mandate else "absence.own.stands_in.no_mandate"
    return f"{told} {say(mandate)}"
