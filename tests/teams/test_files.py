"""Files are asked for where Teams keeps them and nowhere else, whatever an address or a redirect looks like."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest

from bot.config import load_settings
from bot.fetching import NotFetched
from bot.teams.files import open_files
from tests.harness.edge import TENANT
from tests.teams.test_flood import REAL

HOST = "https://nord-my.sharepoint.com"


class Net:
    """Whoever is asked, and where each address leads; at the end of a way there is nothing."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.leads: Mapping[str, str] = {}
        self.asked: list[str] = []
        patch.setattr(aiohttp.ClientSession, "get", lambda _session, address, **_how: self._get(address))

    @asynccontextmanager
    async def _get(self, address: str) -> AsyncIterator[Any]:
        self.asked.append(address)
        to = self.leads.get(address)
        yield SimpleNamespace(status=404 if to is None else 302, headers={} if to is None else {"Location": to})

    async def fetch(self, address: str, hosts: str = "sharepoint.com") -> str:
        """Why a service with authentication does not fetch it."""
        settings = load_settings(REAL | {"KLYNGEBOT_TENANTS": TENANT, "KLYNGEBOT_FILE_HOSTS": hosts})
        async with open_files(settings) as fetch:
            with pytest.raises(NotFetched) as no:
                await fetch(address)
        return no.value.why.key


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Net:
    """A net in which nothing is far away."""
    return Net(monkeypatch)


@pytest.mark.parametrize(
    "address",
    [
        f"{HOST}/personal/a/Budget.pdf?tempauth=a%2Bb",
        "https://sharepoint.com/a",
        f"{HOST}:443/a",
        "https://NORD-MY.SharePoint.COM/a",
        "https://nord-my.sharepoint.com./a",
    ],
)
async def test_a_file_where_teams_keeps_them_is_asked_for_as_its_address_says(net: Net, address: str) -> None:
    assert (await net.fetch(address), net.asked) == ("attachment_expired", [address])


@pytest.mark.parametrize(
    "address",
    [
        "https://evil-sharepoint.com/a",
        "https://sharepoint.com.evil.example/a",
        "https://evil.example/sharepoint.com",
        "https://evil.example?.sharepoint.com",
        "https://evil.example#.sharepoint.com",
        "https://evil.example;.sharepoint.com/a",
        "https://evil.example%2f.sharepoint.com/a",
        "https://evil.example%00.sharepoint.com/a",
        "https://evil.example\\.sharepoint.com/a",
        "https://evil.example\t.sharepoint.com/a",
        "https://evil.example\n.sharepoint.com/a",
        "https://evil.example,.sharepoint.com/a",
        "https://nord-my.sharepoint.com@evil.example/a",
        "https://user:pass@nord-my.sharepoint.com/a",
        "https://@nord-my.sharepoint.com/a",
        "https://nord-my.sharepoint.com:8443/a",
        "https://nord-my.sharepoint.com:99999/a",
        "https://nord-my.sharepoint.com:/a",
        "https://..sharepoint.com/a",
        "https://.sharepoint.com/a",
        "http://nord-my.sharepoint.com/a",
        "//nord-my.sharepoint.com/a",
        "ftp://nord-my.sharepoint.com/a",
        "file:///etc/passwd",
        "https:///a",
        "https:nord-my.sharepoint.com/a",
        "https://[nord-my.sharepoint.com/a",
        "https://[::1]/a",
        "https://[::ffff:127.0.0.1]/a",
        "https://127.0.0.1/a",
        "https://localhost/a",
        "https://2130706433/a",
        "https://0x7f000001/a",
        "https://169.254.169.254/metadata/identity",
        "https://nord-my.sharepoint。com/a",
        "https://nord-my.shárepoint.com/a",
        "https://nord-my.ѕharepoint.com/a",
        "https://evil.example／.sharepoint.com/a",
        "",
    ],
)
async def test_what_only_looks_like_it_is_never_asked_for(net: Net, address: str) -> None:
    assert (await net.fetch(address), net.asked) == ("attachment_host", [])


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("https://evil.example/a", "attachment_moved"),
        ("//evil.example/a", "attachment_moved"),
        ("/\\evil.example/a", "attachment_host"),
        ("https://other.sharepoint.com/a", "attachment_moved"),
        (f"{HOST}@evil.example/a", "attachment_moved"),
        (f"{HOST}:8443/a", "attachment_moved"),
        ("http://nord-my.sharepoint.com/a", "attachment_host"),
        ("file:///etc/passwd", "attachment_moved"),
        ("http://[", "attachment_moved"),
        ("https://evil.example／.sharepoint.com", "attachment_moved"),
        ("http://127.0.0.1/a", "attachment_moved"),
    ],
)
async def test_a_redirect_elsewhere_is_not_followed(net: Net, to: str, why: str) -> None:
    net.leads = {f"{HOST}/a": "/b", f"{HOST}/b": to}
    assert (await net.fetch(f"{HOST}/a"), net.asked) == (why, [f"{HOST}/a", f"{HOST}/b"])


async def test_a_redirect_on_the_same_host_is_followed_three_times(net: Net) -> None:
    net.leads = {f"{HOST}/{number}": f"/{number + 1}" for number in range(9)}
    assert await net.fetch(f"{HOST}/6") == "attachment_expired"
    assert net.asked[-1] == f"{HOST}/9"
    net.asked.clear()
    assert await net.fetch(f"{HOST}/0") == "attachment_moved"
    assert net.asked == [f"{HOST}/{number}" for number in range(4)]
    net.leads, net.asked = {f"{HOST}/a": ""}, []
    assert await net.fetch(f"{HOST}/a") == "attachment_moved"
    assert len(net.asked) == 4


async def test_other_hosts_are_those_that_the_settings_name_and_those_below_them(net: Net) -> None:
    assert await net.fetch("https://filer.nord.example/a", "nord.example,sharepoint.com") == "attachment_expired"
    assert await net.fetch("https://nord.example/a", "filer.nord.example") == "attachment_host"
    assert await net.fetch(f"{HOST}/a", "nord.example") == "attachment_host"
