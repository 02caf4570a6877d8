"""Everything that is owed on one list, one's own first; a register of one kind; and one duty with all it says."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.duties.actions import OpenDutyForm, ReplyToSource, ShowDuties, UpdateDuty
from bot.domain.duties.state import Kind
from cards.duties.buttons import act_buttons, update_title
from cards.duties.view import STATUSES, Act, DutyView, state_words
from cards.kit.elements import (
    Card,
    Json,
    button,
    button_rows,
    card,
    choice_input,
    done,
    facts,
    group,
    heading,
    text,
    text_input,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import say

_LEVELS = ((120, 30, 12), (80, 30, 8), (60, 30, 4), (40, 20, 3), (25, 10, 2))
"""Characters of a title, duties on the list, and how many of them have buttons."""
_LISTED = (Act.TAKE, Act.WRITE, Act.FINISH, Act.AGENDA, Act.OPEN)
_WHOLE = (Act.TAKE, Act.WRITE, Act.FINISH, Act.AGENDA, Act.GIVE_BACK, Act.TAKE_OVER, Act.REOPEN)
_NEW = {
    Kind.TASK: "duty.btn.new",
    Kind.EFFORT: "duty.btn.new.effort",
    Kind.AGREEMENT: "duty.btn.new.agreement",
    Kind.GRANT: "duty.btn.new.grant",
    Kind.ASSIGNED: "duty.btn.new.assigned",
}
_NONE = {
    Kind.EFFORT: "duty.none.effort",
    Kind.AGREEMENT: "duty.none.agreement",
    Kind.GRANT: "duty.none.grant",
    Kind.ASSIGNED: "duty.none.assigned",
}
_TITLES = {
    Kind.EFFORT: "duty.register.effort",
    Kind.AGREEMENT: "duty.register.agreement",
    Kind.GRANT: "duty.register.grant",
    Kind.ASSIGNED: "duty.register.assigned",
}
REGISTERS = tuple(_TITLES)
"""The kinds that have a list of their own, with what is over as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list: the duties that are the reader's and the others, what stands above them, and what can be begun.

    `kind` None is everything that is owed. `notes` say what rules hold, and what nobody settled.
    """

    forum: str
    kind: Kind | None
    mine: Sequence[DutyView]
    others: Sequence[DutyView] = ()
    notes: Sequence[str] = ()
    may_create: bool = False
    registers: Sequence[Kind] = ()
    is_all: bool = True


def listing(shown: Listing, *, outcome: str | None = None) -> Card:
    """The list."""
    return fitted(lambda level: _listing(shown, outcome, *level), _LEVELS)


def one(view: DutyView, *, outcome: str | None = None, typed: str = "") -> Card:
    """One duty, with what was just done and all that can be done now; `typed` fills the answer that is owed."""
    updates, replies = bool(view.statuses), Act.REPLY in view.acts
    return card(
        heading(view.title),
        text(" · ".join(described(view)), subtle=True),
        text(state_words(view)),
        text(_taken(view), close=True) if _taken(view) and outcome is None else None,
        facts(view.facts or {}),
        text(say("duty.note", ord=view.words)) if view.words and not updates else None,
        *(_updating(view) if updates else ()),
        text_input("words", say("duty.field.reply"), value=typed, multiline=True) if replies else None,
        done(outcome) if outcome else None,
        actions=[
            *([_update(view)] if updates else []),
            *([_reply(view)] if replies else []),
            *act_buttons(view, *_WHOLE),
            _to_list(view),
        ],
        speak=outcome or f"{view.called}: {view.title}. {state_words(view)}",
    )


def described(view: DutyView) -> list[str]:
    """What kind it is, and where it comes from."""
    return [part for part in (view.called, view.origin) if part]


def title_of(kind: Kind | None) -> str:
    """What the list of that kind is called."""
    return say("duty.title") if kind is None else say(_TITLES[kind])


def _listing(shown: Listing, outcome: str | None, most: int, rows: int, with_buttons: int) -> Card:
    every = [*shown.mine, *shown.others]
    title = title_of(shown.kind)
    hidden = len(every) - rows
    return card(
        heading(title),
        done(outcome) if outcome else None,
        *(text(note, subtle=True) for note in shown.notes),
        *_section(say("duty.mine"), shown.mine[:rows], most, with_buttons),
        *_section(_others(shown), shown.others[: max(rows - len(shown.mine), 0)], most, with_buttons - len(shown.mine)),
        None if every else text(_nothing(shown)),
        text(say("duty.more", antal=hidden), subtle=True) if hidden > 0 else None,
        actions=[*_new(shown), *(_register(shown, kind) for kind in shown.registers)],
        speak=outcome or (say("duty.speak", titel=title, antal=len(every)) if every else _nothing(shown)),
    )


def _section(name: str, views: Sequence[DutyView], most: int, with_buttons: int) -> list[Json]:
    if not views:
        return []
    title = [heading(name, level=2)] if name else []
    return [*title, *(_row(view, most, place < with_buttons) for place, view in enumerate(views))]


def _others(shown: Listing) -> str:
    if shown.kind is not None:
        return say("duty.all") if shown.mine else ""
    return say("duty.others") if shown.mine else say("duty.all")


def _row(view: DutyView, most: int, has_buttons: bool) -> Json:
    return group(
        text(shorten(view.title, most), bold=True),
        text(" · ".join(described(view)), subtle=True, close=True),
        text(state_words(view), close=True),
        text(_taken(view), close=True) if _taken(view) else None,
        text(say("duty.note", ord=shorten(view.words, most)), close=True) if view.words else None,
        facts({name: value and shorten(value, most) for name, value in (view.facts or {}).items()}),
        *(button_rows(*act_buttons(view, *_LISTED)) if has_buttons else ()),
        divided=True,
    )


def _taken(view: DutyView) -> str:
    if view.taker:
        return say("duty.taken", navn=view.taker)
    return say("duty.left", navn=view.left) if view.left else ""


def _nothing(shown: Listing) -> str:
    if shown.kind is not None:
        return say(_NONE[shown.kind])
    return say("duty.none") if shown.is_all else say("duty.none.mine")


def _new(shown: Listing) -> list[Json]:
    if not shown.may_create:
        return []
    kind = shown.kind or Kind.TASK
    return [button(say(_NEW[kind]), OpenDutyForm(forum=shown.forum, kind=kind), style="positive")]


def _register(shown: Listing, kind: Kind) -> Json:
    return button(say(_TITLES[kind]), ShowDuties(forum=shown.forum, kind=kind))


def _to_list(view: DutyView) -> Json:
    return button(say("duty.btn.list"), ShowDuties(forum=view.forum))


def _updating(view: DutyView) -> list[Json]:
    return [
        choice_input(
            "status",
            say("duty.field.status"),
            {each.value: say(STATUSES[each]) for each in view.statuses},
            value=view.status.value,
        ),
        text_input("words", say("duty.field.note"), value=view.words, multiline=True),
    ]


def _reply(view: DutyView) -> Json:
    action = ReplyToSource(forum=view.forum, number=view.number or 0, year=view.year)
    return button(say("duty.btn.reply"), action, style="positive")


def _update(view: DutyView) -> Json:
    action = UpdateDuty(forum=view.forum, number=view.number or 0, year=view.year, revision=view.revision)
    return button(update_title(view.kind), action, style="positive")
