"""How big a run is: its forums, meetings and moments follow from its actions, so that no meeting outgrows life."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import COPENHAGEN

_FIRST_MEETING = datetime(2027, 3, 16, 16, 30, tzinfo=COPENHAGEN)
_CYCLE = timedelta(days=42)
_PER_MEETING = 150  # actions, from the first proposal to the last remark on the minutes
_FEWEST_FORUMS, _MOST_MEETINGS = 3, 8
_FEWEST_PEOPLE, _MOST_PEOPLE = 6, 48
_SMALL = 500  # actions; a smaller run sees fewer moments, since each costs a restart
_MOMENTS = ((-34, 10), (-20, 9), (-12, 11), (-7, 9), (-1, 10), (2, 16))  # days from the meeting, hour
_FEW_MOMENTS = ((-7, 9), (2, 16))  # at the last of them the third forums are about to meet, the others have met
_FIRST_BIT = 0.05  # of a run, in which nothing goes wrong yet
_HANDED_OVER_AT = 0.85  # of a run; what is restored never reaches back behind it
_AFTERWARDS = timedelta(days=32)  # every reminder of the last meeting is due by then


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One run: at each of `moments` both replicas start anew, and the same number of actions is done."""

    actions: int
    seed: int
    people: int  # who act at the same time
    forums: int
    meetings: int
    moments: tuple[datetime, ...]
    kills: tuple[int, ...]  # after how many actions one replica is killed
    crashes: tuple[int, ...]  # after how many actions PostgreSQL is restarted
    silences: tuple[int, ...]  # after how many actions a forum's channel dies for a while
    copies: tuple[int, ...]  # after how many actions a copy is taken that is put back a little later
    wrong_clocks: tuple[int, ...]  # after how many actions the clock of one replica's machine is wrong for a while
    hand_over: tuple[int, ...]  # after how many actions the last forum is handed over to `heir`

    @property
    def heir(self) -> int:
        """The forum that goes on where the last one ends, which is not the one beside that."""
        return 1

    @property
    def afterwards(self) -> datetime:
        """When everything that was planned is due."""
        return self.moments[-1] + _AFTERWARDS

    def starts(self, forum: int, meeting: int) -> datetime:
        """When a forum's meeting begins; the forums meet on different days of the same weeks."""
        return _FIRST_MEETING + meeting * _CYCLE + timedelta(days=forum % 3)


def plan_for(actions: int, seed: int, *, mishaps: bool = False, hands_over: bool = False) -> Plan:
    """The run for that many actions; the same seed plans the same faults.

    With `mishaps` copies of the database are put back, and machines' clocks are wrong for a while; with `hands_over`
    the last forum is handed over to another one near the end.
    """
    chance = random.Random(f"plan {seed}")  # noqa: S311 - repeatable, not secret
    wanted = max(actions // _PER_MEETING, _FEWEST_FORUMS)
    meetings = min(round(0.8 * wanted ** (1 / 3)), _MOST_MEETINGS)
    chosen = _FEW_MOMENTS if actions < _SMALL else _MOMENTS
    return Plan(
        actions=actions,
        seed=seed,
        people=min(max(actions // 80, _FEWEST_PEOPLE), _MOST_PEOPLE),
        forums=-(-wanted // meetings),
        meetings=meetings,
        moments=tuple(_moment(cycle, *each) for cycle in range(meetings) for each in chosen),
        kills=_times(chance, actions, min(max(actions // 400, 1), 80)),
        crashes=_times(chance, actions, 1 if actions < _SMALL else 12),
        silences=_times(chance, actions, min(max(actions // 300, 1), 70)),
        copies=_times(chance, actions, min(max(actions // 2_000, 1), 8), until=0.8) if mishaps else (),
        wrong_clocks=_times(chance, actions, min(max(actions // 1_000, 1), 20)) if mishaps else (),
        hand_over=(int(actions * _HANDED_OVER_AT),) if hands_over else (),
    )


def _moment(cycle: int, days: int, hour: int) -> datetime:
    day = _FIRST_MEETING + cycle * _CYCLE + timedelta(days=days)
    return day.replace(hour=hour, minute=0)


def _times(chance: random.Random, actions: int, count: int, *, until: float = 0.95) -> tuple[int, ...]:
    """That many moments, spread over the run but for its first bit and what comes after `until` of it."""
    step = (until - _FIRST_BIT) * actions / count
    return tuple(int(actions * _FIRST_BIT + step * (number + chance.random())) for number in range(count))
