"""`klyngebot serve`: unsafe or incomplete settings end it with one Danish line and exit code 1.

Settings that are wrong in themselves are tried in this process; what the machine refuses, in a process of its own.
"""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Klyngebot
from tests.harness.certificates import certificate, pem
from tests.harness.issuer import private_key

ROOT = Path(__file__).parents[2]
APP, TENANT = "00000000-0000-4000-8000-000000000001", "11111111-1111-1111-1111-111111111111"
LOCAL = {"KLYNGEBOT_AUTH": "off", "PORT": "0"}
REAL = {
    "MicrosoftAppId": APP,
    "MicrosoftAppPassword": "hemmeligt-og-langt",
    "MicrosoftAppTenantId": TENANT,
    "KLYNGEBOT_TENANTS": TENANT,
    "PORT": "0",
}
UNSET = {"KLYNGEBOT_AUTH": "on", "KLYNGEBOT_NOW": ""}  # unless a case says otherwise
_KEPT = ("PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH", "SYSTEMROOT")
_PATIENCE = 60  # seconds: the process shares the machine with other tests


@contextmanager
def _interrupted() -> Iterator[None]:
    """A service that starts although it must not is interrupted as a person would do it."""
    timer = threading.Timer(_PATIENCE, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def complaint_of(folder: Path, command: str, settings: Mapping[str, str]) -> str:
    """The one line with which the command fails."""
    env = {name: os.environ[name] for name in _KEPT if name in os.environ}
    ended = subprocess.run(  # noqa: S603 - our own command line, with arguments of this file
        [sys.executable, "-X", "utf8", "-c", "from bot.cli import main; main()", command],
        cwd=folder,
        env={**env, "PYTHONPATH": str(ROOT), **settings},
        capture_output=True,
        encoding="utf-8",
        timeout=_PATIENCE,
        check=False,
    )
    assert ended.returncode == 1, ended
    assert ended.stderr.count("\n") == 1, ended.stderr
    assert "Traceback" not in ended.stderr
    assert "hemmeligt-og-langt" not in ended.stderr + ended.stdout
    return ended.stderr.rstrip("\n")


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (REAL | {"KLYNGEBOT_AUTH": "off"}, "KLYNGEBOT_AUTH=off må ikke bruges, når MicrosoftAppId er sat."),
        (REAL | {"MicrosoftAppType": "MultiTenant"}, "MicrosoftAppType skal være SingleTenant eller UserAssignedMSI."),
        (REAL | {"MicrosoftAppType": "Hest"}, "MicrosoftAppType skal være SingleTenant eller UserAssignedMSI."),
        (REAL | {"MicrosoftAppTenantId": ""}, "Der mangler MicrosoftAppTenantId."),
        (REAL | {"KLYNGEBOT_TENANTS": ""}, "Der mangler KLYNGEBOT_TENANTS."),
        (REAL | {"MicrosoftAppPassword": ""}, "Der mangler MicrosoftAppPassword."),
        (
            REAL | {"KLYNGEBOT_CERTIFICATE": "findes-ikke.pem"},
            "KLYNGEBOT_CERTIFICATE peger på en fil, der ikke findes.",
        ),
        (
            REAL | {"KLYNGEBOT_NOW": "2027-01-11T09:00:00+01:00"},
            "KLYNGEBOT_NOW må kun bruges sammen med KLYNGEBOT_AUTH",
        ),
        (REAL | {"KLYNGEBOT_LIMITS": "off"}, "KLYNGEBOT_LIMITS=off må kun bruges sammen med KLYNGEBOT_AUTH=off."),
        (LOCAL | {"KLYNGEBOT_HOST": "0.0.0.0"}, "KLYNGEBOT_HOST er denne maskine"),  # noqa: S104 - it is refused
        (LOCAL | {"KLYNGEBOT_HOST": "::"}, "KLYNGEBOT_HOST er denne maskine"),
    ],
)
def test_what_is_unsafe_or_lacking_is_told_and_nothing_starts(
    klyngebot: Klyngebot, tmp_path: Path, settings: dict[str, str], line: str
) -> None:
    with _interrupted():
        ended = klyngebot("serve", **UNSET | settings)
    assert line in ended.complaint
    assert "hemmeligt-og-langt" not in ended.err + ended.out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"PORT": "0"}, "Der mangler MicrosoftAppId, MicrosoftAppTenantId, MicrosoftAppPassword, KLYNGEBOT_TENANTS."),
        (LOCAL | {"KLYNGEBOT_DATABASE_URL": "postgresql://127.0.0.1:1/x"}, "Databasen kan ikke bruges"),
    ],
)
def test_a_process_tells_it_too(tmp_path: Path, settings: dict[str, str], line: str) -> None:
    assert line in complaint_of(tmp_path, "serve", settings)
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = complaint_of(tmp_path, "serve", LOCAL | {"PORT": str(taken.getsockname()[1])})
    assert "Porten er optaget" in said


def test_a_data_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    said = complaint_of(tmp_path, "serve", LOCAL | {"KLYNGEBOT_DATA": str(tmp_path / "fil" / "data")})
    assert said.endswith("er en fil og ikke en mappe.")


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="Linux' own read-only folder")
def test_a_data_folder_that_may_not_be_written(tmp_path: Path) -> None:
    assert "»/proc/klyngebot«" in complaint_of(tmp_path, "serve", LOCAL | {"KLYNGEBOT_DATA": "/proc/klyngebot"})


def test_a_data_folder_without_leave_to_write_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o500)
    try:
        (folder / "prøve").touch()
    except PermissionError:
        said = complaint_of(tmp_path, "serve", LOCAL | {"KLYNGEBOT_DATA": str(folder)})
        assert "Databasen kan ikke bruges" in said
    else:
        pytest.skip("whoever runs this may write everywhere")


@pytest.mark.parametrize("kind", ["text", "somebody else's"])
def test_a_broken_certificate_is_told_by_check(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "bot.pem"
    key = pem(private_key("other")) + pem(certificate(private_key("first")))
    file.write_bytes(b"ikke PEM" if kind == "text" else key)
    said = complaint_of(tmp_path, "check", REAL | {"KLYNGEBOT_CERTIFICATE": str(file), "MicrosoftAppPassword": ""})
    assert said.startswith("Adgang til Teams: ")
    assert "KLYNGEBOT_CERTIFICATE" in said
