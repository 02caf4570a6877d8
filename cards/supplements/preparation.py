"""The secretariat's card for a supplement: what is in it, and the form for one more late item with its reason."""

from collections.abc import Iterable, Mapping, Sequence

from bot.domain.kernel.charter import Mode
from bot.domain.proposals.rules import LONGEST_LINKS, LONGEST_TEXT, LONGEST_TITLE
from bot.domain.proposals.state import ItemKind
from bot.domain.supplements.actions import AddLate, AskSupplement, RemoveLate, ShowVersions
from bot.domain.supplements.rules import LONGEST_REASON
from cards.kit.elements import (
    Card,
    Json,
    button,
    button_rows,
    card,
    choice_input,
    done,
    heading,
    text,
    text_input,
    toggle_input,
)
from cards.kit.fitting import Room, fitting, shorten
from cards.kit.words import say
from cards.proposals.view import ITEM_KINDS
from cards.supplements.view import View, answer_buttons, intro, item_blocks, sending_buttons, standing

_A_LINE = 80  # characters of a choice
_SHORT = 60
_KINDS = {kind.value: say(key) for kind, key in ITEM_KINDS.items()}


def preparation(
    view: View,
    picks: Mapping[str, str],
    *,
    above: Sequence[str] = (),
    below: Sequence[str] = (),
    typed: AddLate | None = None,
) -> Card:
    """What is in it with what can be done, and below the form, filled in as it was typed.

    What was just done stands `above`, or `below` the form where it was done with that.
    """
    title, told = say("agenda.supplement.title"), intro(view)

    def draw(room: Room) -> Card:
        return card(
            done(*above),
            heading(title),
            text(told),
            *item_blocks(view, room),
            *standing(view, {}),
            *button_rows(*_asking(view), *sending_buttons(view), *answer_buttons(view), *_removing(view)),
            heading(say("supplement.form.title"), level=2),
            *_form(view, picks, typed or AddLate()),
            done(*below),
            actions=[
                button(say("supplement.btn.add"), AddLate(**view.here, revision=view.this.revision)),
                button(say("supplement.btn.versions"), ShowVersions(**view.here)),
            ],
            speak=" ".join([*above, *below, f"{title}.", told]),
        )

    return fitting(draw)


def _asking(view: View) -> Iterable[Json]:
    """To ask those who approve agendas, where there are any and they are not asked about just this."""
    if view.items and view.mode is not Mode.NONE and view.this.asked is None:
        key = "supplement.btn.consult" if view.mode is Mode.CONSULT else "supplement.btn.ask"
        asking = AskSupplement(**view.here, revision=view.this.revision)
        yield button(say(key), asking, style="positive")


def _removing(view: View) -> Iterable[Json]:
    for place in range(1, len(view.items) + 1):
        taking = RemoveLate(**view.here, revision=view.this.revision, position=place)
        yield button(say("supplement.btn.remove", punkt=place), taking)


def _form(view: View, picks: Mapping[str, str], typed: AddLate) -> Iterable[Json]:
    """What is picked or typed, and the reason, which no late item goes without."""
    if picks:
        shown = {value: shorten(title, _A_LINE) for value, title in picks.items()}
        yield choice_input("pick", say("supplement.field.pick"), shown, value=typed.pick)
    yield _line("title", say("supplement.field.title"), typed.title, LONGEST_TITLE)
    yield choice_input("kind", say("proposal.field.type"), _KINDS, value=typed.kind or ItemKind.DISCUSSION.value)
    yield _line("summary", say("agenda.field.summary"), typed.summary, LONGEST_TEXT, is_long=True)
    yield _line("recommendation", say("agenda.field.recommendation"), typed.recommendation, LONGEST_TEXT, is_long=True)
    yield _line("duration", say("agenda.field.duration"), typed.duration, _SHORT)
    yield _line("links", say("agenda.field.links"), typed.links, LONGEST_LINKS, is_long=True)
    yield _line("reason", say("supplement.field.reason"), typed.reason, LONGEST_REASON, is_long=True)
    yield toggle_input(
        "is_closed", say("agenda.field.closed"), say("agenda.field.closed.help"), value=bool(typed.is_closed)
    )


def _line(name: str, label: str, value: str | None, most: int, *, is_long: bool = False) -> Json:
    """A field; what is too long comes back whole, to be shortened."""
    return text_input(name, label, value=value or "", multiline=is_long) | {"maxLength": most * 2}
