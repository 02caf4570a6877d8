"""»Forummets valg«: what a forum chose, by whom and when, and what nobody settled."""

from collections.abc import Iterable, Sequence

from bot.domain.forum.actions import OpenChoices
from bot.domain.forum.places import Place, is_made, value_at
from bot.domain.kernel.forum import Forum
from cards.forum.choice_words import (
    decided_words,
    name_of,
    value_words,
)
from cards.forum.lists import bullets
from cards.forum.region import named
from cards.kit.elements import (
    Card,
    Json,
    button,
    card,
    escape,
    group,
    heading,
    rich,
    text,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import say

_LEVELS = (400, 120, 40)  # characters of each value


def choices(forum: Forum, among: Sequence[Place], *, writes: bool) -> Card:
    """Every choice with its value, who made it and when, and what neither charter nor forum settled."""
    return fitted(lambda most: _choices(forum, among, most, writes=writes), _LEVELS)


def _choices(forum: Forum, among: Sequence[Place], most: int, *, writes: bool) -> Card:
    words = say("about.choices.title", forum=named(forum))
    made, settled, open_ones = _sorted(forum, among)
    return card(
        heading(words),
        *(_made(forum, each, most) for each in made),
        _section("about.choices.settled", (_settled(forum, each, most) for each in settled)),
        _section("about.choices.open", (escape(name_of(each)) for each in open_ones)),
        actions=[button(say("about.btn.change"), OpenChoices(forum=forum.id))] if writes else [],
        speak=words,
    )


def _sorted(forum: Forum, among: Sequence[Place]) -> tuple[list[Place], list[Place], list[Place]]:
    """What was chosen, what the charter settles, and what nobody did; an organisation's own where it was chosen."""
    made, settled, unsettled = [], [], []
    for each in among:
        if each.choosable.settled(forum.charter).value is not None:
            settled.append(each)
        elif is_made(forum, each):
            made.append(each)
        elif each.organisation is None:
            unsettled.append(each)
    return made, settled, unsettled


def _made(forum: Forum, place: Place, most: int) -> Json:
    chosen = forum.chosen(place.key)
    value = shorten(value_words(forum, place.choosable, value_at(forum, place)), most)
    whose = say("choice.of_file") if chosen is None else decided_words(chosen)
    return group(
        rich(f"**{escape(name_of(place))}:** {escape(value)}"),
        text(shorten(whose, most), subtle=True, close=True),
    )


def _settled(forum: Forum, place: Place, most: int) -> str:
    words = place.choosable.settled(forum.charter).words or ""
    return f"{escape(name_of(place))}: {escape(say('overview.charter', ord=shorten(words, most)))}"


def _section(title: str, lines: Iterable[str]) -> Json | None:
    told = bullets(lines)
    return group(heading(say(title), level=2), *told) if told else None
