"""How long an agenda takes as PDF and as Word, beside LibreOffice that makes a PDF of the same Word file.

Each is a process of its own, so that its memory is its own and that of what it starts; the time is that of the work
alone, LibreOffice's that of the command, the middle one of three.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.documents.pdf import pdf
from bot.documents.word import word
from tests.documents.samples import agenda

ITEMS = (20, 200)
MAKERS = ("pdf", "word", "libreoffice")
WITHOUT_OFFICE = "LibreOffice is not on this machine (soffice): nothing to measure against"

_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Made:
    """Seconds, the middle one, and megabytes at most."""

    seconds: float
    memory: float


def measure_documents(items: tuple[int, ...] = ITEMS) -> dict[tuple[str, int], Made]:
    """By maker and number of items; LibreOffice is left out where there is none."""
    makers = MAKERS if which("soffice") else MAKERS[:2]
    return {(maker, each): _apart(maker, each) for each in items for maker in makers}


def _apart(maker: str, items: int) -> Made:
    arguments = (sys.executable, "-m", "tests.bench.documents", maker, str(items))
    told = subprocess.run(arguments, capture_output=True, check=True)  # noqa: S603 - our own interpreter
    return Made(**json.loads(told.stdout))


def _seconds(maker: str, items: int) -> Iterator[float]:
    with TemporaryDirectory() as folder:
        file = Path(folder, "dagsorden.docx")
        for number in range(_ROUNDS):
            told = agenda(items, first=number * items)
            file.write_bytes(word(told))
            begun = perf_counter()
            if maker == "libreoffice":
                _convert(file)
            else:
                (pdf if maker == "pdf" else word)(told)
            yield perf_counter() - begun


def _convert(file: Path) -> None:
    office = which("soffice")
    assert office is not None, WITHOUT_OFFICE
    arguments = (office, f"-env:UserInstallation={file.parent.as_uri()}/profile", "--headless", "--convert-to", "pdf")
    subprocess.run(  # noqa: S603 - found by its name
        (*arguments, "--outdir", str(file.parent), str(file)), capture_output=True, check=True
    )
    assert file.with_suffix(".pdf").exists()


def _main(maker: str, items: int) -> None:
    seconds = median(_seconds(maker, items))
    started = getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024
    memory = started if maker == "libreoffice" else _own_memory() + started
    print(json.dumps({"seconds": seconds, "memory": memory}))  # noqa: T201 - what it is for


def _own_memory() -> float:
    """Megabytes at most; what the system tells of a process itself begins with what its parent had."""
    told = Path("/proc/self/status").read_text("ascii").split("VmHWM:")[1]
    return int(told.split()[0]) / 1024


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]))
