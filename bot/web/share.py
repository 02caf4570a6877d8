"""How often pages may be asked for, by one caller and by all together; what is refused is told when to come again."""

from ipaddress import ip_address

from aiohttp import web

from bot.flood import Flood

_EACH = 5.0  # requests a second of one address
_ALL = 50.0  # and of everybody


class Share:
    """Counts by the address that the request came from or, behind a proxy of ours, that the proxy names last."""

    def __init__(self) -> None:
        self._all = Flood(_ALL)
        self._each = Flood(_EACH)

    def wait(self, request: web.Request, now: float) -> int:
        """0 for a request that may pass, otherwise in how many seconds the next one may."""
        caller = _caller(request)
        return self._each.admit(caller, now) or self._all.admit("", now)


def _caller(request: web.Request) -> str:
    peer = request.remote or ""
    named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return named if named and _is_address(named) and _is_near(peer) else peer


def _is_near(peer: str) -> bool:
    """A proxy in front of us is on this machine or its network; from anywhere else the header says what it likes."""
    return _is_address(peer) and ip_address(peer).is_private


def _is_address(words: str) -> bool:
    try:
        ip_address(words)
    except ValueError:
        return False
    return True
