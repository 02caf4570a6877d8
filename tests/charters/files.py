"""A small forum file to break in one place at a time, and where the shared material stands."""

from pathlib import Path

import pytest

from bot.charters.forum_file import ForumFile, parse_forum_file
from bot.charters.problems import BrokenFile

SHARED = Path(__file__).parents[2].parent / "shared"
NEEDS_SHARED = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared material is not beside the repository")

FORUM = (Path(__file__).parent / "forum.yaml").read_text(encoding="utf-8")


def forum_file(text: str = FORUM, relative_to: Path = Path()) -> ForumFile:
    """The forum in that text."""
    return parse_forum_file(text, "forum.yaml", relative_to)


def problems_of(text: str, relative_to: Path = Path()) -> tuple[str, ...]:
    """What is wrong with that text; fails where nothing is."""
    with pytest.raises(BrokenFile) as caught:
        forum_file(text, relative_to)
    return caught.value.problems


def changed(old: str, new: str, text: str = FORUM) -> str:
    """The text with one thing changed, which must stand there exactly once."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


def line_of(words: str, text: str) -> int:
    """The line (from 1) where those words first stand."""
    return text[: text.index(words)].count("\n") + 1
