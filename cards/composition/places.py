"""One place of a forum: how many of how many, and who."""

from collections.abc import Iterable

from bot.domain.composition.places import Occupant, Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.sections import SeatRule
from cards.kit.elements import Json, group, text
from cards.kit.fitting import shorten
from cards.kit.words import listing, say


def place_block(forum: Forum, place: Place, *, quotes: bool, most: int, length: int) -> Json:
    """Its organisations with the count, the charter's words where it `quotes` them, and a line for each person."""
    left_out = len(place.occupants) - most
    rule = place.rule
    return group(
        text(f"{shorten(_named(place), length)} · {counted(place)}", bold=True),
        text(_quoted(rule), subtle=True, close=True) if quotes and rule is not None and rule.words else None,
        *(text(shorten(_line(forum, each), length), close=True) for each in place.occupants[:most]),
        text(say("remarks.more", antal=left_out), subtle=True, close=True) if left_out > 0 and most else None,
        text(_missing(forum, place), close=True) if place.missing else None,
    )


def counted(place: Place) -> str:
    """What is found of what the charter wants, like "1 af 2–4"; the number alone where nobody settled it."""
    rule = place.rule
    if rule is None:
        return str(place.found)
    return say("composition.count", fundet=place.found, krav=_wanted(rule.least, rule.most))


def names_of(forum: Forum, ids: Iterable[str]) -> str:
    """Offices, areas and bodies as the charter calls them."""
    return listing(forum.charter.name_of_body(each) for each in ids)


def _named(place: Place) -> str:
    return listing(each.name for each in place.organisations)


def _quoted(rule: SeatRule) -> str:
    drawn_from = rule.drawn_from.words if rule.drawn_from.value else None
    words = f"{drawn_from} … {rule.words}" if drawn_from else rule.words
    return say("composition.local" if rule.is_local else "overview.charter", ord=words)


def _line(forum: Forum, each: Occupant) -> str:
    """The person with all that is told of the seat."""
    seat = each.seat
    told = [
        _name(forum, seat.person),
        None if seat.seniority is None else forum.charter.name_of_body(seat.seniority),
        names_of(forum, (*seat.offices, *seat.areas)),
        say("composition.supplements") if each.supplements else None,
        say("composition.substitute", navn=_name(forum, seat.substitute_for)) if seat.substitute_for else None,
        _represents(forum, each),
        say("composition.has_mandate") if each.has_mandate else None,
    ]
    return " · ".join(part for part in told if part)


def _represents(forum: Forum, each: Occupant) -> str | None:
    others = [found.name for one in each.seat.represents if (found := forum.organisation(one)) is not None]
    if not others:
        return None
    is_elsewhere = (forum.charter.composition.representation.value or "").endswith("-elsewhere")
    return say("composition.represents.elsewhere" if is_elsewhere else "composition.represents", navne=listing(others))


def _missing(forum: Forum, place: Place) -> str:
    optional = place.rule.areas_optional if place.rule is not None else None
    told = say("composition.missing_areas", omraader=names_of(forum, place.missing))
    return f"{told} ({optional.words})" if optional is not None and optional.value and optional.words else told


def _wanted(least: int | None, most: int | None) -> str:
    if least is None:
        return say("remark.most", antal=most)
    if most is None:
        return say("remark.least", antal=least)
    return str(least) if least == most else f"{least}–{most}"


def _name(forum: Forum, person: str) -> str:
    return next((each.name for each in forum.people if each.id == person), person)
