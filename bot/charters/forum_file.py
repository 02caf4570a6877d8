"""From a forum file to a `Forum`, with the very text of every charter it was checked against; all of it or nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.charters.forum_checks import contradictions, misfits, unaddressed
from bot.charters.forum_document import ForumDocument, plain
from bot.charters.loader import charter_text, parse_charter, unknown_charter
from bot.charters.local import local_problems
from bot.charters.moments import moment
from bot.charters.problems import BrokenFile, Problem, broken
from bot.charters.reader import Node, decode, raw_of, read_as_far
from bot.charters.shape import shaped_as_far
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.delegation import DelegatedTo, Delegation
from bot.domain.kernel.forum import Choice, Forum, Version
from bot.domain.kernel.layers import layered
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Identity, Organisation, Person, Role, Seat

_NEEDED = {"forum": "f", "name": "f", "charter": "f"}
"""What stands in for a key that a file lacks, so that its other faults are told as well."""


_KINDS = {
    "charter": "et kommissorium og kan ikke lægges over et andet",
    "overlay": "principper, der lægges over et kommissorium (overlays), ikke et kommissorium",
    "local": "et lokalt kommissorium, der lægges til et fælles (local_charter), ikke et kommissorium",
}
"""What a charter is that stands where another kind is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForumFile:
    """A forum as its file describes it.

    `charter_texts` holds the YAML of the charter and each overlay by charter id, `overlay_choices` who chose each
    overlay. `channel_id` is what the file says; the forum has no channel before a verified activity ties one.
    """

    forum: Forum
    charter_texts: Mapping[str, str]
    tenant: str | None = None
    channel_id: str | None = None
    overlay_choices: Mapping[str, Choice] = field(default_factory=dict)


@dataclass(slots=True)
class _Charters:
    """The charters a forum file names, as far as they could be read."""

    texts: dict[str, str] = field(default_factory=dict)
    charter: Charter | None = None
    local: Charter | None = None
    overlays: list[Charter] = field(default_factory=list)
    here: list[Problem] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


def read_forum_file(path: Path) -> ForumFile:
    """The forum in a file; raises BrokenFile with every problem found."""
    try:
        raw = raw_of(path)
    except OSError:
        raise broken(str(path), [Problem(1, "filen kan ikke læses")]) from None
    return parse_forum_file(decode(raw, str(path)), str(path), path.parent)


def parse_forum_file(text: str, filename: str, relative_to: Path) -> ForumFile:
    """The forum in a text whose charters are named relative to a folder; raises BrokenFile."""
    whole, problems = read_as_far(text, filename)
    unread = {problem.line for problem in problems}
    document, node, faults = shaped_as_far(ForumDocument, whole, _NEEDED)
    problems += [fault for fault in faults if fault.line not in unread]
    if document is None:
        raise broken(filename, problems)
    is_named = node.parts["charter"] is whole.parts.get("charter")
    charters = _charters(document, node, relative_to) if is_named else _Charters()
    problems += [*misfits(document, node, whole), *charters.here]
    whole_charter = None if charters.charter is None else layered(charters.charter, charters.local)
    if whole_charter is not None:
        problems.extend(contradictions(document, node, whole_charter))
    if problems or charters.elsewhere or whole_charter is None:
        raise BrokenFile((*broken(filename, problems).problems, *charters.elsewhere))
    return _forum_file(document, charters, whole_charter)


def _charters(document: ForumDocument, node: Node, relative_to: Path) -> _Charters:
    found = _Charters()
    found.charter = _load(found, document.charter, "charter", node.line_of("charter"), relative_to)
    if document.local_charter is not None:
        _load_local(found, document.local_charter, node.line_of("local_charter"), relative_to)
    for position, entry in enumerate(document.overlays):
        line = node.line_of("overlays", position, "charter")
        overlay = _load(found, entry.charter, "overlay", line, relative_to)
        if overlay is not None:
            found.overlays.append(overlay)
            found.here.extend(unaddressed(overlay, found.charter, line))
    return found


def _load_local(found: _Charters, name: str, line: int, relative_to: Path) -> None:
    """The forum's own charter, where it fits into the common one."""
    local = _load(found, name, "local", line, relative_to)
    if local is None or found.charter is None:
        return
    found.here.extend(unaddressed(local, found.charter, line))
    text, filename = charter_text(name, relative_to) or ("", name)
    if problems := list(local_problems(text, filename, local, found.charter)):
        found.elsewhere.extend(broken(filename, problems).problems)
    else:
        found.local = local


def _load(found: _Charters, name: str, kind: str, line: int, relative_to: Path) -> Charter | None:
    """The charter of that name if it can be read and is of that kind; what is wrong is noted in `found`."""
    try:
        source = charter_text(name, relative_to)
        if source is None:
            found.here.append(Problem(line, unknown_charter(name)))
            return None
        charter = parse_charter(*source)
    except BrokenFile as error:
        found.elsewhere.extend(error.problems)
        return None
    if charter.kind != kind:
        found.here.append(Problem(line, _wrong_kind(charter)))
        return None
    if found.texts.setdefault(charter.id, source[0]) != source[0]:
        found.here.append(Problem(line, f"to forskellige kommissorier har samme id »{charter.id}«"))
    return charter


def _wrong_kind(charter: Charter) -> str:
    return f"»{charter.id}« er {_KINDS[charter.kind]}"


def _forum_file(document: ForumDocument, charters: _Charters, charter: Charter) -> ForumFile:
    return ForumFile(
        forum=_forum(document, charters, charter),
        charter_texts=charters.texts,
        tenant=document.teams.tenant,
        channel_id=document.teams.channel,
        overlay_choices={
            overlay.id: Choice(overlay.id, entry.chosen_by, entry.on)
            for overlay, entry in zip(charters.overlays, document.overlays, strict=True)
        },
    )


def _forum(document: ForumDocument, charters: _Charters, charter: Charter) -> Forum:
    return Forum(
        id=document.forum,
        name=document.name,
        region=document.region,
        charter=charter,
        local=charters.local,
        versions=(_version(document, charters, charter),),
        overlays=tuple(charters.overlays),
        timezone=ZoneInfo(document.timezone),
        valid_from=document.valid.since,
        valid_until=document.valid.until,
        succeeded_by=document.valid.succeeded_by,
        choices=dict(_choices(document)),
        organisations=tuple(_organisations(document)),
        people=tuple(_people(document)),
        seats=tuple(_seats(document)),
        hosting=document.hosting,
        fund_delegation=tuple(_delegations(document)),
        meetings=tuple(_meetings(document)),
    )


def _version(document: ForumDocument, charters: _Charters, charter: Charter) -> Version:
    return Version(
        charter=charter,
        since=document.charter_from,
        local=charters.local,
        text=charters.texts[charter.id],
        local_text=None if charters.local is None else charters.texts[charters.local.id],
    )


def _choices(document: ForumDocument) -> Iterator[tuple[str, Choice]]:
    for key in type(document.choices).model_fields:
        chosen = getattr(document.choices, key)
        if chosen is not None:
            yield key, Choice(plain(chosen.value), chosen.chosen_by, chosen.on)


def _organisations(document: ForumDocument) -> Iterator[Organisation]:
    for entry in document.organisations:
        yield Organisation(
            id=entry.id,
            name=entry.name,
            kind=entry.kind,
            own_organisation_step=entry.own_organisation_step,
            guidance=entry.guidance,
            meeting_leader=entry.meeting_leader,
        )


def _people(document: ForumDocument) -> Iterator[Person]:
    for entry in document.people:
        identities = tuple(Identity(identity.tenant, identity.object_id) for identity in entry.identities)
        yield Person(
            id=entry.id, name=entry.name, identities=identities, email=entry.email, memberships=entry.memberships
        )


def _seats(document: ForumDocument) -> Iterator[Seat]:
    for entry in document.seats:
        yield Seat(
            person=entry.person,
            organisation=entry.organisation,
            roles=frozenset(Role(role) for role in entry.roles),
            level=entry.level,
            seniority=entry.seniority,
            side=entry.side,
            mandate=bool(entry.mandate),
            substitute_for=entry.substitute_for,
            offices=entry.offices,
            areas=entry.areas,
            represents=entry.represents,
            attached=entry.attached,
            since=entry.since,
            until=entry.until,
        )


def _delegations(document: ForumDocument) -> Iterator[Delegation]:
    for entry in document.fund_delegation:
        yield Delegation(
            organisation=entry.organisation,
            to=DelegatedTo(entry.to),
            person=entry.seat,
            since=entry.since,
            until=entry.until,
            basis=entry.basis,
        )


def _meetings(document: ForumDocument) -> Iterator[Meeting]:
    zone = ZoneInfo(document.timezone)
    for entry in document.meetings:
        yield Meeting(
            forum=document.forum,
            id=entry.id,
            starts=moment(entry.starts, zone),
            ends=moment(entry.ends, zone),
            place=entry.place,
            host=entry.host,
        )
