"""A proposal as it is said in one sentence: every part of it in the field of the form that it belongs to."""

import re

from bot.domain.kernel.danish import bare
from bot.domain.proposals.actions import OpenProposalForm
from bot.domain.proposals.state import ItemKind
from bot.domain.saying.slots import Counted
from bot.usecases.said.pointed import names_something
from bot.usecases.said.told import Told

_READ = 2_000  # characters
_LONGEST_TITLE = 150  # characters, of what is put into the form by guess
_KINDS = (
    ("tema", ItemKind.THEME),
    ("beslut", ItemKind.DECISION),
    ("orienter", ItemKind.INFORMATION),
    ("udveksl", ItemKind.EXCHANGE),
)
_FUNDS = ("klyngemid", "fallesmid", "falles mid", "falles penge")
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_WHERE = rf"m[øo]e?d\w*|gang|dagsorden\w*|klyngemøde\w*|(?:{_MONTHS})\w*|efterår\w*|forår\w*|programmet"
_FILLS = "|".join(
    (
        *("jeg", "vi", "det", "den", "de", "er", "at", "på", "til", "i", "med", "om", "op", "som", "et", "en", "der"),
        *("vil", "skal", "kan", "må", "bør", "gerne", "noget", "også", "her", "nu", "lige", "næste", "kommende"),
        *("punkt", "emne", "forslag", "førstkommende", "måske", "helst", "vores", "ville", "give", "mening", "hvordan"),
        *("tag", "tage", "sæt", "sætte", "venligst", "husk", "hvor", "have", "ca", "både", "endelig", "synes"),
    )
)
_BEHIND = re.compile(rf"(?:[\s,]+(?:{_FILLS}|{_WHERE}))+$", re.IGNORECASE)
_BEFORE = re.compile(rf"^(?:(?:{_FILLS})(?:\s+|$))+", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:om|vedr(?:ørende|\.)?|angående)\s", re.IGNORECASE)
_ENDS = re.compile(r"[,.;!?\n]|\s(?:og|fordi|for)\s", re.IGNORECASE)
_WHETHER = re.compile(r"(?:man|jeg|vi|du|i|der|det|de|at|ikke)\b", re.IGNORECASE)
_TO_MEETING = re.compile(r"m[øo]e?d\w*\s+(?:d(?:en)?\.?\s*)?$", re.IGNORECASE)

_AROUND = (
    "[et] [en] [om] [ny] [punkt] [nyt] [møde] [mødet] [næste] [gang] [dagsorden] [dagsordenen] [emne] [drøfte]"
    " [beslutning] [orientering] [minutter] [min] [kvarter] [time] [koster] [regner] [forslag] [tema] [kr] [vegne]"
    " [klyngen] [haster] [hjælpe]"
)
"""What a proposal is said with, and is no part of its title."""


def around(ways: str, barred: str = "") -> str:
    """Those ways, with all that a proposal is said with beside them; `barred` are words that none of them has."""
    return "|".join(f"{each} {barred} {_AROUND}" for each in ways.split("|"))


def form(told: Told) -> OpenProposalForm:
    """The form with all of it."""
    behind = _behind_colon(told)
    return OpenProposalForm(
        title=title_said(behind or _matter(told)),
        meeting=_meeting(told),
        duration=told.length_typed,
        amount=told.amount_typed.removesuffix(",00"),
        summary="" if behind else _sentence(told.reason),
        kind=kind_said(told.said),
        on_behalf_of=_on_behalf_of(told),
        on_funds=any(each in told.sound for each in _FUNDS),
    )


def form_of_new(told: Told) -> OpenProposalForm | None:
    """The same where the sentence speaks of nothing that there is already; whoever makes the agenda adds to it."""
    makes_agenda = told.moment.serves and bool(told.moment.items) and "forslag" not in told.sound
    return None if makes_agenda or names_something(told) else form(told)


def form_of_matter(told: Told) -> OpenProposalForm | None:
    """The same where it also says about what."""
    found = form_of_new(told)
    return found if found is not None and found.title else None


def form_of_length(told: Told) -> OpenProposalForm | None:
    """The same where it also says how long it takes or what it costs, as nothing else is said with a matter."""
    is_numbered = any(each.counts is not Counted.BARE for each in told.slots.numbers)
    if is_numbered or not (told.slots.lengths or told.slots.amounts):
        return None
    found = form(told)
    return found if found.title else None


def form_behind_colon(told: Told) -> OpenProposalForm | None:
    """The same where what it is about stands behind a colon."""
    is_numbered = any(each.counts is not Counted.BARE for each in told.slots.numbers)
    return None if is_numbered or not _behind_colon(told) else form(told)


def title_said(words: str) -> str:
    """What it is about, without the words around it."""
    matter = _BEFORE.sub("", _BEHIND.sub("", words[:_LONGEST_TITLE]))
    return _sentence(matter.strip(" ,.:;-–?!»«\"'"))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def kind_said(said: str) -> ItemKind:
    """What the meeting is asked to do with it, as far as that is said."""
    sound = bare(said[:_READ])
    return next((kind for word, kind in _KINDS if word in sound), ItemKind.DISCUSSION)


def _on_behalf_of(told: Told) -> str:
    """Whom it is proposed for, where that is said."""
    is_said = "vegne" in told.said.casefold() and len(told.organisations) == 1
    return told.organisations[0] if is_said else ""


def _behind_colon(told: Told) -> str:
    """What it is about, where that stands behind a colon: "til oktober: psykiatri, 30 min"."""
    start = told.slots.reason_start
    if start is None or not told.said[:start].rstrip().endswith(":") or _ABOUT.search(told.said[:start]):
        return ""
    end = _ENDS.search(told.said, start)
    return told.said[start : end.start() if end else None]


def _matter(told: Told) -> str:
    """What it is about; "om man kan" and "om jeg må" lead to no matter."""
    if not _WHETHER.match(told.rest):
        return told.rest
    slots = [each.start for each in told.slots.every()]
    for about in _ABOUT.finditer(told.said[:_READ]):
        end = min((each for each in slots if each >= about.end()), default=len(told.said))
        matter = _ENDS.split(told.said[about.end() : end], maxsplit=1)[0]
        if matter and not _WHETHER.match(matter):
            return matter
    return told.rest


def _hosted(told: Told) -> str:
    """The only coming meeting that is held where they say it should be."""
    coming = [
        each for each in told.moment.forum.meetings if each.host in told.organisations and each.starts > told.moment.now
    ]
    named = [told.moment.forum.organisation(each) for each in told.organisations]
    is_place = any(each is not None and f" i {bare(each.name.split()[0])}" in told.sound for each in named)
    return coming[0].id if len(coming) == 1 and is_place else ""


def _meeting(told: Told) -> str:
    """The meeting that was named, or the day of one that there is not, so that one is told so."""
    if told.meeting is not None or not told.slots.days:
        return told.meeting or _hosted(told)
    before = told.said[: told.slots.days[0].start][-20:]
    return told.day_typed if _TO_MEETING.search(before) else ""
