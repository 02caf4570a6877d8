"""The proof of a hand-over: once or not at all, each open thing in exactly one forum, and both logs tell the same."""

from collections import Counter
from collections.abc import Iterator

from bot.domain.forum.notices import ForumNotice
from bot.domain.forum.succession import Succession
from bot.domain.kernel.handed import Fate, Thing
from bot.domain.proposals.state import ProposalStatus
from tests.faults.model import Model
from tests.faults.observing import Logged, Observation

_OPEN = frozenset({ProposalStatus.RECEIVED, ProposalStatus.NEEDS_INFO, ProposalStatus.POSTPONED})
_PROPOSED = frozenset({Thing.PROPOSAL, Thing.ITEM})
_SAYING = ("forum.handed_over", "forum.continued")


def is_of_hand_over(seen: Observation, entry: Logged) -> bool:
    """Whether the operator's handing over brought it about, who is nobody in either forum."""
    ended = {each.forum for each in seen.successions}
    came = entry.facts.get("from_forum") in ended and entry.what in ("proposal.received", "duty.created")
    return entry.forum in ended or entry.what == "forum.continued" or came


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
    listed = Counter(each.now for each in done.handed if each.fate is Fate.MOVED and each.thing in _PROPOSED)
    there = [each for each in seen.standing if each.origin is not None and each.origin.forum == done.forum]
    logged = Counter(_number(each) for each in _came(done, seen, "proposal.received"))
    if not listed == Counter(each.number for each in there if each.forum == done.heir) == logged:
        yield f"{done.heir} goes on with {[each.number for each in there]}, lists {dict(listed)}, logs {dict(logged)}"
    gone = Counter(each.number for each in seen.standing if _is_gone(each.forum, each.status, done))
    origins = Counter(each.origin.number for each in there if each.origin is not None and each.origin.number)
    told = Counter(
        _number(each) for each in seen.entries if (each.forum, each.what) == (done.forum, "proposal.handed_on")
    )
    if not gone == origins == told:
        yield f"{done.forum} handed on {dict(gone)}, of which {dict(origins)} came, and logs {dict(told)}"
    owed = sum(each.fate is Fate.MOVED and each.thing not in _PROPOSED for each in done.handed)
    duties = len(_came(done, seen, "duty.created"))
    if owed != duties:
        yield f"{done.heir} lists {owed} things that are owed, and logs {duties}"


def _is_gone(forum: str, status: ProposalStatus, done: Succession) -> bool:
    return forum == done.forum and status is ProposalStatus.HANDED_ON


def _came(done: Succession, seen: Observation, what: str) -> list[Logged]:
    ways = ((each, (each.forum, each.what, each.facts.get("from_forum"))) for each in seen.entries)
    return [each for each, way in ways if way == (done.heir, what, done.forum) and "referral" not in each.facts]


def _number(entry: Logged) -> str:
    return f"{entry.facts['number']}/{entry.facts['year']}"
