"""The forum files that ship, one for each cluster of the shipped charters: found in a clone and in the wheel."""

from functools import cache
from importlib import resources
from pathlib import Path

from bot.charters.forum_file import ForumFile, read_forum_file
from bot.domain.kernel.forum import Forum
from bot.local.directory import Channel

USUAL = "politisk-klynge-nord"
_IN_A_CLONE = Path(__file__).parents[3] / "deploy" / "forums"


def known() -> tuple[str, ...]:
    """The ids of every forum that ships."""
    return tuple(sorted(each.stem for each in _folder().glob("*.yaml")))


def file_of(forum: str) -> Path:
    """The file of the forum with that id, whether it ships or not."""
    return _folder() / f"{forum}.yaml"


@cache
def shipped(forum: str) -> ForumFile:
    """The forum that ships under that id, as its file describes it."""
    return read_forum_file(file_of(forum))


def channel_of(forum: Forum) -> Channel:
    """The channel that a stage gives the forum."""
    return Channel(
        id=f"19:{forum.id}@thread.tacv2",
        name=forum.name,
        team=f"19:{forum.id}-team@thread.tacv2",
        team_name="Sundhedssamarbejde",
    )


def _folder() -> Path:
    in_the_wheel = Path(str(resources.files(__package__) / "forums"))
    return in_the_wheel if in_the_wheel.is_dir() else _IN_A_CLONE
