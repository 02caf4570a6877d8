"""A supplement as its reader sees it: what it adds and why, who is asked until when, what may be done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.agenda.state import AgendaItem
from bot.domain.approval.rules import APPROVED
from bot.domain.approval.state import Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.supplements.actions import (
    AnswerSupplement,
    OpenSupplement,
    SendSupplement,
    SendSupplementUnapproved,
    TakeBackSupplement,
)
from bot.domain.supplements.state import Supplement
from cards.agenda.cards import marks, zone
from cards.agenda.later import late_line
from cards.approval.standing import until_words
from cards.kit.elements import (
    Card,
    Json,
    Mention,
    button,
    button_rows,
    card,
    done,
    group,
    heading,
    rich,
    text,
    text_input,
)
from cards.kit.fitting import Room, fitting
from cards.kit.words import count, keyed, listing, medium_date, medium_date_time, say

LONGEST_WORDS = 2_000  # characters of an answer
_BUTTONS = {
    Verdict.APPROVED: "approval.btn.approve",
    Verdict.APPROVED_WITH_REMARKS: "approval.btn.approve_with_remarks",
    Verdict.RETURNED: "approval.btn.reject",
    Verdict.NO_REMARKS: "consult.btn.no_remarks",
    Verdict.REMARKS: "consult.btn.send_remarks",
}
_DONE = {
    Verdict.APPROVED: "supplement.confirm.approve",
    Verdict.APPROVED_WITH_REMARKS: "supplement.confirm.remarks",
    Verdict.RETURNED: "supplement.confirm.returned",
    Verdict.NO_REMARKS: "supplement.confirm.no_remarks",
    Verdict.REMARKS: "supplement.confirm.consulted",
}
_ANSWERS = keyed(Verdict, "approval.answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer that stands, with the words that may be read here; `giver` gave it in the other's place."""

    name: str
    giver: str | None
    verdict: Verdict
    words: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A supplement as its reader may see it; `items` hold only what may be shown here.

    `serves`: the reader prepares it (on a card that all share, somebody of them does). `without` had not answered as
    it was sent. `is_over`: the meeting has begun.
    """

    meeting: Meeting
    forum_name: str
    this: Supplement
    items: Sequence[AgendaItem]
    mode: Mode
    deadline: datetime | None
    standpoint: Standpoint | None
    answered: Sequence[Answered]
    waits_for: Sequence[str]
    offered: frozenset[Verdict]
    may_take_back: bool
    serves: bool
    may_leave: bool
    may_leave_unapproved: bool
    without: Sequence[str] = ()
    is_over: bool = False

    @property
    def here(self) -> Mapping[str, Any]:
        """What each of its buttons is about."""
        return {"forum": self.this.forum, "meeting": self.this.meeting}


def supplement(view: View, *, above: Sequence[str] = (), typed: str = "") -> Card:
    """How it stands, with what the reader may do about it."""
    return request(view, above=above, typed=typed)


def request(
    view: View, *, above: Sequence[str] = (), typed: str = "", mentions: Mapping[str, Mention] | None = None
) -> Card:
    """The same as the request that all share, which calls those who owe an answer."""
    title, told, called = say("agenda.supplement.title"), intro(view), mentions or {}

    def draw(room: Room) -> Card:
        return card(
            done(*above),
            heading(title),
            text(told),
            *item_blocks(view, room),
            *standing(view, called),
            *_fields(view, typed),
            *button_rows(*answer_buttons(view), *sending_buttons(view), _edit(view) if view.serves else None),
            speak=" ".join([*above, f"{title}.", told]),
            summary=" ".join(above) if above else f"{title}: {view.forum_name}, {medium_date(view.meeting.day)}",
            mentions=called.values(),
        )

    return fitting(draw)


def intro(view: View) -> str:
    """What the supplement is to the reader: in preparation, asked about, or sent."""
    facts = {
        "forum": view.forum_name,
        "moede_dato": medium_date(view.meeting.day),
        "punkter": count(len(view.items), "punkt", "punkter"),
    }
    if view.this.sent_at is not None:
        return say("agenda.supplement.body", **facts)
    if view.is_over:
        return say("supplement.lapsed", **facts)
    if view.standpoint is None or view.deadline is None:
        return say("supplement.intro.draft", **facts)
    key = "supplement.intro.consult" if view.mode is Mode.CONSULT else "supplement.intro"
    return say(key, **facts, frist=until_words(view.deadline, zone(view.meeting)))


def item_blocks(view: View, room: Room) -> Iterable[Json]:
    """Each late item with its reason: by its place here until it is sent, since its number on the agenda is another."""
    is_sent = view.this.sent_at is not None
    for place, item in enumerate(view.items, start=1):
        content = item.content
        yield group(
            text(room.cut(content.title) if is_sent else f"{place}. {room.cut(content.title)}", bold=True),
            text(" · ".join(marks(item)), subtle=True, close=True),
            text(room.cut(content.recommendation), close=True) if content.recommendation else None,
            text(room.cut(late_line(item)), close=True),
        )


def standing(view: View, called: Mapping[str, Mention]) -> Iterable[Json]:
    """Who has answered what, and who is waited for."""
    tz = zone(view.meeting)
    for each in view.answered:
        name = each.name if each.giver is None else say("approval.stands_in", navn=each.giver, hvem=each.name)
        said = say(_ANSWERS[each.verdict], navn=name, tidspunkt=medium_date_time(each.at, tz))
        yield text(f"{said}: {each.words}" if each.words else said)
    if view.without:
        yield text(say("supplement.sent_without", mangler=listing(view.without)))
    if view.this.sent_at is None and not view.is_over:
        if view.waits_for:
            yield text(say("supplement.waits", liste=listing(view.waits_for)))
        if called:
            yield rich(" ".join(each.tag for each in called.values()))
        if view.standpoint in APPROVED:
            yield text(say("supplement.approved"), bold=True)
        if view.standpoint is Standpoint.RETURNED:
            yield text(say("supplement.returned"), bold=True)


def answer_buttons(view: View) -> Iterable[Json]:
    """A button for each answer that may be given, and to take one back."""
    for verdict, key in _BUTTONS.items():
        if verdict in view.offered:
            answering = AnswerSupplement(**view.here, revision=view.this.asked, verdict=verdict)
            yield button(say(key), answering, style="positive" if verdict is Verdict.APPROVED else "default")
    if view.may_take_back:
        yield button(say("approval.btn.take_back"), TakeBackSupplement(**view.here, revision=view.this.asked))


def sending_buttons(view: View) -> Iterable[Json]:
    """The secretariat's: to send it, and to send it without what is missing."""
    at: dict[str, Any] = {**view.here, "revision": view.this.revision}
    if view.may_leave:
        yield button(say("supplement.btn.send"), SendSupplement(**at), style="positive")
    if view.may_leave_unapproved:
        yield button(say("approval.btn.send_unapproved"), SendSupplementUnapproved(**at))


def _edit(view: View) -> Json:
    """The secretariat's way to what it says."""
    return button(say("supplement.btn.edit"), OpenSupplement(**view.here), checks_inputs=False)


def done_words(verdict: Verdict, at: str) -> str:
    """What somebody who answered is told."""
    return say(_DONE[verdict], tidspunkt=at)


def _fields(view: View, typed: str) -> Iterable[Json]:
    if view.offered:
        hint = (
            "consult.field.remarks.placeholder" if view.mode is Mode.CONSULT else "approval.field.remarks.placeholder"
        )
        yield text_input("words", say("approval.field.remarks"), value=typed, placeholder=say(hint), multiline=True)
