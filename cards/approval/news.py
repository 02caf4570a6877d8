"""What the secretariat hears of an approval: an answer that asks something of it, and that all have approved."""

from bot.domain.approval.actions import ShowApprovals
from bot.domain.approval.rules import APPROVED, silent
from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from cards.agenda.cards import zone
from cards.approval.cards import send_now_button, title_of, whole
from cards.approval.standing import Request, doubts, progress, remarks, signed
from cards.kit.elements import Card, Json, Mention, button, card, escape, heading, rich, text
from cards.kit.fitting import Room, fitted
from cards.kit.words import date_time, keyed, medium_date, medium_date_time, say

_NEWS = keyed(Verdict, "approval.news")
_ROOMS = tuple(Room(text=words, links=0) for words in (2_000, 400, 40))
_EVERYBODYS = frozenset({Verdict.RETURNED})


def answered(asked: Request, given: Response, *, stands: bool, mention: Mention | None) -> Card:
    """One answer: the words in the secretariat's own hand, before others only that there are some."""
    facts = {"navn": signed(asked, given), "moede_dato": medium_date(asked.meeting.day)}
    told = say(_NEWS[given.verdict], **facts, version=given.version)
    is_shown = asked.shows_remarks or given.verdict in _EVERYBODYS

    def draw(room: Room) -> Card:
        return card(
            heading(title_of(asked.approval)),
            rich(escape(told) if mention is None else f"{mention.tag}: {escape(told)}"),
            text(f"»{room.cut(given.words)}«") if given.words and is_shown else None,
            None if stands else text(say("approval.news.changed"), bold=True),
            actions=[whole(asked.approval), _words_of(asked.approval) if given.words and not is_shown else None],
            speak=told,
            mentions=[] if mention is None else [mention],
        )

    return fitted(draw, _ROOMS)


def complete(asked: Request, *, may_send: bool, mention: Mention | None) -> Card:
    """All have approved, with what they remarked; when it leaves, and while it `may_send` the way to send it now.

    Before others it calls only those who have something left to do.
    """
    called = mention if may_send and _is_at_work(asked) else None
    told, when = _told(asked), _when(asked)

    def draw(room: Room) -> Card:
        return card(
            heading(title_of(asked.approval)),
            rich(escape(told) if called is None else f"{called.tag}: {escape(told)}"),
            text(when, bold=True) if when else None,
            *doubts(asked),
            *remarks(asked, room),
            actions=[
                send_now_button(asked.approval) if may_send else None,
                whole(asked.approval),
                _words_of(asked.approval) if _hides(asked) else None,
            ],
            speak=f"{told} {when}".strip(),
            mentions=[] if called is None else [called],
        )

    return fitted(draw, _ROOMS)


def _is_at_work(asked: Request) -> bool:
    """Whether the secretariat has something left to do: remarks to work in, or an agenda that no day sends."""
    return asked.leaves_at is None or asked.approval.standpoint is Standpoint.APPROVED_WITH_REMARKS


def _told(asked: Request) -> str:
    """That all have approved; where a newer version asks anew, or somebody has changed their mind since, that."""
    day = medium_date(asked.meeting.day)
    if asked.approval.standpoint in APPROVED:
        is_everybody = not silent(asked.approval)
        return say("approval.news.complete" if is_everybody else "approval.news.complete.enough", moede_dato=day)
    if asked.approval.standpoint is Standpoint.SUPERSEDED:
        return say("approval.settled.superseded", moede_dato=day, version=asked.approval.version)
    return say("approval.news.incomplete", moede_dato=day, svar=progress(asked.approval))


def _when(asked: Request) -> str:
    tz = zone(asked.meeting)
    if asked.sent_at is not None:
        return say("approval.outcome.sent", tidspunkt=medium_date_time(asked.sent_at, tz))
    if asked.approval.standpoint not in APPROVED:
        return ""
    if asked.leaves_at is None:
        return say("approval.leaves.unsettled")
    return say("approval.leaves", tidspunkt=date_time(asked.leaves_at, tz))


def _hides(asked: Request) -> bool:
    return not asked.shows_remarks and any(each.words for each in asked.approval.responses)


def _words_of(approval: ApprovalRound) -> Json:
    """The way to what was written: the answer to a click is for whoever clicks alone."""
    return button(say("approval.btn.remarks"), ShowApprovals(forum=approval.forum))
