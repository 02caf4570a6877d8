"""How hard the attackers' tables are tried: a little in every run, N times as much with `pytest --attacks N`."""

import random

times = 1
"""What stands after `--attacks`; set before any test is collected."""


def chance(what: str) -> random.Random:
    """The same attacks in each run."""
    return random.Random(f"attack {what}")  # noqa: S311 - repeatable, not secret
