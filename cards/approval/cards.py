"""The request to approve an agenda version (or to remark on it), and what it becomes when somebody has answered it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from bot.domain.agenda.changes import Change
from bot.domain.approval.actions import (
    EditAnswer,
    Respond,
    SendAgenda,
    SendUnapproved,
    ShowApprovals,
    ShowChanges,
    ShowVersion,
    TakeBack,
)
from bot.domain.approval.rules import APPROVED, ENDED, answers, carried
from bot.domain.approval.seats import answerer, seats_of
from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from bot.domain.documents.state import Kind
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.refusal import Term
from cards.agenda.cards import too_long, zone
from cards.agenda.changes import Extent, change_blocks, is_abridged, more_items, spoken
from cards.agenda.left_out import left_out_lines
from cards.approval.buttons import nudge_button
from cards.approval.items import item_lines
from cards.approval.standing import Request, counts_for, progress, shows_words, signed, standing, until_words
from cards.kit.elements import (
    Card,
    Json,
    Mention,
    Tone,
    box,
    button,
    button_rows,
    card,
    done,
    heading,
    text,
    text_input,
)
from cards.kit.files import meeting_files
from cards.kit.fitting import Room, fitted
from cards.kit.words import date_time, medium_date, medium_date_time, say, served_by, several

LONGEST_WORDS = 2_000  # characters
_BUTTONS = {
    Verdict.APPROVED: "approval.btn.approve",
    Verdict.APPROVED_WITH_REMARKS: "approval.btn.approve_with_remarks",
    Verdict.RETURNED: "approval.btn.reject",
    Verdict.OBJECTED: "approval.btn.object",
    Verdict.NO_REMARKS: "consult.btn.no_remarks",
    Verdict.REMARKS: "consult.btn.send_remarks",
}
_TONES: Mapping[Standpoint, Tone] = {
    Standpoint.APPROVED: "good",
    Standpoint.APPROVED_WITH_REMARKS: "good",
    Standpoint.CONSULTED: "good",
    Standpoint.RETURNED: "attention",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How much of each part the card shows: the agenda can be read elsewhere, so it gives way before the answers."""

    agenda: Room
    answers: Room
    changes: Extent


def _level(agenda: int, words: int, changed: int, text: int) -> _Level:
    extent = Extent(items=changed, text=text, around=min(40, text))
    return _Level(agenda=Room(text=agenda, links=0), answers=Room(text=words, links=0), changes=extent)


_LEVELS = tuple(
    _level(*each)
    for each in ((80, 2_000, 8, 300), (80, 2_000, 8, 100), (40, 2_000, 4, 60), (40, 200, 4, 60), (20, 20, 2, 20))
)


def request(
    asked: Request, *, above: Iterable[str] = (), typed: str = "", mentions: Mapping[str, Mention] | None = None
) -> Card:
    """The request with the answers that it asks for right above their buttons; where it asks for none, how it stands.

    `above` is what was done, said first or, to whoever is asked, at the fields; `typed` is what somebody was writing.
    What can be read elsewhere is left there, or stands below: who answers on a phone sees what is asked, what has
    changed, and what came of the answer without scrolling.
    """
    title, said, called = title_of(asked.approval), list(above), mentions or {}
    tone = _TONES.get(asked.approval.standpoint, "emphasis")
    is_told = bool(said) and asked.own is not None and not asked.offered

    def draw(level: _Level) -> Card:
        return card(
            None if asked.offered else done(*said),
            heading(title),
            text(_intro(asked)),
            *_changed(asked, level),
            done(*said) if asked.offered else None,
            *answer_fields(asked, typed),
            *(button_rows(*answer_buttons(asked)) if asked.offered else ()),
            box(*standing(asked, level.answers, called, is_told=is_told), tone=tone),
            *_items(asked, level),
            *left_out_lines(asked.left_out, level.agenda, is_approved=False),
            actions=[*(() if asked.offered else answer_buttons(asked)), *_ways(asked, level)],
            speak=" ".join([*said, title + ".", _intro(asked), spoken(_shown(asked)), progress(asked.approval)]),
            summary=" ".join(said) if said else f"{title}: {asked.forum_name}, {medium_date(asked.meeting.day)}",
            mentions=called.values(),
        )

    return fitted(draw, _LEVELS)


def circulated(approval: ApprovalRound, *said: str) -> Card:
    """What the secretariat is told when it has asked, short, with the ways to the version and to the answers."""
    return card(
        done(*said),
        actions=[whole(approval), button(say("cmd.btn.approvals"), ShowApprovals(forum=approval.forum))],
        speak=" ".join(said),
    )


def title_of(approval: ApprovalRound) -> str:
    """What such a request is called."""
    return say("consult.card.title" if approval.mode is Mode.CONSULT else "approval.card.title")


def answer_fields(asked: Request, typed: str = "") -> Iterable[Json | None]:
    """The field for words, with what becomes of them."""
    if not asked.offered:
        return
    if asked.answers_for:
        others = [asked.names[each] for each in asked.answers_for]
        is_own = len(others) < len(seats_of(asked.approval, answerer(asked.approval, asked.answers_for[0])))
        yield text(counts_for(others, is_own=is_own), bold=True)
    is_consult = asked.approval.mode is Mode.CONSULT
    hint = "consult.field.remarks.placeholder" if is_consult else "approval.field.remarks.placeholder"
    yield text_input(
        "words",
        say("approval.field.remarks"),
        value=typed,
        placeholder=say(hint),
        multiline=True,
    )
    yield None if is_consult else text(say("approval.field.remarks.note"), subtle=True)


def offered_buttons(asked: Request) -> list[Json]:
    """A button for each answer that may be given."""
    here = {"forum": asked.approval.forum, "meeting": asked.approval.meeting}
    return [
        button(
            say(key),
            Respond(**here, version=asked.approval.version, verdict=verdict),
            style="positive" if verdict is Verdict.APPROVED else "default",
        )
        for verdict, key in _BUTTONS.items()
        if verdict in asked.offered
    ]


def answer_buttons(asked: Request) -> list[Json | None]:
    """The answers that may be given, the buttons to change one, and the secretariat's to send the agenda."""
    here = {"forum": asked.approval.forum, "meeting": asked.approval.meeting}
    changing = [
        button(say("approval.btn.again"), EditAnswer(**here)),
        button(say("approval.btn.take_back"), TakeBack(**here, version=asked.approval.version)),
    ]
    return [
        *offered_buttons(asked),
        *(changing if asked.changeable_until is not None else ()),
        send_now_button(asked.approval) if asked.may_send_now else None,
        nudge_button(asked.approval) if asked.may_nudge else None,
        send_unapproved_button(asked.approval) if asked.may_send_unapproved else None,
    ]


def send_unapproved_button(approval: ApprovalRound) -> Json:
    """The secretariat's button for sending what nobody has refused and not everybody has answered."""
    choice = SendUnapproved(forum=approval.forum, meeting=approval.meeting, version=approval.version)
    return button(say("approval.btn.send_unapproved"), choice)


def send_now_button(approval: ApprovalRound) -> Json:
    """The secretariat's button for sending what nothing keeps back, before its day."""
    choice = SendAgenda(forum=approval.forum, meeting=approval.meeting, version=approval.version)
    return button(say("approval.btn.send_now"), choice)


def confirmed(approval: ApprovalRound, given: Response, tz: tzinfo, office: Term) -> str:
    """What the person who answered is told."""
    keys = {
        Verdict.APPROVED: "approval.confirm.approve",
        Verdict.APPROVED_WITH_REMARKS: "approval.confirm.remarks",
        Verdict.RETURNED: "approval.confirm.reject",
        Verdict.OBJECTED: "approval.confirm.objection",
        Verdict.NO_REMARKS: "consult.confirm.no_remarks",
        Verdict.REMARKS: "consult.confirm.remarks",
        Verdict.TAKEN_BACK: "approval.confirm.taken_back",
    }
    at = medium_date_time(given.at, tz)
    return say(keys[given.verdict], version=given.version, tidspunkt=at, **served_by(office))


def whole(approval: ApprovalRound) -> Json:
    """The button for the whole version."""
    here = ShowVersion(forum=approval.forum, meeting=approval.meeting, version=approval.version)
    return button(say("approval.btn.open"), here)


def _remarks_button(asked: Request) -> Json | None:
    """The secretariat's way to remarks that everybody's card only counts: the answer to a click is theirs alone."""
    hidden = (each for each in answers(asked.approval).values() if each.words and not shows_words(asked, each))
    if not any(hidden):
        return None
    return button(say("approval.btn.remarks"), ShowApprovals(forum=asked.approval.forum))


def _ways(asked: Request, level: _Level) -> Iterable[Json | None]:
    """The ways to what is not on the card."""
    yield whole(asked.approval)
    if asked.since is not None and is_abridged(_shown(asked), level.changes):
        approval = asked.approval
        all_changes = ShowChanges(
            forum=approval.forum, meeting=approval.meeting, version=approval.version, since=asked.since
        )
        yield button(say("approval.btn.changes"), all_changes)
    yield _remarks_button(asked)
    approval = asked.approval
    yield from meeting_files(approval.forum, approval.meeting, Kind.AGENDA, version=approval.version)


def _intro(asked: Request) -> str:
    approval, day = asked.approval, medium_date(asked.meeting.day)
    facts = {"forum": asked.forum_name, "moede_dato": day}
    version = f"{say('approval.card.version', version=approval.version)}."
    is_answered = asked.own is not None and not asked.offered
    if is_answered or asked.sent_at is not None or approval.standpoint is not Standpoint.OPEN:
        return f"{say('approval.card.intro.over', **facts)} {version}"
    deadline = say("common.none") if approval.deadline is None else until_words(approval.deadline, zone(asked.meeting))
    key = "consult.card.intro" if approval.mode is Mode.CONSULT else "approval.card.intro"
    return f"{say(key, **facts, frist=deadline)} {version}"


def _items(asked: Request, level: _Level) -> Iterable[Json | None]:
    """The items, a line each, to those who know no earlier version."""
    if _is_asking(asked) and asked.since is None:
        yield heading(say("approval.card.items"), level=2)
        yield from item_lines(asked.items, level.agenda)
    if _is_asking(asked):
        yield too_long(asked.items, asked.meeting)


def _changed(asked: Request, level: _Level) -> Iterable[Json | None]:
    """Why the version before this one came back, and what has changed, to those who know an earlier one."""
    if not _is_asking(asked) or asked.since is None:
        return
    yield from _sent_back(asked, level)
    if carried(asked.approval):
        leaves = asked.leaves_at or asked.meeting.starts
        yield text(say("approval.outcome.carried", frist=date_time(leaves, zone(asked.meeting))), bold=True)
    yield heading(say("approval.card.changes.since", version=asked.since), level=2)
    yield from change_blocks(asked.changes, level.changes)
    yield from _unchanged(asked, level)


def _sent_back(asked: Request, level: _Level) -> Iterable[Json]:
    """Who sent the version before this one back, and why; an objection's words are the secretariat's."""
    for each in asked.sent_back:
        key = "approval.sent_back" if each.verdict is Verdict.RETURNED else "approval.sent_back.objected"
        named = {"version": each.version, "navn": signed(asked, each)}
        yield text(say(key, **named, begrundelse=level.answers.cut(each.words)))


def _unchanged(asked: Request, level: _Level) -> Iterable[Json]:
    more = more_items(asked.changes, level.changes)
    touched = {change.position for change in asked.changes if change.after is not None}
    rest = len(asked.items) - len(touched)
    if more:
        yield text(say("approval.change.more", antal=more), subtle=True)
    elif rest and asked.changes:
        yield text(several("approval.unchanged", rest), subtle=True)
    elif not asked.changes:
        yield text(say("approval.unchanged.all"), subtle=True)


def _shown(asked: Request) -> Sequence[Change]:
    return asked.changes if _is_asking(asked) else ()


def _is_asking(asked: Request) -> bool:
    """Whether what is asked about stands on the card: not any more for those who have answered it."""
    is_over = asked.sent_at is not None or asked.approval.standpoint in ENDED
    return bool(asked.offered) or not (is_over or asked.own is not None or asked.approval.standpoint in APPROVED)
