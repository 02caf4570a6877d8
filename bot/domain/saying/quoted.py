"""What somebody wrote themselves, out of a message that holds other people's words as well."""

import re
from functools import lru_cache

from bot.domain.saying.heard import LONGEST, heard
from bot.domain.saying.reserving import is_reserved

_HEADED = r"(?:fra|from|von|fr.n)[ \t]?:"
_HEADS_ON = r"(?:sendt|sent|dato|date|til|to|emne|subject|gesendet|skickat)[ \t]?:"
_OPENS = re.compile(
    r"[-_*\s]*(?:oprindelig meddelelse|original ?message|(?:start p. )?videresendt (?:besked|meddelelse|mail)"
    r"|(?:begin )?forwarded message|opprinnelig melding|ursprungligt meddelande)[-_*:\s]*$"
    r"|(?:fwd?|vs|wg)[ \t]?:"
    rf"|{_HEADED}.{{1,200}}\b{_HEADS_ON}",
    re.IGNORECASE,
)
_HEADER = re.compile(_HEADED, re.IGNORECASE)
_HEADER_GOES_ON = re.compile(_HEADS_ON, re.IGNORECASE)
_WROTE = re.compile(
    r"\b(?:den|d\.|on)[ \t][^:\n]{0,30}[0-9][^\n]{0,80}\b(?:skrev|wrote|schrieb)\b[^:\n]{0,80}:"
    r"|^[^:\n]{2,80}\b(?:skrev|wrote)\b[^:\n]{0,20}[0-9][^\n]{0,40}:\s*$",
    re.IGNORECASE,
)
_WROTE_ON = re.compile(r"den [^\n]{0,30}[0-9][^\n]{0,80}\bskrev\b[^:\n]{0,80}$", re.IGNORECASE)
_COPIED = re.compile(r"\[[0-9][0-9./:, -]{3,25}(?:am|pm)?\][ \t]\S", re.IGNORECASE)
_QUOTED = re.compile(r"(?:>|&gt;|\|[ \t]?>)")
_ANSWERS = re.compile(r"(?:sv|re|aw)[ \t]?:.{0,200}$", re.IGNORECASE)
_OWN_FROM = "<<<"
_TAG = re.compile(r"</?quoted\b[^<>]{0,200}>", re.IGNORECASE)

_SIGNED = re.compile(
    r"(?:(?:de )?(?:med )?(?:venn?lige?|bedste|mange|k.{1,2}rlige?|varme|gode) hils(?:en|ner)"
    r"|hilsen|hilsner|mvh|m\.v\.h|vh|kh|bh|(?:kind|best|warm) regards|regards|mit freundlichen gr.{1,2}en"
    r"|(?:sendt|sent) (?:fra|from) (?:min|mit|my|outlook|mail)|hent outlook til|get outlook for)(?!\w)",
    re.IGNORECASE,
)
_SIGNED_WITHIN = re.compile(r"[.!?,)][ \t](?=(?:med venlig|venlig hilsen|bedste hilsner|mvh|vh|kh)\b)", re.IGNORECASE)
_LONGEST_NAME = 6  # words that a signature has on its first line
_POSTSCRIPT = re.compile(r"(?:ps|p\.s\.?|nb)\b", re.IGNORECASE)
_AUTOMATIC = re.compile(
    r"\s*(?:(?:sv|re)[ \t]?:[ \t]*)?(?:automatisk (?:svar|besked|mail)|autosvar|automatic reply|auto-?reply"
    r"|automatische antwort|frav.{1,2}rsbesked)|.{0,200}\bout of (?:the )?office\b",
    re.IGNORECASE | re.DOTALL,
)


@lru_cache(maxsize=16)  # of one sentence several things are asked
def own_words(text: str) -> str:
    """What the person wrote, out of the first 2,000 characters; empty where all of it was quoted."""
    whole = _TAG.sub("\n", _without_blocks(text[:LONGEST]))
    if is_automatic(whole):
        return ""
    lines = [line.strip() for line in whole.splitlines()]
    return "\n".join(_unsigned(_unquoted(lines))).strip()


def is_automatic(text: str) -> bool:
    """Whether a mail program wrote it while somebody was away."""
    return bool(_AUTOMATIC.match(text[:LONGEST]))


def _without_blocks(text: str) -> str:
    """Without what stands between the marks of a block quote."""
    kept = []
    before, opened, rest = _parted(text, "<blockquote")
    while opened:
        kept.append(before)
        _, _, after = _parted(rest, "</blockquote>")
        before, opened, rest = _parted(after, "<blockquote")
    return "\n".join((*kept, before))


def _parted(text: str, mark: str) -> tuple[str, bool, str]:
    at = text.lower().find(mark)
    return (text, False, "") if at < 0 else (text[:at], True, text[at + len(mark) :])


def _unquoted(lines: list[str]) -> list[str]:
    kept: list[str] = []
    copied = False
    for at, line in enumerate(lines):
        if not line:
            copied = False
            kept.append(line)
            continue
        copied = copied or bool(_COPIED.match(line))
        if line.startswith(_OWN_FROM):
            kept.append(line[len(_OWN_FROM) :].strip())
        elif _opens(lines, at):
            return kept
        elif wrote := _WROTE.search(line):
            kept.append(line[: wrote.start()].strip())
            if line[wrote.end() :] or not _is_marked(lines[at + 1 :]):
                return kept
        elif not (copied or _QUOTED.match(line) or _ANSWERS.match(line)):
            kept.append(line)
    return kept


def _opens(lines: list[str], at: int) -> bool:
    """Whether all is quoted from that line on."""
    line, following = lines[at], [each for each in lines[at + 1 : at + 4] if each]
    if _OPENS.match(line):
        return True
    if _HEADER.match(line):
        return any(map(_HEADER_GOES_ON.match, following))
    return bool(_WROTE_ON.match(line)) and bool(following) and following[0].endswith(":")


def _is_marked(lines: list[str]) -> bool:
    """Whether what follows is marked line by line, so that one's own words may come after it."""
    first = next(filter(None, lines), "")
    return bool(_QUOTED.match(first))


def _unsigned(lines: list[str]) -> list[str]:
    """Without a signature and what follows it, except for what it would be bold to leave out."""
    first = next((at for at, line in enumerate(lines) if line), 0)
    for at, line in enumerate(lines):
        if at > first and _SIGNED.match(line) and len(line.split()) <= _LONGEST_NAME:
            return [*lines[:at], *filter(_is_said, lines[at + 1 :])]
        within = _SIGNED_WITHIN.search(line)
        if within and _is_name(line[within.end() :]):
            return [*lines[:at], line[: within.start() + 1], *filter(_is_said, lines[at + 1 :])]
    return lines


def _is_said(line: str) -> bool:
    return bool(_POSTSCRIPT.match(line)) or is_reserved(heard(line))


def _is_name(signed: str) -> bool:
    """Whether nothing but names follows the greeting."""
    words = signed.split()
    named = [word for word in words if not _SIGNED.match(word) and word.lower() not in ("med", "venlig", "bedste")]
    return len(words) <= _LONGEST_NAME and all(word[:1].isupper() for word in named if word.lower() != "hilsen")
