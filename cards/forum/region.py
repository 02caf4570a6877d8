"""The region beside a forum's name: there are several Nords (B8)."""

from collections.abc import Mapping

from bot.domain.kernel.forum import Forum
from cards.forum.provision_names import code_words
from cards.kit.fitting import shorten
from cards.kit.words import say

LONGEST_TITLE = 60  # characters on a button
_LEAST = 20  # characters of a name that stand beside its id, however long that is


def region_of(forum: Forum) -> str | None:
    """The region as people call it, by the forum's file, else by its charter; None where neither says."""
    code = forum.charter.region.value
    words = "" if code is None else code_words(code)
    named = forum.region or words[:1].upper() + words[1:]
    if not named:
        return None
    return named if named.casefold().startswith("region") else say("region.named", navn=named)


def named(forum: Forum) -> str:
    """The forum's name with its region, unless the name has it."""
    region = region_of(forum)
    if region is None or region.casefold() in forum.name.casefold():
        return forum.name
    return say("about.forum", forum=forum.name, region=region)


def told_apart(known: Mapping[str, tuple[str, str]]) -> Mapping[str, str]:
    """By id what to call each forum, given its name and that with its region: as little as tells it from the others.

    Of two with the same name and region nothing but the id does.
    """
    names, wholes = ([pair[at] for pair in known.values()] for at in (0, 1))
    return {
        forum: name if names.count(name) == 1 else whole if wholes.count(whole) == 1 else _with_id(forum, whole)
        for forum, (name, whole) in known.items()
    }


def _with_id(forum: str, whole: str) -> str:
    room = max(_LEAST, LONGEST_TITLE - len(forum) - len(" · "))
    return f"{shorten(whole, room)} · {forum}"
