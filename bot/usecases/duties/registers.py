"""Which registers a forum has, by its charter's tasks, and what rules hold for each."""

from collections.abc import Collection, Mapping

from bot.domain.duties.reminders import grant_days
from bot.domain.duties.state import OTHER_SOURCE, FollowUp, Kind
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from cards.duties.cards import REGISTERS
from cards.kit.words import say

_CARRIERS = {Kind.EFFORT: {"indsatser", "opgaver"}, Kind.AGREEMENT: {"aftaler"}, Kind.GRANT: {"ansoegninger"}}
"""What a charter's task says that carries it, by the register that does."""

_PLAN = "plan"
_DECIDES = "decides-plan"


_SETS_TASKS = "assigns-tasks"


def setting(charter: Charter) -> Mapping[str, str]:
    """The bodies that set the forum tasks, by id."""
    named = (each.origin for each in charter.relations if each.kind == _SETS_TASKS)
    return {each: charter.name_of_body(each) for each in named}


def source_name(charter: Charter, duty: FollowUp) -> str:
    """The body that set it, by name."""
    return charter.name_of_body(duty.details.source or "")


def offered(charter: Charter, kept: Collection[Kind]) -> tuple[Kind, ...]:
    """The registers that the charter's tasks call for, and those in which the forum keeps something."""
    tasks = (*charter.tasks.mandatory, *charter.tasks.optional)
    carried = {each.by for each in tasks}
    is_set = {Kind.ASSIGNED} if setting(charter) else set()
    called_for = {kind for kind, carriers in _CARRIERS.items() if carriers & carried} | is_set
    return tuple(kind for kind in REGISTERS if kind in called_for or kind in kept)


def sources(charter: Charter) -> Mapping[str, str]:
    """What an effort may come from, as the charter names it: the plan that another body decided, its topics, else."""
    plan = {_PLAN: say("duty.effort.plan")} if _deciders(charter) else {}
    return plan | {each.id: each.name for each in charter.topics} | {OTHER_SOURCE: say("duty.effort.other")}


def notes(forum: Forum, kind: Kind, *, is_named: bool) -> list[str]:
    """What rules hold for a register; what nobody settled is told as such."""
    words = [] if is_named else [say("duty.not_named", hvad=say(_NAMES[kind]))]
    match kind:
        case Kind.EFFORT:
            return words + [say("duty.effort.owned", organ=each) for each in _deciders(forum.charter)]
        case Kind.ASSIGNED:
            set_by = (each for each in forum.charter.relations if each.kind == _SETS_TASKS)
            return words + [
                say("duty.assigned.by", organ=forum.charter.name_of_body(each.origin), ord=each.words or each.name)
                for each in set_by
            ]
        case Kind.AGREEMENT:
            months = forum.choice("agreement_follow_up_months")
            return [*words, say("duty.months.unset") if months is None else say("duty.months", antal=months)]
        case _:
            is_chosen = forum.choice("grant_reminder_days_before") is not None
            days = grant_days(forum)
            unset = say("duty.grant.days.unset", antal=days)
            return [*words, say("duty.grant.days", antal=days) if is_chosen else unset]


_NAMES = {
    Kind.EFFORT: "duty.named.effort",
    Kind.AGREEMENT: "duty.named.agreement",
    Kind.GRANT: "duty.named.grant",
    Kind.ASSIGNED: "duty.named.assigned",
}


def _deciders(charter: Charter) -> list[str]:
    """The bodies that decide a plan which the forum implements, by name."""
    return [charter.name_of_body(each.origin) for each in charter.relations if each.kind == _DECIDES]
