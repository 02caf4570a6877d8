"""A new duty written in one breath: what, who and when, each after its own word."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.duties.actions import CreateDuty
from bot.domain.kernel.danish import fold, parse_date
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal

_WORDS = {
    "ansvarlig": "owner",
    "frist": "due",
    "parter": "parties",
    "kilde": "source",
    "sidst": "followed_on",
    "stillet af": "source",
}
_AFTER = re.compile(rf"[,;.]? ({'|'.join(_WORDS)}):? ", re.IGNORECASE)


def in_one_breath(words: str, new: CreateDuty) -> CreateDuty:
    """The new duty with the fields of a sentence like "Skriv til byrådet, ansvarlig Hjørring, frist 1/6"."""
    title, *parts = _AFTER.split(" ".join(words.split()))
    named = zip(parts[::2], parts[1::2], strict=True)
    fields: dict[str, Any] = {_WORDS[word.casefold()]: said.strip(" ,;.") for word, said in named}
    return replace(new, title=title.strip(" ,;"), **fields)


def ending_in_facts(forum: Forum, new: CreateDuty, today: date) -> CreateDuty:
    """The same where the sentence just ends in a whole name and a day: "Skriv til byrådet, Hjørring Kommune, 1/6"."""
    parts, found = [each.strip() for each in new.title.split(",")], {"owner": new.owner, "due": new.due}
    while len(parts) > 1:
        fact = "due" if _is_day(parts[-1], today) else "owner" if _is_known(forum, parts[-1], today) else None
        if fact is None or found[fact]:
            break
        found[fact] = parts.pop()
    return replace(new, title=", ".join(parts), owner=found["owner"], due=found["due"])


def _is_day(typed: str, today: date) -> bool:
    try:
        parse_date(typed, today)
    except Refusal:
        return False
    return True


def _is_known(forum: Forum, typed: str, today: date) -> bool:
    """Whether it is an organisation or somebody with a seat, by their whole name."""
    seated = (each.name for each in forum.people if any(forum.seats_of(each.id, today)))
    return fold(typed) in {fold(name) for name in (*(each.name for each in forum.organisations), *seated)}
