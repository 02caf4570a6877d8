"""A link as the proof of a publication: a plain https address of the public web, spelled as it is read."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from bot.domain.kernel.danish import LONGEST_LINK
from bot.domain.kernel.refusal import Refusal

_FIELD = "link"
_LABEL = re.compile(r"[a-z0-9\u00e6\u00f8\u00e5](?:[a-z0-9\u00e6\u00f8\u00e5-]{0,61}[a-z0-9\u00e6\u00f8\u00e5])?")
_ENDS_IN_NUMBER = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)")
_OUR_OWN = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "test", "invalid", "onion")
"""Last parts of names; none of them is one of the public web."""


def checked_link(typed: str) -> str:
    """The address, as it was typed; a Refusal about its field says what is wrong with it.

    "link_missing", "link_not_https", "link_bad", "link_with_name" (somebody's name stands before the host),
    "link_port", "link_private" (an address that the public cannot reach) or "link_lookalike" (letters that may be
    taken for others).
    """
    link = typed.strip().removeprefix("<").removesuffix(">").strip()
    if not link:
        raise Refusal("link_missing", field=_FIELD)
    if len(link) > LONGEST_LINK or any(
        sign.isspace() or not sign.isprintable() or sign in '<>"\\`{}|^' for sign in link
    ):
        raise Refusal("link_bad", field=_FIELD)
    parts, port = _parts(link)
    if parts.scheme != "https":
        raise Refusal("link_not_https", field=_FIELD)
    if "@" in parts.netloc:
        raise Refusal("link_with_name", field=_FIELD)
    host = (parts.hostname or "").removesuffix(".")
    if not host:
        raise Refusal("link_bad", field=_FIELD)
    _check_host(host)
    if port not in (None, 443):
        raise Refusal("link_port", field=_FIELD)
    return link


def is_public_address(address: str) -> bool:
    """Whether an IP address is one of the public internet: of one that carries another, both are."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    is_plain = found.is_global and not found.is_multicast
    return is_plain and (inner is None or (inner.is_global and not inner.is_multicast))


def _parts(link: str) -> tuple[SplitResult, int | None]:
    try:
        parts = urlsplit(link)
        return parts, parts.port
    except ValueError:
        raise Refusal("link_bad", field=_FIELD) from None


def _check_host(host: str) -> None:
    if ":" in host or _ENDS_IN_NUMBER.fullmatch(host.rpartition(".")[2]):
        raise Refusal("link_private" if not is_public_address(host) else "link_bad", field=_FIELD)
    labels = host.split(".")
    if labels[-1] in _OUR_OWN or len(labels) < 2:
        raise Refusal("link_private", field=_FIELD)
    if not all(map(_is_plain, labels)):
        raise Refusal("link_lookalike" if not host.isascii() or "xn--" in host else "link_bad", field=_FIELD)


def _is_plain(label: str) -> bool:
    """Whether it is spelled with the letters of Danish alone, also where it stands there in their Latin spelling."""
    if label.startswith("xn--"):
        try:
            label = label.encode("ascii").decode("idna")
        except UnicodeError:
            return False
        return not label.startswith("xn--") and bool(_LABEL.fullmatch(label))
    return bool(_LABEL.fullmatch(label))


class Found(StrEnum):
    """How an address was found."""

    ALIVE = "alive"
    GONE = "gone"
    SILENT = "silent"  # nobody answered, which may pass
    UNKNOWN = "unknown"  # somebody answered, though not to us


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """How often in a row nobody answered, since when it is dead, and when it is looked at again."""

    failures: int
    dead_since: datetime | None
    due_at: datetime


_PATIENCE = 3  # times in a row that nobody answers
_A_DAY, _AN_HOUR = timedelta(days=1), timedelta(hours=1)


def checked(found: Found, failures: int, dead_since: datetime | None, now: datetime) -> Check:
    """What follows from how it was found: one that is gone is dead at once, a silent one after some patience."""
    match found:
        case Found.ALIVE:
            return Check(failures=0, dead_since=None, due_at=now + _A_DAY)
        case Found.UNKNOWN:
            return Check(failures=failures, dead_since=dead_since, due_at=now + _A_DAY)
        case Found.GONE:
            return Check(failures=failures + 1, dead_since=dead_since or now, due_at=now + _AN_HOUR * 6)
        case Found.SILENT:
            is_dead = failures + 1 >= _PATIENCE
            dead = dead_since or (now if is_dead else None)
            return Check(failures=failures + 1, dead_since=dead, due_at=now + (_AN_HOUR * 6 if is_dead else _AN_HOUR))
