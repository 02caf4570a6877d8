"""The kinds of text that charters and forum files are made of, each refused with a Danish reason."""

import re
import unicodedata
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from bot.domain.kernel.marks import composed

NAME_LIMIT = 200
TEXT_LIMIT = 2000

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_MOST_PARTS = 4  # that may compose into one sign
_HIDDEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Strict(BaseModel):
    """Base of every shape: no unknown keys, no conversions, nothing changes afterwards."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def slug(text: str) -> str:
    """The text itself if it is a short id; raises ValueError, in Danish."""
    if not _SLUG.fullmatch(text) or len(text) > 64:
        raise ValueError("skal være et kort navn af a-z, tal og bindestreger, højst 64 tegn, fx klynge-nord")
    return text


def _text(text: str, limit: int) -> str:
    typed = text.strip()
    if not typed:
        raise ValueError("må ikke være tom")
    clean = composed(typed) if len(typed) <= limit * _MOST_PARTS else typed
    if len(clean) > limit:
        raise ValueError(f"er for lang: højst {limit} tegn")
    if any(unicodedata.category(sign) in _HIDDEN or sign in _BIDI for sign in clean):
        raise ValueError("indeholder usynlige styretegn")
    return clean


def _day(value: object) -> object:
    """A date that was put in quotation marks is one all the same."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip()) if _DAY.fullmatch(value.strip()) else value
        except ValueError:
            raise ValueError("er ingen dag i kalenderen, fx 2027-03-16") from None
    return value


def _guid(text: str) -> str:
    if not _GUID.fullmatch(text.lower()):
        raise ValueError("skal være et id som 00000000-0000-4000-8000-000000000001")
    return text.lower()


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(_text(text, NAME_LIMIT)):
        raise ValueError("er ingen mailadresse")
    return text.strip()


Slug = Annotated[str, AfterValidator(slug)]
Name = Annotated[str, AfterValidator(lambda text: _text(text, NAME_LIMIT))]
Text = Annotated[str, AfterValidator(lambda text: _text(text, TEXT_LIMIT))]
Day = Annotated[date, BeforeValidator(_day)]
Guid = Annotated[str, AfterValidator(_guid)]
Email = Annotated[str, AfterValidator(_email)]
EMPTY_WHEN_NULL = BeforeValidator(lambda value: {} if value is None else value)
"""On a section: `agenda: null` says the same as an agenda of nothing but nulls."""
NONE_WHEN_NULL = BeforeValidator(lambda value: () if value is None else value)
"""On a list: `null` says the same as an empty list."""
