"""The checks see what they are there for: each test forges the end of a run in which one thing went wrong."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.funds.state import Entry, EntryKind
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.proposals.state import Content, ItemKind
from tests.faults.asking import Asked, attempt
from tests.faults.cards import Seen, essence, read_answer, read_card
from tests.faults.checking import (
    answered_well,
    asked_for,
    cards_current,
    chain_whole,
    consistent,
    doubled_in_doubt,
    explained,
    funds_add_up,
    stored_once,
    violations,
)
from tests.faults.model import Attempt, Model
from tests.faults.observing import Logged, Observation, proposal_keys
from tests.faults.teams import Post
from tests.faults.topics import VERBS

FORUM, PERSON, CHANNEL = "klynge-000", "koordinator", "19:klynge-000"
NOW = datetime(2027, 3, 16, 12, tzinfo=UTC)


def test_a_run_in_which_all_went_well_passes_every_check() -> None:
    assert not any(violations(model(), end()).values())


def test_a_lost_outcome_is_found_whether_the_table_or_the_log_lacks_it() -> None:
    seen = end()
    seen.rows.clear()
    assert any("lost" in each for each in stored_once(model(), seen))
    seen = end()
    seen.entries = [each for each in seen.entries if each.what != "minutes.remarked"]
    assert any("lost" in each for each in stored_once(model(), seen))


def test_what_was_never_acknowledged_may_be_lost_but_not_doubled() -> None:
    unheard = model()
    for each in unheard.attempts:
        each.acknowledged = None
    seen = end()
    assert not list(stored_once(unheard, seen))
    seen.rows.clear()
    seen.entries.clear()
    assert not list(stored_once(unheard, seen))
    seen.rows["proposals", "SagA"] = 2
    assert any("doubled" in each for each in stored_once(unheard, seen))


def test_a_doubled_outcome_is_found_in_the_table_and_in_the_log() -> None:
    seen = end()
    seen.rows["minutes_remarks", "SagB"] = 2
    assert any("doubled" in each for each in stored_once(model(), seen))
    seen = end()
    seen.entries.append(seen.entries[1])
    assert any("doubled" in each for each in stored_once(model(), seen))


def test_what_was_acknowledged_after_the_copy_that_came_back_is_known_to_be_gone() -> None:
    """It may be gone, and may be there all the same; what was acknowledged before the copy must be there."""
    asked = model()
    known = asked.known()
    asked.attempts.append(heard("Propose", PERSON, "er modtaget som nr. 2", marker="SagC"))
    seen = end()
    assert any("SagC" in each for each in stored_once(asked, seen))
    asked.forget(known)
    assert not any(violations(asked, seen).values())
    seen.rows["proposals", "SagC"] = 1
    assert not list(stored_once(asked, seen))
    seen.rows.clear()
    assert any("SagA" in each for each in stored_once(asked, seen))
    assert asked.tally() == {"acknowledged": 2, "refused": 0, "unacknowledged": 1}


def test_what_happens_once_is_found_when_it_was_done_by_two() -> None:
    """Both secretaries ask, both are told that it is done; the log may hold it once."""
    asked = model()
    asked.attempts += [heard("Accept", actor, "er optaget som punkt 2", number=1) for actor in ("anna", "bo")]
    seen = end()
    seen.entries.append(logged("proposal.accepted", "anna", number=1, year=2027, revision=2))
    assert not any(violations(asked, seen).values())
    seen.entries.append(logged("proposal.accepted", "bo", number=1, year=2027, revision=2))
    assert any("is logged 2 times" in each for each in consistent(asked, seen))


def test_what_the_leader_put_on_is_no_loss_to_whoever_accepts_it_afterwards() -> None:
    asked = model()
    asked.attempts += [heard("Accept", "anna", "er optaget som punkt 2", number=1)]
    seen = end()
    assert any("proposal.accepted" in each for each in stored_once(asked, seen))
    seen.entries.append(logged("proposal.kept", "bo", number=1, year=2027, revision=2))
    assert list(stored_once(asked, seen)) == []


def test_what_nobody_asked_for_is_found() -> None:
    seen = end()
    seen.rows["proposals", "SagX"] = 1
    assert any("SagX" in each for each in asked_for(model(), seen))
    seen = end()
    seen.entries.append(logged("minutes.sent", PERSON, meeting="m0"))
    assert any("minutes.sent" in each for each in asked_for(model(), seen))
    seen.entries = [logged("minutes.sent", None, meeting="m0")]
    assert any("names nobody" in each for each in asked_for(model(), seen))


def test_a_proposal_is_called_what_was_proposed_until_a_change_takes_along_the_title_on_the_draft() -> None:
    content = Content(title="SagE", kind=ItemKind.DISCUSSION, recommendation="SagA")
    for is_changed, is_edited, is_fine in ((False, True, False), (True, False, False), (True, True, True)):
        asked, seen = model(), end()
        if is_edited:
            asked.attempts.append(heard("EditItem", PERSON, "er gemt", marker="SagE"))
            seen.entries.append(logged("agenda.item_edited", PERSON, meeting="m0", revision=2))
        seen.rows.update(key for key in proposal_keys(content, is_changed=is_changed) if key[1] != "SagA")
        assert any(violations(asked, seen).values()) is not is_fine


def test_an_agenda_sent_twice_and_a_proposal_without_its_entry_are_found() -> None:
    seen = end()
    seen.entries += [logged("agenda.sent", None, meeting="m0")] * 2
    assert any("agenda.sent" in each for each in consistent(model(), seen))
    seen = end()
    seen.proposals.append((FORUM, 2))
    assert any("2 proposals and 1 in the log" in each for each in consistent(model(), seen))
    seen = end()
    seen.agendas[FORUM, "m0"] = [1, 2, 1]
    assert any("stands on an agenda 2 times" in each for each in consistent(model(), seen))


def test_a_fund_that_was_overdrawn_is_found_and_so_is_a_number_that_lacks() -> None:
    grant = Entry(forum=FORUM, year=2027, number=1, kind=EntryKind.GRANT, amount=100, by=PERSON, at=NOW)
    disposals = [replace(grant, number=number, kind=EntryKind.DISPOSAL, amount=60) for number in (2, 3)]
    for entries, is_fine in (
        ((grant, disposals[0]), True),
        ((grant, *disposals), False),
        ((grant, disposals[1]), False),
    ):
        seen = end()
        seen.funds[FORUM, 2027] = list(entries)
        assert (not list(funds_add_up(model(), seen))) is is_fine, entries


def test_a_broken_chain_is_found() -> None:
    for verified in ((1, "Loggen er brudt"), (0, "")):
        seen = end()
        seen.verified = verified
        assert list(chain_whole(model(), seen))


def test_a_notice_without_explanation_is_found() -> None:
    past, future = NOW - timedelta(days=1), NOW + timedelta(days=1)
    for state, due_at, reason, is_fine in (
        (NoticeState.WAITING, past, "Teams har travlt.", False),
        (NoticeState.WAITING, future, "", True),
        (NoticeState.SUPERSEDED, past, "", False),
        (NoticeState.SUPERSEDED, past, "Der er svaret.", True),
        (NoticeState.FAILED, past, "", False),
        (NoticeState.FAILED, past, "Samtalen findes ikke længere.", True),
    ):
        seen = end()
        seen.notices.append(replace(notice("n"), state=state, due_at=due_at, reason=reason, activity=None))
        assert bool(list(explained(model(), seen))) is not is_fine, (state, reason)
    seen = end()
    seen.notices.append(replace(notice("n"), activity=None))
    assert any("no message is named" in each for each in explained(model(), seen))
    seen.notices = [each for each in seen.notices if each.kind is not MeetingNotice.POST]
    assert any("no post shows" in each for each in explained(model(), seen))
    seen.notices.clear()
    assert any("nobody of the secretariat hears" in each for each in explained(model(), seen))


def test_a_message_too_many_is_found_unless_the_outbox_counted_a_doubt() -> None:
    seen = end()
    seen.posts = {**seen.posts, "p9": post()}
    assert any("1 messages too many" in each for each in doubled_in_doubt(model(), seen))
    seen.notices[0] = replace(seen.notices[0], unknown_posts=1)
    assert not list(doubled_in_doubt(model(), seen))


def test_an_answer_is_no_message_too_many_but_a_second_one_to_the_same_delivery_is() -> None:
    seen = end()
    seen.posts = {**seen.posts, "p9": post(thread="17")}
    seen.deliveries = {"17": 1}
    assert not list(doubled_in_doubt(model(), seen))
    seen.posts = {**seen.posts, "p10": post(thread="17")}
    assert list(doubled_in_doubt(model(), seen))


def test_stale_cards_and_strange_answers_are_passed_on() -> None:
    seen, asked = end(), model()
    seen.stale_cards.append("proposal: shows an older state")
    asked.oddities.append("HTTP 500")
    assert list(cards_current(asked, seen)) == seen.stale_cards
    assert list(answered_well(asked, seen)) == asked.oddities


def test_an_answer_counts_by_what_it_says() -> None:
    asked = attempt(VERBS, "Propose", Asked(forum=FORUM, actor=PERSON, marker="SagA", data={}))
    assert asked.hear(card("Udfyld feltet.", is_refusal=True)) == "refused"
    assert asked.hear(card("Der opstod en fejl. Fejlkode: ab", is_refusal=True)) == "apology"
    assert asked.hear(card("Goddag")) == "unclear"
    assert asked.acknowledged is None
    assert asked.hear(card("Tak. Forslaget er modtaget som nr. 3.")) == "done"
    assert ("proposals", "SagA") in (asked.acknowledged or ())


def test_words_beside_the_card_in_hand_are_a_refusal_unless_nothing_but_the_receipt_is_said() -> None:
    asked = attempt(VERBS, "Propose", Asked(forum=FORUM, actor=PERSON, marker="SagA", data={}))
    assert asked.hear(read_answer({"value": "Det er for langt."})) == "refused"
    assert asked.hear(read_answer({"value": "Modtaget."})) == "unclear"
    assert asked.acknowledged is None


def test_a_request_that_was_replaced_counts_alike_whichever_is_the_newest_and_not_like_an_open_one() -> None:
    def shown(words: str) -> str:
        return essence({"body": [{"type": "TextBlock", "text": words}, {"type": "TextBlock", "text": "0 af 2"}]})

    third, fourth = (shown(f"Version 1 af dagsordenen er erstattet af version {newest}.") for newest in (3, 4))
    assert third == fourth
    assert len({third, shown("Version 2 af dagsordenen er erstattet af version 3."), shown("Version 1.")}) == 3


def model() -> Model:
    """Somebody proposed and somebody remarked, and both heard that it was done."""
    return Model(
        attempts=[
            heard("Propose", PERSON, "er modtaget som nr. 1", marker="SagA"),
            heard("RemarkOnMinutes", PERSON, "Din bemærkning er sendt til sekretariatet.", marker="SagB"),
        ]
    )


def heard(verb: str, actor: str, words: str, *, marker: str = "", **data: object) -> Attempt:
    """An attempt that was acknowledged with these words."""
    asked = attempt(VERBS, verb, Asked(forum=FORUM, actor=actor, marker=marker, data=data))
    assert asked.hear(card(words)) == "done"
    return asked


def card(words: str, *, is_refusal: bool = False) -> Seen:
    """A card that says so, in a banner where it refuses."""
    text = {"type": "TextBlock", "text": words}
    banner = {"type": "Container", "id": "error", "items": [text]}
    return read_card({"body": [banner if is_refusal else text]})


def end() -> Observation:
    """What the model's run leaves behind."""
    seen = Observation(now=NOW, verified=(0, "Loggen er hel"), posts={"p1": post()}, forums={CHANNEL: FORUM})
    seen.entries = [
        logged("proposal.received", PERSON, number=1, year=2027),
        logged("minutes.remarked", PERSON, meeting="m0", words="SagB"),
    ]
    seen.rows.update([("proposals", "SagA"), ("minutes_remarks", "SagB")])
    seen.proposals = [(FORUM, 1)]
    seen.meetings = {(FORUM, 1): "m0"}
    seen.notices = [
        replace(notice("post"), kind=MeetingNotice.POST, meeting="m0"),
        replace(notice("proposal"), kind=ProposalNotice.RECEIVED, subject={"proposal": 1}),
    ]
    return seen


def logged(what: str, actor: str | None, *, words: str = "", **facts: object) -> Logged:
    """An entry of the forum's log."""
    return Logged(forum=FORUM, actor=actor, what=what, facts=facts, words={"words": words})


def notice(key: str) -> Notice:
    """A notice that was sent as the first message."""
    return Notice(
        key=key,
        forum=FORUM,
        kind=MeetingNotice.MEETING,
        due_at=NOW,
        is_timed=False,
        state=NoticeState.SENT,
        activity="p1",
    )


def post(thread: str | None = None) -> Post:
    """A message in the forum's channel."""
    return Post(CHANNEL, thread, "", NOW)
