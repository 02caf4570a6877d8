"""When a forum may be handed over to another one, and how it stands from then on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.handed import Handed
from bot.domain.kernel.refusal import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """That the `heir` goes on where the forum ended: its last day, the day it was handed over, and what became of all.

    `reason` is why, as whoever did it wrote.
    """

    forum: str
    heir: str
    until: date
    day: date
    reason: str = ""
    handed: tuple[Handed, ...] = ()


def last_day(forum: Forum, day: date) -> date:
    """The last day of a forum that is handed over that day: an end that is past stays, one that is ahead gives way."""
    return day if forum.valid_until is None else min(forum.valid_until, day)


def check_heir(forum: Forum, heir: Forum, day: date, names: Mapping[str, str]) -> None:
    """A Refusal that says why the one cannot be handed over to the other that day.

    `names` are those of every forum by their ids.
    """
    if forum.id == heir.id:
        raise Refusal("succession.same", field="heir", forum=forum.name)
    if not forum.has_begun(day):
        raise Refusal("succession.forum_not_begun", field="ended", forum=forum.name, dag=forum.valid_from)
    named = forum.succeeded_by
    if named not in (None, heir.id):
        raise Refusal("succession.other_heir", field="heir", forum=forum.name, andet=names.get(named or "", named))
    if heir.has_ended(day):
        after = heir.succeeded_by
        if after is None:
            raise Refusal("succession.heir_ended", field="heir", forum=heir.name, dag=heir.valid_until)
        follower = names.get(after, after)
        raise Refusal(
            "succession.heir_ended.followed", field="heir", forum=heir.name, dag=heir.valid_until, efter=follower
        )
    if not heir.has_begun(day):
        raise Refusal("succession.heir_not_begun", field="heir", forum=heir.name, dag=heir.valid_from)


def check_no_circle(forum: Forum, heir: Forum, after: Collection[str]) -> None:
    """Refusal("succession.circle") where what is to go on after the heir is the forum itself."""
    if forum.id in after:
        raise Refusal("succession.circle", field="heir", forum=forum.name, efter=heir.name)
