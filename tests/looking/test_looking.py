"""An address is looked at as the public would, and nothing of this machine or its network is."""

from pathlib import Path

import pytest

from bot.domain.publication.links import Found
from tests.harness.looked_at import looking


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("https://www.eksempel.dk/referat", Found.ALIVE),
        ("https://www.eksempel.dk/only-get", Found.ALIVE),
        ("https://www.eksempel.dk/404", Found.GONE),
        ("https://www.eksempel.dk/410", Found.GONE),
        ("https://www.eksempel.dk/403", Found.UNKNOWN),
        ("https://www.eksempel.dk/500", Found.SILENT),
        ("https://www.eksempel.dk/to/www.andet.dk/referat", Found.ALIVE),
        ("https://www.eksempel.dk/to/intern.eksempel.dk/", Found.GONE),
        ("https://www.eksempel.dk/to/169.254.169.254/latest", Found.GONE),
        ("https://www.eksempel.dk/to/navn@www.andet.dk/", Found.GONE),
        ("https://www.eksempel.dk/down", Found.GONE),
        ("https://intern.eksempel.dk/", Found.GONE),
        ("https://sky.eksempel.dk/", Found.GONE),
    ],
)
async def test_an_address_is_found_as_the_public_finds_it(link: str, found: Found, tmp_path: Path) -> None:
    async with looking(tmp_path) as (looker, asked):
        assert await looker.look(link) is found
    assert not [each for each in asked if each.split(" ")[1].startswith(("intern", "sky", "169.254"))]


async def test_this_machine_is_never_looked_at_in_service(tmp_path: Path) -> None:
    async with looking(tmp_path, allows_loopback=False) as (looker, asked):
        for link in ("https://www.eksempel.dk/", "https://127.0.0.1/", "https://localhost/", "https://[::1]/"):
            assert await looker.look(link) is Found.GONE
    assert asked == []


async def test_a_redirect_in_a_circle_ends(tmp_path: Path) -> None:
    async with looking(tmp_path) as (looker, asked):
        circle = "https://a.eksempel.dk/to/" + "a.eksempel.dk/to/" * 9
        assert await looker.look(circle) is Found.GONE
    assert len(asked) <= 5
