"""The proof between forums: what one sends on and another receives is there in both or in neither, and told once."""

from collections import Counter
from collections.abc import Iterator

from bot.domain.kernel.handed import numbered
from bot.domain.kernel.stations import Sender
from bot.domain.proposals.state import ProposalStatus
from bot.domain.referrals.state import Status
from tests.faults.model import Key, Model
from tests.faults.observing import Logged, Observation, Standing

_FATES: dict[ProposalStatus, frozenset[Status]] = {
    ProposalStatus.WITHDRAWN: frozenset({Status.REFUSED, Status.TAKEN_BACK}),
    ProposalStatus.DECLINED: frozenset({Status.REFUSED}),
    ProposalStatus.HANDED_ON: frozenset(),  # the heir's stands in its place
}
"""What a referral can be as its proposal there is decided like this."""
_OPEN = frozenset({Status.WAITING, Status.ANSWERED})
_OF_REFERRALS = frozenset({"referral.told", "referral.answered", "referral.taken_back"})
_MOVED = frozenset({"referral.handed_on", "referral.redirected"})
"""What a hand-over does to a referral: here it waits no more, or another forum answers it."""
_FROM_BESIDE = frozenset({"proposal.received", "proposal.withdrawn", "referral.told"})


def is_from_beside(entry: Logged) -> bool:
    """Whether another forum brought it about, in which whoever acted is nobody here."""
    return entry.what in _FROM_BESIDE and "from_forum" in entry.facts


def state_of(entry: Logged) -> Key | None:
    """The state of a referral that an entry made."""
    if entry.what not in _OF_REFERRALS | _MOVED:
        return None
    return ("referral", entry.forum, entry.facts["year"], entry.facts["number"], entry.facts["revision"])


def _received(seen: Observation) -> Iterator[tuple[Standing, Sender]]:
    """What came from another forum, where it stands now: what was handed on keeps its sender where it went."""
    sent = [(each, each.sender) for each in seen.standing if each.sender is not None]
    gone = {(o.forum, o.number, _named(sender)) for each, sender in sent if (o := each.origin) is not None}
    yield from (pair for pair in sent if (pair[0].forum, pair[0].number, _named(pair[1])) not in gone)


def _named(sender: Sender) -> tuple[str, int, int]:
    return sender.forum, sender.year, sender.number


def in_both_forums(_: Model, seen: Observation) -> Iterator[str]:
    """Each referral to a forum is one proposal there, neither is without the other, and both tell the same."""
    there = (each for each in seen.referrals if not each.is_letter and each.status is not Status.HANDED_ON)
    sent = {(each.forum, each.year, each.number): each for each in there}
    came = Counter(_named(sender) for _, sender in _received(seen))
    for ident in sent.keys() | came.keys():
        if (ident in sent, came[ident]) != (True, 1):
            yield f"referral {ident} is {'there' if ident in sent else 'nowhere'}, and came {came[ident]} times"
    for each, sender in _received(seen):
        referral = sent.get(_named(sender))
        if referral is None:
            continue
        if (referral.receiver, referral.received) != (each.forum, each.id):
            yield f"{referral.receiver} is said to have {referral.received}, which {each.forum} has as {each.id}"
        if referral.status not in _FATES.get(each.status, _OPEN):
            yield f"proposal {each.number} of {each.forum} is {each.status}, and its referral is {referral.status}"


def referrals_told(_: Model, seen: Observation) -> Iterator[str]:
    """The log has each referral sent and received once, and its last word of one is the state that it is in."""
    sent = Counter(each.forum for each in seen.entries if each.what in ("referral.sent", "referral.taken_over"))
    rows = Counter(each.forum for each in seen.referrals)
    for forum in sent | rows:
        if sent[forum] != rows[forum]:
            yield f"{forum} has {rows[forum]} referrals and {sent[forum]} in the log"
    received = Counter((*place, *sender) for place, senders in _senders(seen).items() for sender in senders)
    came = Counter(
        (each.forum, each.number, sender.forum, numbered(sender.number, sender.year))
        for each in seen.standing
        if (sender := each.sender) is not None
    )
    for ident in received | came:
        if received[ident] != came[ident]:
            yield f"{ident} came {came[ident]} times and is logged {received[ident]} times"
    yield from _last_words(seen)


def _senders(seen: Observation) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Which referrals of which forums each proposal came by, as the log tells it, also of where it was handed on."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    came = [each for each in seen.entries if each.what == "proposal.received"]
    for each in came:
        if "referral" in each.facts:
            found.setdefault(_place(each), []).append((each.facts["from_forum"], each.facts["referral"]))
    for each in came:
        if "referral" not in each.facts:
            before = found.get((each.facts.get("from_forum", ""), each.facts.get("from_number", "")), [])
            found.setdefault(_place(each), []).extend(before)
    for each in seen.entries:
        if each.what == "proposal.sender_handed_over":
            known = found.get(_place(each), [])
            found[_place(each)] = [(each.facts["to_forum"], each.facts["referral"]) for _ in known]
    return found


def _place(entry: Logged) -> tuple[str, str]:
    return entry.forum, numbered(entry.facts["number"], entry.facts["year"])


def _last_words(seen: Observation) -> Iterator[str]:
    last: dict[tuple[str, int, int], tuple[Status, int]] = {}
    for entry in seen.entries:
        if entry.what in _OF_REFERRALS | _MOVED:
            about = entry.forum, entry.facts["year"], entry.facts["number"]
            before, _ = last.get(about, (Status.WAITING, 1))
            last[about] = _status(entry, before), entry.facts["revision"]
    for each in seen.referrals:
        told = last.get((each.forum, each.year, each.number), (Status.WAITING, 1))
        if told != (each.status, each.revision):
            yield f"referral {each.number}/{each.year} of {each.forum} is {each.status}, and was told to be {told}"


def _status(entry: Logged, before: Status) -> Status:
    """What the entry tells a referral to be; that another forum answers it changes nothing of that."""
    if entry.what == "referral.handed_on":
        return Status.HANDED_ON
    return before if entry.what == "referral.redirected" else Status(entry.facts["status"])
