"""The proof of a hand-over: once or not at all, each open thing in exactly one forum, and both logs tell the same."""

from collections import Counter
from collections.abc import Iterator

from bot.domain.forum.notices import ForumNotice
from bot.domain.forum.succession import Succession
from bot.domain.kernel.handed import Fate, Handed, Thing, numbered
from bot.domain.proposals.state import ProposalStatus
from bot.domain.referrals.state import Referral, Status
from tests.faults.model import Model
from tests.faults.observing import Logged, Observation

_OPEN = frozenset({ProposalStatus.RECEIVED, ProposalStatus.NEEDS_INFO, ProposalStatus.POSTPONED})
_PROPOSED = frozenset({Thing.PROPOSAL, Thing.ITEM})
_SAYING = ("forum.handed_over", "forum.continued")
_TAKEN_OVER = {
    Thing.FUND: "funds.taken_over",
    Thing.REFERRAL: "referral.taken_over",
    Thing.EXTERNAL: "external.taken_over",
    Thing.SEAT: "appointment.taken_over",
    Thing.GROUP: "group.taken_over",
}
"""What the heir's log says of each thing that moved; of all else that is owed it has a duty."""
_TOPICS = ("proposal", "duty", "funds", "referral", "external", "appointment", "group")
_ENDING = ("meeting.cancelled", "agenda.round_mended")
_LEFT = frozenset({_SAYING[0], *_ENDING, *(f"{each}.handed_on" for each in _TOPICS)})
_CAME = frozenset({_SAYING[1], "proposal.received", "duty.created", *_TAKEN_OVER.values()})
_BESIDE = frozenset({"referral.redirected", "proposal.sender_handed_over"})
"""What is logged where something left, where it came, and in a forum that sent it or answers it."""
_UNLOGGED = frozenset({*_PROPOSED, Thing.CALL})  # a call is its seat's


def is_of_hand_over(seen: Observation, entry: Logged) -> bool:
    """Whether the operator's handing over brought it about, who is nobody in any of the forums."""
    ways = {each.forum: each.heir for each in seen.successions}
    if entry.what in _LEFT:
        return entry.forum in ways
    ended = entry.facts.get("from_forum")
    if ended not in ways:
        return False
    return entry.what in _BESIDE or (entry.what in _CAME and entry.forum == ways[ended])


def told_by_list(seen: Observation) -> frozenset[tuple[str, int]]:
    """The proposals that nobody hears of one by one: they stand in the list of all that was handed over."""
    told = {each.forum for each in seen.notices if each.kind in (ForumNotice.HANDED_OVER, ForumNotice.SUCCESSION)}
    handed = (each for each in seen.standing if each.origin is not None or each.status is ProposalStatus.HANDED_ON)
    return frozenset((each.forum, each.id) for each in handed if each.forum in told)


def handed_over_whole(model: Model, seen: Observation) -> Iterator[str]:
    """What was acknowledged is done; nothing is open where it ended, and what moved is there once, with its origin."""
    done = {each.forum: each.heir for each in seen.successions}
    if done != model.handed_over:
        yield f"{model.handed_over} were handed over, and {done} are"
    said = Counter((each.forum, each.what) for each in seen.entries if each.what in _SAYING)
    wanted = Counter(pair for ended, heir in done.items() for pair in zip((ended, heir), _SAYING, strict=True))
    if said != wanted:
        yield f"the logs tell of {dict(said)}, and {dict(wanted)} was done"
    for each in seen.successions:
        yield from _left_open(each, seen)
        yield from _moved(each, seen)


def _left_open(done: Succession, seen: Observation) -> Iterator[str]:
    for each in seen.standing:
        if each.forum == done.forum and each.status in _OPEN:
            yield f"proposal {each.number} is {each.status} in {done.forum}, which has ended"


def _moved(done: Succession, seen: Observation) -> Iterator[str]:
    """The list, both tables and both logs have the same things, each once."""
    yield from _proposals_moved(done, seen)
    yield from _funds_moved(done, seen)
    listed = Counter(
        (_TAKEN_OVER.get(each.thing, "duty.created"), each.now)
        for each in done.handed
        if each.fate is Fate.MOVED and each.thing not in _UNLOGGED
    )
    logged = Counter(
        (what, _number(each)) for what in (*_TAKEN_OVER.values(), "duty.created") for each in _came(done, seen, what)
    )
    if listed != logged:
        yield f"{done.heir} lists {dict(listed)} as owed, and logs {dict(logged)}"
    gone = Counter(numbered(each.number, each.year) for each in seen.referrals if _has_gone(each, done))
    was = Counter(each.was for each in done.handed if _is_referral(each))
    told = _logged(done, seen, "referral.handed_on")
    if not gone == was == told:
        yield f"{done.forum} has the referrals {dict(gone)} handed on, lists {dict(was)}, and logs {dict(told)}"
    here = {numbered(each.number, each.year) for each in seen.referrals if each.forum == done.heir}
    for each in done.handed:
        if _is_referral(each) and each.now not in here:
            yield f"referral {each.now} is listed, and {done.heir} has no such"


def _proposals_moved(done: Succession, seen: Observation) -> Iterator[str]:
    """What only waited for the answer to a referral goes along with that, and is listed as that."""
    there = [each for each in seen.standing if each.origin is not None and each.origin.forum == done.forum]
    waits = {each.proposal for each in seen.referrals if each.forum == done.heir}
    listed = Counter(each.now for each in done.handed if each.fate is Fate.MOVED and each.thing in _PROPOSED)
    along = [each for each in there if each.id in waits and each.number not in listed]
    wanted = listed + Counter(each.number for each in along)
    logged = Counter(_number(each) for each in _came(done, seen, "proposal.received"))
    if not wanted == Counter(each.number for each in there if each.forum == done.heir) == logged:
        yield f"{done.heir} goes on with {[each.number for each in there]}, lists {dict(wanted)}, logs {dict(logged)}"
    gone = Counter(each.number for each in seen.standing if _is_gone(each.forum, each.status, done))
    origins = Counter(each.origin.number for each in there if each.origin is not None and each.origin.number)
    told = _logged(done, seen, "proposal.handed_on")
    kept = Counter(each.origin.number for each in along if each.origin and each.origin.number not in gone)
    if not gone == origins - kept == told:
        yield f"{done.forum} handed on {dict(gone)}, of which {dict(origins)} came, and logs {dict(told)}"


def _funds_moved(done: Succession, seen: Observation) -> Iterator[str]:
    """What is taken back of the one's funds is granted to the other, in both ledgers and in both logs."""
    gone = Counter(
        (each.facts["year"], each.facts["number"], each.facts["to_number"], each.facts["amount"])
        for each in seen.entries
        if (each.forum, each.what) == (done.forum, "funds.handed_on")
    )
    came = Counter(
        (each.facts["year"], each.facts["from_number"], each.facts["number"], each.facts["amount"])
        for each in _came(done, seen, "funds.taken_over")
    )
    if gone != came:
        yield f"{done.forum} gave up {dict(gone)} of its funds, and {done.heir} was granted {dict(came)}"
    for year, number, to_number, amount in gone:
        for forum, ident, is_counter in ((done.forum, number, True), (done.heir, to_number, False)):
            booked = [each for each in seen.funds.get((forum, year), ()) if each.number == ident]
            if [(each.amount, each.is_counter) for each in booked] != [(amount, is_counter)]:
                yield f"entry {ident}/{year} of {forum} is {booked}, and {amount} was handed on"


def _has_gone(referral: Referral, done: Succession) -> bool:
    return referral.forum == done.forum and referral.status is Status.HANDED_ON


def _is_referral(each: Handed) -> bool:
    return each.fate is Fate.MOVED and each.thing is Thing.REFERRAL


def _logged(done: Succession, seen: Observation, what: str) -> Counter[str]:
    return Counter(_number(each) for each in seen.entries if (each.forum, each.what) == (done.forum, what))


def _is_gone(forum: str, status: ProposalStatus, done: Succession) -> bool:
    return forum == done.forum and status is ProposalStatus.HANDED_ON


def _came(done: Succession, seen: Observation, what: str) -> list[Logged]:
    ways = ((each, (each.forum, each.what, each.facts.get("from_forum"))) for each in seen.entries)
    return [each for each, way in ways if way == (done.heir, what, done.forum) and "referral" not in each.facts]


def _number(entry: Logged) -> str:
    return numbered(entry.facts["number"], entry.facts["year"])
