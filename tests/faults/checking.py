"""The proof: what was acknowledged is stored exactly once, nothing else is, and all that was owed is explained."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from bot.domain.funds import ledger
from bot.domain.kernel.notice import NoticeState
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.proposals.notices import ProposalNotice
from tests.faults.between import in_both_forums, is_from_beside, referrals_told, state_of
from tests.faults.changing import (
    answered_once,
    besides,
    held_as_told,
    is_along,
    is_mended,
    meetings_as_told,
    offers_hold,
    supplements_stand,
    told_once,
)
from tests.faults.changing import state_of as changed_state_of
from tests.faults.model import Claims, Key, Model
from tests.faults.observing import Logged, Observation
from tests.faults.publishing import is_taken_along, nothing_closed_is_seen, released_as_told
from tests.faults.publishing import state_of as publication_state_of
from tests.faults.succeeding import handed_over_whole, is_of_hand_over, told_by_list
from tests.faults.topics import STRICT

_OF_AGENDAS = ("agenda", "proposal", "supplement", "meeting", "minutes.resolved")
_BY_CLOCK = frozenset({"forum.applied", "agenda.sent", "agenda.stands_in", "proof.rest", "live.left"})
_NUMBERED = frozenset(
    {"proposal.accepted", "proposal.withdrawn", "referral.taken_back", "wording.taken", "wording.withdrawn"}
)
_OF_FUNDS = frozenset({"funds.granted", "funds.disposed", "funds.spent", "funds.countered"})
_BY_WORDS = {
    "proposal.asked": "words",
    "proposal.postponed": "words",
    "proposal.leader_asked": "words",
    "proposal.declined": "words",
    "agenda.answered": "words",
    "agenda.item_withdrawn": "words",
    "supplement.item_added": "reason",
    "supplement.answered": "words",
    "wording.suggested": "words",
    "wording.commented": "words",
    "wording.declined": "reason",
    "duty.created": "title",
    "meeting.cancelled": "reason",
    "minutes.dissented": "words",
    "agenda.cleared": "words",
    "agenda.item_added": "title",
    "meeting.made": "to_place",
    "meeting.moved": "to_place",
    "minutes.resolved": "words",
    "minutes.remarked": "words",
    "minutes.added": "words",
    "publication.taken_back": "words",
    "referral.sent": "question",
    "referral.answered": "words",
}
"""Which of the texts has the marker."""
_BY_MEETING = frozenset({"minutes.sent", "minutes.put_forward"})
_BY_FORUM = frozenset({"agenda.send_unapproved", "forum.tied", "supplement.sent", "live.started", "live.ended"})
_BY_PERSON = frozenset({"meeting.absence", "meeting.absence_taken_back"})
_TOLD_ANEW = frozenset({"minutes.attendance", "minutes.present", "minutes.position"})  # by each later entry
_ONCE_PER_MEETING = frozenset({"agenda.sent", "minutes.sent"})


def violations(model: Model, seen: Observation) -> dict[str, list[str]]:
    """What is wrong, by check; every check is named, and an empty list is a pass."""
    return {name: list(check(model, seen)) for name, check in CHECKS.items()}


def keys_of(entry: Logged) -> Iterator[Key]:
    """What an entry is recognised by."""
    what, forum, facts = entry.what, entry.forum, entry.facts
    if what in STRICT or what in _BY_PERSON:
        yield (what, forum, entry.actor)
    if what in ("agenda.item_edited", "agenda.item_moved"):
        yield (f"{what}.revision", forum, facts["meeting"], facts["revision"])
    yield from _by_words(entry)
    if what in _NUMBERED:
        yield (what, forum, facts["number"])
    if what in _BY_MEETING:
        yield (what, forum, facts["meeting"])
    if what in _BY_FORUM:
        yield (what, forum)
    if what == "minutes.resolved":
        yield from (("minutes.position", forum, *each) for each in facts.get("positions", ()))
    if what == "minutes.approved_by":
        yield (what, forum, facts["meeting"], entry.actor)
    if what == "minutes.attendance":
        people = sorted({person for person, _, _ in facts["present"]})
        yield (what, forum, facts["meeting"], tuple(people))
        yield from (("minutes.present", forum, person) for person in people)


def _by_words(entry: Logged) -> Iterator[Key]:
    what = entry.what
    if what in _BY_WORDS:
        yield (what, entry.words.get(_BY_WORDS[what], ""))
    if what == "publication.linked":
        yield (what, entry.words["link"].rpartition("/")[2])
    if what in _OF_FUNDS:
        yield from ((what, words) for words in entry.words.values())


def _put_on_by_leader(seen: Observation, key: Key) -> int:
    """How often the meeting leader put it on, which whoever accepts it afterwards is told as well."""
    if key[0] != "proposal.accepted":
        return 0
    kept = (each for each in seen.entries if each.what == "proposal.kept")
    return sum((each.forum, each.facts["number"]) == key[1:] for each in kept)


def stored_once(model: Model, seen: Observation) -> Iterator[str]:
    """Every acknowledged outcome is there, and nothing more often than it was asked for."""
    stored = Counter(key for entry in seen.entries for key in keys_of(entry)) + seen.rows
    for key, claims in model.claims().items():
        least = claims.acknowledged if key[0] in STRICT else min(claims.acknowledged, 1)
        if stored[key] + _put_on_by_leader(seen, key) < least:
            yield f"lost: {key} was acknowledged {claims.acknowledged} times and is stored {stored[key]} times"
        most = claims.asked + besides(model, seen, key)
        if stored[key] > most and key[0] not in _TOLD_ANEW:
            yield f"doubled: {key} was asked for {claims.asked} times and is stored {stored[key]} times"


def asked_for(model: Model, seen: Observation) -> Iterator[str]:
    """Nothing is stored that nobody asked for."""
    claims, allowed = model.claims(), model.may_log()
    for key in seen.rows:
        if claims.get(key, Claims()).asked == 0:
            yield f"nobody asked for {key}"
    own = [each for each in _own(seen) if not (is_along(seen, each) or is_taken_along(seen, each))]
    logged = Counter((each.forum, each.actor, each.what) for each in own)
    for (forum, actor, what), count in logged.items():
        if actor is None and what not in _BY_CLOCK:
            yield f"{what} of {forum} names nobody"
        if actor is not None and count > allowed[forum, actor, what]:
            asked = allowed[forum, actor, what]
            yield f"{actor} of {forum} asked {asked} times for {what}, which is logged {count} times"


def _own(seen: Observation) -> Iterator[Logged]:
    """What nobody from outside the forum brought about."""
    for each in seen.entries:
        follows = is_from_beside(each) or is_of_hand_over(seen, each) or is_mended(seen, each)
        if each.actor is not None or not follows:
            yield each


def consistent(_: Model, seen: Observation) -> Iterator[str]:
    """Tables and log agree, each state of a thing was made once, and nothing stands on an agenda twice."""
    yield from _more_than_once("is logged", (_state_of(each) for each in seen.entries))
    received = Counter(each.forum for each in seen.entries if each.what == "proposal.received")
    stored = Counter(forum for forum, _ in seen.proposals)
    for forum in received | stored:
        if received[forum] != stored[forum]:
            yield f"{forum} has {stored[forum]} proposals and {received[forum]} in the log"
    for about, items in seen.agendas.items():
        for twice in _more_than_once("stands on an agenda", items):
            what = [each.what for each in seen.entries if each.forum == about[0] and each.what.startswith(_OF_AGENDAS)]
            yield f"{twice} {about}: {what}"


def _state_of(entry: Logged) -> Key | None:
    """The state that an entry made, where there can be only one such."""
    what, facts = entry.what, entry.facts
    if what in _ONCE_PER_MEETING:
        return (what, entry.forum, facts["meeting"])
    if what == "agenda.circulated":
        return (what, entry.forum, facts["meeting"], facts["version"])
    if what in ("agenda.item_edited", "agenda.item_moved"):
        return ("agenda", entry.forum, facts["meeting"], facts["revision"])
    if what.startswith("proposal.") and "number" in facts:
        return ("proposal", entry.forum, facts["year"], facts["number"], facts.get("revision", 1))
    return state_of(entry) or changed_state_of(entry) or publication_state_of(entry)


def _more_than_once(doing: str, things: Iterable[object]) -> Iterator[str]:
    for thing, count in Counter(things).items():
        if thing is not None and count > 1:
            yield f"{thing} {doing} {count} times"


def funds_add_up(_: Model, seen: Observation) -> Iterator[str]:
    """No fund was ever overdrawn, at no entry, and each entry of a year has the next number."""
    for (forum, year), entries in seen.funds.items():
        if [each.number for each in entries] != list(range(1, len(entries) + 1)):
            yield f"the entries of {forum} in {year} have the numbers {[each.number for each in entries]}"
        for count in range(1, len(entries) + 1):
            for purpose, each in ledger.accounts(entries[:count]).items():
                if not each.granted >= each.disposed >= each.spent >= 0:
                    yield f"{forum} has overdrawn {purpose or 'its fund'} of {year} at entry {count}: {each}"


def chain_whole(_: Model, seen: Observation) -> Iterator[str]:
    """`klyngebot audit verify` says so."""
    code, said = seen.verified
    if code != 0 or not said.startswith("Loggen er hel"):
        yield f"exit code {code}: {said.strip()}"


def explained(_: Model, seen: Observation) -> Iterator[str]:
    """Every notice was sent, or says why not, or waits for a time to come; and of every proposal somebody hears.

    By now nothing fails any more, so that no reason to wait is good enough.
    """
    for notice in seen.notices:
        if notice.state is NoticeState.WAITING and notice.due_at <= seen.now:
            yield f"{notice.key} is due since {notice.due_at} and still waits: {notice.reason}"
        if notice.state in (NoticeState.SUPERSEDED, NoticeState.FAILED) and not notice.reason:
            yield f"{notice.key} is {notice.state.value} without a reason"
        if notice.state is NoticeState.SENT and notice.activity is None:
            yield f"{notice.key} is sent, and no message is named"
    about = {(each.kind, each.forum, each.subject.get("proposal")) for each in seen.notices}
    posts = {(each.forum, each.meeting) for each in seen.notices if each.kind is MeetingNotice.POST}
    listed = told_by_list(seen)
    for forum, proposal in seen.proposals:
        if (forum, proposal) in listed:
            continue
        meeting = seen.meetings.get((forum, proposal))
        if (ProposalNotice.RECEIVED, forum, proposal) not in about:
            yield f"nobody of the secretariat hears of proposal {proposal} of {forum}"
        if (forum, meeting) not in posts and (ProposalNotice.PROPOSAL, forum, proposal) not in about:
            yield f"no post shows proposal {proposal} of {forum}"


def duplicates(seen: Observation) -> dict[str, int]:
    """Per forum, how many messages stand in Teams that no notice names and that answer nothing.

    A message of a person is answered as often as it was delivered. What was said to be gone was rightly posted anew.
    """
    named = {notice.activity for notice in seen.notices if notice.activity is not None}
    unnamed = Counter(
        (post.conversation, post.thread)
        for ident, post in seen.posts.items()
        if ident not in named and not post.is_said_gone
    )
    found: dict[str, int] = defaultdict(int)
    for (conversation, thread), count in unnamed.items():
        answers = seen.deliveries.get(thread or conversation, 0)
        found[seen.forums[conversation]] += max(count - answers, 0)
    return dict(found)


def doubts(seen: Observation) -> dict[str, int]:
    """Per forum, how many POSTs had an outcome that nobody knows, as the outbox counts them."""
    by_forum = sorted(((each.forum, each.unknown_posts) for each in seen.notices), key=lambda each: each[0])
    return {forum: sum(count for _, count in each) for forum, each in groupby(by_forum, key=lambda each: each[0])}


def doubled_in_doubt(_: Model, seen: Observation) -> Iterator[str]:
    """A message stands twice only where the outcome of its POST was unknown, and was counted."""
    doubtful = doubts(seen)
    for forum, count in duplicates(seen).items():
        if count > doubtful.get(forum, 0):
            yield f"{forum} has {count} messages too many, and {doubtful.get(forum, 0)} POSTs of unknown outcome"
    for notice in seen.notices:
        if notice.unknown_posts < 0:
            yield f"{notice.key} counts {notice.unknown_posts} POSTs of unknown outcome"


def cards_current(_: Model, seen: Observation) -> Iterator[str]:
    """No living card ends on an older state than the database."""
    yield from seen.stale_cards


def answered_well(model: Model, _: Observation) -> Iterator[str]:
    """Nothing but 200, no answer that means nothing, and no failure of ours while the database was there."""
    yield from model.oddities


CHECKS: dict[str, Callable[[Model, Observation], Iterator[str]]] = {
    "every acknowledged outcome is stored exactly once": stored_once,
    "nothing is stored that was not asked for": asked_for,
    "tables and log tell the same story": consistent,
    "what is sent on is in both forums or in neither": in_both_forums,
    "each referral is told as it is": referrals_told,
    "what is handed over is open in one forum": handed_over_whole,
    "meetings are as they were last told to be": meetings_as_told,
    "meetings are held as they are told": held_as_told,
    "each suggestion is answered once": answered_once,
    "each supplement left once and stands on its agenda": supplements_stand,
    "what was let out is stored once and as it was": released_as_told,
    "nothing that is closed was let out": nothing_closed_is_seen,
    "no message offers what cannot be done": offers_hold,
    "nobody was told the same twice": told_once,
    "no fund is overdrawn": funds_add_up,
    "the log's chains are whole": chain_whole,
    "every notice is explained": explained,
    "messages are doubled only where an outcome was unknown": doubled_in_doubt,
    "no living card is older than the database": cards_current,
    "every answer is one that people can read": answered_well,
}
"""Each check by its name."""
