"""The proof of what changes once people know of it: meetings, sent agendas, live meetings and the words of minutes."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime

from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.proposals.notices import ProposalNotice
from tests.faults.model import Key, Model
from tests.faults.observing import Logged, Observation
from tests.faults.publishing import is_taken_along
from tests.faults.topics import VERBS

_OF_MEETING = {"meeting.made", "meeting.moved", "meeting.cancelled", "meeting.resumed"}
_STAYS = frozenset({"ResumeMeeting"})
"""What may be done about a meeting that was cancelled."""
_LIVE = frozenset({"live.started", "live.moved", "live.noted", "live.ended", "live.left"})
_OF_SUPPLEMENT = frozenset({"supplement.item_added", "supplement.item_removed", "supplement.asked"})
_SENT_ANEW = frozenset({"agenda.item_withdrawn", "agenda.item_taken_up", "agenda.item_corrected", "supplement.sent"})
_ANSWERS = {
    "wording.taken": frozenset({"taken", "added"}),
    "wording.declined": frozenset({"not_taken"}),
    "wording.withdrawn": frozenset({"withdrawn"}),
}
_OPEN = frozenset({"waiting", "said", "late"})
_MADE = frozenset({"wording.suggested", "wording.commented", "wording.brought_up"})
_ACCEPTING = frozenset({"meeting.resumed", "supplement.sent"})
_CANCELLING = frozenset({"meeting.cancelled"})
_LEFT_OVER = "Mødet den "
_NO_NEWS = frozenset({ForumNotice.REPLY, ProposalNotice.NEWS})
"""Answers, and what tells of one change each, drawn as the proposal stands when it leaves: two may read alike."""
_MENDING = frozenset({"meeting.moved", "meeting.cancelled", "meeting.resumed"})


def state_of(entry: Logged) -> Key | None:
    """The state that an entry made, where there can be only one such."""
    what, forum, facts = entry.what, entry.forum, entry.facts
    if what in _LIVE:
        return ("live", forum, facts["meeting"], facts["revision"])
    if what in _OF_SUPPLEMENT:
        return ("supplement", forum, facts["meeting"], facts["number"], facts["revision"])
    if what in _SENT_ANEW:
        return ("sent agenda", forum, facts["meeting"], facts["version"])
    if what == "minutes.resolved":
        return (what, forum, facts["meeting"], facts["revision"])
    if what in _ANSWERS or what in _MADE:
        return ("wording", forum, facts["year"], facts["number"], facts["revision"])
    return None


def besides(model: Model, seen: Observation, key: Key) -> int:
    """How often more than it was asked for something may be logged, since another act does it along.

    Proposals are accepted with a supplement and with a meeting that is held after all; how organisations stood is
    logged with the words that stand already, and earlier editions are taken back with a later one. That no such entry
    is there twice its revision or number tells.
    """
    if key[0] == "proposal.accepted":
        return sum(each.forum == key[1] and each.what in _ACCEPTING for each in seen.entries)
    if key[0] == "publication.taken_back":
        return sum(is_taken_along(seen, each) and each.words.get("words") == key[1] for each in seen.entries)
    if key[0] == "minutes.resolved":
        return sum(each.verb == "RecordPositions" for each in model.attempts)
    return 0


def is_along(seen: Observation, entry: Logged) -> bool:
    """Whether somebody brought it about who did something else: cancelled a meeting, held it after all, sent more."""
    is_put_off = entry.what == "proposal.postponed" and entry.words.get("words", "").startswith(_LEFT_OVER)
    causes = _CANCELLING if is_put_off else _ACCEPTING if entry.what == "proposal.accepted" else frozenset()
    return any((each.forum, each.actor) == (entry.forum, entry.actor) and each.what in causes for each in seen.entries)


def is_mended(seen: Observation, entry: Logged) -> bool:
    """Whether the bot changed a round since somebody changed its meeting."""
    about = {(each.forum, each.facts["meeting"]) for each in seen.entries if each.what in _MENDING}
    return entry.what == "agenda.round_mended" and (entry.forum, entry.facts["meeting"]) in about


def meetings_as_told(_: Model, seen: Observation) -> Iterator[str]:
    """Each meeting is as the log's last word has it, and was never cancelled twice on end, nor held after all."""
    last: dict[tuple[str, str], Logged] = {}
    for each in seen.entries:
        if each.what not in _OF_MEETING:
            continue
        about = each.forum, each.facts["meeting"]
        was_gone = about in last and last[about].what == "meeting.cancelled"
        if was_gone is not (each.what == "meeting.resumed"):
            yield f"{each.what} of {about} is logged of a meeting that {'was' if was_gone else 'was not'} cancelled"
        last[about] = each
    for about, told in last.items():
        known = seen.planned.get(about)
        starts = datetime.fromisoformat(told.facts["after"]["starts"])
        wanted = (starts, told.words["to_place"], told.what == "meeting.cancelled")
        if known != wanted:
            yield f"meeting {about} is {known}, and was told to be {wanted}"


def held_as_told(_: Model, seen: Observation) -> Iterator[str]:
    """A meeting began once, and has gone on as often as the log tells."""
    told = Counter((each.forum, each.facts["meeting"]) for each in seen.entries if each.what in _LIVE)
    begun = Counter((each.forum, each.facts["meeting"]) for each in seen.entries if each.what == "live.started")
    for about in told | Counter(seen.held):
        if (told[about], begun[about]) != (seen.held.get(about, 0), 1):
            yield f"meeting {about} is at step {seen.held.get(about)}, began {begun[about]} times, told {told[about]}"


def answered_once(_: Model, seen: Observation) -> Iterator[str]:
    """Each suggestion was answered once at most, and stands as it was answered."""
    told: defaultdict[Key, list[str]] = defaultdict(list)
    for each in seen.entries:
        if each.what in _ANSWERS:
            told[each.forum, each.facts["year"], each.facts["number"]].append(each.what)
    for about, answers in told.items():
        if len(answers) > 1:
            yield f"suggestion {about} was answered {len(answers)} times: {answers}"
    for about in told.keys() | seen.suggestions.keys():
        wanted = _ANSWERS[told[about][-1]] if told.get(about) else _OPEN
        if seen.suggestions.get(about) not in wanted:
            yield f"suggestion {about} is {seen.suggestions.get(about)}, and was told: {told.get(about)}"


def supplements_stand(_: Model, seen: Observation) -> Iterator[str]:
    """Each supplement left once, and every item of it stands on its agenda."""
    sent = [each for each in seen.entries if each.what == "supplement.sent"]
    left: Counter[Key] = Counter((each.forum, each.facts["meeting"], each.facts["number"]) for each in sent)
    items: dict[Key, int] = {(e.forum, e.facts["meeting"], e.facts["number"]): _titles(e) for e in sent}
    for about in left.keys() | seen.late.keys():
        if left[about] != 1 or items.get(about) != seen.late[about]:
            yield f"supplement {about} left {left[about]} times with {items.get(about)} items, {seen.late[about]} stand"


def _titles(entry: Logged) -> int:
    return sum(name.startswith("title_") for name in entry.words)


def offers_hold(_: Model, seen: Observation) -> Iterator[str]:
    """No message offers what cannot be done any more, of a meeting that was moved or cancelled."""
    changed = {(each.forum, each.facts["meeting"]) for each in seen.entries if each.what in _OF_MEETING}
    for each in seen.offered:
        writing = {(verb, meeting) for verb, meeting in each.standing if verb in VERBS}
        gone = {verb for verb, meeting in writing if _is_gone(seen, each.forum, meeting)} - _STAYS
        if gone:
            yield f"{each.key} still offers {sorted(gone)} of a meeting that is cancelled"
        if (each.forum, each.meeting) in changed and not each.standing <= each.drawn:
            yield f"{each.key} still offers {sorted(each.standing - each.drawn)}"


def _is_gone(seen: Observation, forum: str, meeting: str) -> bool:
    known = seen.planned.get((forum, meeting))
    return known is not None and known[2]


def told_once(_model: Model, seen: Observation) -> Iterator[str]:
    """Nobody read the same words of the same matter twice on one day, but for answers to what they asked.

    What happened on two days is told twice, even where the first came late; whether both waited for each other, which
    leaves one of them to be said, cannot be seen from here, and journeys play it.
    """
    found: defaultdict[Key, list[str]] = defaultdict(list)
    for activity, each in _messages(seen).items():
        post = seen.posts[activity]
        if post.said and post.came is not None:
            matter = each.kind, tuple(sorted((name, str(said)) for name, said in each.subject.items()))
            of_day = None if each.is_timed else each.due_at.date()
            found[post.conversation, post.thread, post.came.date(), post.said, matter, of_day].append(each.key)
    for (conversation, _, day, *_), keys in found.items():
        if len(keys) > 1:
            yield f"{conversation} was told the same {len(keys)} times on {day}: {sorted(keys)}"


def _messages(seen: Observation) -> dict[str, Notice]:
    """Each message that stands for a notice, once, however many it tells of."""
    told = (each for each in seen.notices if each.state is NoticeState.SENT and each.kind not in _NO_NEWS)
    return {each.activity: each for each in told if each.activity is not None and each.activity in seen.posts}
