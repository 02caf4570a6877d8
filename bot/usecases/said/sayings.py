"""Everyday ways to say a thing: words that may stand anywhere in a sentence, and what was said beside them.

A way is written as the words that it is known by, in any order and with any ending: `a/b` for either, `[a]` for one
that may be missing and makes it surer. Ways are parted by `|`. Words without weight ("kan du lige", "den", "jeg") need
not be written. `!a` is a word that must not be there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.actions import AnyCommand, AnyQuery
from bot.usecases.said.moment import Moment
from bot.usecases.said.told import Told

Act: TypeAlias = Callable[[Told], AnyQuery | AnyCommand | None]
"""What is meant, by what was said beside the words; None where too much of it is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Ways to ask for one act.

    `is_plain` lets a command be carried out at once where nothing speaks against it: it can be taken back, or is the
    person's own; it may hang on how it is said. `when` says at which moments it may be meant at all. `by_secretariat`
    is said by the secretariat alone, and hardly meant by others. What `refuses` is a no itself, which a "not" beside
    it does not turn round. `means` names the acts that it builds for those who say them in words of their own, which no
    way has, as bot/usecases/understanding/likely.py knows them.
    """

    ways: str
    act: Act
    is_plain: bool | Callable[[Told], bool] = False
    when: Callable[[Moment], bool] | None = None
    by_secretariat: bool = False
    refuses: bool = False
    means: str = ""
