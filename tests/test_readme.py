"""What the README promises stands in the tree."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.cli import cli
from bot.config import Settings
from bot.domain.notices import HEARD
from cards.help import HELP
from cards.kit.help import Audience

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def _pinned(name: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)(?:\[.*\])?==", (ROOT / "deploy" / name).read_text("utf-8"), re.MULTILINE))


def _names(requirements: list[str]) -> set[str]:
    found = (re.match(r"[A-Za-z0-9._-]+", each) for each in requirements)
    return {re.sub(r"[-_.]+", "-", name[0]).lower() for name in found if name}


@pytest.mark.parametrize("name", ["demo", "tests"])
def test_each_quick_start_is_one_line_that_needs_nothing_else(name: str) -> None:
    block = re.search(rf"<!-- quick start: {name} -->\n```sh\n(.*?)```", README, re.DOTALL)
    assert block is not None
    assert re.fullmatch(r"python3 -m venv .*\n", block[1])


def test_every_setting_is_explained() -> None:
    settings = {str(field.validation_alias) for field in Settings.model_fields.values()}
    assert settings == set(re.findall(r"^\| `([A-Za-z_]+)` \|", README, re.MULTILINE))


def test_every_command_is_explained() -> None:
    explained = {line.split()[0] for line in re.findall(r"^\| `klyngebot ([^`]+)` \|", README, re.MULTILINE)}
    assert explained == set(cli.commands)


def test_what_people_write_is_what_help_tells_them() -> None:
    for audience in Audience:
        told = [f"`{command}`" for line in HELP if line.audience is audience for command in line.commands]
        assert f"| {audience.value.capitalize()} | {', '.join(told)} |" in README


def test_who_hears_what_is_the_table_that_the_program_obeys() -> None:
    told = README.partition("## Who hears what\n")[2].partition("\n## ")[0]
    rows = [
        f"| {kind.value} | {heard.who} | {heard.stands} | {heard.calls} | {heard.news} |"
        for kind, heard in HEARD.items()
    ]
    assert [line for line in told.splitlines() if line.startswith("| ")][1:] == rows


def test_every_dependency_is_pinned() -> None:
    """A new dependency without a pin would fail on a fresh machine alone."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert _names(project["dependencies"]) - _pinned("runtime.txt") == set()
    assert (
        _names(project["dependencies"] + project["optional-dependencies"]["test"]) - _pinned("constraints.txt") == set()
    )


def test_what_the_container_installs_is_what_was_tested() -> None:
    tested = (ROOT / "deploy" / "constraints.txt").read_text("utf-8").splitlines()
    assert [
        line for line in (ROOT / "deploy" / "runtime.txt").read_text("utf-8").splitlines() if line not in tested
    ] == []
