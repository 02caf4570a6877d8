"""Who takes part in a meeting: what is found and what the charter wants, and where the two differ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.composition.actions import ConfirmMandate, OpenGpQuestion, OpenGuestForm, WithdrawGuest
from bot.domain.composition.places import Place
from bot.domain.composition.state import Guest
from bot.domain.forum.remarks import OfComposition
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from cards.composition.guests import guest_words
from cards.composition.places import place_block
from cards.forum.remarks import sentence
from cards.kit.elements import (
    Card,
    Json,
    Mention,
    button,
    buttons,
    called,
    card,
    group,
    heading,
    row,
    text,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import listing, medium_date, say
from cards.meetings.absence import report_button

_UNASKED = say("composition.mandate.unasked")
_LEVELS = ((30, 400), (12, 200), (6, 100), (3, 60), (0, 40))  # people and remarks of each kind, characters of each


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """Who takes part, as somebody may see it here; `meeting` None where none is planned.

    `without_mandate` are the names of the organisations that lack somebody with one, None where nobody settled that
    anybody should have one. `standing` is everything else that is said of the whole, by its name.
    """

    forum: Forum
    day: date
    meeting: Meeting | None
    without_mandate: Sequence[str] | None
    remarks: Sequence[OfComposition]
    places: Sequence[Place]
    standing: Mapping[str, str | None]
    guests: Sequence[Guest]
    numbers: Mapping[int, int]  # of the agenda's items, by their ids
    is_mandate_asked: bool
    is_ahead: bool
    asks_doctors: bool
    invites: bool


def composition(shown: Composition, *, occasion: str | None = None, mention: Mention | None = None) -> Card:
    """The whole table; `occasion` is why it is told, `mention` whom it is told."""
    return fitted(lambda level: _composition(shown, occasion, mention, *level), _LEVELS)


def mandate_line(without: Sequence[str] | None) -> str:
    """Which organisations lack somebody with a mandate; said also where none does."""
    names = say("common.not_regulated") if without is None else listing(without) or say("common.none")
    return say("composition.no_mandate", liste=names)


def _composition(shown: Composition, occasion: str | None, mention: Mention | None, most: int, length: int) -> Card:
    told, of_what = mandate_line(shown.without_mandate), _of_what(shown)
    title = f"{say('composition.title')}: {occasion or of_what}"
    return card(
        heading(say("composition.title")),
        called(mention, f"{of_what}. {occasion}" if occasion else of_what),
        text(shorten(told, 10 * length), bold=True),
        None if shown.is_mandate_asked or shown.without_mandate is None else text(_UNASKED, subtle=True, close=True),
        _remarks(shown, most, length),
        *_standing(shown, length),
        *_places(shown, most, length),
        *_guests(shown, most, length),
        actions=_actions(shown),
        mentions=[] if mention is None else [mention],
        speak=f"{title}. {told}",
        summary=f"{title}. {told}",
    )


def _of_what(shown: Composition) -> str:
    if shown.meeting is None:
        return shown.forum.name
    return say("composition.of", forum=shown.forum.name, moede_dato=medium_date(shown.meeting.day))


def _remarks(shown: Composition, most: int, length: int) -> Json | None:
    if not shown.remarks:
        return None
    told = [sentence(each, shown.forum) for each in shown.remarks[: most or 1]]
    left_out = len(shown.remarks) - len(told)
    return group(
        text(say("remarks.title"), bold=True),
        *(text(shorten(each, 2 * length)) for each in told),
        text(say("remarks.more", antal=left_out), subtle=True) if left_out > 0 else None,
    )


def _standing(shown: Composition, length: int) -> Iterator[Json]:
    """Each on a line of its own below its name: some names are longer than a phone's column."""
    for name, words in shown.standing.items():
        if words is not None:
            yield group(text(name, bold=True), text(shorten(words, length), close=True))


def _places(shown: Composition, most: int, length: int) -> Iterator[Json]:
    """A block for each; the words of a rule stand with the first of its places alone."""
    quoted: set[str] = set()
    for place in shown.places:
        is_first = place.rule is not None and place.rule.id not in quoted
        quoted |= {place.rule.id} if place.rule is not None else set()
        yield place_block(shown.forum, place, quotes=is_first and most > 0, most=most, length=length)


def _guests(shown: Composition, most: int, length: int) -> Iterator[Json]:
    if not shown.guests:
        return
    yield text(say("composition.guests"), bold=True)
    for guest in shown.guests[: most or 1]:
        words = text(shorten(guest_words(guest, shown.numbers), length))
        yield row((words, "stretch"), (buttons(_withdraw(shown, guest)), "auto")) if shown.is_ahead else words


def _withdraw(shown: Composition, guest: Guest) -> Json:
    meeting = None if shown.meeting is None else shown.meeting.id
    taken_back = WithdrawGuest(forum=shown.forum.id, meeting=meeting, number=guest.number)
    return button(say("composition.btn.withdraw_guest"), taken_back)


def _actions(shown: Composition) -> list[Json | None]:
    if shown.meeting is None or not shown.is_ahead:
        return [_confirm(shown)]
    here = {"forum": shown.forum.id, "meeting": shown.meeting.id}
    return [
        _confirm(shown),
        button(say("composition.plo.title"), OpenGpQuestion(**here)) if shown.asks_doctors else None,
        button(say("composition.btn.guest"), OpenGuestForm(**here)) if shown.invites else None,
        report_button(shown.forum.id, shown.meeting.id),
    ]


def _confirm(shown: Composition) -> Json | None:
    if shown.without_mandate is None:
        return None
    return button(say("composition.btn.mandate"), ConfirmMandate(forum=shown.forum.id))
