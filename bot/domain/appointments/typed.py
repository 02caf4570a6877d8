"""What people write about seats and groups in one breath: each fact after its own word, or by itself between commas."""

import re
from dataclasses import replace

from bot.domain.appointments.actions import (
    Appoint,
    CreateAppointments,
    CreateGroup,
    NameCandidate,
    OpenAppointmentForm,
)
from bot.domain.appointments.levels import known_level

_SEAT = r"plads(?:en)?(?: nr\.?| nummer)? ?#?(?P<number>[1-9][0-9]{0,5})(?:/(?P<year>20[0-9]{2}))?"
_TO_SEAT = re.compile(rf"\s*(?:til|i|for)\s+{_SEAT}", re.IGNORECASE)
_FACT = re.compile(
    r"[,;]?\s+(?:og\s+)?(?P<word>fra og med|til og med|indtil|senest|fra|til|med suppleant|suppleant|tovholder|niveau"
    r"|ved beslutning|efter beslutning|jf\.? beslutning|beslutning|ved punkt|efter punkt|punkt)"
    r"(?=[\s:]):?\s+",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?P<count>[1-9][0-9]?) (?:pladser|plads|stk\.?)", re.IGNORECASE)
_FIELDS = {
    **dict.fromkeys(("fra", "fra og med"), "since"),
    **dict.fromkeys(("til", "til og med", "indtil", "senest"), "until"),
    **dict.fromkeys(("suppleant", "med suppleant"), "stand_in"),
    "niveau": "level",
    "tovholder": "coordinator",
}
_SHORT = ("since", "until", "level")  # end at a comma


def new_seat(words: str) -> CreateAppointments:
    """Of "KKR, medlem, chefniveau, 2 pladser, til 31/12/2027"; of one part alone the body and what it is are the same
    words.
    """
    head, facts = _parted(" ".join(words.split()), {"until", "level"})
    parts = [each.strip() for each in re.split(r"[,;]|:(?!//)", head) if each.strip()]
    counts = [each for each in parts if _COUNT.fullmatch(each)]
    levels = [each for each in parts if known_level(each)]
    plain = [each for each in parts if each not in counts and each not in levels]
    body, *rest = plain or [""]
    return CreateAppointments(
        body=body,
        title=", ".join(rest) or body,
        level=facts.get("level", "") or next(iter(levels), ""),
        count=next((_count(each) for each in counts), ""),
        until=facts.get("until", ""),
    )


def new_seat_in(words: str) -> CreateAppointments | OpenAppointmentForm:
    """Of "KKR, medlem"; of the body alone the form, as it is not said what the seat is."""
    new = new_seat(words)
    return OpenAppointmentForm(body=new.body) if new.title == new.body else new


def appointment(words: str) -> Appoint:
    """Of "A til plads 1 til 31/12/2027, suppleant B, beslutning 2"; the seat may be named by its body: "A til KKR"."""
    line = " ".join(words.split())
    number, year, line = _without_seat(line)
    head, facts = _parted(line, {"since", "until", "stand_in", "resolution"})
    name, _, body = (head, "", "") if number else head.partition(" til ")
    return Appoint(
        number=number,
        year=year,
        body=body.strip(" ,;."),
        name=name.strip(" ,;."),
        stand_in=facts.get("stand_in", ""),
        since=facts.get("since", ""),
        until=facts.get("until", ""),
        resolution=facts.get("resolution", ""),
    )


def nomination(words: str) -> NameCandidate:
    """Of "A, chefniveau, til plads 1"."""
    number, year, line = _without_seat(" ".join(words.split()))
    head, facts = _parted(line, {"level"})
    head = head.strip(" ,;.")
    name, comma, last = head.rpartition(",")
    level = facts.get("level", "")
    if comma and known_level(last) and not level:
        head, level = name, last.strip()
    return NameCandidate(number=number, year=year, name=head.strip(" ,;."), level=level)


def new_group(words: str) -> CreateGroup:
    """Of "Hjemmebesøg, beslutning 2, niveau chef, tovholder A, til 31/12/2027"."""
    head, facts = _parted(" ".join(words.split()), {"until", "level", "coordinator", "resolution"})
    parts = [each.strip() for each in head.split(",")]
    levels = [each for each in parts if known_level(each)]
    task = ", ".join(each for each in parts if each not in levels)
    level = facts.pop("level", "") or next(iter(levels), "")
    return replace(CreateGroup(task=task.strip(" ,;."), level=level), **facts)


def _without_seat(line: str) -> tuple[int | None, int | None, str]:
    """The seat's number and year, and the words without them."""
    found = _TO_SEAT.search(line)
    if found is None:
        return None, None, line
    return int(found["number"]), _year(found), line[: found.start()] + line[found.end() :]


def _year(found: re.Match[str]) -> int | None:
    return int(found["year"]) if found["year"] else None


def _count(part: str) -> str:
    found = _COUNT.fullmatch(part)
    return found["count"] if found else ""


def _parted(line: str, known: set[str]) -> tuple[str, dict[str, str]]:
    """What stands before the first fact, and each fact by its field; a word that begins none of these stays."""
    facts: dict[str, str] = {}
    cuts = [found for found in _FACT.finditer(line) if _is_fact(found, line, known)]
    ends = [*(each.start() for each in cuts[1:]), len(line)]
    head = line[: cuts[0].start()] if cuts else line
    for found, end in zip(cuts, ends, strict=False):
        said, comma, rest = line[found.end() : end].strip(" ,;.").partition(",")
        if _field(found) in _SHORT:
            head += f"{comma}{rest}"
        facts[_field(found)] = said.strip() if _field(found) in _SHORT else f"{said}{comma}{rest}".strip()
    return head, facts


def _is_fact(found: re.Match[str], line: str, known: set[str]) -> bool:
    """»til« and »fra« begin a fact only before a day: "A til KKR"."""
    field = _field(found)
    has_digit = re.match(r"(?:den )?[0-9]", line[found.end() :], re.IGNORECASE) is not None
    return field in known and (field not in ("since", "until", "resolution") or has_digit)


def _field(found: re.Match[str]) -> str:
    return _FIELDS.get(found["word"].casefold(), "resolution")
