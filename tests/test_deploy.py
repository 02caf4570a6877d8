"""What the containers are built from and confined to, held to the files that say so."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text("utf-8")
EXACT = re.compile(r"[a-z]+:\d+\.\d+[\w.-]*")


@pytest.fixture(scope="module")
def compose() -> Any:
    return YAML(typ="safe").load((DEPLOY / "compose.yaml").read_text("utf-8"))


@pytest.fixture(params=["bot", "database"])
def service(request: pytest.FixtureRequest, compose: Any) -> Any:
    return compose["services"][request.param]


def test_each_container_can_do_and_use_no_more_than_it_needs(service: Any) -> None:
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "cap_add" not in service
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert re.fullmatch(r"\d+[mg]", service["mem_limit"])
    assert 0 < service["pids_limit"] <= 256
    assert all(":size=" in each for each in service["tmpfs"])
    assert set(service["logging"]["options"]) == {"max-size", "max-file"}


def test_neither_runs_as_root(compose: Any) -> None:
    assert compose["services"]["database"]["user"] == "postgres"
    last = CONTAINERFILE.rpartition("\nFROM ")[2]
    assert re.findall(r"^USER (\w+)", last, re.MULTILINE) == ["klyngebot"]
    assert last.index("\nUSER klyngebot") < last.index("\nENTRYPOINT")


def test_the_database_is_reached_by_the_bot_alone(compose: Any) -> None:
    assert compose["services"]["database"]["networks"] == ["inside"]
    assert compose["networks"]["inside"]["internal"] is True
    assert "ports" not in compose["services"]["database"]
    assert compose["services"]["bot"]["ports"] == ["127.0.0.1:3978:3978"]


def test_stopping_is_given_the_time_that_it_takes(compose: Any) -> None:
    assert int(compose["services"]["bot"]["stop_grace_period"].removesuffix("s")) > 8
    assert int(compose["services"]["database"]["stop_grace_period"].removesuffix("s")) >= 30


def test_images_are_named_by_exact_version_and_can_be_pinned_by_digest(compose: Any) -> None:
    python = compose["services"]["bot"]["build"]["args"]["PYTHON_IMAGE"]
    postgres = compose["services"]["database"]["image"]
    defaults = []
    for name, said in (("PYTHON_IMAGE", python), ("POSTGRES_IMAGE", postgres)):
        found = re.fullmatch(r"\$\{(\w+):-([^}]+)\}", said)
        assert found is not None, said
        assert found[1] == name
        assert EXACT.fullmatch(found[2]), said
        assert f"# {name}={found[2]}\n" in (DEPLOY / "env.example").read_text("utf-8")
        assert found[2] in (ROOT / "README.md").read_text("utf-8")
        defaults.append(found[2])
    assert f"ARG PYTHON_IMAGE={defaults[0]}\n" in CONTAINERFILE
    assert set(re.findall(r"^FROM (\S+)", CONTAINERFILE, re.MULTILINE)) == {"${PYTHON_IMAGE}"}


def test_everything_that_the_build_fetches_is_checked_by_hash() -> None:
    commands = re.findall(r"\bpip\S* (?:--python \S+ )?(install|wheel)\b([^&\n]*)", CONTAINERFILE)
    assert len(commands) == 4
    for name, options in commands:
        assert "--require-hashes" in options or "--no-index" in options, (name, options)
    for file in ("build.txt", "runtime.txt"):
        pins = re.split(r"\n(?=\S)", (DEPLOY / file).read_text("utf-8").strip())
        assert all(re.match(r"[a-z0-9.-]+==\S+", pin) and "--hash=sha256:" in pin for pin in pins), file
        assert f"!deploy/{file}\n" in (DEPLOY / "Containerfile.dockerignore").read_text("utf-8")


def test_what_builds_the_wheel_is_what_the_project_says() -> None:
    required = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    pinned = (DEPLOY / "build.txt").read_text("utf-8")
    assert [each for each in required if f"{each} \\\n" not in pinned] == []


def test_the_forum_files_are_in_the_wheel_and_in_the_image() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    folders = {"deploy/forums": "bot/local/demo/forums", "deploy/succession": "bot/local/demo/successions"}
    assert wheel["force-include"] == folders
    for folder in folders:
        assert f"COPY {folder} {folder}\n" in CONTAINERFILE
        assert f"!{folder}\n" in (DEPLOY / "Containerfile.dockerignore").read_text("utf-8")


def test_what_is_needed_to_build_is_not_in_the_image() -> None:
    last = CONTAINERFILE.rpartition("\nFROM ")[2]
    assert "pip" not in last
    assert re.findall(r"^COPY (.*)$", last, re.MULTILINE) == ["--from=build /app /app"]


def test_a_container_is_healthy_when_it_is_ready() -> None:
    [command] = re.findall(r"^HEALTHCHECK .*\n +CMD (.*)$", CONTAINERFILE, re.MULTILINE)
    assert "/readyz" in command
