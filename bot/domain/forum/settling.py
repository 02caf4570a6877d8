"""Choices of a forum that its charter settles otherwise, and a local layer of which the charter does not speak."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.domain.kernel.charter import Charter, Mode
from bot.domain.kernel.forum import Forum, Version
from bot.domain.kernel.needed import Needed, read_rule
from bot.domain.kernel.provision import Provision

_PLAIN = frozenset(Mode)
K_OF_N = Needed.K_OF_N.value
"""So many of those who are asked, as a forum file says it: `{k_of_n: 2}`."""

SETTLES: Mapping[str, Callable[[Charter], Provision[Any]]] = {
    "agenda_approval": lambda charter: _plainly(charter.agenda_approval.mode),
    "approvers": lambda charter: charter.agenda_approval.approvers,
    "answer_days_before": lambda charter: charter.agenda_approval.deadline_days_before,
    "answers": lambda charter: _as_chosen(charter.agenda_approval.who_must_answer),
    "dispatch_days_before": lambda charter: charter.agenda.dispatch_days_before,
    "minutes_days_after": lambda charter: charter.minutes.dispatch_days_after,
    "minutes_approval": lambda charter: charter.minutes.approval,
    "publication_agenda": lambda charter: charter.publication.agenda,
    "publication_minutes": lambda charter: charter.publication.minutes,
    "publication_days_after": lambda charter: charter.publication.days_after,
    "aligned_days_before": lambda charter: charter.meetings.aligned_days_before,
    "hosting_order": lambda charter: _as_list(charter.hosting.order),
}
"""What a charter may settle that a forum can choose where it does not, by the name of the choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled:
    """A choice that the charter settles otherwise from `since` on (None: now); it stays, and holds where it did."""

    choice: str
    chosen: object
    settled: object
    words: str
    since: date | None

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"overruled/{self.choice}/{self.settled}/{self.since or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnforeseenLayer:
    """A local charter where the common one does not speak of any."""

    title: str

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"unforeseen_layer/{self.title}"


def overruled(forum: Forum, day: date) -> Iterator[Overruled]:
    """Every choice that the charter in force, or one that is to come, settles otherwise."""
    for version in _from(forum, day):
        since = version.since if version.since is not None and version.since > day else None
        for key, settles in SETTLES.items():
            settled, chosen = settles(version.charter), forum.choice(key)
            if None not in (chosen, settled.value) and chosen != settled.value:
                yield Overruled(
                    choice=key,
                    chosen=spelled(chosen),
                    settled=spelled(settled.value),
                    words=settled.words or "",
                    since=since,
                )


def spelled(value: object) -> object:
    """The value as a line of text says it."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return f"{value[K_OF_N]}-of-n" if isinstance(value, Mapping) else value


def unforeseen_layers(forum: Forum, day: date) -> Iterator[UnforeseenLayer]:
    """Each local charter for which the common one gives no room in so many words."""
    for version in _from(forum, day):
        if version.local is not None and version.charter.local_layer.value is None:
            yield UnforeseenLayer(title=version.local.title)


def _from(forum: Forum, day: date) -> list[Version]:
    """What holds that day, and what is to come."""
    now = forum.version_on(day)
    return [now, *(each for each in forum.versions if each is not now and each.since and each.since > day)]


def _plainly(mode: Provision[str]) -> Provision[str]:
    return mode if mode.value in _PLAIN else Provision()


def _as_list(said: Provision[Any]) -> Provision[Any]:
    """A list as a choice keeps it."""
    return said if said.value is None else replace(said, value=list(said.value))


def _as_chosen(said: Provision[Any]) -> Provision[Any]:
    """Whose answers it takes, spelled as a forum file does: a charter says `2-of-n`."""
    if said.value is None:
        return said
    needed, least = read_rule(said.value)
    return replace(said, value={K_OF_N: least} if needed is Needed.K_OF_N else needed.value)
