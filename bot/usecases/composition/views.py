"""Who takes part, as it stands by now."""

from collections.abc import Mapping, Sequence

from bot.domain.composition import doctors
from bot.domain.composition.actions import ShowComposition
from bot.domain.composition.guests import coming, may_invite
from bot.domain.composition.mandate import inherits, is_asked, without_mandate
from bot.domain.composition.places import places, representatives
from bot.domain.forum.attached import Ties, ties
from bot.domain.forum.remarks import of_composition
from bot.domain.forum.representation import sits_in
from bot.domain.forum.serving import lacks_chair
from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.provision import Provision
from bot.domain.meetings.standing_in import lacking_mandate
from bot.usecases.agenda.views import draft_of
from bot.usecases.composition.away import away_lines
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from bot.usecases.rights import is_secretariat, require_seat
from cards.composition import cards
from cards.composition.cards import Composition
from cards.forum.remarks import chair_to_come
from cards.kit.elements import Card
from cards.kit.words import listing, medium_date, say
from cards.meetings.attending import away_words
from storage import composition as stored


async def show_composition(desk: Desk, actor: str, action: ShowComposition) -> Card:
    """The meeting's composition; without a meeting that is planned, the forum's as it is today."""
    require_seat(desk, actor)
    meeting = desk.next_meeting() if action.meeting is None else meeting_meant(desk, action.meeting)
    return cards.composition(await composition_of(desk, actor, meeting))


async def composition_of(desk: Desk, actor: str | None, meeting: Meeting | None) -> Composition:
    """Everything that the card shows, on the day of the meeting or today."""
    day = desk.today if meeting is None else meeting.day
    mandates = await stored.mandates_of(desk.conn, desk.forum.id)
    without = (
        without_mandate(desk.forum, day, mandates)
        if meeting is None
        else lacking_mandate(desk.forum, meeting, mandates)
    )
    guests = () if meeting is None else await stored.guests_of(desk.conn, desk.forum.id, meeting.id)
    invites = desk.is_public or is_secretariat(desk, actor) or may_invite(desk.forum, actor or "", desk.today)
    return Composition(
        forum=desk.forum,
        day=day,
        meeting=meeting,
        without_mandate=None if without is None else [_organisation(desk, each) for each in without],
        remarks=of_composition(desk.forum, day),
        places=places(desk.forum, day, mandates),
        standing=await _standing(desk, meeting),
        guests=coming(guests),
        numbers={} if meeting is None else await numbers_of(desk, meeting),
        is_mandate_asked=is_asked(desk.forum),
        is_ahead=meeting is not None and desk.now < meeting.starts,
        asks_doctors=doctors.is_asked(desk.forum),
        invites=invites,
    )


async def numbers_of(desk: Desk, meeting: Meeting) -> Mapping[int, int]:
    """The numbers of the agenda's items by their ids: of what was sent, else of the draft."""
    agenda = await draft_of(desk, meeting)
    items = agenda.current
    return {item.id: place for place, item in enumerate(items, start=1)}


async def doctors_words(desk: Desk, meeting: Meeting) -> str | None:
    """Which of the doctors' organisations comes to the meeting; None where nobody has said, or it is not asked."""
    answer = await stored.gp_answer(desk.conn, desk.forum.id, meeting.id) if doctors.is_asked(desk.forum) else None
    return listing(doctors.name_of(desk.forum, each) for each in doctors.representing(desk.forum, answer)) or None


async def _standing(desk: Desk, meeting: Meeting | None) -> dict[str, str | None]:
    forum, day = desk.forum, desk.today if meeting is None else meeting.day
    settled = forum.charter.composition
    away = [] if meeting is None else await away_lines(desk, meeting)
    return {
        say("post.absences"): away_words(away) if away else None,
        **_leading(desk, meeting),
        **({say("composition.plo"): await _doctors(desk, meeting)} if doctors.options(forum) else {}),
        **_tied(desk, ties(forum, day)),
        **_serving(desk),
        say("composition.representatives"): (
            listing(dict.fromkeys(desk.name_of(seat.person) for seat in representatives(forum, day)))
            or say("composition.nobody_named")
            if settled.administrative_representatives.value is not None
            else None
        ),
        say("composition.number"): None if settled.seats else say("composition.no_number"),
        say("composition.requirements"): _quoted(settled.other_requirements),
        say("composition.substitutes"): _substitutes(desk),
    }


def _leading(desk: Desk, meeting: Meeting | None) -> dict[str, str | None]:
    """Who leads, and the tie to the body in which the chair should best sit."""
    charter = desk.forum.charter
    leads_by_host = charter.chair.model.value == "host_leads"
    chairs = desk.forum.choice("chairmanship") or ()
    leaders = chairs if meeting is None or not leads_by_host else settings.meeting_leaders(desk.forum, meeting)
    names = listing(desk.name_of(each) for each in leaders)
    if not names:
        names = chair_to_come(charter) if lacks_chair(desk.forum) else say("common.not_regulated")
    told: dict[str, str | None] = {say("meetings.leader" if leads_by_host else "composition.chairmanship"): names}
    body = charter.chair.preferred_membership.value
    if body is not None:
        named = say("composition.liaison", organ=charter.name_of_body(body))
        told[named] = listing(map(desk.name_of, _ties_to(desk, body, chairs))) or say("composition.nobody_named")
    return told


def _ties_to(desk: Desk, body: str, chairs: Sequence[str]) -> Sequence[str]:
    """Who ties the forum to the body: whoever was named, else those of the chairs who sit in it themselves."""
    liaison = desk.forum.choice("liaison")
    return [each for each in chairs if sits_in(desk.forum, each, body, desk.today)] if liaison is None else [liaison]


async def _doctors(desk: Desk, meeting: Meeting | None) -> str:
    told = None if meeting is None else await doctors_words(desk, meeting)
    return told or say("composition.not_told")


def _tied(desk: Desk, found: Ties | None) -> dict[str, str | None]:
    """Who ties the forum to the body that else attaches a member to it."""
    body = desk.forum.charter.composition.attached_member.value
    if found is None or body is None:
        return {}
    attached = (say("composition.attached", navn=desk.name_of(each)) for each in found.attached)
    names = listing([*(desk.name_of(each) for each in found.members), *attached])
    return {desk.forum.charter.name_of_body(body): names or say("composition.nobody_named")}


def _serving(desk: Desk) -> dict[str, str | None]:
    """The secretariat, where the charter counts it among those who take part."""
    if not desk.forum.charter.secretariat.in_composition.value:
        return {}
    return {say("contact.serves"): listing(map(desk.name_of, settings.secretariat(desk.forum, desk.today)))}


def _substitutes(desk: Desk) -> str | None:
    """What charter or local layer say of them, and whether they have a mandate where anybody is to have one."""
    told = [_quoted(desk.forum.charter.composition.substitutes)]
    chosen = desk.forum.chosen("substitute_mandate")
    if chosen is not None and inherits(desk.forum):
        told.append(say("composition.substitutes.inherited", hvem=chosen.chosen_by, dato=medium_date(chosen.on)))
    elif is_asked(desk.forum):
        told.append(say("composition.substitutes.said"))
    return " ".join(each for each in told if each) or None


def _quoted(settled: Provision[str]) -> str | None:
    """The words on something that the forum settles itself, or that its local layer has settled."""
    if settled.value is None:
        return None
    return say("composition.local" if settled.is_local else "overview.charter", ord=settled.words or settled.value)


def _organisation(desk: Desk, organisation: str) -> str:
    found = desk.forum.organisation(organisation)
    return organisation if found is None else found.name
