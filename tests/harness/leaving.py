"""Everywhere that something leaves the process, or lies beside what is kept: all named, so that none is forgotten.

A command, an address, a table beside the proof, a module that writes files or makes metrics that is not in these lists
fails `tests/journeys/test_planted_secret.py`, until somebody has said here what becomes of a closed item there.
"""

import asyncio
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import click
from aiohttp import ClientSession

from bot import auditing, exporting, operations
from bot.cli import cli
from bot.config import Settings
from bot.filing import access, bundles, kle, verifying
from bot.journal.formatter import Formatter
from bot.local.demo.stage import Stage
from bot.operations import Lines
from storage import audit
from storage.proof.tables import proves
from storage.schema import metadata
from tests.harness.crawling import crawled
from tests.harness.extracting import readable
from tests.harness.forging import NORD

SOURCES = Path(__file__).parents[2]

Command = Callable[[Stage, Settings, Path], Lines]
"""Runs as the command line does, and writes what it writes below a folder."""


def _exporting(style: str) -> Command:
    return lambda stage, settings, out: _exported(style, stage, settings, out)


LOOKED_AT: Mapping[str, Command] = {
    "outbox": lambda _, settings, __: operations.show_outbox(settings),
    "due": lambda stage, settings, _: operations.list_due(settings, stage.clock.now() + timedelta(days=400)),
    "forum list": lambda _, settings, __: operations.list_forums(settings),
    "forum compare": lambda _, settings, __: operations.compare_forums(settings, NORD, NORD),
    "audit verify": lambda _, settings, __: auditing.verify_audit(settings),
    "audit find": lambda stage, settings, _: _latest_code(stage, settings),
    "funds csv": lambda _, settings, __: operations.report_funds(settings, NORD, None, "csv"),
    "funds json": lambda _, settings, __: operations.report_funds(settings, NORD, None, "json"),
    **{f"export {style}": _exporting(style) for style in exporting.FORMATS},
    "export access": lambda _, settings, out: access.give_access(settings, out, NORD, None),
    "export filing": lambda _, settings, out: bundles.file_away(settings, out, NORD, None),
    "export missing": lambda _, settings, __: bundles.list_missing(settings, NORD),
    "export verify": lambda _, settings, out: verifying.verify_bundles(settings, out.with_name("filing")),
    "filing import-kle": lambda _, settings, out: _imported(settings, out),
}
"""What the command line prints of a database and writes into folders, by the command and how it is asked."""

NOT_LOOKED_AT: Mapping[str, str] = {
    "serve": "what it says is in the log",
    "demo": "plays people of its own",
    "migrate": "prints one sentence",
    "reindex": "prints numbers",
    "check": "prints settings, of which closed items have none",
    "charter check": "reads a file alone",
    "forum apply": "reads a file, and prints what it changes of it",
    "forum hand-over": "prints numbers and days: cards/forum/succession.py",
    "forum rehearse": "plays people of its own",
    "run-due": "prints what `due` does",
    "audit show": "tells operators all that was written, and says so; that no fact holds any of it is looked at",
    "audit accept": "prints one sentence",
    "audit erase": "prints one sentence",
    "export tables": "is all there is for an archive, and says so",
    "export closed": "is whole, which is what is asked for",
    "export schema": "reads no database",
    "export offline": "says less of the same",
    "manifest": "reads no database",
}
"""Commands that print nothing of anybody's item, and why."""

ADDRESSES: Mapping[str, str] = {
    "/api/messages": "answers are what people are shown",
    "/healthz": "looked at",
    "/readyz": "looked at",
    "/metrics": "looked at",
    'PATH + OF_MEETING + "{sealed}.ics"': "a meeting's time and place, which are looked at",
    'PATH + "{sealed}.ics"': "likewise of all of somebody's meetings",
    'OPENLY + "kalender.ics"': "likewise of every forum's",
    'OPENLY + "{forum}/kalender.ics"': "likewise of one forum's",
    "/robots.txt": "a sentence",
    "ROOM": "answers nothing",
    'ROOM + "/{rest:[^.]*}"': "what was released, every page of which is looked at",
    'ROOM + "/{rest:.*}"': "files of what was released, which are looked at as well",
    "PATH": "people's own pages, which are looked at, and files, to whoever may see them: tests/journeys/downloads",
    'f"{PATH}side.css"': "a file",
    'PATH + "{rest:.+}"': "answers nothing",
    "path": "open data: all that is found by following it is looked at",
    'f"{BASE}/{{rest:.*}}"': "answers nothing",
}
"""What HTTP requests may ask for."""

BESIDE_THE_PROOF: Mapping[str, str] = {
    "notices": "what is owed, by ids; `outbox` and `due` print it",
    "answered": "the cards of the last day, which nothing but the same activity is answered with",
    "talks": "what each was last shown and offered, for a day, which nothing but their next words are understood by",
    "chats": "where people are",
    "snapshots": "forums",
    "uploads": "files that were sent and are not stored: what they are called, and where, for a day at most",
    "agenda_readings": "who was last shown which version of an agenda: ids, numbers and days",
    "link_checks": "numbers and moments",
    "public_changes": "ids, digests and moments",
    "search_resolutions": "ids and days; who may find what is in the query",
    "search_kle": "the municipality's own list of subjects, which comes from a file",
    "search_words": "stems, which are found by those who may see them",
}

WRITERS = {
    *("bot/anchor/file.py", "bot/filing/folders.py", "bot/whole.py"),
    *("bot/manifest.py", "bot/private.py", "bot/secret.py"),
}
"""Modules that write files: the anchor and what is exported are looked at, the others hold nothing of a forum's."""

WHOLE = ("lukket/", "index.csv", "manifest.json", "manifest.sha256")
"""What of a bundle for the records system also tells what is closed: there it is to be found."""

METERS = {"bot/metrics.py"}
"""Modules that count."""

_WRITES = re.compile(r"write_text\(|write_bytes\(|os\.open\(|open\([^)]*\"[wax]")


def commands(group: click.Group = cli, before: str = "") -> Iterator[str]:
    """Every command there is."""
    for name, each in group.commands.items():
        if isinstance(each, click.Group):
            yield from commands(each, f"{before}{name} ")
        else:
            yield f"{before}{name}"


def unnamed() -> list[str]:
    """Every place that is in no list, or in a list and no more."""
    lists = {*LOOKED_AT, *NOT_LOOKED_AT}
    named = {name if name in _known() else name.rpartition(" ")[0] for name in lists}
    beside = {name for name in metadata.tables if not proves(name)}
    found = (
        _known() ^ named,
        _ways_to_export() - lists,
        _addresses() ^ set(ADDRESSES),
        beside ^ (set(BESIDE_THE_PROOF) & (beside | _indexes())),
        _modules(_WRITES) ^ WRITERS,
        _modules(re.compile("prometheus_client")) ^ METERS,
    )
    return sorted(each for some in found for each in some)


@dataclass
class Looked:
    """What stood in every open place, by its name, and what in the whole ones of a bundle."""

    places: dict[str, str]
    whole: dict[str, str]


async def looked_at(stage: Stage, settings: Settings, out: Path) -> Looked:
    """What stands in all these places now; whatever commands write comes below `out`."""
    found: dict[str, str] = {}
    whole: dict[str, str] = {}
    for name, run in LOOKED_AT.items():
        folder = out / name.removeprefix("export ").replace(" ", "-")
        found[f"klyngebot {name}"] = await _printed(run(stage, settings, folder))
        for path, words in (await asyncio.to_thread(_files, folder)).items():
            is_whole = name == "export filing" and any(f"/{each}" in path for each in WHOLE)
            (whole if is_whole else found)[f"klyngebot {name}: {path}"] = words
    async with ClientSession(f"http://127.0.0.1:{stage.service.port}") as session:
        found |= await crawled(session)
    found |= {f"data: {path}": words for path, words in _files(settings.data).items()}
    return Looked(found, whole)


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Everything that anything in this process logs, at DEBUG and told frankly."""
    told: list[str] = []
    handler = _Listening(told)
    names = ("", "bot", "cards", "storage")
    levels = {name: logging.getLogger(name).level for name in names}
    logging.root.addHandler(handler)
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    try:
        yield told
    finally:
        logging.root.removeHandler(handler)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


class _Listening(logging.Handler):
    def __init__(self, told: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self._told = told
        self.setFormatter(Formatter(is_frank=True))

    def emit(self, record: logging.LogRecord) -> None:
        self._told.append(self.format(record))


async def _latest_code(stage: Stage, settings: Settings) -> Lines:
    """What is found of the newest entry."""
    async with stage.service.database.reading() as conn:
        *_, newest = [each async for each in audit.entries(conn, NORD)]
    async for line in auditing.find_code(settings, newest.hash[:12]):
        yield line


async def _exported(style: str, stage: Stage, settings: Settings, out: Path) -> Lines:
    """Every open paper of every meeting."""
    for meeting in stage.file.forum.meetings:
        named = f"{NORD}/{meeting.id}"
        yield await _printed(exporting.export_meeting(settings, named, style, out, paper=None, closed=False))


async def _imported(settings: Settings, out: Path) -> Lines:
    """What is said of a list of subjects."""
    (file,) = exporting.write(out, {"kle.csv": b"Emnenr;Titel\n12.34.56;Emne\n"})
    async for line in kle.import_kle(settings, file):
        yield line


async def _printed(lines: Lines) -> str:
    try:
        return "\n".join([each async for each in lines])
    except operations.Failed as refused:
        return str(refused)


def _files(folder: Path) -> dict[str, str]:
    """The path of each below the folder, and what stands in it where it is no database."""
    found: dict[str, str] = {}
    for file in folder.rglob("*"):
        path = file.relative_to(folder).as_posix()
        is_read = file.is_file() and not file.name.startswith("klyngebot.db")
        found[path] = f"{path}\n{readable(file.read_bytes()) if is_read else ''}"
    return found


def _known() -> set[str]:
    return set(commands())


def _ways_to_export() -> set[str]:
    """Whatever else `export` makes, by its option."""
    options = {each.opts[0].removeprefix("--") for each in cli.commands["export"].params}
    return {f"export {each}" for each in options - {"meeting", "format", "out", "document", "forum"}}


def _indexes() -> set[str]:
    return {name for name in metadata.tables if name.startswith("search_")}


def _addresses() -> set[str]:
    added = re.compile(r"add_(?:get|post|put|delete|route)\((?:\"\*\", )?(.+?), \w")
    return {each.strip('"') if each.startswith('"') else each for text in _texts() for each in added.findall(text)}


def _modules(pattern: re.Pattern[str]) -> set[str]:
    return {name for name, text in _named_texts() if pattern.search(text)}


def _texts() -> Iterator[str]:
    return (text for name, text in _named_texts())


def _named_texts() -> Iterator[tuple[str, str]]:
    """Our own modules, but for the stand-in, which no service mounts."""
    for room in ("bot", "storage", "cards"):
        for path in sorted((SOURCES / room).rglob("*.py")):
            name = path.relative_to(SOURCES).as_posix()
            if not name.startswith("bot/local/"):
                yield name, path.read_text("utf-8")
