"""The region beside a forum's name: there are several Nords (B8)."""

from bot.domain.kernel.forum import Forum
from cards.forum.provision_names import code_words
from cards.kit.words import say


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
