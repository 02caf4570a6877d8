"""What was done to a round, as a notice and the log keep it."""

from datetime import datetime
from typing import Any

from bot.domain.approval.mending import Step, What


def fact_of(step: Step) -> dict[str, Any]:
    """The step in JSON's terms."""
    until = {} if step.until is None else {"until": step.until.isoformat()}
    return {"what": step.what.value, "people": list(step.people)} | until


def step_of(fact: Any) -> Step:
    """The step that a notice was told with."""
    until = fact.get("until")
    people = tuple(map(str, fact["people"]))
    return Step(what=What(fact["what"]), people=people, until=until and datetime.fromisoformat(until))
