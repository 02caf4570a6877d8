"""What a forum file begins, changes and ends, as lines for whoever applies it; fields are called as in the file."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.domain.forum.changes import Change, Fate, Fields, Thing
from bot.domain.kernel.forum import Forum
from cards.kit.words import keyed, listing, medium_date, medium_date_time, say

_SEVERAL: Mapping[Thing, str] = keyed(Thing, "change.several")
_ONE: Mapping[Thing, str] = keyed(Thing, "change.one")
_FATES: Mapping[Fate, str] = keyed(Fate, "change.fate")
_SEPARATOR = "; "  # names of people may have commas
_REPLACED = {"charter": "change.field.charter", "name": "change.field.name", "region": "change.field.region"}


def lines(changes: Sequence[Change], forum: Forum) -> Iterator[str]:
    """What begins and what ends, a line for each kind of thing; and a line for each thing that changes."""
    for fate in (Fate.BEGINS, Fate.ENDS):
        for thing in Thing:
            those = [each for each in changes if each.thing is thing and each.fate is fate]
            if those:
                what = _SEPARATOR.join(_told(each, forum) for each in those)
                yield say("change.line", hvad=say(_FATES[fate]), ting=say(_SEVERAL[thing]), navne=what)
    for each in changes:
        if each.fate is Fate.CHANGES:
            ting = say("change.which", ting=say(_ONE[each.thing]), navn=_called(each, forum))
            yield say("change.line", hvad=say(_FATES[Fate.CHANGES]), ting=ting, navne=_differences(each))


def replacements(found: Mapping[str, tuple[str, str]]) -> str:
    """What the file would replace of the forum: its charter, name or region."""
    return listing(
        say("change.replaced", felt=say(_REPLACED[what]), fra=old, til=new) for what, (old, new) in found.items()
    )


def _told(change: Change, forum: Forum) -> str:
    """What begins or ends, with what one knows it by."""
    fields, called = change.new or change.old, _called(change, forum)
    match change.thing:
        case Thing.CHOICE:
            return f"{called}: {_chosen(fields)}"
        case Thing.MEETING:
            return say("change.known_by", navn=called, hvad=_written(fields["starts"]))
        case Thing.VERSION:
            return say("change.known_by", navn=called, hvad=fields["charter"])
        case Thing.SEAT:
            return say("change.known_by", navn=called, hvad=_written(fields["roles"]))
        case Thing.DELEGATION:
            return say("change.known_by", navn=called, hvad=_written(fields["seat"] or fields["to"]))
        case _:
            return called


def _called(change: Change, forum: Forum) -> str:
    match change.thing:
        case Thing.PERSON | Thing.FORUM | Thing.ORGANISATION:
            return _name(forum, change)
        case Thing.SEAT:
            return _seat(forum, *change.id.split("/")[:2])
        case Thing.DELEGATION:
            found = forum.organisation(change.id.split("/")[0])
            return change.id if found is None else found.name
        case Thing.VERSION:
            return medium_date(date.fromisoformat(change.id))
        case _:
            return change.id


def _name(forum: Forum, change: Change) -> str:
    if change.thing is Thing.FORUM:
        return forum.name
    named = forum.people if change.thing is Thing.PERSON else forum.organisations
    return next((each.name for each in named if each.id == change.id), change.id)


def _seat(forum: Forum, person: str, organisation: str) -> str:
    name = next((each.name for each in forum.people if each.id == person), person)
    found = forum.organisation(organisation)
    return say("change.seat", navn=name, organisation=organisation if found is None else found.name)


def _differences(change: Change) -> str:
    if change.thing is Thing.CHOICE:
        return say("change.from_to", fra=_chosen(change.old), til=_chosen(change.new))
    return _SEPARATOR.join(_each(change, change.new))


def _each(change: Change, fields: Fields) -> Iterator[str]:
    for name, value in fields.items():
        told = say("change.from_to", fra=_written(change.old.get(name)), til=_written(value))
        yield say("change.which", ting=name, navn=told)


def _chosen(fields: Fields) -> str:
    day = medium_date(date.fromisoformat(str(fields["on"])))
    return say("change.chosen", til=_written(fields["value"]), hvem=fields["chosen_by"], dag=day)


def _written(value: Any) -> str:
    """A value as one reads it: times as Danes write them, everything else as in the file."""
    match value:
        case None | [] | "":
            return say("change.unset")
        case bool():
            return say("change.yes" if value else "change.no")
        case list():
            return listing(map(_written, value))
        case {"from": first, "to": last}:
            return f"{first}–{last}"
        case {"title": title, "until": until}:
            return say("change.item_until", titel=title, dato=until)
        case {"title": title}:
            return str(title)
        case str() if "T" in value and value[:4].isdigit():
            return medium_date_time(datetime.fromisoformat(value))
        case _:
            return str(value)
