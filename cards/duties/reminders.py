"""What somebody is told of a duty, by name where others read along, with the button that ends it."""

from collections.abc import Mapping, Sequence

from bot.domain.duties.actions import ShowDuties
from bot.domain.duties.notices import DutyNotice
from bot.domain.duties.state import Kind
from cards.duties.buttons import act_buttons
from cards.duties.view import Act, DutyView, state_words
from cards.kit.elements import Card, Mention, button, called, card, facts, heading, text
from cards.kit.words import keyed, listing, medium_date, say

_TITLES = keyed(DutyNotice, "duty.told")
_WORDS = keyed(DutyNotice, "duty.told", ".body")
_ACTS: Mapping[DutyNotice, tuple[Act, ...]] = {
    DutyNotice.DUE: (Act.FINISH, Act.TAKE, Act.GIVE_BACK, Act.OPEN),
    DutyNotice.OVERDUE: (Act.FINISH, Act.TAKE, Act.GIVE_BACK, Act.OPEN),
    DutyNotice.LATE: (Act.FINISH, Act.TAKE_OVER, Act.OPEN),
    DutyNotice.GRANT: (Act.FINISH, Act.TAKE, Act.OPEN),
    DutyNotice.AGREEMENT: (Act.AGENDA, Act.OPEN),
    DutyNotice.OPEN: (Act.TAKE, Act.OPEN),
    DutyNotice.TAKEN_OVER: (Act.OPEN,),
}


def told(kind: DutyNotice, view: DutyView, mention: Mention | None, *, instead_of: Sequence[str] = ()) -> Card:
    """A reminder, or what became of it; to a substitute with the names of those who are away."""
    due = medium_date(view.due) if view.due else say("duty.due.none")
    words = say(_WORDS[kind], opgave=view.title, frist=due, navn=view.taker or view.owner)
    return card(
        heading(say(_TITLES[kind])),
        called(mention, words),
        text(say("duty.told.instead", navne=listing(instead_of))) if instead_of else None,
        text(" · ".join(part for part in (view.called, view.origin) if part), subtle=True),
        text(state_words(view), close=True),
        facts(view.facts or {}) if view.kind in (Kind.GRANT, Kind.AGREEMENT) else None,
        actions=act_buttons(view, *_ACTS[kind]),
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def months(forum: str, mention: Mention | None) -> Card:
    """The secretariat is asked how long an agreement may be on no agenda."""
    words = say("duty.told.duty_months.body")
    return card(
        heading(say("duty.told.duty_months")),
        called(mention, words),
        actions=[button(say("duty.register.agreement"), ShowDuties(forum=forum, kind=Kind.AGREEMENT))],
        speak=words,
        mentions=[] if mention is None else [mention],
    )
