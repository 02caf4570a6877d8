"""The rules of approval: every answer stays and the latest counts, a standing return blocks, silence is no answer."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.agenda.changes import Change, is_substance
from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.needed import still_needed
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.settings import IfUnanswered

APPROVED = frozenset({Standpoint.APPROVED, Standpoint.APPROVED_WITH_REMARKS})
ENDED = frozenset({Standpoint.RETURNED, Standpoint.SUPERSEDED, Standpoint.WITHDRAWN})
_PAST = frozenset({Standpoint.SUPERSEDED, Standpoint.WITHDRAWN})  # nobody is asked in it any more

_YES = frozenset({Verdict.APPROVED, Verdict.APPROVED_WITH_REMARKS})
NO = frozenset({Verdict.RETURNED, Verdict.OBJECTED})
_ANSWERS = {
    Mode.NONE: frozenset[Verdict](),
    Mode.CONSULT: frozenset({Verdict.NO_REMARKS, Verdict.REMARKS}),
    Mode.APPROVE: _YES | {Verdict.RETURNED},
}
_WITH_WORDS = {Verdict.APPROVED: Verdict.APPROVED_WITH_REMARKS, Verdict.NO_REMARKS: Verdict.REMARKS}
_NEEDS_WORDS = frozenset({Verdict.APPROVED_WITH_REMARKS, Verdict.RETURNED, Verdict.OBJECTED, Verdict.REMARKS})


def with_words(verdict: Verdict, words: str) -> Verdict:
    """The answer that somebody gives who writes something too: a yes with words is a yes with remarks."""
    return _WITH_WORDS.get(verdict, verdict) if words else verdict


def circulate_again(
    previous: ApprovalRound, *, version: int, changes: Iterable[Change], mode: Mode, approvers: tuple[str, ...]
) -> ApprovalRound | None:
    """The round going on with a newer version, its answers carried over, or None where a new round must be opened.

    It goes on unless it was returned, the change is one of substance, or others are asked than before. That the
    secretariat chose to send an older version without approval says nothing about the newer one.
    """
    if previous.standpoint in ENDED or is_substance(changes) or not asks(previous, mode, approvers):
        return None
    going_on = replace(previous, version=version, standpoint=Standpoint.OPEN)
    return judged(replace(going_on, approvers=still_asked(going_on, approvers)))


def asks(this: ApprovalRound, mode: Mode, approvers: Iterable[str]) -> bool:
    """Whether the round asks what is to be asked of everybody who is to be asked."""
    return this.mode is mode and set(approvers) <= {*this.approvers, *this.heirs.values()}


def still_asked(this: ApprovalRound, approvers: Iterable[str]) -> tuple[str, ...]:
    """Those of the round who are to be asked still, or have answered: an answer that was given stays."""
    given, wanted = answers(this), set(approvers)
    return tuple(person for person in this.approvers if person in wanted or person in given)


def superseded(this: ApprovalRound) -> ApprovalRound:
    """The round as it stands when another has been opened: its answers are kept and no longer count."""
    return replace(this, standpoint=Standpoint.SUPERSEDED)


def dispatched(this: ApprovalRound) -> ApprovalRound:
    """The round as it stands when its agenda has left: those who were consulted were heard."""
    is_heard = this.mode is Mode.CONSULT and this.standpoint is not Standpoint.WITHDRAWN
    return replace(this, standpoint=Standpoint.CONSULTED) if is_heard else this


def answers(this: ApprovalRound) -> dict[str, Response]:
    """What stands: the latest answer for each seat, whoever gave it, but for those that were taken back."""
    latest = {response.person: response for response in this.responses if response.person in this.approvers}
    return {person: given for person, given in latest.items() if given.verdict is not Verdict.TAKEN_BACK}


def returns(this: ApprovalRound) -> tuple[Response, ...]:
    """The returns and objections that stand."""
    return tuple(given for given in answers(this).values() if given.verdict in NO)


def silent(this: ApprovalRound) -> tuple[str, ...]:
    """Those who have not answered, whether their answer is needed or not."""
    given = answers(this)
    return tuple(person for person in this.approvers if person not in given)


def missing(this: ApprovalRound) -> tuple[str, ...]:
    """Those whose answer is waited for: by the round's rule, and everybody's who is only consulted."""
    if this.mode is not Mode.APPROVE:
        return silent(this)
    return still_needed(this.rule, this.approvers, answers(this))


def carried(this: ApprovalRound) -> tuple[str, ...]:
    """Those whose approval was given to an older version and counts for the newest."""
    standing = answers(this).values()
    return tuple(each.person for each in standing if each.verdict in _YES and each.version < this.version)


def changeable_until(this: ApprovalRound, dispatch: datetime | None) -> datetime:
    """Until when an answer may be changed: the deadline or the dispatch that was ahead when the round was opened."""
    ahead = [each for each in (this.deadline, dispatch) if each is not None and each > this.opened_at]
    return min(ahead, default=this.opened_at)


def may_change(this: ApprovalRound, person: str, *, now: datetime, until: datetime, is_over: bool) -> bool:
    """Whether the person may answer otherwise or take their answer back; one that was given late, until dispatch."""
    given = answers(this).get(person)
    if given is None or is_over or this.standpoint in _PAST:
        return False
    return (now < until or given.at >= until) and (given in returns(this) or this.standpoint is not Standpoint.RETURNED)


def open_to(this: ApprovalRound, person: str, *, now: datetime, until: datetime, is_over: bool) -> frozenset[Verdict]:
    """The answers that this person may give now; `is_over` once the agenda was sent or the meeting has begun.

    While a return stands, only whoever sent it may answer otherwise.
    """
    if is_over or this.standpoint in _PAST or person not in this.approvers:
        return frozenset()
    if person in answers(this):
        is_open = may_change(this, person, now=now, until=until, is_over=is_over)
    else:
        is_open = this.standpoint is not Standpoint.RETURNED
    may_object = person in carried(this) and this.standpoint is not Standpoint.RETURNED
    objection = frozenset({Verdict.OBJECTED}) if may_object else frozenset[Verdict]()
    return _ANSWERS[this.mode] | objection if is_open else objection


def respond(this: ApprovalRound, given: Response, *, until: datetime, is_over: bool) -> ApprovalRound:
    """The round with one more answer; the same answer again changes nothing.

    Refusal: "stale" for another version, "wrong_answer" for one that the round does not ask for, "missing_remarks",
    "no_objection", "round_returned", "closed". A first answer is welcome until `is_over`, a changed one before `until`.
    """
    if given.version != this.version:
        raise Refusal("stale")
    if _is_repeated(this, given, is_late=is_over or given.at >= until):
        return this
    if given.verdict in _NEEDS_WORDS and not given.words:
        raise Refusal("missing_remarks", field="words")
    if given.verdict not in open_to(this, given.person, now=given.at, until=until, is_over=is_over):
        raise _why_not(this, given, is_over=is_over)
    return judged(replace(this, responses=(*this.responses, given)))


def take_back(
    this: ApprovalRound,
    person: str,
    version: int,
    *,
    now: datetime,
    until: datetime,
    is_over: bool,
    account: str | None = None,
    given_by: str | None = None,
) -> ApprovalRound:
    """The round as if the person had not answered, with that taken-back answer kept; done again, the same.

    A choice to send without the missing answers was made without this one, and does not stand any more.
    Refusal: "newer_version" where the answer is to a version that was replaced, "round_withdrawn", "nothing_given",
    "closed".
    """
    if this.standpoint is Standpoint.WITHDRAWN:
        raise Refusal("round_withdrawn")
    if version != this.version or this.standpoint is Standpoint.SUPERSEDED:
        raise Refusal("newer_version", version=version)
    if person not in answers(this):
        if any(response.person == person for response in this.responses):
            return this
        raise Refusal("nothing_given")
    if not may_change(this, person, now=now, until=until, is_over=is_over):
        raise Refusal("round_returned" if this.standpoint is Standpoint.RETURNED and not is_over else "closed")
    taken = Response(
        person=person,
        verdict=Verdict.TAKEN_BACK,
        words="",
        version=version,
        at=now,
        account=account,
        given_by=given_by,
    )
    return judged(replace(this, responses=(*this.responses, taken), standpoint=Standpoint.OPEN))


def send_unapproved(
    this: ApprovalRound, *, now: datetime, if_unanswered: IfUnanswered, is_the_day: bool = False
) -> ApprovalRound:
    """The round with the secretariat's choice to send without the answers that are missing; chosen again, the same.

    `is_the_day`: the charter's own day has come, and what asks for approval does not bind as the charter does.
    Refusal: "must_hold" where the forum did not allow it, "no_approval_needed", "round_returned", "already_approved",
    "still_answering" before the deadline.
    """
    if this.standpoint is Standpoint.SENT_UNAPPROVED:
        return this
    if this.mode is not Mode.APPROVE:
        raise Refusal("no_approval_needed")
    if this.standpoint is Standpoint.WITHDRAWN:
        raise Refusal("round_withdrawn")
    if this.standpoint in ENDED:
        raise Refusal("round_returned")
    if this.standpoint in APPROVED:
        raise Refusal("already_approved")
    if is_the_day:
        return replace(this, standpoint=Standpoint.SENT_UNAPPROVED)
    if if_unanswered != "secretariat_may_send":
        raise Refusal("must_hold")
    if this.deadline is not None and now < this.deadline:
        raise Refusal("still_answering")
    return replace(this, standpoint=Standpoint.SENT_UNAPPROVED)


def may_send_unapproved(
    this: ApprovalRound, *, now: datetime, if_unanswered: IfUnanswered, is_the_day: bool = False
) -> bool:
    """Whether that choice is open and not yet made."""
    if this.standpoint is Standpoint.SENT_UNAPPROVED:
        return False
    try:
        send_unapproved(this, now=now, if_unanswered=if_unanswered, is_the_day=is_the_day)
    except Refusal:
        return False
    return True


def _is_repeated(this: ApprovalRound, given: Response, *, is_late: bool) -> bool:
    """Whether just that was said for the seat; in time, of a newer version or from another account it is a new answer.

    Of one seat the first answer counts, whichever of the two gave it.
    """
    standing = answers(this).get(given.person)
    if standing is None or (standing.verdict, standing.words) != (given.verdict, given.words):
        return False
    is_same_account = standing.account in (None, given.account) or standing.giver != given.giver
    return is_late or (standing.version == given.version and is_same_account)


def _why_not(this: ApprovalRound, given: Response, *, is_over: bool) -> Refusal:
    if is_over:
        return Refusal("closed")
    if this.standpoint is Standpoint.WITHDRAWN:
        return Refusal("round_withdrawn")
    if this.standpoint in ENDED and given.person not in {each.person for each in returns(this)}:
        return Refusal("round_returned")
    if given.verdict is Verdict.OBJECTED and this.mode is Mode.APPROVE:
        return Refusal("no_objection")
    if given.verdict not in _ANSWERS[this.mode]:
        return Refusal(f"wrong_answer.{this.mode.value}")
    return Refusal("closed")


def judged(this: ApprovalRound) -> ApprovalRound:
    """The round with the standpoint that its answers give it."""
    verdicts = {response.verdict for response in answers(this).values()}
    if verdicts & NO:
        return replace(this, standpoint=Standpoint.RETURNED)
    if missing(this) or not verdicts:
        is_chosen = this.standpoint is Standpoint.SENT_UNAPPROVED
        return this if is_chosen else replace(this, standpoint=Standpoint.OPEN)
    if this.mode is Mode.CONSULT:
        return replace(this, standpoint=Standpoint.CONSULTED)
    with_remarks = Verdict.APPROVED_WITH_REMARKS in verdicts
    return replace(this, standpoint=Standpoint.APPROVED_WITH_REMARKS if with_remarks else Standpoint.APPROVED)
