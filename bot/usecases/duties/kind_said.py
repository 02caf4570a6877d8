"""Which kind of duty a sentence speaks of, and the list of what it asks about."""

import re

from bot.domain.duties.actions import ShowDuties
from bot.domain.duties.state import Kind, Status
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
_ON_HOLD = re.compile(r"\b(?:bero|sat pa pause|pa hold|afventer|venter|udskudt|ligger stille)\b")
_NOT_BEGUN = re.compile(r"\bikke (?:begyndt|startet|gaet i gang|i gang)\b")
_OVER = re.compile(r"\b(?:opgivet|droppet|skrinlagt|stoppet|nedlagt)\b")
_DONE = re.compile(r"\b(?:gennemfort|afsluttet|overstaet)\b")
_NOT_YET = re.compile(r"\b(?:ikke|nasten|delvist|halvt|snart|bliver)\b")
_OF_GRANT = (
    (Status.REFUSED, re.compile(r"\bafslag\b|\bafvist\b|\b(?:sagt?|siger|et) nej\b|\bfik nej\b")),
    (Status.GRANTED, re.compile(r"\bbevilget\b|\btilsagn\b|\b(?:sagt?|siger|et) ja\b|\bfik ja\b")),
    (Status.DROPPED, _OVER),
    (Status.APPLIED, re.compile(r"\b(?:af|ind)?sendt\b|\bafleveret\b|\bansogt\b")),
)
_OWN = re.compile(r"\b(?:jeg|mig|min|mine|mit)\b", re.IGNORECASE)


def kind_said(told: Told) -> Kind | None:
    """The one that is named, else that of the list that was shown."""
    sound = told.sound
    named = next((kind for kind, words in _KINDS if words.search(sound)), None)
    shown = told.moment.talk.shown
    return named or (shown.kind if isinstance(shown, ShowDuties) else None)


def status_said(told: Told) -> Status | None:
    """How far it is; None where it is over in a way that the words do not tell."""
    sound, kind = told.sound, kind_said(told)
    if _NOT_BEGUN.search(sound):
        return Status.NOT_BEGUN
    if kind is Kind.GRANT and (found := next((each for each, words in _OF_GRANT if words.search(sound)), None)):
        return None if _NOT_YET.search(sound) else found
    if kind is Kind.EFFORT and _DONE.search(sound) and not _NOT_YET.search(sound):
        return Status.DONE
    if _OVER.search(sound):
        return None
    return Status.ON_HOLD if _ON_HOLD.search(sound) else Status.UNDERWAY


def kind_to_make(told: Told) -> Kind:
    """What a new one is: by the words before it is said itself."""
    head = told.sound.partition(":")[0].partition(" at ")[0]
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
