"""What a run showed: plain text for people, and the same as JSON."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.faults.checking import doubts, duplicates
from tests.faults.run import Outcome

_MOST_SHOWN = 10  # violations of each check


def figures(outcome: Outcome) -> dict[str, Any]:
    """Every number, and what each check found."""
    model, seen, chaos = outcome.model, outcome.seen, outcome.chaos
    return {
        "actions": outcome.plan.actions,
        "seed": outcome.plan.seed,
        "database": outcome.on.value,
        "forums": outcome.plan.forums,
        "meetings": outcome.plan.forums * outcome.plan.meetings,
        "seconds": round(outcome.seconds, 1),
        "all_seconds": round(outcome.all_seconds, 1),
        "attempts": {"changes": len(model.attempts)} | model.tally(),
        "activities": dict(sorted(model.counts.items())),
        "teams": {"messages": len(seen.posts), "changes": chaos.teams.board.changes}
        | dict(sorted(chaos.teams.troubles.items())),
        "replicas": {"killed": chaos.replicas.kills, "started": chaos.replicas.starts},
        "database_crashes": chaos.crashes,
        "silent_channels": chaos.silences,
        "wrong_clocks": chaos.wrong_clocks,
        "restores": chaos.restores,
        "apologies": len(chaos.crowd.apologies),
        "log_entries": len(seen.entries),
        "proposals": len(seen.proposals),
        "referrals": len(seen.referrals),
        "releases": len(seen.released),
        "handed_over": sum(len(each.handed) for each in seen.successions),
        "notices": dict(Counter(notice.state.value for notice in seen.notices)),
        "doubled_messages": sum(duplicates(seen).values()),
        "unknown_posts": sum(doubts(seen).values()),
        "violations": {name: each for name, each in outcome.found.items() if each},
        "passed": not any(outcome.found.values()),
    }


def lines(outcome: Outcome) -> Iterator[str]:
    """The report to print."""
    told = figures(outcome)
    yield f"{told['actions']} actions, seed {told['seed']}, on {told['database']}"
    yield f"{told['forums']} forums, {told['meetings']} meetings"
    speed = told["actions"] / outcome.seconds
    yield f"{told['seconds']} s of action ({speed:.0f} actions/s), {told['all_seconds']} s in all"
    for name in ("attempts", "activities", "teams", "replicas", "notices"):
        yield f"{name}: " + ", ".join(f"{value} {key}" for key, value in told[name].items())
    for name in (
        "database_crashes",
        "silent_channels",
        "wrong_clocks",
        "restores",
        "apologies",
        "log_entries",
        "proposals",
        "referrals",
        "releases",
        "handed_over",
    ):
        yield f"{name.replace('_', ' ')}: {told[name]}"
    yield f"doubled messages: {told['doubled_messages']}, POSTs of unknown outcome: {told['unknown_posts']}"
    for name, found in outcome.found.items():
        yield f"{'FAILED' if found else 'passed'}: {name}" + (f" ({len(found)})" if found else "")
        yield from (f"    {each}" for each in found[:_MOST_SHOWN])
