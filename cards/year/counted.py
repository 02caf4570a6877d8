"""A year's meetings against what the charter says, in words: how many there are to be, and how many there are."""

from collections.abc import Iterator
from datetime import date

from bot.domain.kernel.sections import MeetingRules
from bot.domain.year.actions import ShowYear
from bot.domain.year.frequency import Frequency
from cards.kit.elements import Card, Mention, button, called, card, heading, text
from cards.kit.words import count, listing, medium_date, say
from cards.year.view import Held, YearView


def wanted(rules: MeetingRules) -> str:
    """How many meetings a year the charter wants: "mindst 1", "2–4, flere tilladt"."""
    least, most = rules.min_per_year.value, rules.max_per_year.value
    if least is None and most is None:
        return say("common.not_regulated")
    if most is None:
        return say("year.least", antal=least)
    number = say("year.most", antal=most) if least is None else f"{least}–{most}"
    if rules.extra.value is None:
        return number
    return say("year.more_allowed" if rules.extra.value else "year.no_more", antal=number)


def quoted(rules: MeetingRules) -> str:
    """The charter's words on it, each sentence once."""
    parts = dict.fromkeys(each.words for each in (rules.min_per_year, rules.max_per_year, rules.extra) if each.words)
    return " … ".join(parts)


def rule_words(view: YearView) -> str:
    """How many meetings the charter wants, in its own words as well."""
    if view.counted is None:
        return say("year.nowhere", aar=view.year)
    rule = say("year.rule", antal=wanted(view.counted.rules))
    words = quoted(view.counted.rules)
    return f"{rule} {say('overview.charter', ord=words)}" if words else rule


def counted_words(view: YearView) -> list[str]:
    """How many there are, what is missing, and what is said of a part of a year."""
    return [] if view.counted is None else list(_counted(view, view.counted))


def _counted(view: YearView, counted: Frequency) -> Iterator[str]:
    held = sum(each.held is Held.HELD for each in view.meetings)
    planned = sum(each.held is Held.PLANNED for each in view.meetings)
    cancelled = sum(each.held is Held.CANCELLED for each in view.meetings)
    if not counted.meetings:
        yield say("year.none", aar=view.year)
    else:
        meetings = count(len(counted.meetings), "møde", "møder")
        yield say("year.counted", aar=view.year, antal=meetings, afholdt=held, planlagt=planned)
    if cancelled:
        yield say("year.cancelled", antal=count(cancelled, "aflyst møde", "aflyste møder"))
    if counted.is_part:
        yield part_words(counted)
    if counted.missing:
        yield say("year.missing", antal=count(counted.missing, "møde", "møder"))
    elif counted.needed:
        yield say("year.enough")
    if counted.beyond:
        key = "year.beyond.never" if counted.rules.extra.value is False else "year.beyond"
        yield say(key, antal=count(len(counted.beyond), "yderligere møde", "yderligere møder"))


def part_words(counted: Frequency) -> str:
    """That the forum exists in a part of the year, and how many meetings are reckoned for it."""
    span = say("year.part", aar=counted.year, fra=medium_date(counted.first), til=medium_date(counted.last))
    if counted.needed is None:
        return span
    return f"{span} {say('year.part.needed', antal=count(counted.needed, 'møde', 'møder'))}"


def missing(forum: str, name: str, counted: Frequency, warned: str, mention: Mention | None) -> Card:
    """To one of the secretariat: meetings are missing in that year."""
    number = wanted(counted.rules) if counted.rules.max_per_year.value is not None else counted.rules.min_per_year.value
    if counted.meetings:
        words = say("year.too_few", forum=name, n=count(len(counted.meetings), "møde", "møder"), aar=counted.year)
        words = f"{words} {say('year.too_few.rule', antal=wanted(counted.rules))}"
    elif counted.rules.max_per_year.value is None:
        words = say("reminder.min_meetings", forum=name, aar=counted.year, antal=number)
    else:
        words = f"{say('year.too_none', forum=name, aar=counted.year)} {say('year.too_few.rule', antal=number)}"
    quote = quoted(counted.rules)
    return card(
        heading(say("year.frequency.title", aar=counted.year)),
        called(mention, words),
        text(say("overview.charter", ord=quote), subtle=True) if quote else None,
        text(part_words(counted)) if counted.is_part else None,
        text(warned, subtle=True),
        actions=[button(say("year.title", aar=counted.year), ShowYear(forum=forum, of_year=str(counted.year)))],
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def warned_words(days: list[date], *, is_chosen: bool) -> str:
    """When the secretariat hears that meetings are missing, and whether the forum chose those days."""
    if not days:
        return say("year.warned.never")
    told = listing(medium_date(each) for each in days)
    return say("year.warned.chosen" if is_chosen else "year.warned.proposed", dage=told)
