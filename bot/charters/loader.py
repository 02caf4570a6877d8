"""From a charter file to a `Charter`: what code acts upon becomes fields, the rest is named as not yet acted upon."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path

from bot.charters.bodies import unknown_bodies
from bot.charters.building import charter_of
from bot.charters.document import Document
from bot.charters.problems import Problem, broken
from bot.charters.provision import Quoted, Steps, provisions
from bot.charters.reader import Node, decode, printable, raw_of, read
from bot.charters.shape import shaped
from bot.domain.kernel.charter import Charter

ACTED_UPON = frozenset(
    {
        "dated",
        "binding",
        "level",
        "composition.seats.*",
        "chair.model",
        "secretariat.model",
        "agenda.dispatch_days_before",
        "agenda.proposers.*",
        "agenda.bases.*",
        "agenda_approval.mode",
        "agenda_approval.approvers",
        "minutes.dispatch_days_after",
    }
)
"""The provisions that code acts upon or shows, as dotted paths; `*` is any entry of a list."""

HELD_AGAINST = frozenset(
    {
        "applies_to",
        "body_kind",
        "organisations.*",
        "clusters.*",
        "composition.seats.*.seniority",
        "composition.seats.*.supplement",
        "composition.parties",
        "chair.required",
    }
)
"""Those that a forum file is held against when it is applied, and that nothing is decided by afterwards."""


def shipped_charters() -> tuple[str, ...]:
    """The ids of the charters that ship with the program."""
    files = resources.files("bot.charters").iterdir()
    return tuple(sorted(file.name.removesuffix(".yaml") for file in files if file.name.endswith(".yaml")))


def charter_text(name_or_path: str, relative_to: Path) -> tuple[str, str] | None:
    """The text and file name of a charter that ships, or of a file; None where there is neither."""
    if name_or_path in shipped_charters():
        filename = f"{name_or_path}.yaml"
        return resources.files("bot.charters").joinpath(filename).read_text(encoding="utf-8"), filename
    path = relative_to / name_or_path
    try:
        raw = raw_of(path)
    except (OSError, ValueError):  # a ValueError is a name that no file can have
        return None
    return decode(raw, str(path)), str(path)


def unknown_charter(name_or_path: str) -> str:
    """The reason to give where `charter_text` finds nothing."""
    known = ", ".join(shipped_charters())
    return f"»{printable(name_or_path)}« er hverken en fil, der kan læses, eller et af kommissorierne: {known}"


def load_charter(name_or_path: str, relative_to: Path) -> Charter:
    """A charter that ships, by its id, or one from a file; raises BrokenFile."""
    found = charter_text(name_or_path, relative_to)
    if found is None:
        raise broken(printable(name_or_path), [Problem(1, unknown_charter(name_or_path))])
    return parse_charter(*found)


@lru_cache(maxsize=64)  # a stored charter is read again with every load of its forum
def parse_charter(text: str, filename: str) -> Charter:
    """The charter in a text; raises BrokenFile with every problem found."""
    node = read(text, filename)
    document = shaped(Document, node, filename)
    problems = [
        *_misquotes(document, node),
        *_repeated_ids(document, node),
        *_unknown_members(document, node),
        *unknown_bodies(document, node),
    ]
    if problems:
        raise broken(filename, problems)
    return built(document)


def _misquotes(document: Document, node: Node) -> Iterator[Problem]:
    is_template = document.source is None
    if is_template is not (document.binding.value == "template"):
        yield Problem(node.line_of("binding"), "kun en skabelon (binding: template) er uden kilde (source: null)")
    if (document.kind == "overlay") is not (document.binding.value == "guidance"):
        yield Problem(node.line_of("binding"), "kun principper (kind: overlay) er vejledende (binding: guidance)")
    for path, provision in provisions(document):
        if not is_template and provision.words is None:
            yield Problem(node.line_of(*path), f"»{'.'.join(map(str, path))}« mangler kildens ord (words)")


def _repeated_ids(document: Document, node: Node) -> Iterator[Problem]:
    seen: set[tuple[Steps, str]] = set()
    for path, provision in provisions(document):
        own = getattr(provision, "id", None)
        if own is not None and (path[:-1], own) in seen:
            yield Problem(node.line_of(*path, "id"), f"id »{own}« står der allerede")
        seen.add((path[:-1], str(own)))


def _unknown_members(document: Document, node: Node) -> Iterator[Problem]:
    known = {organisation.id for organisation in document.organisations}
    for position, cluster in enumerate(document.clusters):
        for index, member in enumerate(cluster.members or ()):
            if member not in known:
                line = node.line_of("clusters", position, "members", index)
                yield Problem(line, f"»{member}« står ikke blandt organisations")


def built(document: Document) -> Charter:
    """The charter that the document describes."""
    return charter_of(document, _unenforced(document))


def _unenforced(document: Document) -> Iterator[str]:
    names: Mapping[Steps, Quoted] = dict(provisions(document))
    for path in names:
        if _general(path) not in ACTED_UPON | HELD_AGAINST:
            yield _dotted(path, names)


def _general(path: Steps) -> str:
    return ".".join("*" if isinstance(step, int) else step for step in path)


def _dotted(path: Steps, names: Mapping[Steps, Quoted]) -> str:
    """The path with an entry's id in place of its position."""
    steps = ((path[: end + 1], step) for end, step in enumerate(path))
    return ".".join(str(getattr(names.get(whole), "id", step)) for whole, step in steps)
