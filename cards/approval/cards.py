"""The request to approve an agenda version (or to remark on it), the answers to it, and what was left out of it."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, tzinfo

from bot.domain.approval.actions import Respond, SendUnapproved, ShowApprovals, ShowVersion
from bot.domain.approval.rules import ENDED, answers, carried
from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from cards.agenda.cards import is_crowded, is_shortened, item_blocks, too_long, zone
from cards.approval.changes import change_lines
from cards.approval.standing import Request, progress, shows_words, standing
from cards.kit.elements import Card, Json, Mention, Tone, box, button, card, done, heading, text, text_input
from cards.kit.fitting import Room, fitted
from cards.kit.words import date_time, long_date, medium_date, medium_date_time, say

LONGEST_WORDS = 2_000  # characters
_MOST_LEFT_OUT = 20
_MOST_LEFT_OUT_CROWDED = 10
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
# Room for the agenda and for what was answered to it: the agenda can be read elsewhere, so it gives way first.
_LEVELS = tuple(
    (Room(text=agenda, links=0), Room(text=words, links=0))
    for agenda, words in ((2_000, 2_000), (1_000, 2_000), (400, 2_000), (100, 2_000), (40, 2_000), (40, 200), (20, 20))
)


def request(
    asked: Request, *, above: Iterable[str] = (), typed: str = "", mentions: Mapping[str, Mention] | None = None
) -> Card:
    """The request with its answers; `above` is said first, `typed` are words that were refused."""
    title = title_of(asked.approval)
    said, called = list(above), mentions or {}

    def draw(level: tuple[Room, Room]) -> Card:
        room, for_words = level
        return card(
            done(*said),
            heading(title),
            text(_intro(asked)),
            text(say("approval.card.version", version=asked.approval.version), subtle=True),
            *_changed(asked, room),
            heading(say("approval.card.items"), level=2),
            *item_blocks(asked.items, asked.meeting, room),
            too_long(asked.items, asked.meeting),
            text(say("agenda.shortened"), subtle=True) if is_shortened(asked.items, room) else None,
            *_left_out(asked, room),
            box(*standing(asked, for_words, called), tone=_TONES.get(asked.approval.standpoint, "emphasis")),
            *answer_fields(asked, typed),
            actions=[*answer_buttons(asked), whole(asked), _remarks_button(asked)],
            speak=" ".join([*said, title + ".", _intro(asked), progress(asked.approval)]),
            summary=" ".join(said) if said else f"{title}: {asked.forum_name}, {medium_date(asked.meeting.day)}",
            mentions=called.values(),
        )

    return fitted(draw, _LEVELS)


def title_of(approval: ApprovalRound) -> str:
    """What such a request is called."""
    return say("consult.card.title" if approval.mode is Mode.CONSULT else "approval.card.title")


def answer_fields(asked: Request, typed: str = "") -> Iterable[Json | None]:
    """The field for words, with what becomes of them."""
    if not asked.offered:
        return
    is_consult = asked.approval.mode is Mode.CONSULT
    hint = "consult.field.remarks.placeholder" if is_consult else "approval.field.remarks.placeholder"
    yield text_input(
        "words",
        say("approval.field.remarks"),
        value=typed,
        placeholder=say(hint),
        most=LONGEST_WORDS,
        multiline=True,
    )
    yield None if is_consult else text(say("approval.field.remarks.note"), subtle=True)


def answer_buttons(asked: Request) -> list[Json | None]:
    """A button for each answer that may be given, and the secretariat's for sending without them."""
    here = {"forum": asked.approval.forum, "meeting": asked.approval.meeting}
    version = asked.approval.version
    given = [
        button(
            say(key),
            Respond(**here, version=version, verdict=verdict),
            style="positive" if verdict is Verdict.APPROVED else "default",
        )
        for verdict, key in _BUTTONS.items()
        if verdict in asked.offered
    ]
    return [*given, send_unapproved_button(asked.approval) if asked.may_send_unapproved else None]


def send_unapproved_button(approval: ApprovalRound) -> Json:
    """The secretariat's button for sending what nobody has refused and not everybody has answered."""
    choice = SendUnapproved(forum=approval.forum, meeting=approval.meeting, version=approval.version)
    return button(say("approval.btn.send_unapproved"), choice, checks_inputs=False)


def confirmed(approval: ApprovalRound, given: Response, tz: tzinfo) -> str:
    """What the person who answered is told."""
    keys = {
        Verdict.APPROVED: "approval.confirm.approve",
        Verdict.APPROVED_WITH_REMARKS: "approval.confirm.remarks",
        Verdict.RETURNED: "approval.confirm.reject",
        Verdict.OBJECTED: "approval.confirm.objection",
        Verdict.NO_REMARKS: "consult.confirm.no_remarks",
        Verdict.REMARKS: "consult.confirm.remarks",
    }
    return say(keys[given.verdict], version=given.version, tidspunkt=medium_date_time(given.at, tz))


def until_words(moment: datetime, tz: tzinfo) -> str:
    """The last moment to answer: a day where it is the end of that day, otherwise with the time."""
    local = moment.astimezone(tz)
    ends_day = (local.hour, local.minute) == (0, 0)
    return long_date((local - timedelta(days=1)).date()) if ends_day else date_time(moment, tz)


def whole(asked: Request) -> Json:
    """The button for the whole version."""
    here = ShowVersion(forum=asked.approval.forum, meeting=asked.approval.meeting, version=asked.approval.version)
    return button(say("approval.btn.open"), here, checks_inputs=False)


def _remarks_button(asked: Request) -> Json | None:
    """The secretariat's way to remarks that everybody's card only counts: the answer to a click is theirs alone."""
    hidden = (each for each in answers(asked.approval).values() if each.words and not shows_words(asked, each))
    if not any(hidden):
        return None
    return button(say("approval.btn.remarks"), ShowApprovals(forum=asked.approval.forum), checks_inputs=False)


def _intro(asked: Request) -> str:
    deadline = asked.approval.deadline
    if asked.sent_at is not None or asked.approval.standpoint in ENDED:
        return say("approval.card.intro.over", forum=asked.forum_name, moede_dato=medium_date(asked.meeting.day))
    return say(
        "consult.card.intro" if asked.approval.mode is Mode.CONSULT else "approval.card.intro",
        forum=asked.forum_name,
        moede_dato=medium_date(asked.meeting.day),
        frist=say("common.none") if deadline is None else until_words(deadline, zone(asked.meeting)),
    )


def _changed(asked: Request, room: Room) -> Iterable[Json | None]:
    """What changed since the version that was first asked about; approvals carried over with it."""
    if not asked.changes:
        return
    if carried(asked.approval) and asked.approval.standpoint not in ENDED and asked.sent_at is None:
        leaves = asked.leaves_at or asked.meeting.starts
        yield text(say("approval.outcome.carried", frist=date_time(leaves, zone(asked.meeting))), bold=True)
    yield heading(say("approval.card.changes"), level=2)
    yield from change_lines(asked.changes, room)


def _left_out(asked: Request, room: Room) -> Iterable[Json | None]:
    if not asked.left_out:
        return
    most = _MOST_LEFT_OUT_CROWDED if is_crowded(room) else _MOST_LEFT_OUT
    lines = (
        say("approval.left_out", nr=each.number, titel=room.cut(each.content.title), status=say(status))
        for each, status in asked.left_out[:most]
    )
    yield heading(say("approval.not_included"), level=2)
    yield text("\n".join(lines))
    if len(asked.left_out) > most:
        yield text(say("approval.left_out.more", antal=len(asked.left_out) - most), subtle=True)
