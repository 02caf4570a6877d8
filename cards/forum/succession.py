"""One forum goes on where another ended: the list of all that moved and all that did not, and the way there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from bot.domain.forum.actions import HandOver, OpenHandOver, ShowSuccession
from bot.domain.forum.succession import Succession
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.handed import Fate, Handed, Note, Thing
from cards.forum.lists import bullets
from cards.kit.elements import (
    Card,
    Json,
    Mention,
    button,
    buttons,
    called,
    card,
    choice_input,
    done,
    escape,
    group,
    heading,
    text,
    text_input,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import keyed, medium_date, say
from cards.proposals.closed import NEUTRAL_TITLE

_LEVELS = ((60, 200), (60, 100), (40, 60), (20, 60), (10, 40), (4, 30))  # lines of a section, characters of a title
_LONGEST_REASON = 500
_THINGS = keyed(Thing, "succession.thing")
_FATES = keyed(Fate, "succession")
_NOTES = keyed(Note, "succession.note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """What the two are called, and whether whoever reads it may see what is closed."""

    ended: str
    heir: str
    shows_closed: bool = False


def told(done_: Succession, both: Both, mention: Mention | None) -> Card:
    """To each of those who serve either: all of it."""
    title = say("succession.title", forum=both.heir)
    return _listed(done_, both, _Frame(title=title, words=_body(done_, both), mention=mention))


def shown(done_: Succession, both: Both, *, is_heir: bool) -> Card:
    """The same, asked for in the forum that goes on or in the one that ended."""
    title = say("succession.from.title", forum=both.ended) if is_heir else say("succession.title", forum=both.heir)
    return _listed(done_, both, _Frame(title=title, words=_body(done_, both)))


def announced(done_: Succession, both: Both) -> Card:
    """To everybody in the channel of the one that ended."""
    words = say("succession.channel", **_names(done_, both))
    look = button(say("succession.btn.list"), ShowSuccession(forum=done_.forum, ended=done_.forum))
    return card(heading(say("succession.title", forum=both.heir)), text(words), actions=[look], speak=words)


def due(forum: Forum, heir: str) -> Card:
    """To an admin: the forum has ended, and what was open there waits for being handed over."""
    day = medium_date(forum.valid_until) if forum.valid_until else ""
    words = say("succession.due.body", forum=forum.name, dato=day, efterfoelger=heir)
    look = button(say("succession.btn.preview"), OpenHandOver(ended=forum.id, heir=forum.succeeded_by or ""))
    return card(heading(say("succession.due.title", forum=forum.name)), text(words), actions=[look], speak=words)


def preview(done_: Succession, both: Both) -> Card:
    """To an admin: what would follow, with the one button that does it."""
    act = HandOver(ended=done_.forum, heir=done_.heir)
    frame = _Frame(
        title=say("succession.preview.title", forum=both.ended, efterfoelger=both.heir),
        words=say("succession.preview.body", forum=both.ended, dato=medium_date(done_.until)),
        more=(text_input("reason", say("succession.field.reason"), value=done_.reason, most=_LONGEST_REASON),),
        actions=(button(say("succession.btn.hand_over"), act, style="positive"),),
    )
    return _listed(done_, both, frame)


def handed_over(done_: Succession, both: Both, *, is_new: bool) -> Card:
    """To the admin who pressed it: that it is done, or was before."""
    words = _body(done_, both) if is_new else again(done_, both)
    title = say("succession.title", forum=both.heir)
    return _listed(done_, both, _Frame(title=title, words=words, is_done=True))


def again(done_: Succession, both: Both) -> str:
    """That it was done before."""
    names = {"forum": both.ended, "efterfoelger": both.heir}
    return say("succession.again", **names, dato=medium_date(done_.day))


def which(known: Mapping[str, str], *, ended: str = "", heir: str = "", reason: str = "") -> Card:
    """To an admin: which forum ends, and which goes on."""
    needed = say("succession.which")
    return card(
        heading(say("succession.open.title")),
        text(say("succession.open.body")),
        choice_input("ended", say("succession.field.ended"), known, value=ended, required=needed),
        choice_input("heir", say("succession.field.heir"), known, value=heir, required=needed),
        text_input("reason", say("succession.field.reason"), value=reason, most=_LONGEST_REASON),
        actions=[button(say("succession.btn.preview"), OpenHandOver())],
        speak=say("succession.open.title"),
    )


def several(among: Iterable[tuple[Succession, Both]], forum: str) -> Card:
    """The forums that were handed over to this one, each with its list."""
    rows = [
        group(
            text(_body(each, both)),
            buttons(button(say("succession.btn.list"), ShowSuccession(forum=forum, ended=each.forum))),
        )
        for each, both in among
    ]
    title = say("about.succession")
    return card(heading(title), *rows, speak=title)


def nothing(forum: str) -> Card:
    """There is none."""
    words = say("succession.nothing", forum=forum)
    return card(heading(say("about.succession")), text(words), speak=words)


def lines(done_: Succession, both: Both) -> Iterator[str]:
    """The whole list, for the command line."""
    for fate in Fate:
        found = [each for each in done_.handed if each.fate is fate]
        if found:
            yield f"{say(_FATES[fate])}: {len(found)}"
            yield from (f"  {_line(each, both)}" for each in found)
    if not done_.handed:
        yield say("succession.empty")


def _names(done_: Succession, both: Both) -> dict[str, str]:
    return {"forum": both.ended, "efterfoelger": both.heir, "dato": medium_date(done_.until)}


def _body(done_: Succession, both: Both) -> str:
    return say("succession.body", **_names(done_, both))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What stands around the list: above it the words and to whom they are, below it what can be filled in and done."""

    title: str
    words: str
    mention: Mention | None = None
    more: tuple[Json, ...] = ()
    actions: tuple[Json, ...] = ()
    is_done: bool = False


def _listed(done_: Succession, both: Both, frame: _Frame) -> Card:
    return fitted(partial(_draw, done_, both, frame), _LEVELS)


def _draw(done_: Succession, both: Both, frame: _Frame, level: tuple[int, int]) -> Card:
    most, length = level
    says_why = done_.reason and not frame.more  # else it stands in its field
    return card(
        done(frame.words) if frame.is_done else None,
        heading(frame.title),
        None if frame.is_done else called(frame.mention, frame.words),
        text(say("succession.reason", grund=shorten(done_.reason, 5 * length))) if says_why else None,
        *_sections(done_, both, most, length),
        *frame.more,
        actions=list(frame.actions),
        mentions=[] if frame.mention is None else [frame.mention],
        speak=frame.words,
    )


def _sections(done_: Succession, both: Both, most: int, length: int) -> Iterator[Json]:
    if not done_.handed:
        yield text(say("succession.empty"))
    for fate in Fate:
        found = [each for each in done_.handed if each.fate is fate]
        left_out = len(found) - most
        if found:
            rest = [escape(say("choice.more", antal=left_out))] if left_out > 0 else []
            listed = [escape(_line(each, both, length)) for each in found[:most]]
            yield group(heading(f"{say(_FATES[fate])} ({len(found)})", level=2), *bullets([*listed, *rest]))


def _line(each: Handed, both: Both, length: int = 200) -> str:
    """One thing: what it was and what it is now; what is closed has no title to those without the right."""
    facts = {
        "ting": say(_THINGS[each.thing]),
        "titel": NEUTRAL_TITLE if each.is_closed and not both.shows_closed else shorten(each.title, length),
        "var": each.was,
        "nu": each.now,
    }
    if each.day is not None:
        said = say("succession.line.dated", ting=facts["ting"], dato=medium_date(each.day))
    elif each.now:
        said = say("succession.line" if each.was else "succession.line.unnumbered", **facts)
    else:
        said = say("succession.line.left" if each.was else "succession.line.left.unnumbered", **facts)
    if each.note is None:
        return said
    note = say(_NOTES[each.note], navn=each.about, forum=both.heir, fra=both.ended)
    return say("succession.line.noted", linje=said, note=note)
