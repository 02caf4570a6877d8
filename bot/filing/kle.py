"""`filing import-kle`: the municipality's own KLE list, read whole or not at all."""

from pathlib import Path

from bot.config import Settings
from bot.documents.kle import Bad, read_kle
from bot.domain.filing.state import KleEntry, Part
from bot.domain.kernel.chains import INSTALLATION
from bot.domain.kernel.danish import fold
from bot.main import clock_of, open_database
from bot.operations import Failed, Lines, operator
from cards.kit.words import count
from storage import audit
from storage import filing as store

_MOST_SHOWN = 20
_LARGEST = 20 * 1024 * 1024  # bytes
_PARTS = {Part.SUBJECT: ("emne", "emner"), Part.FACET: ("handlingsfacet", "handlingsfacetter")}


async def import_kle(settings: Settings, file: Path) -> Lines:
    """Let the file be the whole of each list that it has; names every bad row and raises Failed where there is one."""
    found = _read(file)
    bad = [each for each in found if isinstance(each, Bad)]
    for each in bad[:_MOST_SHOWN]:
        yield f"Linje {each.line}: {each.why}"
    if bad:
        raise Failed(f"{count(len(bad), 'fejl', 'fejl')} i {file.name}. Intet er importeret.")
    entries = [each for each in found if isinstance(each, KleEntry)]
    counts = {part: sum(each.part is part for each in entries) for part in Part}
    if not entries:
        raise Failed(f"Der er ingen KLE-numre i {file.name}. Intet er importeret.")
    async with open_database(settings) as database, database.writing(INSTALLATION, wakes=False) as conn:
        for part in (each for each in Part if counts[each]):
            await store.replace_kle(conn, part, [(each, fold(each.title)) for each in entries if each.part is part])
        facts = {"by": operator(), **{part.value: counts[part] for part in Part}}
        await audit.append(conn, INSTALLATION, at=clock_of(settings).now(), actor=None, what="filing.kle", facts=facts)
    for part in (each for each in Part if counts[each]):
        yield f"{count(counts[part], *_PARTS[part])} importeret."


def _read(file: Path) -> list[KleEntry | Bad]:
    if file.stat().st_size > _LARGEST:
        raise Failed(f"{file} er for stor til at være en KLE-liste (højst 20 MB).")
    return read_kle(file.read_bytes())
