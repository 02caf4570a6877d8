"""The rooms of the house: a new one is inside every contract by itself, and one that breaks a contract is found."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "cards", "storage")

BREACHES: Mapping[str, Mapping[str, str]] = {
    "Imports point one way": {"cards/graph/__init__.py": "import storage.database\n"},
    "Every room of bot has its place": {"bot/graph/__init__.py": ""},
    "Only bot/teams knows the Bot Framework and msal": {"bot/usecases/graph.py": "import botbuilder.core\n"},
    "Only bot/jobs.py knows APScheduler": {"bot/usecases/graph.py": "import apscheduler.triggers\n"},
    "Only storage knows SQLAlchemy, Alembic and asyncpg": {"bot/usecases/graph.py": "import sqlalchemy\n"},
    "Settings are for those who run the service": {"bot/usecases/graph.py": "import bot.config\n"},
    "Time is read by the upper half alone": {"bot/domain/graph/__init__.py": "import bot.clock\n"},
    "Topics stand on each other in one direction": {
        "bot/usecases/graph/__init__.py": "import bot.usecases.chart\n",
        "bot/usecases/chart/__init__.py": "import bot.usecases.graph\n",
    },
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program, to build on."""
    copy = tmp_path_factory.mktemp("house")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__", "data"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def broken(house: Path) -> set[str]:
    """The contracts that the import linter finds broken."""
    command = (sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache")
    told = subprocess.run(  # noqa: S603 - our own interpreter
        command, cwd=house, env={"PYTHONPATH": str(house)}, capture_output=True, text=True, timeout=60, check=False
    )
    assert "Contracts: " in told.stdout, told.stdout + told.stderr
    return {line.removesuffix(" BROKEN") for line in told.stdout.splitlines() if line.endswith(" BROKEN")}


def test_the_house_as_it_stands_keeps_every_contract(house: Path) -> None:
    assert broken(house) == set()


@pytest.mark.parametrize("contract", BREACHES)
def test_a_new_room_that_breaks_a_contract_is_found(house: Path, contract: str) -> None:
    rooms = [house / path for path in BREACHES[contract]]
    for room, code in zip(rooms, BREACHES[contract].values(), strict=True):
        room.parent.mkdir(exist_ok=True)
        room.write_text(code, "utf-8")
    try:
        assert contract in broken(house)
    finally:
        for room in rooms:
            room.unlink()


def test_every_contract_has_a_room_that_breaks_it() -> None:
    told = (ROOT / "pyproject.toml").read_text("utf-8").split("[[tool.importlinter.contracts]]")[1:]
    assert {each.split('name = "')[1].split('"')[0] for each in told} == set(BREACHES)


def test_the_domain_imports_the_standard_library_alone() -> None:
    for file in (ROOT / "bot" / "domain").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                assert name.split(".")[0] in sys.stdlib_module_names or name.startswith("bot.domain."), (file, name)
