"""From a button or a typed command to the attempt that it is: what its success says, and what it leaves behind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.faults.cards import Json
from tests.faults.model import Attempt, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asks for what: `data` is the press's (empty for what is typed), `marker` the one word that is its own."""

    forum: str
    actor: str
    marker: str
    data: Json

    @property
    def meeting(self) -> str:
        """The meeting that a button names."""
        return str(self.data.get("meeting", ""))


Outcomes = dict[str, tuple[Key, ...]]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that changes something: what it may log, what its success says, and what it may bring about besides."""

    logs: tuple[str, ...]
    outcomes: Callable[[Asked], Outcomes]
    may_leave: Callable[[Asked], tuple[Key, ...]] = lambda _: ()


def attempt(verbs: Mapping[str, Verb], name: str, asked: Asked) -> Attempt:
    """The attempt to do what the verb says."""
    verb = verbs[name]
    return Attempt(
        forum=asked.forum,
        actor=asked.actor,
        verb=name,
        logs=verb.logs,
        outcomes=verb.outcomes(asked),
        may_leave=verb.may_leave(asked),
    )


def marked(what: str, *words: str, table: str | None = None) -> Callable[[Asked], Outcomes]:
    """Of what carries the marker itself."""

    def outcomes(asked: Asked) -> Outcomes:
        keys: tuple[Key, ...] = (
            ((what, asked.marker),) if table is None else ((what, asked.marker), (table, asked.marker))
        )
        return dict.fromkeys(words, keys)

    return outcomes


def personal(what: str, *words: str, table: str | None = None) -> Callable[[Asked], Outcomes]:
    """Of what the log tells by person alone."""

    def outcomes(asked: Asked) -> Outcomes:
        keys: tuple[Key, ...] = ((what, asked.forum, asked.actor),)
        return dict.fromkeys(words, keys if table is None else (*keys, (table, asked.marker)))

    return outcomes


def nothing(*words: str) -> Callable[[Asked], Outcomes]:
    """Of what changes nothing."""
    return lambda _: dict.fromkeys(words, ())


def either(*each: Callable[[Asked], Outcomes]) -> Callable[[Asked], Outcomes]:
    """Of what may come to one of several ends."""
    return lambda asked: {words: keys for outcomes in each for words, keys in outcomes(asked).items()}


def about_proposal(what: str, *words: str) -> Callable[[Asked], Outcomes]:
    return lambda asked: dict.fromkeys(words, ((what, asked.forum, int(asked.data["number"])),))


def revised(what: str, words: str) -> Callable[[Asked], Outcomes]:
    """Of a change to the draft: a button's makes just the revision after the one that it was drawn with."""

    def outcomes(asked: Asked) -> Outcomes:
        by_person: Key = (what, asked.forum, asked.actor)
        if "revision" not in asked.data:
            return {words: (by_person,)}
        return {words: (by_person, (f"{what}.revision", asked.forum, asked.meeting, int(asked.data["revision"]) + 1))}

    return outcomes
