"""What people type about minutes; see bot/usecases/phrases.py."""

import re

from bot.domain.kernel.danish import NOBODY, bare
from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    OpenAttendance,
    OpenDissent,
    OpenResolution,
    RecordAbsence,
    RecordArrival,
    RecordDeparture,
    RecordDissent,
    RecordEnd,
    RecordEverybody,
    RecordPositions,
    RecordPresence,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
    ShowMinutes,
    ShowMinutesPreview,
    TakeBackDissent,
    TakeBackMinutesApproval,
)
from bot.domain.saying.actions import Said
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases

_LINES = re.compile("[;\n]")
_PARTS = re.compile(r"(?:[^,()]+|\([^()]*\)|[()])+")  # a comma in brackets parts nothing
_SHORT = 20  # characters
_OUTCOME = re.compile(r"(?:blev )?(?:godkendt|tiltradt|vedtaget|droftet|udsat|forkastet|taget til|til efterretning)\b")
_BUT = re.compile(r"\s*alle\s+(?:undtagen|på\s?nær|bortset\s+fra)\s+(?=\S)", re.IGNORECASE)


def _names(words: str) -> tuple[str, ...]:
    """Names as typed: parted by semicolons or lines where there are any, else by commas; `ingen` is nobody."""
    parts = _LINES.split(words) if _LINES.search(words) else _PARTS.findall(words)
    names = tuple(name.strip() for name in parts if name.strip())
    return () if len(names) == 1 and len(names[0]) <= _SHORT and bare(names[0]) == NOBODY else names


def _present(words: str) -> RecordPresence | RecordEverybody:
    """Those who are named, or "alle undtagen …": all but those."""
    but = _BUT.match(words)
    return RecordEverybody(absent=_names(words[but.end() :])) if but else RecordPresence(present=_names(words))


def _positions(got: Filled) -> RecordPositions | Said:
    """Who stood how; what was resolved instead is a sentence like any other."""
    if _OUTCOME.match(bare(got.words)):
        return Said(words=f"punkt {got.number}: {got.words}")
    return RecordPositions(position=got.number, words=got.words)


PHRASES = (
    QueryPhrases(
        "[vis/se] referat/referatet/referater/minutes | [vis/se] referat/referatet/minutes [for/fra/til] [mødet] {dag}",
        lambda got: ShowMinutes(meeting=got.tail or None),
    ),
    QueryPhrases("beslutning [til] [punkt] {n}", lambda got: OpenResolution(position=got.number)),
    CommandPhrases(
        "beslutning [til] [punkt] {n}:",
        lambda got: RecordResolution(position=got.number, words=got.words),
    ),
    CommandPhrases("punkt {n}:", _positions),
    QueryPhrases(
        "afvigende mening | afvigende mening til [punkt] {n}",
        lambda got: OpenDissent(position=got.number if got.numbers else None),
    ),
    CommandPhrases(
        "afvigende mening til [punkt] {n}:",
        lambda got: RecordDissent(position=got.number, words=got.words),
    ),
    CommandPhrases(
        "fortryd afvigende mening til [punkt] {n} | træk afvigende mening til [punkt] {n} tilbage",
        lambda got: TakeBackDissent(position=got.number),
    ),
    QueryPhrases("fremmøde/deltagere | hvem var til stede", lambda got: OpenAttendance()),
    CommandPhrases("[til] stede:", lambda got: _present(got.words)),
    CommandPhrases("fravær/fraværende:", lambda got: RecordAbsence(absent=_names(got.words))),
    CommandPhrases("alle var [til] stede | alle til stede", lambda got: RecordEverybody()),
    CommandPhrases(
        "alle [var] [til] [stede] undtagen/pånær {ord}", lambda got: RecordEverybody(absent=_names(got.tail))
    ),
    CommandPhrases(
        "alle andre/øvrige var [til] stede | resten var [til] stede",
        lambda got: RecordEverybody(but_the_absent=True),
    ),
    CommandPhrases("kom/ankom:", lambda got: RecordArrival(words=got.words)),
    CommandPhrases("gik/forlod:", lambda got: RecordDeparture(words=got.words)),
    CommandPhrases("mødet sluttede [kl]:", lambda got: RecordEnd(ended=got.words)),
    QueryPhrases("[vis/se] referat/referatet før udsendelse", lambda got: ShowMinutesPreview()),
    CommandPhrases("send/udsend referat/referatet/minutes | send referat/referatet ud", lambda got: SendMinutes()),
    CommandPhrases("godkend/godkendt/approve referat/referatet/minutes", lambda got: ApproveMinutes()),
    CommandPhrases("fortryd godkendelse/godkendelsen [af] referat/referatet", lambda got: TakeBackMinutesApproval()),
    CommandPhrases("bemærkning/bemærkninger til referat/referatet:?", lambda got: RemarkOnMinutes(words=got.words)),
    CommandPhrases("tilføj til referat/referatet:?", lambda got: AddToMinutes(words=got.words)),
    CommandPhrases(
        "tilføj til referat/referatet punkt {n}:",
        lambda got: AddToMinutes(position=got.number, words=got.words),
    ),
)
