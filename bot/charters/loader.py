"""From a charter file to a `Charter`, with everything that the file says."""

from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from pathlib import Path

from bot.charters.bodies import unknown_bodies
from bot.charters.building import charter_of
from bot.charters.document import Document
from bot.charters.problems import Problem, broken
from bot.charters.provision import Steps, provisions
from bot.charters.reader import Node, decode, printable, raw_of, read
from bot.charters.shape import shaped
from bot.domain.kernel.charter import Charter


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
    return parse_charter(*_found(name_or_path, relative_to))


def load_document(name_or_path: str, relative_to: Path) -> Document:
    """The same as its file has it."""
    return _document(*_found(name_or_path, relative_to))


def _found(name_or_path: str, relative_to: Path) -> tuple[str, str]:
    found = charter_text(name_or_path, relative_to)
    if found is None:
        raise broken(printable(name_or_path), [Problem(1, unknown_charter(name_or_path))])
    return found


@lru_cache(maxsize=64)  # a stored charter is read again with every load of its forum
def parse_charter(text: str, filename: str) -> Charter:
    """The charter in a text; raises BrokenFile with every problem found."""
    return charter_of(_document(text, filename))


def _document(text: str, filename: str) -> Document:
    node = read(text, filename)
    document = shaped(Document, node, filename)
    problems = [
        *_misquotes(document, node),
        *_repeated_ids(document, node),
        *_unknown_members(document, node),
        *(unknown_bodies(document, node) if document.kind != "local" else ()),
    ]
    if problems:
        raise broken(filename, problems)
    return document


def _misquotes(document: Document, node: Node) -> Iterator[Problem]:
    is_template = document.source is None
    for reason in _misfit(document.kind, None if document.binding is None else document.binding.value, is_template):
        yield Problem(node.line_of("binding"), reason)
    for path, provision in provisions(document):
        if not is_template and provision.words is None:
            yield Problem(node.line_of(*path), f"»{'.'.join(map(str, path))}« mangler kildens ord (words)")


def _misfit(kind: str, binding: str | None, is_template: bool) -> Iterator[str]:
    if binding is None and kind != "local":
        yield "»binding« mangler"
        return
    if is_template is not (binding == "template"):
        yield "kun en skabelon (binding: template) er uden kilde (source: null)"
    if (kind == "overlay") is not (binding == "guidance"):
        yield "kun principper (kind: overlay) er vejledende (binding: guidance)"


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
