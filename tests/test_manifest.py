"""The app package for Teams, as an administrator and Teams itself read it."""

import json
import struct
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from bot.config import UnsafeSettings
from bot.domain.saying.actions import Said
from bot.manifest import DEFAULT_URL, build_manifest, build_package, write_manifest
from bot.usecases.understanding.exactly import understand

APP_ID = "00000000-0000-4000-8000-000000000001"
PUBLIC_URL = "https://klyngebot.example.org:8443/app"
SCHEMA = Path(__file__).parents[2] / "shared" / "schemas" / "teams-manifest-1.25.json"


def _commands(manifest: dict[str, Any]) -> list[dict[str, str]]:
    return [command for each in manifest["bots"][0]["commandLists"] for command in each["commands"]]


@pytest.mark.skipif(not SCHEMA.is_file(), reason="Microsoft's manifest schema is not beside the checkout")
@pytest.mark.parametrize("public_url", ["", PUBLIC_URL])
def test_the_manifest_satisfies_microsofts_schema(public_url: str) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    faults = [fault.message for fault in Draft4Validator(schema).iter_errors(build_manifest(APP_ID, public_url))]
    assert faults == []


def test_the_bot_is_offered_in_teams_and_personal_chats_and_in_shared_channels() -> None:
    manifest = build_manifest(APP_ID, PUBLIC_URL)
    assert manifest["bots"][0]["botId"] == APP_ID
    assert manifest["bots"][0]["scopes"] == ["team", "personal"]
    assert manifest["supportsChannelFeatures"] == "tier1"


def test_every_command_in_the_menu_is_understood() -> None:
    """The menu types the title into the chat; at most ten are shown."""
    commands = _commands(build_manifest(APP_ID, ""))
    assert 0 < len(commands) <= 10
    assert [each["title"] for each in commands if isinstance(understand(each["title"]), Said)] == []


def test_addresses_are_the_public_ones() -> None:
    manifest = build_manifest(APP_ID, PUBLIC_URL)
    assert manifest["developer"]["privacyUrl"] == PUBLIC_URL
    assert manifest["validDomains"] == ["klyngebot.example.org"]


def test_without_a_public_address_the_example_stands_in_and_no_domain_is_trusted() -> None:
    manifest = build_manifest(APP_ID, "")
    assert manifest["developer"]["websiteUrl"] == DEFAULT_URL
    assert manifest["validDomains"] == []


@pytest.mark.parametrize(
    "app_id", ["", "klyngebot", f"{APP_ID}0", f"{APP_ID}\n", "00000000-0000-4000-8000-00000000000g"]
)
def test_what_is_no_app_id_is_refused(app_id: str) -> None:
    with pytest.raises(UnsafeSettings, match=r"app-id|App-id"):
        build_manifest(app_id, "")


@pytest.mark.parametrize(
    "public_url", ["http://klyngebot.example.org", "klyngebot.example.org", "https://", "https://["]
)
def test_an_address_that_teams_would_not_take_is_refused(public_url: str) -> None:
    with pytest.raises(UnsafeSettings, match="KLYNGEBOT_PUBLIC_URL"):
        build_manifest(APP_ID, public_url)


@given(st.text(max_size=60).map(lambda rest: f"https://{rest}"))
def test_no_address_is_more_than_refused(public_url: str) -> None:
    try:
        domains = build_manifest(APP_ID, public_url)["validDomains"]
    except UnsafeSettings:
        return
    assert len(domains) == 1
    assert domains[0]


def test_the_package_holds_the_manifest_and_both_icons_and_nothing_else(tmp_path: Path) -> None:
    write_manifest(APP_ID, PUBLIC_URL, tmp_path / "klyngebot.zip")
    with ZipFile(tmp_path / "klyngebot.zip") as package:
        assert package.testzip() is None
        assert sorted(package.namelist()) == ["color.png", "manifest.json", "outline.png"]
        assert json.loads(package.read("manifest.json")) == build_manifest(APP_ID, PUBLIC_URL)


def test_the_same_manifest_gives_the_same_bytes() -> None:
    """Dates are fixed, so that two packages can be compared."""
    manifest = build_manifest(APP_ID, PUBLIC_URL)
    assert build_package(manifest) == build_package(manifest)
    with ZipFile(BytesIO(build_package(manifest))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(("role", "side", "has_alpha"), [("color", 192, False), ("outline", 32, True)])
def test_icons_have_the_size_that_teams_demands(role: str, side: int, has_alpha: bool) -> None:
    """PNG: the header tells width, height, depth and colour type (6 is colour with alpha)."""
    manifest = build_manifest(APP_ID, "")
    with ZipFile(BytesIO(build_package(manifest))) as package:
        icon = package.read(manifest["icons"][role])
    assert icon.startswith(b"\x89PNG\r\n\x1a\n")
    width, height, _, colour_type = struct.unpack(">IIBB", icon[16:26])
    assert (width, height, colour_type == 6) == (side, side, has_alpha)
