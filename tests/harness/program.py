"""The program's own source: read once by whoever asks something of all of it."""

import ast
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import cards

ROOT = Path(cards.__file__ or "").parents[1]


@cache
def trees() -> Mapping[Path, ast.Module]:
    """Every module, by its file."""
    files = [path for room in ("bot", "cards", "storage") for path in sorted((ROOT / room).rglob("*.py"))]
    return {path: ast.parse(path.read_text("utf-8")) for path in files}


def calls(name: str) -> Sequence[tuple[Path, ast.Call]]:
    """Every call of that name, with the file it stands in."""
    return _by_name().get(name, ())


@cache
def _by_name() -> Mapping[str, Sequence[tuple[Path, ast.Call]]]:
    found: defaultdict[str, list[tuple[Path, ast.Call]]] = defaultdict(list)
    for path, tree in trees().items():
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                    found[name].append((path, node))
    return dict(found)
