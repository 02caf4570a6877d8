"""A small run of the whole harness on SQLite: two real replicas, and everything that can fail failing.

The larger run is `.ci/run`'s own, on PostgreSQL.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.plan import plan_for
from tests.faults.report import figures
from tests.faults.run import On, run


@pytest.mark.slow
async def test_no_outcome_is_lost_or_doubled_while_everything_fails(tmp_path: Path) -> None:
    shown: list[int] = []
    outcome = await run(plan_for(150, seed=1), tmp_path, shown.append, on=On.SQLITE)
    told = figures(outcome)
    assert told["passed"], told["violations"]
    assert told["attempts"]["acknowledged"] > 0
    assert told["replicas"]["killed"] > 0
    assert told["database_crashes"] == 1
    assert shown[-1] == told["actions"]


def test_the_same_seed_plans_the_same_faults_and_meetings_never_grow() -> None:
    assert plan_for(2_000, seed=7) == plan_for(2_000, seed=7) != plan_for(2_000, seed=8)
    for actions in (150, 2_000, 200_000):
        plan = plan_for(actions, seed=1, mishaps=True)
        assert actions / (plan.forums * plan.meetings) <= 200
        assert max(plan.kills + plan.crashes + plan.silences) < actions
        assert 0 < max(plan.copies) < 0.8 * actions
        assert 0 < max(plan.wrong_clocks) < actions
        assert plan_for(actions, seed=1) == replace(plan, copies=(), wrong_clocks=())
