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
}
"""What a referral can be as its proposal there is decided like this."""
_OPEN = frozenset({Status.WAITING, Status.ANSWERED})
_OF_REFERRALS = frozenset({"referral.told", "referral.answered", "referral.taken_back"})
_FROM_BESIDE = frozenset({"proposal.received", "proposal.withdrawn", "referral.told"})


def is_from_beside(entry: Logged) -> bool:
    """Whether another forum brought it about, in which whoever acted is nobody here."""
    return entry.what in _FROM_BESIDE and "from_forum" in entry.facts


def state_of(entry: Logged) -> Key | None:
    """The state of a referral that an entry made."""
    if entry.what not in _OF_REFERRALS:
        return None
    return ("referral", entry.forum, entry.facts["year"], entry.facts["number"], entry.facts["revision"])


def _received(seen: Observation) -> Iterator[tuple[Standing, Sender]]:
    """What came from another forum, where it came to: what is handed on from there keeps its sender."""
    for each in seen.standing:
        if each.sender is not None and each.origin is None:
            yield each, each.sender


def _named(sender: Sender) -> tuple[str, int, int]:
    return sender.forum, sender.year, sender.number


def in_both_forums(_: Model, seen: Observation) -> Iterator[str]:
    """Each referral to a forum is one proposal there, neither is without the other, and both tell the same."""
    sent = {(each.forum, each.year, each.number): each for each in seen.referrals if not each.is_letter}
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
    sent = Counter(each.forum for each in seen.entries if each.what == "referral.sent")
    rows = Counter(each.forum for each in seen.referrals)
    for forum in sent | rows:
        if sent[forum] != rows[forum]:
            yield f"{forum} has {rows[forum]} referrals and {sent[forum]} in the log"
    received = Counter(
        (each.forum, each.facts["from_forum"], each.facts["referral"])
        for each in seen.entries
        if each.what == "proposal.received" and "referral" in each.facts
    )
    came = Counter((each.forum, sender.forum, numbered(sender.number, sender.year)) for each, sender in _received(seen))
    for ident in received | came:
        if received[ident] != came[ident]:
            yield f"{ident} came {came[ident]} times and is logged {received[ident]} times"
    yield from _last_words(seen)


def _last_words(seen: Observation) -> Iterator[str]:
    last: dict[tuple[str, int, int], Logged] = {}
    for entry in seen.entries:
        if entry.what in _OF_REFERRALS:
            last[entry.forum, entry.facts["year"], entry.facts["number"]] = entry
    for each in seen.referrals:
        entry_of = last.get((each.forum, each.year, each.number))
        told = (Status.WAITING, 1) if entry_of is None else (entry_of.facts["status"], entry_of.facts["revision"])
        if told != (each.status, each.revision):
            yield f"referral {each.number}/{each.year} of {each.forum} is {each.status}, and was told to be {told}"
