"""A text that can be erased: the log's chain holds a salted digest of it, the text itself stands beside the chain.

Without the salt, which is erased with the text, nobody can find the text by trying what it may have been.
"""

import hashlib
import secrets
from collections.abc import Mapping
from typing import Any

_BYTES = 16

Salted = dict[str, str]
"""A text and its salt, as they are stored."""


def salted(text: str) -> Salted:
    """The text with a salt of its own."""
    return {"salt": secrets.token_hex(_BYTES), "text": text}


def digest(kept: Salted) -> str:
    """What the chain holds of it."""
    return hashlib.sha256(bytes.fromhex(kept["salt"]) + kept["text"].encode()).hexdigest()


def is_what_was_said(kept: object, of_chain: object) -> bool:
    """Whether what is stored is the text that the chain has the digest of; anything may have been put there."""
    match kept:
        case {"salt": str(salt), "text": str(text), **more} if not more and _is_salt(salt):
            return digest({"salt": salt, "text": text}) == of_chain
        case _:
            return False


def by_name(stored: object) -> Mapping[str, Any]:
    """What should be texts or digests by name, as it was stored; nothing where it is no such thing."""
    return stored if isinstance(stored, dict) else {}


def _is_salt(salt: str) -> bool:
    """One spelling of one length: else a byte could move between the salt and the text, and the digest stay."""
    return len(salt) == 2 * _BYTES and set(salt) <= set("0123456789abcdef")
