"""The anchor's file: whole lines that reached the disk, by several at once, for its owner alone."""

import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.anchor.file import Anchor
from bot.anchor.lines import Line
from bot.domain.kernel.chains import Head

KEY = b"k" * 32
_WITH_A_LIMIT = """
import errno, resource
from pathlib import Path
from tests.anchor.test_file import KEY, Anchor, line
anchor = Anchor(Path({path!r}), KEY)
seen = anchor.look()
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
try:
    anchor.add(line(2), seen)
except OSError as fault:
    print(errno.errorcode[fault.errno])
"""
NOON = datetime(2027, 1, 11, 11, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the anchor stands."""
    return tmp_path / "anchor.jsonl"


def line(seq: int, chain: str = "nord") -> Line:
    """The chain had come so far."""
    return Line(at=NOON, heads={chain: Head(seq, f"{seq:064}")})


def test_what_one_wrote_another_reads_and_its_owner_alone(path: Path) -> None:
    one, other = Anchor(path, KEY), Anchor(path, KEY)
    assert not one.look().is_there
    assert one.add(line(1), one.look())
    assert other.look() == one.look()
    assert other.look().heads == {"nord": Head(1, f"{1:064}")}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    assert other.add(line(2), other.look())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_who_looked_before_another_wrote_writes_nothing(path: Path) -> None:
    one, other = Anchor(path, KEY), Anchor(path, KEY)
    before = one.look()
    assert other.add(line(7), other.look())
    assert not one.add(line(6), before)
    assert one.look().heads["nord"].seq == 7


def test_many_at_once_write_whole_lines_that_follow_upon_each_other(path: Path) -> None:
    def writes(number: int) -> None:
        anchor = Anchor(path, KEY)
        for seq in range(1, 11):
            while not anchor.add(line(seq, f"chain-{number}"), anchor.look()):
                pass

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(writes, range(4)))
    told = Anchor(path, KEY).look()
    assert told.broken_at is None
    assert {chain: head.seq for chain, head in told.heads.items()} == {f"chain-{n}": 10 for n in range(4)}
    assert len(path.read_bytes().splitlines()) == 40


@pytest.mark.parametrize("torn", [b'{"at": "2027', bytes(30)])
def test_a_line_that_a_crash_cut_off_is_none_and_is_written_over(path: Path, torn: bytes) -> None:
    Anchor(path, KEY).add(line(1), Anchor(path, KEY).look())
    with open(path, "ab") as file:
        file.write(torn)
    anchor = Anchor(path, KEY)
    seen = anchor.look()
    assert (seen.broken_at, seen.heads["nord"].seq) == (None, 1)
    assert anchor.add(line(2), seen)
    assert (Anchor(path, KEY).look().broken_at, Anchor(path, KEY).look().heads["nord"].seq) == (None, 2)


def test_a_file_that_was_put_in_its_place_is_read_anew(path: Path, tmp_path: Path) -> None:
    anchor = Anchor(path, KEY)
    anchor.add(line(1), anchor.look())
    kept = path.read_bytes()
    anchor.add(line(2), anchor.look())
    (tmp_path / "older").write_bytes(kept)
    (tmp_path / "older").replace(path)
    assert anchor.look().heads["nord"].seq == 1
    path.unlink()
    assert not anchor.look().is_there


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files")
def test_a_disk_that_takes_half_a_line_keeps_none_of_it(path: Path) -> None:
    anchor = Anchor(path, KEY)
    anchor.add(line(1), anchor.look())
    kept = path.read_bytes()
    code = _WITH_A_LIMIT.format(path=str(path), limit=len(kept) + 40)
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert ended.stdout.strip() == "ENOSPC"
    assert path.read_bytes() == kept


def test_a_folder_that_is_gone_is_told_by_the_anchors_name(path: Path, tmp_path: Path) -> None:
    anchor = Anchor(tmp_path / "gone" / "anchor.jsonl", KEY)
    for tried in (lambda: anchor.add(line(1), anchor.look()), anchor.try_out):
        with pytest.raises(FileNotFoundError) as told:
            tried()
        assert told.value.filename == str(anchor.path) or told.value.filename == anchor.path
    Anchor(path, KEY).try_out()
    assert list(tmp_path.iterdir()) == []
