"""The checks between forums see what they are there for: each test forges the end of a run with one thing wrong."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.forum.succession import Succession
from bot.domain.funds.state import Entry, EntryKind
from bot.domain.kernel.handed import Fate, Handed, Origin, Thing
from bot.domain.kernel.stations import Sender
from bot.domain.proposals.state import ProposalStatus
from bot.domain.referrals.state import Details, Referral, Status
from tests.faults.between import in_both_forums, referrals_told
from tests.faults.model import Model
from tests.faults.observing import Logged, Observation, Standing
from tests.faults.succeeding import handed_over_whole, is_of_hand_over

HERE, THERE, THIRD, DAY = "klynge-000", "klynge-001", "klynge-002", date(2027, 3, 1)


def test_a_referral_that_is_whole_on_both_sides_passes() -> None:
    assert not list(in_both_forums(Model(), sent()))
    assert not list(referrals_told(Model(), sent()))


def test_half_a_referral_is_found_whichever_half_lacks() -> None:
    seen = sent()
    seen.standing.clear()
    assert any("came 0 times" in each for each in in_both_forums(Model(), seen))
    assert any("is logged 1 times" in each for each in referrals_told(Model(), seen))
    seen = sent()
    seen.referrals.clear()
    assert any("nowhere" in each for each in in_both_forums(Model(), seen))
    assert any("0 referrals and 1 in the log" in each for each in referrals_told(Model(), seen))


def test_a_case_that_came_twice_or_to_the_wrong_place_is_found() -> None:
    seen = sent()
    seen.standing *= 2
    assert any("came 2 times" in each for each in in_both_forums(Model(), seen))
    seen = sent()
    seen.referrals = [replace(each, received=8) for each in seen.referrals]
    assert any("is said to have 8" in each for each in in_both_forums(Model(), seen))


def test_a_referral_that_waits_for_what_was_declined_is_found() -> None:
    seen = sent()
    seen.standing = [replace(each, status=ProposalStatus.DECLINED) for each in seen.standing]
    assert any("its referral is waiting" in each for each in in_both_forums(Model(), seen))


def test_a_state_that_the_log_does_not_tell_is_found() -> None:
    seen = sent()
    seen.referrals = [replace(each, status=Status.ANSWERED, revision=2) for each in seen.referrals]
    assert any("was told to be" in each for each in referrals_told(Model(), seen))
    told = {"year": 2027, "number": 1, "revision": 2, "status": "answered"}
    seen.entries.append(Logged(forum=HERE, actor=None, what="referral.told", facts=told))
    assert not list(referrals_told(Model(), seen))


def test_a_hand_over_that_is_whole_passes() -> None:
    assert not list(handed_over_whole(done(), handed()))


def test_a_hand_over_that_was_lost_or_was_never_asked_for_is_found() -> None:
    assert any("were handed over" in each for each in handed_over_whole(done(), Observation(now=now())))
    assert any("were handed over" in each for each in handed_over_whole(Model(), handed()))


def test_what_is_open_in_two_forums_or_in_none_is_found() -> None:
    seen = handed()
    seen.standing[0] = replace(seen.standing[0], status=ProposalStatus.RECEIVED)
    assert any("which has ended" in each for each in handed_over_whole(done(), seen))
    seen = handed()
    del seen.standing[1]
    assert any("goes on with []" in each for each in handed_over_whole(done(), seen))
    seen = handed()
    seen.standing.append(replace(seen.standing[1], id=9))
    assert any("of which" in each for each in handed_over_whole(done(), seen))


def test_a_hand_over_that_a_log_tells_twice_or_not_is_found() -> None:
    seen = handed()
    seen.entries.append(seen.entries[0])
    assert any("the logs tell of" in each for each in handed_over_whole(done(), seen))
    seen = handed()
    seen.entries = [each for each in seen.entries if each.what != "proposal.handed_on"]
    assert any("and logs {}" in each for each in handed_over_whole(done(), seen))


def test_what_is_handed_on_is_followed_to_where_it_waits_now() -> None:
    seen = gone_on()
    assert not list(in_both_forums(Model(), seen))
    assert not list(referrals_told(Model(), seen))
    assert not list(handed_over_whole(done(), seen))


def test_a_referral_that_was_handed_on_to_nowhere_or_told_nobody_is_found() -> None:
    seen = gone_on()
    del seen.referrals[1]
    assert any("nowhere" in each for each in in_both_forums(Model(), seen))
    assert any("has no such" in each for each in handed_over_whole(done(), seen))
    seen = gone_on()
    seen.standing[0] = replace(seen.standing[0], sender=Sender(forum=HERE, name="Vi", year=2027, number=1, on=DAY))
    assert any("came 0 times" in each for each in in_both_forums(Model(), seen))
    assert any("came 1 times and is logged 0 times" in each for each in referrals_told(Model(), seen))


def test_a_referral_that_no_log_says_is_handed_on_is_found() -> None:
    for what, said in (("referral.handed_on", "was told to be"), ("referral.taken_over", "1 referrals and 0 in")):
        seen = gone_on()
        seen.entries = [each for each in seen.entries if each.what != what]
        assert any(said in each for each in referrals_told(Model(), seen))
        assert any("and logs" in each for each in handed_over_whole(done(), seen))


def test_a_sender_that_waits_for_the_forum_that_ended_is_found() -> None:
    seen = sent()
    origin = Origin(forum=THERE, name="De", number="3/2027")
    seen.standing[0] = replace(seen.standing[0], status=ProposalStatus.HANDED_ON)
    assert any("is handed_on" in each for each in in_both_forums(Model(), seen))
    heirs = replace(seen.standing[0], forum=THIRD, id=9, status=ProposalStatus.RECEIVED, origin=origin)
    seen.standing.append(heirs)
    assert any("is said to have 7" in each for each in in_both_forums(Model(), seen))
    seen.referrals = [replace(seen.referrals[0], receiver=THIRD, received=9)]
    assert not list(in_both_forums(Model(), seen))


def test_funds_that_are_in_both_forums_or_in_neither_are_found() -> None:
    seen = with_funds()
    assert not list(handed_over_whole(done(), seen))
    seen.funds[HERE, 2027].clear()
    assert any("of klynge-000 is []" in each for each in handed_over_whole(done(), seen))
    seen = with_funds()
    seen.funds[THERE, 2027] = [replace(each, amount=2) for each in seen.funds[THERE, 2027]]
    assert any("of klynge-001 is" in each for each in handed_over_whole(done(), seen))
    seen = with_funds()
    seen.entries = [each for each in seen.entries if each.what != "funds.taken_over"]
    assert any("was granted {}" in each for each in handed_over_whole(done(), seen))


def test_only_what_a_hand_over_writes_may_name_nobody() -> None:
    for entry in with_funds().entries:
        assert is_of_hand_over(handed(), entry)
    stray = Logged(forum=HERE, actor=None, what="funds.granted", facts={})
    assert not is_of_hand_over(handed(), stray)
    elsewhere = Logged(forum=THIRD, actor=None, what="funds.taken_over", facts={"from_forum": HERE})
    assert not is_of_hand_over(handed(), elsewhere)
    assert not is_of_hand_over(Observation(now=now()), with_funds().entries[0])


def now() -> datetime:
    return datetime(2027, 3, 16, 12, tzinfo=UTC)


def done() -> Model:
    """Somebody heard that it was done."""
    return Model(handed_over={HERE: THERE})


def sent() -> Observation:
    """One case was sent on and waits there."""
    seen = Observation(now=now())
    details = Details(title="Sag", is_closed=False, body_name="Naboen", question="Hvad", sent_on=DAY, sent_by="s")
    seen.referrals = [
        Referral(
            forum=HERE,
            year=2027,
            number=1,
            revision=1,
            body="nabo",
            status=Status.WAITING,
            details=details,
            receiver=THERE,
            received=7,
        )
    ]
    sender = Sender(forum=HERE, name="Vi", year=2027, number=1, on=DAY)
    seen.standing = [standing(THERE, 7, ProposalStatus.RECEIVED, sender=sender)]
    came = {"number": 3, "year": 2027, "from_forum": HERE, "referral": "1/2027"}
    seen.entries = [
        Logged(forum=HERE, actor="s", what="referral.sent", facts={"number": 1}),
        Logged(forum=THERE, actor=None, what="proposal.received", facts=came),
    ]
    return seen


def handed() -> Observation:
    """One proposal was open, and goes on there as no. 3."""
    seen = Observation(now=now())
    moved = Handed(thing=Thing.PROPOSAL, fate=Fate.MOVED, title="Sag", was="1/2027", now="3/2027")
    seen.successions = [Succession(forum=HERE, heir=THERE, until=DAY, day=DAY, handed=(moved,))]
    origin = Origin(forum=HERE, name="Vi", number="1/2027")
    seen.standing = [
        standing(HERE, 1, ProposalStatus.HANDED_ON, number="1/2027"),
        standing(THERE, 7, ProposalStatus.RECEIVED, origin=origin),
    ]
    came = {"number": 3, "year": 2027, "from_forum": HERE, "from_number": "1/2027"}
    seen.entries = [
        Logged(forum=HERE, actor=None, what="forum.handed_over", facts={}),
        Logged(forum=THERE, actor=None, what="forum.continued", facts={"from_forum": HERE}),
        Logged(forum=HERE, actor=None, what="proposal.handed_on", facts={"number": 1, "year": 2027}),
        Logged(forum=THERE, actor=None, what="proposal.received", facts=came),
    ]
    return seen


def gone_on() -> Observation:
    """The forum that sent a case was handed over, and its heir waits for the answer of a third."""
    seen = sent()
    (old,) = seen.referrals
    old = replace(old, receiver=THIRD)
    seen.referrals = [
        replace(old, status=Status.HANDED_ON, revision=2),
        replace(old, forum=THERE, number=4),
    ]
    sender = Sender(forum=THERE, name="De", year=2027, number=4, on=DAY)
    seen.standing = [standing(THIRD, 7, ProposalStatus.RECEIVED, sender=sender)]
    moved = Handed(thing=Thing.REFERRAL, fate=Fate.MOVED, title="Sag", was="1/2027", now="4/2027")
    seen.successions = [Succession(forum=HERE, heir=THERE, until=DAY, day=DAY, handed=(moved,))]
    came = {"number": 3, "year": 2027, "from_forum": HERE, "referral": "1/2027"}
    told = {"number": 3, "year": 2027, "revision": 2, "from_forum": HERE, "to_forum": THERE, "referral": "4/2027"}
    taken = {"number": 4, "year": 2027, "from_forum": HERE, "from_number": "1/2027"}
    seen.entries = [
        Logged(forum=HERE, actor="s", what="referral.sent", facts={"number": 1}),
        Logged(forum=THIRD, actor=None, what="proposal.received", facts=came),
        Logged(forum=THIRD, actor=None, what="proposal.sender_handed_over", facts=told),
        Logged(forum=HERE, actor=None, what="referral.handed_on", facts={"number": 1, "year": 2027, "revision": 2}),
        Logged(forum=THERE, actor=None, what="referral.taken_over", facts=taken),
        Logged(forum=HERE, actor=None, what="forum.handed_over", facts={}),
        Logged(forum=THERE, actor=None, what="forum.continued", facts={"from_forum": HERE}),
    ]
    return seen


def with_funds() -> Observation:
    """What was left of a grant goes on there as entry no. 5."""
    seen = handed()
    grant = Entry(forum=HERE, year=2027, number=2, kind=EntryKind.GRANT, amount=100, by="s", at=now())
    seen.funds = {
        (HERE, 2027): [replace(grant, is_counter=True, of=1)],
        (THERE, 2027): [replace(grant, forum=THERE, number=5)],
    }
    moved = Handed(thing=Thing.FUND, fate=Fate.MOVED, title="1 kr.", was="1/2027", now="5/2027")
    seen.successions = [replace(each, handed=(*each.handed, moved)) for each in seen.successions]
    gone = {"year": 2027, "number": 2, "amount": 100, "to_forum": THERE, "to_number": 5}
    came = {"year": 2027, "number": 5, "amount": 100, "from_forum": HERE, "from_number": 2}
    seen.entries += [
        Logged(forum=HERE, actor=None, what="funds.handed_on", facts=gone),
        Logged(forum=THERE, actor=None, what="funds.taken_over", facts=came),
    ]
    return seen


def standing(
    forum: str,
    ident: int,
    status: ProposalStatus,
    *,
    number: str = "3/2027",
    sender: Sender | None = None,
    origin: Origin | None = None,
) -> Standing:
    """A proposal of that forum."""
    return Standing(forum=forum, id=ident, number=number, status=status, meeting=None, sender=sender, origin=origin)
