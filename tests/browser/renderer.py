"""Microsoft's own renderer for Adaptive Cards, from npm: what Teams would show, as near as a test can come."""

import json
import shutil
import subprocess
from fcntl import LOCK_EX, flock
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.browser.chromium import Page

_HERE = Path(__file__).parent / "cards"
_MODULES = _HERE / "node_modules"
_SCRIPTS = ("markdown-it/dist/browser/markdown-it.umd.min.js", "adaptivecards/dist/adaptivecards.min.js")
_HOSTS = Path(__file__).parents[3] / "shared" / "schemas"
_PATIENCE = 120  # seconds


@cache
def scripts() -> tuple[Path, ...]:
    """The scripts, installed where they are missing; the test is skipped where they cannot be."""
    found = tuple(_MODULES / each for each in _SCRIPTS)
    with (_HERE / "package.json").open(encoding="utf-8") as alone:
        flock(alone, LOCK_EX)  # several workers may begin with such a test
        if not all(each.is_file() for each in found):
            _install()
    return found


def host_config(scheme: str) -> dict[str, Any]:
    """How Teams has cards drawn, light or dark; Microsoft's, so not ours to ship."""
    path = _HOSTS / f"teams-host-config-{scheme}.json"
    if not path.is_file():
        pytest.skip("Teams' host configurations are not beside the repository (../shared/schemas)")
    config: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return config


async def prepare(page: "Page") -> None:
    """Bring the renderer onto the page."""
    for script in scripts():
        await page.add_script_tag(path=script)
    await page.evaluate((_HERE / "prepare.js").read_text(encoding="utf-8"))


async def draw(page: "Page", cards: list[Any], scheme: str) -> list[str]:
    """Draw each card into the element `#theirs-<number>`; what the renderer says against them."""
    await prepare(page)
    source = (_HERE / "draw.js").read_text(encoding="utf-8")
    problems: list[str] = await page.evaluate(source, [cards, host_config(scheme)])
    return problems


def _install() -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm on this machine, so no renderer of Microsoft's")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    try:
        subprocess.run(command, cwd=_HERE, check=True, capture_output=True, timeout=_PATIENCE)  # noqa: S603 - our own
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as failure:
        pytest.skip(f"npm could not install Microsoft's renderer: {failure}")
