"""Where the bot may send: Teams' own hosts over https, and this machine while authentication is off."""

from urllib.parse import urlsplit

from bot.config import Settings, is_loopback


def may_send_to(service_url: str, settings: Settings) -> bool:
    """Whether a service URL names a host of the allow-list (or one below it)."""
    try:
        parts = urlsplit(service_url)
        host, _ = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return False
    if not host or parts.username is not None or parts.query or parts.fragment:
        return False
    if not settings.authenticates and is_loopback(host):
        return parts.scheme in {"http", "https"}
    return parts.scheme == "https" and any(host == each or host.endswith(f".{each}") for each in settings.service_hosts)
