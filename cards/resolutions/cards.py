"""Resolutions that speak of some words: each with its meeting, its outcome, a line of it, and the way to the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.minutes.actions import OpenResolution, ShowMinutes
from bot.domain.minutes.state import Outcome
from bot.domain.referrals.actions import ShowWay
from bot.domain.resolutions.actions import ShowResolutions
from cards.kit.elements import Card, Json, button, button_rows, card, group, heading, run, runs, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import count, listing, medium_date, say
from cards.minutes.sentence import OUTCOMES
from cards.resolutions.marking import Piece

Line = tuple[Piece, ...]

_LEVELS = (200, 120, 60, 30)  # characters of each line
_ADDITION = ("tilføjelse", "tilføjelser")
_FIELDS = {"summary": "resolutions.in.summary", "recommendation": "resolutions.in.recommendation"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One resolution, or an addition, which has no `position`; `more` is a line of another field, by its name.

    `added` says how often something was added to it since; `way` are the bodies that the case has been at, where those
    are several.
    """

    forum: str
    forum_name: str
    meeting: str
    day: date
    position: int | None = None
    title: str = ""
    outcome: Outcome | None = None
    words: Line = ()
    more: tuple[str, Line] | None = None
    is_closed: bool = False
    is_draft: bool = False
    added: int = 0
    way: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """A page of what was found for some words, or of the newest without any; `forums` are the names of those asked."""

    words: str
    hits: Sequence[Hit]
    forums: Sequence[str]
    is_public: bool
    is_first: bool
    more: ShowResolutions | None


def found(shown: Findings) -> Card:
    """The page."""
    return fitted(lambda most: _page(shown, most), _LEVELS)


def _page(shown: Findings, most: int) -> Card:
    title = say("search.title", ord=shown.words) if shown.words else say("resolutions.newest")
    return card(
        heading(title),
        text(_scope(shown), subtle=True),
        *(_hit(each, most, is_named=len(shown.forums) > 1) for each in shown.hits),
        None if shown.hits else text(_nothing(shown)),
        text(say("resolutions.closed_elsewhere"), subtle=True) if shown.is_public else None,
        actions=[
            button(say("resolutions.btn.more"), shown.more) if shown.more else None,
            _first(shown),
        ],
        speak=title if shown.hits else _nothing(shown),
    )


def _scope(shown: Findings) -> str:
    where = say("resolutions.forums", forummer=listing(shown.forums))
    return where if shown.is_first else f"{where} · {say('resolutions.older')}"


def _nothing(shown: Findings) -> str:
    if not shown.is_first:
        return say("resolutions.no_more")
    return say("search.none", ord=shown.words) if shown.words else say("resolutions.none_yet")


def _first(shown: Findings) -> Json | None:
    """The way back to the newest of them."""
    if shown.is_first:
        return None
    return button(say("resolutions.btn.first"), ShowResolutions(words=shown.words))


def _hit(hit: Hit, most: int, *, is_named: bool) -> Json:
    more = hit.more and say(_FIELDS[hit.more[0]])
    return group(
        text(shorten(hit.title, most) if hit.title else say("resolutions.addition"), bold=True),
        text(" · ".join(_facts(hit, is_named)), subtle=True, close=True),
        _runs(hit.words, most) if hit.words else None,
        _runs((Piece(f"{more} "), *hit.more[1]), most) if hit.more and more else None,
        text(say("resolutions.added", tilfoejelser=count(hit.added, *_ADDITION)), subtle=True) if hit.added else None,
        text(say("resolutions.way", vej=" → ".join(hit.way)), subtle=True) if hit.way else None,
        *button_rows(*_buttons(hit)),
        divided=True,
    )


def _facts(hit: Hit, is_named: bool) -> list[str]:
    return [
        *([hit.forum_name] if is_named else []),
        say("resolutions.meeting", moede_dato=medium_date(hit.day)),
        *([] if hit.position is None else [say("resolutions.item", punkt=hit.position)]),
        *([] if hit.outcome is None else [say(OUTCOMES[hit.outcome])]),
        *([say("resolutions.closed")] if hit.is_closed else []),
        *([say("resolutions.draft")] if hit.is_draft else []),
    ]


def _buttons(hit: Hit) -> list[Json]:
    if hit.position is None:
        return [button(say("minutes.btn.open"), ShowMinutes(forum=hit.forum, meeting=hit.meeting))]
    forum, meeting, position = hit.forum, hit.meeting, hit.position
    return [
        button(say("resolutions.btn.item"), OpenResolution(forum=forum, meeting=meeting, position=position)),
        button(say("referral.way.title"), ShowWay(forum=forum, meeting=meeting, position=position)),
    ]


def _runs(line: Line, most: int) -> Json:
    """The line, and of a long one what there is room for."""
    room, inlines = most, []
    for piece in line:
        if room > 0:
            words = shorten(piece.words, room)
            inlines.append(run(words, "found" if piece.is_marked else None))
            room -= len(words)
    return runs(*inlines)
