"""Which choices about the year a forum's charter leaves open, or calls for."""

from typing import Any

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.expected import expected
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import SILENT, Provision


def has_least(forum: Forum) -> bool:
    """Whether the charter says how many meetings there are to be in a year."""
    return forum.charter.meetings.min_per_year.value is not None


def may_evaluate(forum: Forum) -> bool:
    """Whether the charter speaks of evaluating the forum's own work (B28)."""
    return forum.charter.evaluation.value is not None


def reports(forum: Forum) -> bool:
    """Whether the charter expects a report of every year."""
    return bool(expected(forum.charter))


def report_due(charter: Charter) -> Provision[Any]:
    """The day that the charter itself sets, where it does for every report."""
    every = expected(charter)
    days = {each.due for each in every}
    return Provision(days.pop(), every[0].words) if len(days) == 1 and None not in days else SILENT
