"""The reports of a year that a charter expects: to whom they go, and by when."""

import re
from dataclasses import dataclass

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.provision import Named

_EVERY_YEAR, _CARRIED, _RELATION = "year", "aarsstatus", "reports-annually"
_MONTH_DAY = re.compile(r"(?:--)?([0-9]{2}-[0-9]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A report that the charter speaks of; `to` is a body by its id, None where no body is named."""

    id: str
    name: str
    to: str | None
    due: str | None = None  # month and day
    words: str | None = None


def expected(charter: Charter) -> tuple[Expected, ...]:
    """Every report of a year: those listed, then whoever a relation or a task says hears of the year besides."""
    listed = [
        Expected(id=each.id, name=each.name, to=each.to, due=_month_day(each.due), words=each.words)
        for each in charter.reports
        if each.every == _EVERY_YEAR
    ]
    for each in charter.relations:
        if each.kind == _RELATION and each.to not in {known.to for known in listed}:
            listed.append(Expected(id=each.id, name=each.name, to=each.to, words=each.words))
    if not listed:
        listed += [Expected(id=each.id, name=each.name, to=None, words=each.words) for each in _tasks(charter)]
    return tuple(listed)


def spoken_of(charter: Charter) -> tuple[Named, ...]:
    """All that speaks of a report of a year: in the list of reports, as a relation to somebody, and as a task."""
    listed = (each for each in charter.reports if each.every == _EVERY_YEAR)
    return (*listed, *(each for each in charter.relations if each.kind == _RELATION), *_tasks(charter))


def _tasks(charter: Charter) -> tuple[Named, ...]:
    return tuple(each for each in (*charter.tasks.mandatory, *charter.tasks.optional) if each.by == _CARRIED)


def _month_day(due: str | None) -> str | None:
    match = None if due is None else _MONTH_DAY.fullmatch(due)
    return None if match is None else match[1]
