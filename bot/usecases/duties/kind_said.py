"""Which kind of duty a sentence speaks of, and the list of what it asks about."""

import re

from bot.domain.duties.actions import ShowDuties
from bot.domain.duties.state import Kind
from bot.domain.kernel.danish import bare
from bot.usecases.said.told import Told

_READ = 1_000  # characters
_KINDS = (
    (Kind.LOCAL_INITIATIVE, re.compile(r"\blokalt?e? initiativ")),
    (Kind.AGREEMENT, re.compile(r"\b(?:samarbejds)?aftale(?:n|r|rne|op\w*)?\b")),
    (Kind.GRANT, re.compile(r"\bpulje|ansogning|\bfond(?:e|en|ene|ens)?\b|\bfonds")),
    (Kind.EFFORT, re.compile(r"\bindsats")),
    (
        Kind.ASSIGNED,
        re.compile(
            r"\bstille[dt]|palagt|\bbestil|\b(?:sundheds)?rad(?:et|ets)?\b|\bssf\b|strategisk|oppefra|bedt os"
            r"|koordineringsgruppe|tilbagemeld|\bmeld\w* tilbage|\bbesvar"
        ),
    ),
    (Kind.MINUTES, re.compile(r"\brefer(?:at|ent)")),
)
_OWN = re.compile(r"\b(?:jeg|mig|min|mine|mit)\b", re.IGNORECASE)


def kind_said(told: Told) -> Kind | None:
    """The one that is named, else that of the list that was shown."""
    sound = bare(told.said[:_READ])
    named = next((kind for kind, words in _KINDS if words.search(sound)), None)
    shown = told.moment.talk.shown
    return named or (shown.kind if isinstance(shown, ShowDuties) else None)


def kind_to_make(told: Told) -> Kind:
    """What a new one is: by the words before it is said itself."""
    head = bare(told.said[:_READ]).partition(":")[0].partition(" at ")[0]
    named = next((kind for kind, words in _KINDS if words.search(head)), None)
    shown = told.moment.talk.shown
    if "opgave" in head and named is not Kind.ASSIGNED:
        return Kind.TASK
    found = named or (shown.kind if isinstance(shown, ShowDuties) else None)
    return Kind.TASK if found in (None, Kind.MINUTES) else found


def listed(told: Told, otherwise: Kind | None = None) -> ShowDuties:
    """All of that kind, or all that is owed: by themselves, where they speak of themselves."""
    kind = kind_said(told) or otherwise
    return ShowDuties(mine=kind is None and _OWN.search(told.said[:_READ]) is not None, kind=kind)
