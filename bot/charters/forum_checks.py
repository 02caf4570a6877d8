"""Whether the parts of a forum file fit together; each problem with its line and reason."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import chain
from zoneinfo import ZoneInfo

from bot.charters.forum_document import ForumDocument, SomeOfThem, plain
from bot.charters.moments import moment
from bot.charters.problems import Problem
from bot.charters.provision import Steps
from bot.charters.reader import Node
from bot.domain.forum.settling import SETTLES, spelled
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.provision import quoted


def misfits(document: ForumDocument, node: Node, whole: Node) -> Iterator[Problem]:
    """Everything in the file that does not fit together, the charter aside.

    `whole` also has the entries that have a fault of their own, which are known all the same.
    """
    return chain(
        _unknown(_people_named(document), _known(whole, "people"), "person", node),
        _unknown(_organisations_named(document), _known(whole, "organisations"), "organisation", node),
        _repeated(_ids(document), node),
        _repeated(_identities(document), node),
        _backwards(document, node),
        _deputises_for_self(document, node),
        _without_delegate(document, node),
        _bad_times(document, node),
        _too_many_answers(document, node),
    )


def contradictions(document: ForumDocument, node: Node, charter: Charter) -> Iterator[Problem]:
    """The forum's choices that say otherwise than its charter."""
    choices = document.choices
    for key, settles in SETTLES.items():
        choice, provision = getattr(choices, key), settles(charter)
        if choice is not None and provision.value is not None and plain(choice.value) != provision.value:
            chosen, said = spelled(plain(choice.value)), spelled(provision.value)
            reason = f"»choices.{key}« er {chosen}, men kommissoriet siger {said}: »{provision.words}«"
            yield Problem(node.line_of("choices", key, "value"), reason)
    order = charter.hosting.order
    if document.hosting and order.value is not None and document.hosting != order.value:
        reason = f"»hosting« er {', '.join(document.hosting)}, men kommissoriet siger {', '.join(order.value)}"
        yield Problem(node.line_of("hosting"), f"{reason}: »{order.words}«")
    if choices.proposers is not None and charter.agenda.proposers:
        reason = f"»choices.proposers« fastsætter kommissoriet selv: »{quoted(charter.agenda.proposers)}«"
        yield Problem(node.line_of("choices", "proposers", "value"), reason)


def unaddressed(overlay: Charter, charter: Charter | None, line: int) -> Iterator[Problem]:
    """Guidance that is laid over a charter of a body that it does not address (A5)."""
    addressed = overlay.applies_to
    if charter is not None and addressed.value not in (None, charter.body_kind.value):
        reason = f"»{overlay.id}« gælder en anden slags forum: »{addressed.words}«. Det er »{charter.title}« ikke"
        yield Problem(line, f"{reason}: tag »{overlay.id}« ud af overlays")


def _too_many_answers(document: ForumDocument, node: Node) -> Iterator[Problem]:
    """More answers than there are people to give them: of the chairmanship, or of the one who leads the meeting."""
    answers, chairs = document.choices.answers, document.choices.chairmanship
    if answers is None or not isinstance(answers.value, SomeOfThem):
        return
    leads = document.choices.approvers is not None and document.choices.approvers.value == "meeting_leader"
    asked = 1 if leads else len(chairs.value) if chairs is not None else None
    if asked is not None and answers.value.k_of_n > asked:
        reason = f"»choices.answers« kræver {answers.value.k_of_n} svar, men der spørges kun {asked}"
        yield Problem(node.line_of("choices", "answers", "value"), f"{reason}: skriv et tal fra 1 til {asked}")


def _people_named(document: ForumDocument) -> Iterator[tuple[Steps, str | None]]:
    for position, seat in enumerate(document.seats):
        yield ("seats", position, "person"), seat.person
        yield ("seats", position, "substitute_for"), seat.substitute_for
    for position, organisation in enumerate(document.organisations):
        yield ("organisations", position, "meeting_leader"), organisation.meeting_leader
    for position, delegation in enumerate(document.fund_delegation):
        yield ("fund_delegation", position, "seat"), delegation.seat
    if document.choices.chairmanship is not None:
        for position, person in enumerate(document.choices.chairmanship.value):
            yield ("choices", "chairmanship", "value", position), person
    if document.choices.liaison is not None:
        yield ("choices", "liaison", "value"), document.choices.liaison.value


def _organisations_named(document: ForumDocument) -> Iterator[tuple[Steps, str | None]]:
    for position, seat in enumerate(document.seats):
        yield ("seats", position, "organisation"), seat.organisation
        for place, represented in enumerate(seat.represents):
            yield ("seats", position, "represents", place), represented
    for position, host in enumerate(document.hosting):
        yield ("hosting", position), host
    for position, host in enumerate(() if (order := document.choices.hosting_order) is None else order.value):
        yield ("choices", "hosting_order", "value", position), host
    for position, meeting in enumerate(document.meetings):
        yield ("meetings", position, "host"), meeting.host
    for position, delegation in enumerate(document.fund_delegation):
        yield ("fund_delegation", position, "organisation"), delegation.organisation
    choice = document.choices.gp_organisation
    if choice is not None and choice.value not in ("both", "by_agenda"):
        yield ("choices", "gp_organisation", "value"), choice.value


def _unknown(named: Iterable[tuple[Steps, str | None]], known: set[str], what: str, node: Node) -> Iterator[Problem]:
    for path, name in named:
        if name is not None and name not in known:
            some = ", ".join(sorted(known)[:3])
            yield Problem(node.line_of(*path), f"ukendt {what} »{name}«" + (f", fx {some}" if some else ""))


def _known(whole: Node, key: str) -> set[str]:
    entries = whole.parts[key].parts.values() if key in whole.parts else ()
    return {str(each.parts["id"].value) for each in entries if "id" in each.parts}


def _ids(document: ForumDocument) -> Iterator[tuple[Steps, tuple[str, ...]]]:
    for position, person in enumerate(document.people):
        yield ("people", position, "id"), ("personen", person.id)
    for position, organisation in enumerate(document.organisations):
        yield ("organisations", position, "id"), ("organisationen", organisation.id)
    for position, meeting in enumerate(document.meetings):
        yield ("meetings", position, "id"), ("mødet", meeting.id)
    for position, host in enumerate(document.hosting):
        yield ("hosting", position), ("værten", host)
    for position, host in enumerate(() if (order := document.choices.hosting_order) is None else order.value):
        yield ("choices", "hosting_order", "value", position), ("værten", host)
    for position, overlay in enumerate(document.overlays):
        yield ("overlays", position, "charter"), ("overlejringen", overlay.charter)
    for position, seat in enumerate(document.seats):
        since = f"fra {seat.since}" if seat.since else "uden begyndelse"
        yield ("seats", position), ("pladsen", f"{seat.person} i {seat.organisation}, {since}")
    if document.choices.chairmanship is not None:
        for position, chair in enumerate(document.choices.chairmanship.value):
            yield ("choices", "chairmanship", "value", position), ("formanden", chair)


def _identities(document: ForumDocument) -> Iterator[tuple[Steps, tuple[str, ...]]]:
    for position, person in enumerate(document.people):
        for index, identity in enumerate(person.identities):
            path = ("people", position, "identities", index, "object_id")
            yield path, ("kontoen", f"{identity.object_id} i {identity.tenant}")


def _repeated(found: Iterable[tuple[Steps, tuple[str, ...]]], node: Node) -> Iterator[Problem]:
    seen: set[tuple[str, ...]] = set()
    for path, what in found:
        if what in seen:
            yield Problem(node.line_of(*path), f"{what[0]} »{what[1]}« står der allerede")
        seen.add(what)


def _periods(document: ForumDocument) -> Iterator[tuple[Steps, date | None, date | None]]:
    yield ("valid", "from"), document.valid.since, document.valid.until
    for position, seat in enumerate(document.seats):
        yield ("seats", position, "from"), seat.since, seat.until
    for position, delegation in enumerate(document.fund_delegation):
        yield ("fund_delegation", position, "from"), delegation.since, delegation.until
    if document.choices.closure_periods is not None:
        for position, period in enumerate(document.choices.closure_periods.value):
            yield ("choices", "closure_periods", "value", position, "from"), period.first, period.last


def _backwards(document: ForumDocument, node: Node) -> Iterator[Problem]:
    for path, first, last in _periods(document):
        if first is not None and last is not None and first > last:
            yield Problem(node.line_of(*path), f"perioden begynder {first} og slutter før, {last}")


def _deputises_for_self(document: ForumDocument, node: Node) -> Iterator[Problem]:
    for position, seat in enumerate(document.seats):
        if seat.person == seat.substitute_for:
            line = node.line_of("seats", position, "substitute_for")
            yield Problem(line, f"»{seat.person}« kan ikke være suppleant for sig selv")


def _without_delegate(document: ForumDocument, node: Node) -> Iterator[Problem]:
    for position, delegation in enumerate(document.fund_delegation):
        if delegation.to == "political_representative" and delegation.seat is None:
            line = node.line_of("fund_delegation", position)
            yield Problem(line, "delegering til den politiske repræsentant skal nævne hvem (seat)")


def _bad_times(document: ForumDocument, node: Node) -> Iterator[Problem]:
    zone = ZoneInfo(document.timezone)
    for position, meeting in enumerate(document.meetings):
        times: list[datetime] = []
        for key, text in (("starts", meeting.starts), ("ends", meeting.ends)):
            try:
                times.append(moment(text, zone).astimezone(UTC))
            except ValueError as error:
                yield Problem(node.line_of("meetings", position, key), f"»meetings.{meeting.id}.{key}« {error}")
        if len(times) == 2 and times[1] <= times[0]:
            yield Problem(node.line_of("meetings", position, "ends"), f"mødet »{meeting.id}« slutter, før det begynder")
