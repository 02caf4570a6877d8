"""Asking how things stand."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import AcrossForums


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowStanding(AcrossForums):
    """What awaits the person, and to the secretariat how each meeting stands (status)."""


StandingQuery: TypeAlias = ShowStanding
