"""A council that no shipped charter knows, with its own charter, guidance and forum file: all of it by data alone."""

from functools import cache
from pathlib import Path

from bot.charters.forum_file import ForumFile, read_forum_file

FOLDER = Path(__file__).parents[1] / "data" / "unseen"
CHARTER, GUIDANCE, FORUM = FOLDER / "raad.yaml", FOLDER / "principper.yaml", FOLDER / "raadet.yaml"


@cache
def unseen() -> ForumFile:
    """The council as its file describes it."""
    return read_forum_file(FORUM)
