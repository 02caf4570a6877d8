"""What is wrong with a file, as one line per problem that a person can act on."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST = 50
"""How many problems are told at once."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong: the line it stands on (from 1) and the reason in Danish."""

    line: int
    reason: str


class BrokenFile(Exception):  # noqa: N818 - named for what the reader is told
    """A file of which nothing may be applied; `problems` are `FILE:LINE: reason`, in Danish."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def broken(filename: str, problems: Iterable[Problem]) -> BrokenFile:
    """The exception for these problems, in the order they stand in the file."""
    every = sorted(set(problems))
    told = [f"{filename}:{problem.line}: {problem.reason}" for problem in every[:MOST]]
    if len(every) > MOST:
        told.append(f"{filename}:{every[MOST].line}: … og {len(every) - MOST} fejl mere fra denne linje")
    return BrokenFile(tuple(told))
