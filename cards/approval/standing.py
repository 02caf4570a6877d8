"""Where a round of approval stands: who is asked, who has answered what, and what has come of it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

from bot.domain.agenda.changes import Change
from bot.domain.agenda.left_out import LeftOut
from bot.domain.agenda.state import AgendaItem
from bot.domain.approval.accounts import Doubt
from bot.domain.approval.rules import APPROVED, ENDED, answers, missing, silent
from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.needed import Needed
from cards.agenda.cards import zone
from cards.approval.cleared import NOBODY_ELSE, Cleared, Unasked, clearance_lines
from cards.kit.elements import Json, Mention, escape, rich, text
from cards.kit.fitting import Room
from cards.kit.words import date_time, keyed, listing, long_date, medium_date, medium_date_time, say

_ANSWERS = keyed(Verdict, "approval.answer")
_DOUBTS = keyed(Doubt, "approval.doubt")
_TAIL = 6  # characters of an account's id, which tell a person's accounts apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A round as its reader may see it.

    `items`, `changes` (since that version) and `left_out` hold only what may be shown here; `sent_back` says who ended
    the round before, and why. `offered` are the answers that may be given, `own` is the reader's, and
    `changeable_until` is there where an answer that was given may be changed. `may_nudge`: the reader may remind those
    who owe an answer. `leaves_at` is the dispatch that is still
    ahead, `sent_at` the one that was. `doubts` says whose answer may not be their own, `told_accounts` which of several
    accounts somebody answered from. `cleared` is what the organisations answered that clear it themselves, `unasked`
    names those that do not, `endorsed` how whoever issued guidance stands to the approval. `administrative` are the
    pairs of a politician who is asked and somebody of an administration in their place.
    """

    forum_name: str
    meeting: Meeting
    approval: ApprovalRound
    names: Mapping[str, str]
    items: Sequence[AgendaItem]
    changes: Sequence[Change] = ()
    since: int | None = None
    sent_back: Sequence[Response] = ()
    left_out: Sequence[LeftOut] = ()
    offered: frozenset[Verdict] = frozenset()
    own: Response | None = None
    changeable_until: datetime | None = None
    may_send_unapproved: bool = False
    may_send_now: bool = False
    may_nudge: bool = False
    shows_remarks: bool = False
    leaves_at: datetime | None = None
    sent_at: datetime | None = None
    doubts: Mapping[str, Doubt] = field(default_factory=dict)
    told_accounts: Mapping[str, str] = field(default_factory=dict)
    cleared: Sequence[Cleared] = ()
    unasked: Unasked = NOBODY_ELSE
    endorsed: str = ""
    answers_for: Sequence[str] = ()
    administrative: Collection[tuple[str, str]] = ()


def standing(asked: Request, room: Room, mentions: Mapping[str, Mention], *, is_told: bool) -> Iterable[Json | None]:
    """Who is asked, who has answered what, and where that leaves the agenda.

    `is_told`: the reader was just told of their own answer, and until when it can be changed.
    """
    tags = [_tag(asked, person, mentions) for person in asked.approval.approvers]
    given = answers(asked.approval)
    if not given:
        yield rich(f"**{_who(asked)}:** {listing(tags)}. {progress(asked.approval)}.")
    else:
        yield None if is_told else rich(f"**{_who(asked)}:** {listing(tags)}")
        yield text(" ".join([f"{progress(asked.approval)}.", *_lacking(asked)]), bold=True)
    told_of = {asked.own.person} if is_told and asked.own is not None else set()
    shown = [person for person in asked.approval.approvers if person in given and person not in told_of]
    lines = [_answer(asked, given[person], room) for person in shown]
    yield text("\n".join(lines), subtle=True) if lines else None
    yield from _rule(asked)
    yield from doubts(asked)
    if any(len(each.words) > room.text and shows_words(asked, each) for each in given.values()):
        yield text(say("approval.words.shortened"), subtle=True)
    for sentence in _outcome(asked, room):
        yield text(sentence, bold=True)
    if asked.changeable_until is not None and not is_told:
        until = until_words(asked.changeable_until, zone(asked.meeting))
        yield text(say("approval.changeable", frist=until), subtle=True)
    yield text(say("clearance.lines"), bold=True) if asked.cleared else None
    yield clearance_lines(asked.cleared, asked.unasked, room)
    yield text(asked.endorsed, subtle=True) if asked.endorsed else None


def until_words(moment: datetime, tz: tzinfo) -> str:
    """The last moment to answer: a day where it is the end of that day, otherwise with the time."""
    local = moment.astimezone(tz)
    ends_day = (local.hour, local.minute) == (0, 0)
    return long_date((local - timedelta(days=1)).date()) if ends_day else date_time(moment, tz)


def remarks(asked: Request, room: Room) -> Iterable[Json]:
    """What was written with the answers that stand: to the secretariat the words, to others that there are some."""
    given = [each for each in answers(asked.approval).values() if each.words]
    yield from (text(_answer(asked, each, room)) for each in given)


def doubts(asked: Request) -> Iterable[Json]:
    """Whose answer may not be their own, and why."""
    yield from (
        text(say(_DOUBTS[why], navn=asked_name(asked, person)), bold=True) for person, why in asked.doubts.items()
    )


def unapproved_words(asked: Request) -> str:
    """Whose answers the secretariat chose to do without, and when the agenda leaves."""
    without = _names(asked, missing(asked.approval))
    if asked.sent_at is not None or asked.leaves_at is None:
        return say("approval.outcome.sent_unapproved", mangler=without)
    when = date_time(asked.leaves_at, zone(asked.meeting))
    return say("approval.outcome.will_be_sent_unapproved", mangler=without, tidspunkt=when)


def progress(approval: ApprovalRound) -> str:
    """How many have answered."""
    asked = len(approval.approvers)
    return say("approval.card.progress", svar=asked - len(silent(approval)), antal=asked)


def _rule(asked: Request) -> Iterable[Json]:
    """How many of several must answer, while that is waited for."""
    approval, rule = asked.approval, asked.approval.rule
    is_waited_for = asked.sent_at is None and approval.standpoint not in ENDED | APPROVED
    if approval.mode is not Mode.APPROVE or len(approval.approvers) < 2 or not is_waited_for:
        return
    if not rule.is_settled:
        yield text(say("approval.rule.unsettled", ikke_fastsat=say("common.not_regulated")), subtle=True)
    elif rule.needed is Needed.ONE_PER_SIDE:
        yield text(say("approval.rule.one_per_side"), subtle=True)
    elif rule.needed is Needed.K_OF_N:
        yield text(say("approval.rule.k_of_n", antal=rule.least, af=len(approval.approvers)), subtle=True)


def _lacking(asked: Request) -> Iterable[str]:
    """Who is missing, once somebody has answered."""
    lacking = missing(asked.approval)
    if answers(asked.approval) and lacking and asked.sent_at is None and asked.approval.standpoint not in ENDED:
        is_enough = asked.approval.rule.needed is not Needed.ALL and len(lacking) > 1
        yield say("approval.missing.some" if is_enough else "approval.missing", liste=_names(asked, lacking))


def _who(asked: Request) -> str:
    return say("consult.card.approvers" if asked.approval.mode is Mode.CONSULT else "approval.card.approvers")


def _tag(asked: Request, person: str, mentions: Mapping[str, Mention]) -> str:
    """A mention is of whoever is asked, who may stand in for somebody."""
    if person not in mentions:
        return escape(asked_name(asked, person))
    tag, is_stood_in = mentions[person].tag, person in asked.approval.stand_ins
    return _stands_in(asked, person, asked.approval.stand_ins[person], tag, escape) if is_stood_in else tag


def asked_name(asked: Request, person: str) -> str:
    """An approver, with whoever answered or is asked in their place."""
    given = answers(asked.approval).get(person)
    return _in_place(asked, person, asked.approval.stand_ins.get(person) if given is None else given.given_by)


def signed(asked: Request, given: Response) -> str:
    """Who gave that answer, and for whom where that is somebody else."""
    return _in_place(asked, given.person, given.given_by)


def counts_for(others: Sequence[str], *, is_own: bool) -> str:
    """Whose seats an answer counts for beside, or without, the person's own."""
    key = "approval.counts_for.both" if is_own else "approval.counts_for"
    return say(key, liste=listing(others))


def _in_place(asked: Request, person: str, other: str | None) -> str:
    if other is None:
        return asked.names.get(person, person)
    return _stands_in(asked, person, other, asked.names.get(other, other), str)


def _stands_in(asked: Request, person: str, other: str, name: str, spelled: Callable[[str], str]) -> str:
    facts = {"navn": name, "hvem": spelled(asked.names.get(person, person))}
    if (person, other) in asked.administrative:
        return say("approval.stands_in.administrative", **facts)
    return say("approval.stands_in", **facts)


def _names(asked: Request, people: Iterable[str]) -> str:
    return listing(asked_name(asked, person) for person in people)


def _answer(asked: Request, given: Response, room: Room) -> str:
    """One line; remarks are the secretariat's, so only the fact that there are some is for everybody."""
    at = medium_date_time(given.at, zone(asked.meeting))
    line = say(_ANSWERS[given.verdict], navn=signed(asked, given), tidspunkt=at)
    if given.version < asked.approval.version:
        line = f"{line} ({say('approval.card.version', version=given.version)})"
    if (account := asked.told_accounts.get(given.person)) is not None:
        line = f"{line} ({say('approval.account', konto=account[-_TAIL:])})"
    if given.words and given.verdict is not Verdict.RETURNED and shows_words(asked, given):
        return f"{line}: {room.cut(given.words)}"
    return line


def shows_words(asked: Request, given: Response) -> bool:
    """The reason for a return is everybody's."""
    return asked.shows_remarks or given.verdict is Verdict.RETURNED


def _outcome(asked: Request, room: Room) -> Iterable[str]:
    """Where the round stands, in full sentences."""
    approval, day = asked.approval, medium_date(asked.meeting.day)
    match approval.standpoint:
        case Standpoint.RETURNED:
            yield _returned(asked, day, room)
        case Standpoint.SENT_UNAPPROVED:
            yield unapproved_words(asked)
        case Standpoint.CONSULTED:
            yield say("consult.outcome.done", liste=_names(asked, approval.approvers))
        case Standpoint.APPROVED:
            yield say("approval.outcome.approved", moede_dato=day)
            yield from _leaving(asked)
        case Standpoint.APPROVED_WITH_REMARKS:
            awaits = asked.sent_at is None and any(_is_to_incorporate(asked, each) for each in approval.responses)
            key = "approval.outcome.approved_with_remarks" if awaits else "approval.outcome.approved_with_remarks.done"
            yield say(key, moede_dato=day)
            yield from _leaving(asked)
        case Standpoint.SUPERSEDED:
            yield say("approval.outcome.superseded")
        case Standpoint.WITHDRAWN:
            yield say("approval.outcome.withdrawn")
        case Standpoint.OPEN:
            pass
    if asked.sent_at is not None:
        yield say("approval.outcome.sent", tidspunkt=medium_date_time(asked.sent_at, zone(asked.meeting)))


def _leaving(asked: Request) -> Iterable[str]:
    """When an approved agenda leaves, where a day was settled."""
    if asked.leaves_at is not None and asked.sent_at is None:
        yield say("approval.leaves", tidspunkt=date_time(asked.leaves_at, zone(asked.meeting)))


def _is_to_incorporate(asked: Request, given: Response) -> bool:
    """Remarks to an earlier version are in this one."""
    return given.verdict is Verdict.APPROVED_WITH_REMARKS and given.version == asked.approval.version


def _returned(asked: Request, day: str, room: Room) -> str:
    refused = [each for each in answers(asked.approval).values() if each.verdict is Verdict.RETURNED]
    if refused:
        return say("approval.outcome.rejected", moede_dato=day, begrundelse=room.cut(refused[-1].words))
    objecting = (each.person for each in answers(asked.approval).values() if each.verdict is Verdict.OBJECTED)
    return say("approval.outcome.objected", moede_dato=day, navn=_names(asked, objecting))
