"""What `klyngebot outbox` says: what became of each notice, and why each that waits is still waiting."""

from collections.abc import Iterator, Sequence

from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.notices import AnyNotice, notice_kind
from cards.kit.words import clock_time, count, date_time, say
from cards.outbox.lines import told
from cards.outbox.notices import NOTICES
from storage.outbox.claims import Moment, Waiting

_STATES = {
    NoticeState.WAITING: "venter",
    NoticeState.SENT: "sendt",
    NoticeState.SUPERSEDED: "bortfaldet",
    NoticeState.FAILED: "opgivet",
}


def became(notice: Notice) -> str:
    """Its state, the reason, and how often nobody knows whether it arrived."""
    state = _STATES[notice.state]
    is_said = notice.reason.startswith(f"{state} ")  # the reason begins with it: »sendt på anden vis af …«
    words = notice.reason if is_said else state + (f": {notice.reason}" if notice.reason else "")
    unknown = count(notice.unknown_posts, "forsøg", "forsøg")
    return f"{words} ({unknown} med ukendt udfald)" if notice.unknown_posts else words


def waiting_lines(waiting: Sequence[Waiting], at: Moment) -> Iterator[str]:
    """A line for each that waits, earliest first, with what it waits for."""
    ahead = {each.place: each for each in waiting if each.leased(at)}
    for each in waiting:
        yield f"{told(each.notice)}: {became(each.notice)}{_why(each, ahead.get(each.place), at)}"
        if each.notice.due_at <= at.now and not each.paused(at) and not each.is_held:
            ahead.setdefault(each.place, each)


def _why(waiting: Waiting, ahead: Waiting | None, at: Moment) -> str:
    """What it waits for besides its reason; nothing where it is not due yet, or is about to leave."""
    if waiting.notice.due_at > at.now or waiting.is_held:
        return ""
    until, again = waiting.leased(at), waiting.paused(at)
    if until and not again:
        return f" · er ved at blive sendt, senest kl. {clock_time(until)}"
    if again:
        return f" · igen kl. {clock_time(again)}"
    if ahead is not None:
        what = _what(notice_kind(ahead.notice.kind), ahead.notice.meeting)
        return f" · efter »{what}« fra {date_time(ahead.notice.due_at)} samme sted"
    return ""


def _what(kind: AnyNotice, meeting: str | None) -> str:
    return say(NOTICES[kind]) + (f" ({meeting})" if meeting else "")
