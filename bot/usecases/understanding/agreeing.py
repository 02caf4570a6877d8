"""An answer to what was offered: a yes, a no or a number alone, or a yes that says the same once more."""

import re
from collections.abc import Sequence
from dataclasses import fields
from enum import Enum

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.kernel.action import Action, Command
from bot.domain.kernel.danish import bare
from bot.domain.saying.actions import Lead, Offered
from bot.domain.saying.small_talk import yes_or_no
from bot.usecases.said.moment import Talk

_LONGEST = 40  # characters; a longer answer says more than yes or no
_BEGINS = re.compile(r"(?:ja|jo|jep|ok|okay|fint)\b")
_PLACES = {
    **dict.fromkeys(("1", "nr 1", "nummer 1", "nummer et", "den forste", "det forste"), 0),
    **dict.fromkeys(("2", "nr 2", "nummer 2", "nummer to", "den anden", "det andet"), 1),
    **dict.fromkeys(("3", "nr 3", "nummer 3", "nummer tre", "den tredje", "det tredje"), 2),
}


def agreed(words: str, talk: Talk) -> AnyQuery | AnyCommand | None:
    """What of the offer it takes, or that it leaves it; None where nothing is offered or it says something else."""
    if not talk.offered or len(words) > _LONGEST:
        return None
    answer = yes_or_no(words)
    if answer is False:
        return Offered(lead=Lead.LEFT)
    said = " ".join(bare(words).replace(".", " ").strip(" !,").split())
    place = 0 if answer else _PLACES.get(said)
    if place is None or place >= len(talk.offered):
        return None
    taken = talk.offered[place]
    return taken if isinstance(taken, AnyQuery | AnyCommand) else None


def agreed_at_length(words: str, meant: Sequence[Action], talk: Talk) -> AnyQuery | AnyCommand | None:
    """The first of the offer where a sentence begins with a yes and means just that: "ja send den retur"."""
    if not (talk.offered and meant and _BEGINS.match(bare(words[:_LONGEST]))):
        return None
    taken = talk.offered[0]
    is_meant = _is_alike(meant[0], taken) or (len(words) <= _LONGEST and _opens(meant[0], taken))
    return taken if is_meant and isinstance(taken, AnyQuery | AnyCommand) else None


def _opens(form: Action, command: Action) -> bool:
    """Whether it is the form of something like that command: "ja, aflys det"."""
    is_form = type(form).__name__.startswith("Open") and isinstance(command, Command)
    return is_form and type(form).__module__ == type(command).__module__


def _is_alike(one: Action, other: Action) -> bool:
    """Whether both do the same, whatever words they carry."""
    if type(one) is not type(other):
        return False
    pairs = [(getattr(one, each.name), getattr(other, each.name)) for each in fields(one)]
    return all(a == b for a, b in pairs if isinstance(a, Enum) or isinstance(b, Enum))
