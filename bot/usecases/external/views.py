"""Another body's meeting as somebody may see it here: ids become names, and closed items a neutral title."""

from collections.abc import Iterator, Mapping
from datetime import date

from bot.domain.external.bodies import Cadence, bases, cadence_of, said_of_cadence
from bot.domain.external.cadence import days_before, proposed, reminder_days
from bot.domain.external.rules import missing, tally, text_of
from bot.domain.external.speaking import asked, representatives, spoken_for
from bot.domain.external.state import WHOLE, ExternalMeeting, Item
from bot.domain.kernel.meeting import Meeting
from bot.usecases.desk import Desk
from bot.usecases.external.loading import Known
from bot.usecases.rights import is_secretariat
from cards.external.view import ExternalView, ItemView, when_words
from cards.kit.words import listing, medium_date, medium_date_time, say
from cards.proposals.closed import NEUTRAL_TITLE


def view_of(desk: Desk, actor: str | None, this: Known) -> ExternalView:
    """As that person may see it here (None: as everybody may)."""
    meeting, details = this.meeting, this.meeting.details
    organisations = asked(desk.forum)
    names = {each.id: each.name for each in desk.forum.organisations}
    is_ahead = meeting.is_ahead(desk.today)
    sees = sees_closed(desk, actor, meeting)
    intro = text_of(details, WHOLE)
    return ExternalView(
        forum=meeting.forum,
        forum_name=desk.forum.name,
        number=meeting.number,
        year=meeting.year,
        revision=meeting.revision,
        name=meeting.name,
        day=meeting.day,
        starts=details.starts,
        place=details.place,
        state=_state(desk, meeting),
        items=[_item(this, nth, each, names, [one.id for one in organisations], sees) for nth, each in _numbered(this)],
        intro="" if intro is None else intro.words,
        asked=len(organisations),
        missing=[names[each] for each in missing(meeting, this.answers, [one.id for one in organisations])],
        sent=_sent(desk, meeting),
        bases=list(_bases(desk, meeting)),
        own=own_lines(desk, meeting) if is_ahead else [],
        proposed=own_day(desk, meeting) if is_ahead and held_ahead_of(desk, meeting) is None else None,
        may_answer=is_ahead and bool(details.items) and details.sent is None and _may_answer(desk, actor),
        serves=desk.is_public or is_secretariat(desk, actor),
        is_public=desk.is_public,
        facts={
            say("external.fact.day"): when_words(meeting.day, details.starts),
            say("external.fact.place"): details.place or None,
        },
        more=_more(desk, meeting),
        may_resume=meeting.is_cancelled and meeting.day >= desk.today,
    )


def sees_closed(desk: Desk, person: str | None, meeting: ExternalMeeting) -> bool:
    """Whether the person may see here what its closed items are about: who serves, who answers, who goes there."""
    if desk.is_public or person is None:
        return False
    speaks = bool(spoken_for(desk.forum, person, desk.today))
    return is_secretariat(desk, person) or speaks or person in representatives(desk.forum, meeting)


def own_lines(desk: Desk, meeting: ExternalMeeting) -> list[str]:
    """The day that is proposed for the forum's own meeting, and what it rests on; nothing for another body."""
    cadence = cadence_of(desk.forum, meeting.body)
    if cadence is Cadence.NONE:
        return []
    days, day = days_before(desk.forum, meeting.day), own_day(desk, meeting)
    if day is None:
        return [say("external.own.too_late")]
    told = say(
        "external.suggest",
        ekstern=meeting.name,
        dato=medium_date(meeting.day),
        forum=desk.forum.name,
        forslag=medium_date(day),
    )
    held = held_ahead_of(desk, meeting)
    return [
        told,
        *([] if held is None else [_already(held)]),
        *([] if days.is_settled else [say("external.cadence.unsettled", antal=days.number)]),
        *([_perhaps(desk, meeting)] if cadence is Cadence.PERHAPS else []),
    ]


def own_day(desk: Desk, meeting: ExternalMeeting) -> date | None:
    """The day for the forum's own meeting; None where it does not meet ahead of that body, or no day is left."""
    if cadence_of(desk.forum, meeting.body) is Cadence.NONE:
        return None
    days = days_before(desk.forum, meeting.day).number
    return proposed(meeting.day, days, desk.calendar, desk.today)


def held_ahead_of(desk: Desk, meeting: ExternalMeeting) -> Meeting | None:
    """The forum's own meeting ahead of that one: on the day that is proposed for it, or nearer to it."""
    day = own_day(desk, meeting)
    own = desk.forum.meetings if day is not None else ()
    return next((each for each in own if day is not None and day <= each.day < meeting.day), None)


def perhaps_name(name: str, cadence: Cadence) -> str:
    """What a body is called among those that one may choose."""
    return say("external.perhaps", navn=name) if cadence is Cadence.PERHAPS else name


def _already(held: Meeting) -> str:
    return say("external.own.already", dato=medium_date(held.day))


def _perhaps(desk: Desk, meeting: ExternalMeeting) -> str:
    said = said_of_cadence(desk.forum, meeting.body)
    return say("external.cadence.perhaps", ord=said.words or listing(said.value or ()))


def _may_answer(desk: Desk, actor: str | None) -> bool:
    return desk.is_public or (actor is not None and bool(spoken_for(desk.forum, actor, desk.today)))


def _numbered(this: Known) -> Iterator[tuple[int, Item]]:
    return enumerate(this.meeting.details.items, start=1)


def _item(
    this: Known, nth: int, item: Item, names: Mapping[str, str], organisations: list[str], sees: bool
) -> ItemView:
    found = tally(this.answers, item.id, organisations)
    is_hidden = item.is_closed and not sees
    written, sent = text_of(this.meeting.details, item.id), this.meeting.details.sent
    text = dict(sent.texts).get(item.id) if sent is not None else None if written is None else written.words
    return ItemView(
        id=item.id,
        nth=nth,
        title=NEUTRAL_TITLE if is_hidden else item.title,
        is_hidden=is_hidden,
        agree=[names[each.organisation] for each in found.agree],
        remarks=[(names[each.organisation], "" if is_hidden else each.words) for each in found.remarks],
        mandates=[(names[each.organisation], "" if is_hidden else each.words) for each in found.mandates],
        missing=[names[each] for each in found.missing],
        text=None if is_hidden else text,
        has_newer=sent is None and written is not None and _has_newer(this, item.id, written.answers),
    )


def _has_newer(this: Known, item: int, known: int) -> bool:
    return any(each.item == item for each in this.answers[known:])


def _state(desk: Desk, meeting: ExternalMeeting) -> str:
    if meeting.is_cancelled:
        return say("external.state.cancelled")
    return "" if meeting.day >= desk.today else say("external.over")


def _sent(desk: Desk, meeting: ExternalMeeting) -> str:
    sent = meeting.details.sent
    if sent is None:
        return ""
    return say("external.sent", navn=desk.name_of(sent.by), tidspunkt=medium_date_time(sent.at, desk.forum.timezone))


def _bases(desk: Desk, meeting: ExternalMeeting) -> Iterator[str]:
    for each in bases(desk.forum, meeting.body):
        named = {"hvad": each.relation.name, "organ": each.to.name}
        words = each.relation.words
        yield say("external.base", ord=words, **named) if words else say("external.base.plain", **named)


def _more(desk: Desk, meeting: ExternalMeeting) -> dict[str, str | None]:
    going = [desk.name_of(each) for each in representatives(desk.forum, meeting)]
    days = reminder_days(desk.forum)
    key = "external.fact.reminder.days" if days.is_settled else "external.fact.reminder.unset"
    is_awaited = meeting.is_ahead(desk.today) and meeting.details.sent is None
    return {
        say("external.fact.number"): say("external.number", nr=meeting.number, aar=meeting.year),
        say("external.fact.representatives"): listing(going) or say("common.none"),
        say("external.fact.reminder"): say(key, antal=days.number) if is_awaited else None,
    }
