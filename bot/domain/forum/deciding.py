"""What was decided in Teams as a forum file is applied: it stays, unless it is forced to give way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.forum.choosable import GUIDANCE, OWN_STEP
from bot.domain.kernel.forum import Choice, Forum, of_organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A choice that was made in Teams and that the file would have otherwise."""

    key: str
    decided: Choice
    written: Any


def conflicts(before: Forum, file: Forum) -> tuple[Kept, ...]:
    """Where the file says otherwise than what was decided in Teams."""
    written = _written(file)
    return tuple(
        Kept(key=key, decided=choice, written=written[key])
        for key, choice in before.decided.items()
        if key in written and written[key] != choice.value
    )


def without(forum: Forum, keys: tuple[str, ...]) -> Forum:
    """The forum where these were not decided in Teams."""
    return replace(forum, decided={key: each for key, each in forum.decided.items() if key not in keys})


def _written(file: Forum) -> Mapping[str, Any]:
    """Every value that the file gives, by its key."""
    return {key: each.value for key, each in file.choices.items()} | dict(_of_organisations(file))


def _of_organisations(file: Forum) -> Iterator[tuple[str, str]]:
    for organisation in file.organisations:
        for row in (OWN_STEP, GUIDANCE):
            value = getattr(organisation, row.key)
            if value is not None:
                yield of_organisation(row.key, organisation.id), value
