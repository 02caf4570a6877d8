"""Who comes to a meeting, who is away and who stands in: as a table, as lines beside other things, and as news."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.actions import OpenAbsence, ShowWhoComes
from cards.kit.elements import Card, Json, Mention, button, called, card, group, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import listing, medium_date, say
from cards.meetings.absence import report_button

_INSTEAD = {True: "who_comes.instead.mandate", False: "who_comes.instead.no_mandate"}
_LEVELS = ((40, 60), (20, 40), (10, 25))  # organisations, characters of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayLine:
    """One who is away, by name; `mandate` None where the charter asks for none."""

    name: str
    stand_in: str | None = None
    mandate: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One organisation at a meeting: who comes for themselves, and who is away."""

    name: str
    coming: Sequence[str]
    away: Sequence[AwayLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A whole meeting; `without_mandate` None where the charter asks for none, `others` are guests and the like."""

    meeting: Meeting
    parties: Sequence[Party]
    without_mandate: Sequence[str] | None
    others: Mapping[str, Sequence[str]]


def who_comes(table: Table) -> Card:
    """Organisation by organisation."""
    return fitted(lambda level: _who_comes(table, *level), _LEVELS)


def away_words(away: Sequence[AwayLine]) -> str:
    """Everybody who is away, in one line; that nobody is, too."""
    return "; ".join(map(away_line, away)) if away else say("who_comes.nobody_away")


def away_line(each: AwayLine) -> str:
    """One who is away, and who comes instead."""
    if each.stand_in is None:
        return each.name
    key = "who_comes.instead" if each.mandate is None else _INSTEAD[each.mandate]
    return say(key, hvem=each.name, navn=each.stand_in)


def stand_in_line(each: AwayLine) -> str:
    """One who comes in somebody's place."""
    who = say("who_comes.stands_in", navn=each.stand_in, hvem=each.name)
    if each.mandate is None:
        return who
    return f"{who} ({say('who_comes.mandate' if each.mandate else 'who_comes.no_mandate')})"


def mandate_words(without: Sequence[str]) -> str:
    """The organisations that nobody with a mandate comes from; that there is none, too."""
    return say("who_comes.without_mandate", liste=listing(without) or say("common.none"))


def to_secretariat(
    meeting: Meeting | None, told: Sequence[str], *, forum: str, person: str, mention: Mention | None
) -> Card:
    """That somebody is away, or comes after all, and how it stands; with the way to name who steps in."""
    first, *more = told
    ident = None if meeting is None else meeting.id
    return card(
        heading(say("absence.title")),
        called(mention, first),
        *map(text, more),
        actions=[
            button(say("who_comes.btn"), ShowWhoComes(forum=forum, meeting=ident)),
            button(say("absence.btn.substitute"), OpenAbsence(forum=forum, meeting=ident, person=person)),
        ],
        speak=" ".join(told),
        mentions=[] if mention is None else [mention],
    )


def in_person(meeting: Meeting, told: str, *, mention: Mention | None) -> Card:
    """To one who stands in, or for whom somebody else said that they are away."""
    here = {"forum": meeting.forum, "meeting": meeting.id}
    return card(
        heading(say("post.title", moede_dato=medium_date(meeting.day))),
        called(mention, told),
        actions=[
            button(say("agenda.btn.open"), ShowAgenda(**here)),
            report_button(meeting.forum, meeting.id),
            button(say("who_comes.btn"), ShowWhoComes(**here)),
        ],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def _who_comes(table: Table, most: int, name: int) -> Card:
    title = say("who_comes.title", moede_dato=medium_date(table.meeting.day))
    away = [each for party in table.parties for each in party.away]
    told = away_words(away)
    lacking = None if table.without_mandate is None else mandate_words(table.without_mandate)
    more = len(table.parties) - most
    return card(
        heading(title),
        text(say("who_comes.away", liste=told) if away else told, bold=True),
        text(lacking, bold=True) if lacking else None,
        *(_party(each, name) for each in table.parties[:most]),
        text(say("who_comes.more", antal=more), subtle=True) if more > 0 else None,
        *(_other(kind, names, name) for kind, names in table.others.items() if names),
        actions=[report_button(table.meeting.forum, table.meeting.id)],
        speak=" ".join([f"{title}.", told, lacking or ""]).strip(),
    )


def _party(party: Party, name: int) -> Json:
    instead = [each for each in party.away if each.stand_in is not None]
    both = {each.stand_in for each in instead}  # are named once: with whose place they also take
    own = (each for each in party.coming if _named(each) not in both)
    coming = listing([*(shorten(each, name) for each in own), *(_instead(party, each) for each in instead)])
    away = listing(shorten(each.name, name) for each in party.away)
    return group(
        text(shorten(party.name, name), bold=True),
        text(say("who_comes.coming", liste=coming or say("common.none")), close=True),
        text(say("who_comes.away", liste=away), close=True) if party.away else None,
    )


def _instead(party: Party, each: AwayLine) -> str:
    """One who comes in another's place, and of whom it is told where they come for themselves as well."""
    told = stand_in_line(each)
    comes_too = any(_named(name) == each.stand_in for name in party.coming)
    return say("who_comes.stands_in.too", hvem=told) if comes_too else told


def _named(coming: str) -> str:
    """The name alone of somebody of whom it is told whether they have a mandate."""
    told = (say("who_comes.mandate"), say("who_comes.no_mandate"))
    return next((coming.removesuffix(f" ({each})") for each in told if coming.endswith(f" ({each})")), coming)


def _other(kind: str, names: Sequence[str], name: int) -> Json:
    return group(text(kind, bold=True), text(listing(shorten(each, name) for each in names), close=True))
