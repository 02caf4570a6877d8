"""A forum file of any content at all is a forum or is refused in plain lines, each of which names its place."""

import random
import re
import time

import pytest

from bot.charters.problems import BrokenFile
from tests.charters.files import FORUM, forum_file
from tests.harness import attacks

FILES = 59
LONGEST = 3.0  # seconds of the processor
A_PLACE = re.compile(r"[^ :]+(:\d+)?: \S")  # of a charter that a file names, the charter's own
HOSTILE = {
    "nothing": "",
    "a comment": "# intet",
    "a list": "- a\n- b\n",
    "a word": "forum",
    "null": "null\n",
    "a mark of byte order": "\ufeff" + FORUM,
    "line ends of another system": FORUM.replace("\n", "\r\n"),
    "tabs": FORUM.replace("  ", "\t"),
    "a NUL": FORUM.replace("name: Klynge", "name: Kly\0nge"),
    "half a character": FORUM.replace("name: Klynge", "name: Kly\ud800nge"),
    "two documents": FORUM + "---\n" + FORUM,
    "an anchor": "a: &a [x, x]\n" + FORUM,
    "a billion laughs": "a: &a [l, l, l]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n",
    "itself within": "a: &a [*a]\n",
    "a merge": "<<: {forum: x}\n" + FORUM,
    "an object of Python": "forum: !!python/object/apply:os.system ['true']\n",
    "bytes": "forum: !!binary aGVq\n",
    "a set": "forum: !!set {a, b}\n",
    "a thousand brackets": "forum: " + "[" * 1_000,
    "a thousand braces": "forum: " + "{a: " * 1_000,
    "a thousand indents": "".join("  " * each + "a:\n" for each in range(1_000)),
    "a long line": "forum: " + "a" * 300_000,
    "many people": FORUM + "people:\n" + "".join(f"  - {{id: p{each}, name: P}}\n" for each in range(3_000)),
    "a number without end": FORUM.replace("value: 11", "value: " + "9" * 5_000),
    "an infinite number": FORUM.replace("value: 11", "value: .inf"),
    "no number": FORUM.replace("value: 11", "value: .nan"),
    "a number in sixties": FORUM.replace("value: 11", "value: 1:30:00"),
    "a key that is a list": "? [a, b]\n: c\n" + FORUM,
    "a key that is null": "null: x\n" + FORUM,
    "a key twice": "forum: andet\n" + FORUM,
    "a date that is none": FORUM.replace("2027-03-16T16:30", "2027-02-30T16:30"),
    "a year before all years": FORUM.replace("2027-03-16T16:30", "0000-01-01T16:30"),
    "the last of all years": re.sub(r"2027-03-16T(16:30|19:00)", "9999-12-31T23:59", FORUM),
    "a charter somewhere else": FORUM.replace("charter: nordjylland-politisk-klynge", "charter: ../../../etc/passwd"),
    "a charter on a device": FORUM.replace("charter: nordjylland-politisk-klynge", "charter: /dev/zero"),
    "a charter that is itself": FORUM.replace("charter: nordjylland-politisk-klynge", "charter: ."),
}
ODD = (
    *("null", "[]", "{}", "-1", "true", "2027-13-01", '"', "'", "&a x", "*a", "!x y"),
    *("|", ">", "%", "@", "\t", "- ", ": ", "a: b: c"),
)


def problems_of(text: str) -> tuple[str, ...]:
    """What is wrong with it; nothing where it is a forum."""
    try:
        forum_file(text)
    except BrokenFile as broken:
        return broken.problems or ("refused without a word",)
    return ()


def check(text: str) -> None:
    """It is a forum, or each problem is a line of words with its place."""
    begun = time.process_time()
    problems = problems_of(text)
    assert time.process_time() - begun < LONGEST
    for problem in problems:
        assert A_PLACE.match(problem), problem
        assert problem.isprintable(), problem
        assert len(problem) < 600, problem
        assert not re.search(r"Traceback|Error|<class|object at 0x", problem), problem


def spoiled(chance: random.Random) -> str:
    """The small forum with a few of its lines gone, doubled, moved, cut or filled with something odd."""
    lines = FORUM.splitlines(keepends=True)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(lines))
        line = lines[at]
        cut = chance.randrange(len(line) + 1)
        name, colon, _ = line.partition(":")
        lines[at] = chance.choice(
            (
                "",
                line * 2,
                lines[chance.randrange(len(lines))],
                line[:cut] + line[cut + chance.randint(1, 9) :],
                line[:cut] + chance.choice(ODD) + line[cut:],
                f"{name}{colon} {chance.choice(ODD)}\n",
                " " * chance.randint(1, 5) + line,
            )
        )
    return "".join(lines)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_plain_lines(name: str) -> None:
    check(HOSTILE[name])


def test_a_spoiled_file_is_a_forum_or_refused_in_plain_lines() -> None:
    chance = attacks.chance("forum files")
    for _ in range(FILES * attacks.times):
        check(spoiled(chance))
