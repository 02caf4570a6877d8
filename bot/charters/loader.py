"""From a charter file to a `Charter`: what code acts upon becomes fields, the rest is named as not yet acted upon."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TypeVar

from bot.charters.document import Document, SeatCount
from bot.charters.problems import Problem, broken
from bot.charters.provision import Entry, Quoted, Stated, Steps, provisions
from bot.charters.reader import Node, decode, printable, raw_of, read
from bot.charters.shape import shaped
from bot.domain.kernel.charter import Charter, Cluster, Party, Proposers, Provision, SeatRule

T = TypeVar("T")

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
    problems = [*_misquotes(document, node), *_repeated_ids(document, node), *_unknown_members(document, node)]
    if problems:
        raise broken(filename, problems)
    return charter_of(document)


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


def charter_of(document: Document) -> Charter:
    """What code acts upon or shows of a charter file."""
    agenda = document.agenda
    return Charter(
        id=document.id,
        kind=document.kind,
        title=document.title,
        source=document.source or "",
        dated=document.dated.value if document.dated else None,
        binding=document.binding.value,
        applies_to=_provision(document.applies_to),
        level=_provision(document.level),
        chair_model=_provision(document.chair.model),
        chair_required=_provision(document.chair.required),
        secretariat_model=_provision(document.secretariat.model),
        dispatch_days_before=_provision(agenda.dispatch_days_before),
        minutes_days_after=_provision(document.minutes.dispatch_days_after),
        agenda_approval=_provision(document.agenda_approval.mode),
        approvers=_provision(document.agenda_approval.approvers),
        proposers=_proposers(document),
        bases=_listed(tuple(basis.id for basis in agenda.bases), agenda.bases),
        basis_names={basis.id: basis.name for basis in agenda.bases},
        composition=tuple(_seat_rule(count) for count in document.composition.seats),
        party_kinds=_provision(document.composition.parties),
        parties=tuple(Party(each.id, each.name, each.kind, each.official_name) for each in document.organisations),
        clusters=tuple(Cluster(each.id, each.name, each.members, each.words) for each in document.clusters),
        min_meetings_per_year=_provision(document.meetings.min_per_year),
        rotating_hosts=_provision(document.hosting.rotation),
        contact_point=_provision(document.chair.contact_point),
        unenforced=tuple(_unenforced(document)),
    )


def _provision(stated: Stated[T] | None) -> Provision[T]:
    return Provision() if stated is None else Provision(stated.value, stated.words)


def _listed(value: tuple[T, ...], entries: tuple[Entry, ...]) -> Provision[tuple[T, ...]]:
    """Several entries as one provision; what is quoted from another document stays out of the words."""
    if not entries:
        return Provision()
    quotes = dict.fromkeys(entry.words for entry in entries if entry.words and entry.source is None)
    return Provision(value, " … ".join(quotes) or None)


def _proposers(document: Document) -> Provision[tuple[Proposers, ...]]:
    entries = document.agenda.proposers
    circles = (Proposers(each.id, each.name, each.by_right, each.words, each.bases) for each in entries)
    return _listed(tuple(circles), entries)


def _seat_rule(count: SeatCount) -> SeatRule:
    return SeatRule(
        organisation_kind=count.kind,
        role=count.role,
        least=count.least,
        most=count.most,
        words=count.words or "",
        each=count.each,
        seniority=None if count.seniority is None else count.seniority.value,
        supplement=None if count.supplement is None else count.supplement.value,
    )


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
