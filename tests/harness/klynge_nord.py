"""The example forum of `klynge_nord.yaml` beside this, with the texts of its charter and overlays."""

from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.charters.forum_file import ForumFile, read_forum_file
from bot.domain.kernel.forum import Forum

FILE = Path(__file__).with_name("klynge_nord.yaml")
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def klynge_nord() -> Forum:
    """The forum as its file describes it, not yet tied to a channel."""
    return _read().forum


def charter_texts() -> tuple[str, dict[str, str]]:
    """The text of the forum's charter, and of its overlays by id."""
    overlays = dict(_read().charter_texts)
    return overlays.pop(klynge_nord().charter.id), overlays


def local(moment: str) -> datetime:
    """A moment as Danes mean it: "2027-02-01T10:00"."""
    return datetime.fromisoformat(moment).replace(tzinfo=COPENHAGEN)


@cache
def _read() -> ForumFile:
    return read_forum_file(FILE)
