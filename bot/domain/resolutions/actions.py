"""Looking for resolutions by their words."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import AcrossForums


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowResolutions(AcrossForums):
    """The resolutions that speak of those words, newest first; without any the newest there are.

    `skip` is how many were shown before.
    """

    words: str = ""
    skip: int = 0


ResolutionsQuery: TypeAlias = ShowResolutions
