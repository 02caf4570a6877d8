"""The secret: as given, else one for everybody who looks for it, and for nobody else to read."""

import stat
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from bot.secret import FILE, secret_of

GIVEN = "givet-i-indstillingerne-0123456789"


def test_a_given_secret_is_used_and_nothing_is_made(tmp_path: Path) -> None:
    assert secret_of(GIVEN, tmp_path) == GIVEN.encode()
    assert not list(tmp_path.iterdir())


def test_it_is_made_once_and_its_owner_alone_can_read_it(tmp_path: Path) -> None:
    made = secret_of("", tmp_path / "new")
    assert (len(made), secret_of("", tmp_path / "new")) == (64, made)
    [file] = (tmp_path / "new").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert secret_of("", tmp_path / "other") != made


def test_a_secret_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    made, file = secret_of("", tmp_path), tmp_path / FILE
    file.chmod(0o644)
    assert secret_of("", tmp_path) == made
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_processes_that_begin_at_once_get_the_same(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4) as processes:
        found = list(processes.map(secret_of, [""] * 40, [tmp_path / str(number // 8) for number in range(40)]))
    assert [len(set(found[start : start + 8])) for start in range(0, 40, 8)] == [1] * 5
    assert len(set(found)) == 5


@pytest.mark.parametrize("kept", ["", "kort\n"])
def test_a_secret_that_is_too_short_is_refused(tmp_path: Path, kept: str) -> None:
    (tmp_path / FILE).write_text(kept)
    with pytest.raises(ValueError, match="too short"):
        secret_of("", tmp_path)
