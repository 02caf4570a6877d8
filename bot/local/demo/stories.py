"""Which story is told of a forum: Klynge Nord's own in two acts, else a short one of its kind of body."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.charters.forum_file import ForumFile
from bot.domain.kernel.forum import Forum
from bot.local.demo import hosted, municipal, second, steering, story
from bot.local.demo.cast import cast_of
from bot.local.demo.forums import USUAL
from bot.local.demo.stage import Stage

Play = Callable[[Stage], Awaitable[None]]

_OF_KIND: Mapping[str | None, Play] = {
    "klyngestyregruppe": steering.play,
    "kommuneklynge": municipal.play,
    "politisk-klynge": hosted.play,
}


ACTS = ("one", "two")
_HALF_A_YEAR = timedelta(weeks=26)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What is played with which forum, and the Danish time at which it begins; what goes `before` it is not told."""

    file: ForumFile
    start: str
    play: Play
    before: Play | None = None


def has_act(forum: str, act: str) -> bool:
    """Whether that act is told of that forum: the second one only where the first is the usual one."""
    return act == ACTS[0] or (act == ACTS[1] and forum == USUAL)


def story_of(file: ForumFile, act: str = ACTS[0]) -> Story:
    """The forum's story; it begins four weeks before the meeting, and another meeting is left to the visitor."""
    if file.forum.id == USUAL and act == ACTS[1]:
        return Story(file=file, start=story.START, play=second.play, before=story.play)
    if file.forum.id == USUAL:
        return Story(file=file, start=story.START, play=story.play)
    forum = _with_next(file.forum)
    play = _OF_KIND[forum.charter.body_kind.value]
    return Story(file=replace(file, forum=forum), start=cast_of(forum).day(-28, "09:00"), play=play)


def _with_next(forum: Forum) -> Forum:
    """With one more meeting, half a year after the first and at the next host's."""
    first = forum.meetings[0]
    hosts = forum.hosting[forum.hosting.index(first.host) + 1 :] + forum.hosting if first.host else (None,)
    starts, ends = first.starts + _HALF_A_YEAR, first.ends + _HALF_A_YEAR
    following = replace(first, id=f"{starts.year}-2", starts=starts, ends=ends, host=hosts[0])
    return replace(forum, meetings=(first, following))
