"""`export --verify`: every bundle below a folder held up against its manifest, and that against the log."""

from collections.abc import AsyncIterator, Iterator
from hashlib import sha256
from pathlib import Path

from bot.config import Settings
from bot.documents.manifest import MANIFEST, SUMS, How, Manifest, held_up, read
from bot.filing.folders import EDITION, editions, existing, hashes
from bot.main import open_database
from bot.operations import Failed, Lines
from bot.whole import BEGUN
from cards.kit.words import count
from storage import audit
from storage import filing as store
from storage import forum as forums
from storage.engine.connection import Connection

_HOW = {
    How.CHANGED: "er ændret",
    How.MISSING: "mangler",
    How.UNKNOWN: "hører ikke til",
    How.UNREADABLE: "kan ikke læses",
}


async def verify_bundles(settings: Settings | None, folder: Path) -> Lines:
    """One line for each fault, and raises Failed where there is any; without settings the log is not asked."""
    bundles = sorted(_bundles(existing(folder)))
    if not bundles:
        raise Failed(f"Der er ingen sagsmapper i {folder}.")
    faults = 0
    for line in (*_strays(folder, bundles), *(line for each in bundles for line in _faults(folder, each))):
        faults += 1
        yield line
    if settings is not None:
        async for line in _of_log(settings, folder, bundles):
            faults += 1
            yield line
    if faults:
        raise Failed(f"{count(faults, 'fejl', 'fejl')} i {count(len(bundles), 'sagsmappe', 'sagsmapper')}.")
    asked = "" if settings is None else " og som loggen siger"
    yield f"{count(len(bundles), 'sagsmappe', 'sagsmapper')} er, som de blev dannet{asked}."


def _bundles(folder: Path) -> Iterator[Path]:
    """Every folder that holds, or should hold, a bundle."""
    for each in folder.rglob("*"):
        if each.is_dir() and each.name.startswith(EDITION) and not _is_begun(folder, each):
            yield each
    if (folder / MANIFEST).exists():
        yield folder


def _strays(folder: Path, bundles: list[Path]) -> Iterator[str]:
    """Files that stand in no bundle, and editions that are gone."""
    for path, _ in hashes(folder):
        file = folder / path
        if not _is_begun(folder, file) and not any(each in file.parents for each in bundles):
            yield f"{path} hører ikke til."
    for of_meeting in sorted({each.parent for each in bundles if each != folder}):
        there = editions(of_meeting)
        for number in range(1, max(there, default=0)):
            if number not in there:
                yield f"{(of_meeting / f'{EDITION}{number}').relative_to(folder).as_posix()} mangler."


def _is_begun(folder: Path, file: Path) -> bool:
    """Whether it is of a run that was killed, or goes on just now."""
    return any(part.startswith(BEGUN) for part in file.relative_to(folder).parts)


def _faults(folder: Path, bundle: Path) -> Iterator[str]:
    manifest, sums = (_bytes(bundle / name) for name in (MANIFEST, SUMS))
    for fault in held_up(manifest, sums, dict(hashes(bundle))):
        yield f"{(bundle / fault.path).relative_to(folder).as_posix()} {_HOW[fault.how]}."


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() and not file.is_symlink() else None


async def _of_log(settings: Settings, folder: Path, bundles: list[Path]) -> AsyncIterator[str]:
    """Where the log says otherwise than the bundles, or knows nothing of one."""
    async with open_database(settings) as database, database.reading() as conn:
        for bundle in bundles:
            manifest = _bytes(bundle / MANIFEST)
            told = None if manifest is None else read(manifest)
            if manifest is not None and told is not None:
                name = bundle.relative_to(folder).as_posix()
                async for line in _against(conn, told, sha256(manifest).hexdigest()):
                    yield f"{name}: {line}"


async def _against(conn: Connection, told: Manifest, digest: str) -> AsyncIterator[str]:
    if await forums.name(conn, told.forum) is None:
        yield f"Databasen kender ikke {told.forum}."
        return
    filings = (await store.filings_of(conn, told.forum, [told.meeting]))[told.meeting]
    if digest not in {each.digest for each in filings}:
        yield "Loggen kender ikke denne sagsmappe."
    for each in told.entries:
        entry = await audit.at(conn, told.forum, each.seq)
        if entry is None or entry.hash != each.hash or not audit.is_as_hashed(entry):
            yield f"Post {each.seq} i loggen er ikke den, som dokumentet blev udsendt med."
