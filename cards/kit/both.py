"""Two who wrote the same at once: what stands by now beside what the second typed, and the choice between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.kernel.action import Action
from bot.domain.kernel.rewording import Mark, reworded, shortened
from cards.kit.buttons import VERB, verb_of
from cards.kit.elements import Card, Fate, Json, box, button, buttons, run, runs, text
from cards.kit.fitting import is_small, shorten
from cards.kit.rows import CHOICE, first_of_rows
from cards.kit.words import say

_LOOKS: dict[Mark, Fate | None] = {Mark.KEPT: None, Mark.GONE: "gone", Mark.NEW: "new"}
_LEVELS = ((4_000, 4_000), (600, 80), (150, 30))  # characters of what stands, and around what differs


@dataclass(frozen=True, slots=True)
class Clash:
    """A field in which what stands `now` is not what the second typed (`mine`)."""

    label: str
    now: str
    mine: str

    @property
    def differs(self) -> bool:
        """Whether there is anything to choose."""
        return " ".join(self.now.split()) != " ".join(self.mine.split())


def with_both(form: Card, clashes: Sequence[Clash], typed: Action, other: Action) -> Card:
    """The form as it was `typed`, with both texts word by word and a button for either above the form's own buttons.

    `other` shows the text that is there.

    The form alone where nothing differs, or where Teams would not take more.
    """
    found, saving = [each for each in clashes if each.differs], _saving(form.content, verb_of(type(typed)))
    if not found or saving is None:
        return form
    keep = saving | {"title": say("both.btn.mine"), "style": "positive"}
    body = form.content["body"]
    above = first_of_rows(body, len(body))
    for whole, around in _LEVELS:
        blocks = box(
            text(say("both.title"), bold=True),
            *_texts(found, whole, around),
            buttons(keep, button(say("both.btn.other"), other, checks_inputs=False)),
            tone="warning",
        ) | {"id": CHOICE}
        shown = Card(form.content | {"body": [*body[:above], blocks, *body[above:]]}, form.summary)
        if is_small(shown):
            return shown
    return form


def _texts(found: Sequence[Clash], whole: int, around: int) -> Iterator[Json]:
    for each in found:
        yield text(each.label, bold=True)
        yield text(say("both.now", tekst=shorten(each.now, whole) or say("both.empty")), close=True)
        yield text(say("both.mine" if each.mine.strip() else "both.mine.empty"), close=True)
        marked = shortened(reworded(each.now, each.mine), around)
        yield runs(*(run(part.words, _LOOKS[part.mark]) for part in marked))


def _saving(form: Json, verb: str) -> Json | None:
    """The button that saves with that verb: the one that stands out, else the first."""
    found = [each for each in _actions(form) if each.get("data", {}).get(VERB) == verb]
    return next((dict(each) for each in (*(one for one in found if one.get("style") == "positive"), *found)), None)


def _actions(part: Json) -> Iterator[Json]:
    yield from part.get("actions", ())
    for place in ("body", "items", "columns"):
        for each in part.get(place, ()):
            yield from _actions(each)
