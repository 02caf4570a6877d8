"""What somebody chose to be told, and the button that asks for a reminder once more."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.reminders.actions import ChooseNotices, RemindTomorrow, ShowGathered
from bot.domain.reminders.state import NoticeChoice
from cards.kit.elements import Card, Json, button, card, done, group, heading, text
from cards.kit.rows import in_rows
from cards.kit.words import count, listing, say

TITLES: Mapping[NoticeChoice, str] = {
    NoticeChoice.AT_ONCE: "settings.notices.now",
    NoticeChoice.GATHERED: "settings.notices.digest",
    NoticeChoice.DEADLINES: "settings.notices.deadlines",
}
_WHAT: Mapping[NoticeChoice, str] = {
    NoticeChoice.AT_ONCE: "notices.what.now",
    NoticeChoice.GATHERED: "notices.what.digest",
    NoticeChoice.DEADLINES: "notices.what.deadlines",
}
_MOST = 10  # things that were left out, by name


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesView:
    """One person's choice in one forum, and what comes of it; where others read along nothing but the choice."""

    forum: str
    name: str
    chosen: NoticeChoice
    has_chat: bool
    waiting: int
    next_at: str
    left_out: tuple[str, ...]
    is_public: bool


def notices(view: NoticesView, *, is_new: bool = False, is_told: bool = False) -> Card:
    """The three choices with what each does; `is_told` where one was just made, `is_new` where it is another."""
    now = say("notices.now", valg=say(TITLES[view.chosen]), forum=view.name)
    said = say("notices.chosen" if is_new else "notices.chosen.again", valg=say(TITLES[view.chosen]))
    return card(
        done(said) if is_told else None,
        heading(say("notices.title")),
        text(now),
        *(_choice(each, is_chosen=each is view.chosen) for each in NoticeChoice),
        None if view.has_chat else text(say("notices.no_chat")),
        text(say("notices.always"), subtle=True),
        *([] if view.is_public else _waiting(view)),
        actions=[*(_choose(view, each) for each in NoticeChoice if each is not view.chosen), _latest(view)],
        speak=f"{said} {now}" if is_told else now,
        summary=said if is_told else now,
    )


def reminded(what: str, when: str) -> Card:
    """That it comes once more."""
    told = say("tomorrow.confirm", hvad=what, tidspunkt=when)
    return card(done(told), speak=told)


def with_tomorrow(shown: Card, forum: str, reminder: str) -> Card:
    """The reminder with »Mind mig i morgen« as its last button."""
    extra = button(say("reminder.btn.tomorrow"), RemindTomorrow(forum=forum, reminder=reminder), checks_inputs=False)
    content = dict(shown.content)
    rows = in_rows([*content.pop("actions", ()), extra])
    if len(rows) == 1:
        return Card(content | {"actions": rows[0]["actions"]}, shown.summary)
    return Card(content | {"body": [*content["body"], *rows]}, shown.summary)


def _choice(each: NoticeChoice, *, is_chosen: bool) -> Json:
    title = say("notices.in_force", valg=say(TITLES[each])) if is_chosen else say(TITLES[each])
    return group(text(title, bold=True), text(say(_WHAT[each]), close=True))


def _choose(view: NoticesView, each: NoticeChoice) -> Json:
    return button(say(TITLES[each]), ChooseNotices(forum=view.forum, chosen=each.value))


def _latest(view: NoticesView) -> Json | None:
    if view.chosen is not NoticeChoice.GATHERED or view.is_public:
        return None
    return button(say("notices.btn.latest"), ShowGathered(forum=view.forum))


def _waiting(view: NoticesView) -> list[Json]:
    said: list[Json] = []
    if view.chosen is NoticeChoice.GATHERED:
        waiting = count(view.waiting, "besked", "beskeder") if view.waiting else say("notices.waiting.none")
        said.append(text(say("notices.waiting", antal=waiting, tidspunkt=view.next_at)))
    if view.left_out:
        named = listing(view.left_out[:_MOST])
        said.append(text(say("notices.left_out", liste=named)))
    return said
