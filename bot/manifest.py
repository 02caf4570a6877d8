"""The app package that a Teams administrator uploads: manifest and icons in one zip, the same bytes each time."""

import json
import re
from importlib import metadata, resources
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile, ZipInfo

from bot.config import UnsafeSettings
from cards.help import HELP
from cards.kit.help import HelpLine
from cards.kit.words import say

SCHEMA_VERSION = "1.25"
DEFAULT_URL = "https://klyngebot.example.org"
"""Stands in the manifest until KLYNGEBOT_PUBLIC_URL is known; the domain is reserved for examples."""

_SCHEMA = f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA_VERSION}/MicrosoftTeams.schema.json"
_ICONS = {"color": "color.png", "outline": "outline.png"}
_OLDEST = (1980, 1, 1, 0, 0, 0)  # zip knows no earlier day; a fixed one keeps the package the same
_MENU = [line for line in HELP if line.opens][:10]  # as many as Teams shows


def write_manifest(app_id: str, public_url: str, out: Path) -> None:
    """Write the package to `out`; raises UnsafeSettings and OSError."""
    out.write_bytes(build_package(build_manifest(app_id, public_url)))


def build_manifest(app_id: str, public_url: str) -> dict[str, Any]:
    """The Teams manifest of the bot with that app id; an empty URL becomes the default; raises UnsafeSettings."""
    _check(app_id, public_url)
    website = public_url or DEFAULT_URL
    return {
        "$schema": _SCHEMA,
        "manifestVersion": SCHEMA_VERSION,
        "version": metadata.version("klyngebot"),
        "id": app_id,
        "developer": {
            "name": say("app.name"),
            "websiteUrl": website,
            "privacyUrl": website,
            "termsOfUseUrl": website,
        },
        "localizationInfo": {"defaultLanguageTag": "da"},
        "name": {"short": say("app.name"), "full": say("app.full_name")},
        "description": {"short": say("app.short_description"), "full": say("app.full_description")},
        "icons": _ICONS,
        "accentColor": "#1F5F74",
        "bots": [_bot(app_id)],
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [urlsplit(public_url).hostname] if public_url else [],
        "supportsChannelFeatures": "tier1",
    }


def build_package(manifest: dict[str, Any]) -> bytes:
    """The zip with the manifest and the icons beside it."""
    files = {"manifest.json": json.dumps(manifest, ensure_ascii=False, indent=2).encode()}
    for name in _ICONS.values():
        files[name] = resources.files("bot").joinpath("assets", name).read_bytes()
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, _OLDEST)
            entry.create_system = 3  # else it would tell which system packed it
            archive.writestr(entry, content)
    return packed.getvalue()


def _check(app_id: str, public_url: str) -> None:
    if not app_id:
        raise UnsafeSettings("Der mangler et app-id: sæt MicrosoftAppId, eller brug --app-id.")
    if not re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", app_id):
        raise UnsafeSettings("App-id'et skal være et id som 00000000-0000-4000-8000-000000000001.")
    if public_url and not re.fullmatch(r"https://[\w.-]+(:[0-9]+)?(/[^\s?#]*)?", public_url):
        raise UnsafeSettings("KLYNGEBOT_PUBLIC_URL skal være en webadresse, der begynder med https://.")


def _bot(app_id: str) -> dict[str, Any]:
    scopes = ["team", "personal"]
    return {
        "botId": app_id,
        "scopes": scopes,
        "commandLists": [{"scopes": scopes, "commands": [_command(line) for line in _MENU]}],
        "isNotificationOnly": False,
        "supportsFiles": True,
    }


def _command(line: HelpLine) -> dict[str, str]:
    """The menu in Teams says what `hjælp` says."""
    return {"title": line.commands[0], "description": line.meaning}
