"""What a charter lets a proposal say beyond what every proposal says; where it is silent nothing is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.funds.settings import has_fund, purposes
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import Named

INVOLVEMENT = "inddragelse"  # what carries a principle that asks how patients are involved
LOCAL_CHALLENGE = "lokal-udfordring"  # what carries a task whose items can be marked as a local challenge


class Area(StrEnum):
    """The areas that an item can be marked with wherever a charter has a scope."""

    SOMATIC = "somatik"
    PSYCHIATRIC = "psykiatri"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfFunds:
    """What may be said of an item on the shared funds: purposes and who takes part, as ids with names."""

    purposes: Mapping[str, str]
    parties: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What may be chosen, as ids with names (areas by their ids), and which texts may be written.

    `funds` is None where the forum has none.
    """

    topics: Mapping[str, str]
    purposes: Mapping[str, str]
    principles: Mapping[str, str]
    areas: tuple[str, ...]
    local_policy: bool
    involvement: bool
    joint_position: bool
    local_challenge: bool
    funds: AskedOfFunds | None = None

    @property
    def anything(self) -> bool:
        """Whether the charter asks for anything at all."""
        texts = self.local_policy or self.involvement or self.joint_position or self.local_challenge
        return bool(self.topics or self.purposes or self.principles or self.areas or texts or self.funds)


def asked_by(charter: Charter, funds: AskedOfFunds | None = None) -> Asked:
    """What that charter lets a proposal say; municipalities among themselves are asked for their joint position."""
    scope = charter.scope.value
    tasks = (*charter.tasks.mandatory, *charter.tasks.optional)
    return Asked(
        topics=_named(charter.topics),
        purposes=_named(charter.purposes),
        principles=_named(charter.principles),
        areas=() if scope is None else tuple(dict.fromkeys((*(each.value for each in Area), *scope))),
        local_policy=charter.agenda.local_policy.value is not None,
        involvement=any(each.by == INVOLVEMENT for each in charter.principles),
        joint_position=charter.composition.parties.value == ("municipality",),
        local_challenge=any(each.by == LOCAL_CHALLENGE for each in tasks),
        funds=funds,
    )


def asked_of_funds(forum: Forum) -> AskedOfFunds | None:
    """What an item there may say of the shared funds; None where the forum has none."""
    if not has_fund(forum):
        return None
    return AskedOfFunds(purposes=purposes(forum), parties={each.id: each.name for each in forum.organisations})


def _named(entries: Iterable[Named]) -> dict[str, str]:
    return {each.id: each.name for each in entries}
