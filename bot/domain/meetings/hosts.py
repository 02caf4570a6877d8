"""Which organisation is host: those that are offered, the likeliest first, and the one that somebody names."""

from collections.abc import Mapping

from bot.domain.kernel.danish import fold
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.settings import hosting_order

_LONGEST = 200  # characters of a name
_SHOWN = 100  # characters of what was typed that a refusal repeats


def hosts_offered(forum: Forum, proposed: str | None = None) -> Mapping[str, str]:
    """The names of the organisations by their ids: who is proposed, then the rota in its order, then all others."""
    known = {each.id: each.name for each in forum.organisations}
    return {each: known[each] for each in dict.fromkeys((proposed, *hosting_order(forum), *known)) if each in known}


def host_meant(forum: Forum, typed: str) -> str:
    """The id of the organisation with that id, name or part of a name; Refusal("meeting_host")."""
    part = fold(" ".join(typed[:_LONGEST].split()))
    names = {each.id: fold(each.name) for each in forum.organisations}
    found = [each for each, name in names.items() if part in (fold(each), name)]
    found = found or [each for each, name in names.items() if part in name]
    if len(found) != 1 or not part:
        raise Refusal("meeting_host", field="host", navn=typed.strip()[:_SHOWN])
    return found[0]
