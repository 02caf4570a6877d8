"""Where the bot may send: Teams' own hosts over https, and this machine while authentication is off."""

import re

from bot.config import Settings, is_loopback

# Stricter than a URL need be: what two parsers could read differently (user names, backslashes, escapes, line breaks,
# dots that climb) is no address that Teams has, and would let one name be checked and another be connected to.
_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:/(?!\.\.?(?:/|\Z))[\w.~-]*)*",
    re.ASCII,
)


def may_send_to(service_url: str, settings: Settings) -> bool:
    """Whether a service URL names a host of the allow-list (or one below it)."""
    address = _ADDRESS.fullmatch(service_url)
    if address is None:
        return False
    host = address["host"].lower().removesuffix(".")
    if not settings.authenticates and is_loopback(host):
        return True
    return address["scheme"] == "https" and any(
        host == each or host.endswith(f".{each}") for each in settings.service_hosts
    )
