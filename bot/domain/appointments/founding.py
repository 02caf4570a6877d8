"""What the charter says of working groups: who sets them up, on what occasion, who coordinates, on what level."""

from bot.domain.appointments.levels import level_meant
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.sections import Relation

CREATES, STEERS = "creates", "creates-and-steers"
_OWN = ("cluster", "forum")  # whoever the charter is for
_BY_FORUM = "decided-by-"
_REQUIRED = "required"


def founding(charter: Charter) -> Relation | None:
    """The relation by which the forum sets up groups, if the charter has one."""
    ours = charter.body_kind.value
    own = (each for each in charter.relations if each.kind in (CREATES, STEERS))
    return next((each for each in own if ours in (None, each.origin)), None)


def steers(charter: Charter) -> bool:
    """Whether the forum also steers the groups that it sets up."""
    found = founding(charter)
    return found is not None and found.kind == STEERS


def founding_words(charter: Charter) -> str | None:
    """What the charter says of setting up groups, in its own words; None where it is silent."""
    rules, relation = charter.working_groups, founding(charter)
    settled = (each.words for each in (rules.created_by, rules.occasion) if each.value is not None)
    return next((each for each in (*settled, None if relation is None else relation.words) if each), None)


def is_settled(charter: Charter) -> bool:
    """Whether the charter speaks of setting up groups at all."""
    return charter.working_groups.created_by.value is not None or founding(charter) is not None


def check_ours(charter: Charter) -> None:
    """Refusal("group_not_ours") where the charter leaves groups to another body."""
    who = charter.working_groups.created_by
    if who.value is not None and who.value not in (*_OWN, charter.body_kind.value):
        raise Refusal("group_not_ours", organ=charter.name_of_body(who.value), ord=who.words or "")


def no_resolution(charter: Charter) -> Refusal:
    """Why a group needs a resolution: in the charter's words, where it has any."""
    words = founding_words(charter)
    if words is None:
        return Refusal("group_no_resolution.silent", field="resolution")
    return Refusal("group_no_resolution", field="resolution", ord=words)


def no_task(charter: Charter) -> Refusal:
    """Why a group needs a task: in the charter's words, where it speaks of the occasion."""
    occasion = charter.working_groups.occasion
    if occasion.value is None or not occasion.words:
        return Refusal("group_no_task", field="task")
    return Refusal("group_no_task.words", field="task", ord=occasion.words)


def needs_level(charter: Charter) -> bool:
    """Whether whoever sets up a group says on what level is appointed."""
    value = charter.working_groups.appointing_level.value
    return value is not None and value.startswith(_BY_FORUM)


def set_level(charter: Charter) -> str:
    """The level that the charter itself sets; empty where it sets none."""
    value = charter.working_groups.appointing_level.value
    return "" if value is None or value.startswith(_BY_FORUM) else level_meant(value)


def needs_coordinator(charter: Charter) -> bool:
    """Whether a group without somebody who coordinates it is none."""
    return charter.working_groups.coordinator.value == _REQUIRED
