"""What the bot keeps is for its owner alone to read: the database, the files beside it, and the folder."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import main
from bot.config import Settings, load_settings
from bot.main import open_database
from bot.private import make_folder
from storage.engine.driver import native_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights as POSIX knows them")


def settings_in(folder: Path) -> Settings:
    return load_settings({"KLYNGEBOT_AUTH": "off", "KLYNGEBOT_DATA": str(folder)})


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(autouse=True)
def open_handed() -> Iterator[None]:
    """As most accounts are set up: what they make, everybody may read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


async def test_the_database_and_what_is_beside_it_are_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "above" / "data"
    async with open_database(settings_in(folder)) as database, database.writing() as conn:
        assert native_of(conn).in_transaction
        made = {each.name: oct(rights(each)) for each in folder.iterdir()}
    assert made == {f"klyngebot.db{end}": "0o600" for end in ("", "-wal", "-shm")}
    assert (oct(rights(folder)), oct(rights(folder.parent))) == ("0o700", "0o755")


async def test_a_database_that_others_could_read_is_closed_to_them(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_database(settings_in(tmp_path)):
        pass
    file = tmp_path / "klyngebot.db"
    file.chmod(0o644)
    (beside := tmp_path / "klyngebot.db-wal").touch(0o640)
    async with open_database(settings_in(tmp_path)) as database, database.reading() as conn:
        assert native_of(conn) is not None
        assert (oct(rights(file)), oct(rights(beside))) == ("0o600", "0o600")
    assert [each.getMessage().partition(",")[0] for each in caplog.records] == [
        "Others could read klyngebot.db",
        "Others could read klyngebot.db-wal",
    ]


def test_a_folder_that_is_there_keeps_the_rights_that_somebody_gave_it(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    make_folder(tmp_path)
    assert rights(tmp_path) == 0o750


def test_the_app_package_is_for_everybody(tmp_path: Path) -> None:
    main(["manifest", "--app-id", "00000000-0000-4000-8000-000000000001", "--out", str(tmp_path / "k.zip")])
    assert rights(tmp_path / "k.zip") == 0o644
