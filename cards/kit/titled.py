"""How the title of a one-click button is put together: what the click will do first, and then what it is about.

Under a key stands a sentence with these facts, each with what leads to it, and empty where the action does not say it:
`{til}` " til 16. marts", `{den}` " den 16. marts", `{om}` " (16. marts, v. 2)"; what looks back has `{fra}` " fra
16. marts", `{dengang}` " den 16. marts" and `{tilbage}` " (16. marts)"; `{version}` " (version 2)", `{nr}` " nr. 3",
`{tal}` " 3", `{punkt}` "punkt 3", `{ved}` ", punkt 3", `{for_navn}` " for Anna", `{organisation}` " for Læsø Kommune".
`{titel}` (" »…«") is what the item is called; `{ord}` (": »…«") or `{med}` (", »…«") are the person's own words, as
long as there is room for them.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from string import Formatter
from typing import Any, TypeVar

from bot.domain.kernel.action import Action
from bot.domain.kernel.danish import parse_amount
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from cards.kit.fitting import shorten
from cards.kit.naming import Naming, Title
from cards.kit.words import COPY, money, say

Kind = TypeVar("Kind", bound=StrEnum)

LONGEST_WORDS = 60  # of those that are somebody's own
_LONGEST_NAME = 40
_SHORTEST = 8  # characters of words that still say something
_QUOTED = ("ord", "med", "titel")
_AHEAD, _BACK = ("til", "den", "om"), ("fra", "dengang", "tilbage")
_COUNTED = ("version", "nr", "tal", "punkt", "ved")
_KNOWN = frozenset((*_AHEAD, *_BACK, *_COUNTED, "for_navn", "organisation", "forum", *_QUOTED))


def titled(key: str, *, quotes: str = "words", named: Title | None = None, **facts: Title) -> Title:
    """The sentence of that key with its facts; `quotes` is the field with the person's own words.

    `named` gives the title of what it is about, where that is no item; what more `facts` give is put in as well.
    KeyError as the program starts where the sentence or one of its facts is missing.
    """
    wanted = {fact for _, fact, _, _ in Formatter().parse(COPY[key]) if fact}
    if lacking := wanted - _KNOWN - facts.keys():
        raise KeyError(f"{key} needs {', '.join(lacking)}")

    of_item = partial(item_title, looks_back=not wanted.isdisjoint(_BACK))

    def title(action: Action, naming: Naming) -> str:
        more = {name: give(action, naming) for name, give in facts.items()}
        name = (named or of_item)(action, naming)
        own = getattr(action, quotes, None) if naming.quotes else None
        return _written(key, {**facts_of(action, naming), **more}, naming.room, words=own or "", name=name)

    return title


def of_kind(field: str, titles: Mapping[Kind, Title], *, else_: Title | None = None) -> Title:
    """The title of the kind that stands in that field; `else_` where none does."""

    def title(action: Action, naming: Naming) -> str:
        chosen = titles.get(getattr(action, field), else_)
        if chosen is None:
            raise KeyError(f"{type(action).__name__} is of no kind")
        return chosen(action, naming)

    return title


def where(field: str, given: Title, missing: Title) -> Title:
    """One title where that field says something, another where it is left open."""
    return lambda action, naming: (given if getattr(action, field) else missing)(action, naming)


def _written(key: str, facts: Mapping[str, str], most: int, *, words: str, name: str) -> str:
    """The sentence with its facts; words and the name get the room that is left, the words first."""
    base = say(key, **facts, **dict.fromkeys(_QUOTED, ""))
    template = COPY[key]
    said, called = plain(words), plain(name)
    room = most - len(base)
    quoted = dict.fromkeys(_QUOTED, "")
    for lead, fact in ((": ", "ord"), (", ", "med")):
        if f"{{{fact}}}" in template and (shown := _quote(said, lead, min(room, LONGEST_WORDS))):
            quoted[fact] = shown
            room -= len(shown)
    if "{titel}" in template:
        quoted["titel"] = _quote(called, " ", min(room, LONGEST_WORDS))
    return shorten(say(key, **facts, **quoted).strip(), most)


def facts_of(action: Action, naming: Naming) -> dict[str, str]:
    """What an action says by its ids and numbers, in words."""
    named, version = getattr(action, "meeting", None), getattr(action, "version", None)
    ahead = _day(naming, naming.meeting(named, naming.next))
    back = _day(naming, naming.meeting(named, naming.last))
    person, organisation = getattr(action, "person", ""), getattr(action, "organisation", None)
    return {
        "til": _led("click.to", ahead),
        "den": _led("click.on", ahead),
        "fra": _led("click.from", back),
        "dengang": _led("click.on", back),
        "version": "" if version is None else f" ({say('click.version', nr=version)})",
        "om": _in_brackets(ahead, version),
        "tilbage": _in_brackets(back, version),
        "nr": number_of(action, naming),
        "tal": _counted(action, naming, lead=""),
        "punkt": item_of(action, naming),
        "ved": f", {place}" if (place := item_of(action, naming)) else "",
        "for_navn": _led("click.for", person_name(naming, person)),
        "organisation": _led("click.for", short_name(naming.organisation(organisation or ""))),
        "forum": short_name(naming.forum.name),
    }


def item_title(action: Action, naming: Naming, *, looks_back: bool = False) -> str:
    """What the item at the action's position is called, where the reader may know."""
    meeting = naming.meeting(getattr(action, "meeting", None), naming.last if looks_back else naming.next)
    position = getattr(action, "position", None)
    return naming.item(meeting.id, position) if meeting is not None and isinstance(position, int) else ""


def item_of(action: Action, naming: Naming) -> str:
    """Like "punkt 3"; nothing where no item is meant."""
    position = getattr(action, "position", None)
    return say("click.item", nr=position) if isinstance(position, int) else ""


def number_of(action: Action, naming: Naming) -> str:
    """Like " nr. 3", or " nr. 3/2026" of another year than this."""
    return _counted(action, naming, lead=say("click.number"))


def _counted(action: Action, naming: Naming, *, lead: str) -> str:
    number, year = getattr(action, "number", None), getattr(action, "year", None)
    if number is None:
        return ""
    counted = f"{number}" if year in (None, naming.today.year) else f"{number}/{year}"
    return f" {lead} {counted}" if lead else f" {counted}"


def person_name(naming: Naming, person: str) -> str:
    """The name of the person with that id, or as it was typed."""
    return short_name(naming.name_of(person)) if person else ""


def short_name(name: str, most: int = _LONGEST_NAME) -> str:
    """A name as a button has room for it."""
    return shorten(plain(name), most)


def amount_words(typed: str) -> str:
    """An amount as Danes write it; as it was typed where it is none."""
    try:
        amount = parse_amount(typed)
    except Refusal:
        amount = None
    return short_name(typed) if amount is None else money(amount)


def quoted(words: str, most: int = _LONGEST_NAME) -> str:
    """Words from people in guillemets."""
    return _quote(plain(words), "", most)


def plain(words: str) -> str:
    """Words from people on one line of a button, in which no mark is hidden."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def _quote(words: str, lead: str, most: int) -> str:
    room = most - len(lead) - len("»«")
    return f"{lead}»{shorten(words, room)}«" if words and room >= _SHORTEST else ""


def _day(naming: Naming, meeting: Meeting | None) -> str:
    return "" if meeting is None else naming.day(meeting.day)


def _led(key: str, what: str) -> str:
    return f" {say(key, hvad=what)}" if what else ""


def _in_brackets(day: str, version: Any) -> str:
    number = "" if version is None else say("click.version.short", nr=version)
    inside = ", ".join(part for part in (day, number) if part)
    return f" ({inside})" if inside else ""
