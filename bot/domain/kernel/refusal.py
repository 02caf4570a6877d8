"""A polite no: a key that names the reason and the facts that explain it; `cards` puts it into Danish."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from bot.domain.kernel.action import Action


class Term(str):
    """A fact that is itself a key of the copy file (a field's label, say): `cards` puts it into words too."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done instead: a button's title, as a key of the copy file, and what it asks for."""

    title: str
    action: Action


class Refusal(Exception):  # noqa: N818 - a refusal is expected, not an error
    """The request cannot be met as it stands.

    `key` names the reason (`error.<key>` in the copy file) and `facts` fill its placeholders; `field` is the id of the
    input that it is about, where it is about one, and `offer` what can be done instead. `also` are faults of single
    inputs that are told beside each of them.
    Raising it inside a use case rolls everything back.
    """

    def __init__(
        self,
        key: str,
        *,
        field: str | None = None,
        offer: Offer | None = None,
        also: Sequence["Refusal"] = (),
        **facts: object,
    ) -> None:
        super().__init__(key)
        self.key = key
        self.field = field
        self.offer = offer
        self.also = tuple(also)
        self.facts: Mapping[str, object] = facts

    @classmethod
    def told(cls, key: str, facts: Mapping[str, object]) -> "Refusal":
        """One that was raised before, as it was kept."""
        return cls(key, **{str(name): fact for name, fact in facts.items()})  # type: ignore[arg-type]  # none is of ours

    def about(self, field: str) -> "Refusal":
        """The same of the input with that id."""
        same = copy(self)
        same.field = field
        return same
