"""One meeting of another body with everybody's answers and what can be done, and the list of those that are coming."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.external.actions import (
    AnswerInput,
    CancelExternal,
    ChangeExternal,
    OpenExternal,
    OpenExternalForm,
    SendJoint,
    ShowExternal,
    ShowExternals,
    ShowJoint,
)
from bot.domain.external.state import WHOLE, Position
from bot.domain.meetings.actions import OpenNewMeeting
from cards.external.view import ExternalView, ItemView, tally_words
from cards.kit.elements import (
    Card,
    Json,
    Mention,
    box,
    button,
    button_rows,
    called,
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
from cards.kit.words import listing, medium_date, say, several

LONGEST_WORDS = 1_000  # characters of an answer
_LEVELS = ((1_000, 200, 40), (300, 200, 40), (100, 120, 40), (40, 60, 40), (20, 40, 20), (10, 30, 8), (1, 20, 2))
"""Characters of what somebody answered and of a title, and how many items are shown."""
_ROWS = ((200, 30), (80, 20), (40, 10))
"""Characters of a name, and how many meetings are shown."""
_BUTTONS = {
    Position.AGREE: "external.input.btn.agree",
    Position.REMARK: "external.input.btn.remark",
    Position.MANDATE: "external.input.btn.mandate",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Those that are coming and the latest; `notes` say what the charter has the forum do."""

    forum: str
    coming: Sequence[ExternalView]
    past: Sequence[ExternalView]
    notes: Sequence[str]
    serves: bool


def title_of(view: ExternalView) -> str:
    """What its card is called."""
    return say("external.input.title", ekstern=view.name)


def one(
    view: ExternalView,
    *,
    outcome: Sequence[str] = (),
    above: str = "",
    mention: Mention | None = None,
    typed: AnswerInput | None = None,
) -> Card:
    """The meeting; `above` is what whoever is called by name is to do, `typed` an answer that was refused."""
    return fitted(lambda level: _one(view, tuple(outcome), above, mention, typed, *level), _LEVELS)


def listed(shown: Listing) -> Card:
    """The list."""
    return fitted(lambda level: _listed(shown, *level), _ROWS)


def which(choices: Iterable[tuple[str, AnswerInput]]) -> Card:
    """For which organisation somebody answers who answers for several; what they wrote is kept."""
    question = say("external.which")
    return card(
        text(question),
        actions=[button(name, choice) for name, choice in choices],
        speak=question,
    )


def standing_words(view: ExternalView) -> str:
    """How far the joint input is."""
    if view.state:
        return view.state
    if view.sent:
        return view.sent
    if not view.items:
        return say("external.items.unknown")
    if view.missing:
        return say("external.input.missing", liste=listing(view.missing))
    return say("external.input.complete", antal=view.asked)


def _one(
    view: ExternalView,
    outcome: Sequence[str],
    above: str,
    mention: Mention | None,
    typed: AnswerInput | None,
    most: int,
    length: int,
    rows: int,
) -> Card:
    title, hidden = title_of(view), len(view.items) - rows
    stands = standing_words(view)
    return card(
        heading(title),
        called(mention, above) if above else None,
        facts({**view.facts, **view.more}),
        *(text(each, subtle=True) for each in view.bases),
        box(*(text(each, bold=place == 0) for place, each in enumerate(view.own))) if view.own else None,
        text(stands, bold=True),
        *(_item(each, most, length) for each in view.items[:rows]),
        text(say("external.items.more", antal=hidden), subtle=True) if hidden > 0 else None,
        done(*outcome) if outcome else None,
        *(_answering(view, typed, length, rows) if view.may_answer else ()),
        actions=_ways(view),
        speak=" ".join([*outcome, f"{title}, {view.when}.", above or stands]),
        summary=" ".join(outcome) or above or f"{title}: {view.when}",
        mentions=[] if mention is None else [mention],
    )


def _item(item: ItemView, most: int, length: int) -> Json:
    return group(
        text(say("external.item", nr=item.nth, titel=shorten(item.title, length)), bold=True),
        text(tally_words(item, most), close=True),
    )


def _answering(view: ExternalView, typed: AnswerInput | None, length: int, rows: int) -> list[Json]:
    """For which item, in which words, and the three answers; the words of an answer stand where they were typed."""
    shown = {str(each.id): _numbered(each, length) for each in view.items[:rows]}
    choices = {str(WHOLE): say("external.items.all"), **shown}
    chosen = str(WHOLE if typed is None else typed.item)
    asks = choice_input("item", say("external.field.item"), choices, value=chosen) if len(view.items) > 1 else None
    words, limits = ("", "") if typed is None else (typed.words, typed.limits)
    fields = [
        heading(say("external.answer"), level=2),
        asks,
        text_input("words", say("external.field.remark"), value=words, multiline=True),
        text_input("limits", say("external.field.limits"), value=limits),
    ]
    buttons = button_rows(*(_answer(view, each) for each in Position))
    return [each for each in fields if each is not None] + buttons


def _answer(view: ExternalView, position: Position) -> Json:
    given = AnswerInput(forum=view.forum, number=view.number, year=view.year, position=position)
    return button(say(_BUTTONS[position]), given, style="positive" if position is Position.AGREE else "default")


def _ways(view: ExternalView) -> list[Json]:
    forum, number, year = view.forum, view.number, view.year
    joint = button(say("external.btn.joint"), ShowJoint(forum=forum, number=number, year=year), checks_inputs=False)
    ways = [joint] if view.items or view.intro else []
    if view.serves and view.may_resume:
        held = ChangeExternal(forum=forum, number=number, year=year, revision=view.revision)
        return [*ways, button(say("external.btn.resume"), held, checks_inputs=False)]
    if not view.serves or view.state:
        return ways
    own = [own_button(view, view.proposed)] if view.proposed is not None else []
    change = button(
        say("external.btn.change"), OpenExternal(forum=forum, number=number, year=year), checks_inputs=False
    )
    gone = CancelExternal(forum=forum, number=number, year=year, revision=view.revision)
    cancel = button(say("external.btn.cancel"), gone, checks_inputs=False)
    send = [send_button(view)] if (view.items or view.intro) and not view.sent else []
    return [*ways, *send, *own, change, cancel]


def send_button(view: ExternalView) -> Json:
    """»Markér som afsendt« of what stands there now."""
    sent = SendJoint(forum=view.forum, number=view.number, year=view.year, revision=view.revision)
    return button(say("external.input.btn.send"), sent, checks_inputs=False)


def own_button(view: ExternalView, day: date) -> Json:
    """The form for the forum's own meeting on that day."""
    opens = OpenNewMeeting(forum=view.forum, day=medium_date(day))
    return button(say("meeting.new.title"), opens, checks_inputs=False)


def open_button(view: ExternalView) -> Json:
    """The way to the whole of it."""
    return button(say("external.btn.open"), ShowExternal(forum=view.forum, number=view.number, year=view.year))


def list_button(forum: str) -> Json:
    """The way to all of them."""
    return button(say("external.btn.list"), ShowExternals(forum=forum))


def _numbered(item: ItemView, length: int) -> str:
    return say("external.item", nr=item.nth, titel=shorten(item.title, length))


def _listed(shown: Listing, length: int, rows: int) -> Card:
    title, every = say("external.list.title"), [*shown.coming, *shown.past]
    hidden = len(every) - rows
    past = shown.past[: max(rows - len(shown.coming), 0)]
    return card(
        heading(title),
        *(text(each, subtle=True) for each in shown.notes),
        None if shown.coming else text(say("external.list.none")),
        *(_row(each, length) for each in shown.coming[:rows]),
        heading(say("external.list.past"), level=2) if past else None,
        *(_row(each, length) for each in past),
        text(say("external.list.more", antal=hidden), subtle=True) if hidden > 0 else None,
        actions=[button(say("external.btn.form"), OpenExternalForm(forum=shown.forum), style="positive")]
        if shown.serves
        else [],
        speak=several("external.list.speak", len(shown.coming)),
    )


def _row(view: ExternalView, length: int) -> Json:
    return group(
        text(shorten(view.name, length), bold=True),
        text(" · ".join(part for part in (view.called, view.when, shorten(view.place, length)) if part), close=True),
        text(standing_words(view), close=True),
        *(text(each, close=True, subtle=True) for each in view.own[:1]),
        *button_rows(open_button(view)),
        divided=True,
    )
