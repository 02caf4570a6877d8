"""»Kommissoriets ord«: every provision of a forum's charter in its own words, a page at a time."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.forum.actions import ShowAbout, ShowProvisions
from bot.domain.forum.passages import Passage, Value, passages, silences
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.danish import bare
from bot.domain.kernel.forum import Forum
from cards.forum.provision_names import PROVISIONS, SECTIONS, code_words
from cards.forum.region import named
from cards.kit.elements import Card, Json, button, card, escape, heading, rich, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import listing, medium_date, say, written

_PAGE = 14_000  # characters of text, of which a card takes about twice as many
_LEVELS = (2_000, 600, 200)  # characters of each passage
_LONGEST_ABOUT = 60  # characters of what is asked about
_ENDINGS = ("erne", "ene", "er", "en", "et", "e", "s")
_OPEN = 200  # characters beside each line that are the card's own


def provisions(forum: Forum, page: int, about: str = "") -> Card:
    """The page with that number; the first where there is no such. What is said `about` something stands alone."""
    return fitted(lambda most: _provisions(forum, page, about[:_LONGEST_ABOUT], most), _LEVELS)


def _provisions(forum: Forum, page: int, about: str, most: int) -> Card:
    pages = _pages([line for each in (forum.charter, *forum.overlays) for line in _lines(each, about, most)])
    number = page if 1 <= page <= len(pages) else 1
    words = say("about.words.title", forum=named(forum))
    return card(
        heading(words),
        _narrowed(about, is_silent=not pages[0]) if about else None,
        text(say("about.words.page", side=number, sider=len(pages)), subtle=True) if len(pages) > 1 else None,
        *(heading(line, level=2) if is_heading else rich(line) for is_heading, line in pages[number - 1]),
        actions=[
            _turn("about.words.previous", forum, number - 1, about) if number > 1 else None,
            _turn("about.words.next", forum, number + 1, about) if number < len(pages) else None,
            button(say("about.btn.words"), ShowProvisions(forum=forum.id)) if about else None,
            button(say("cmd.btn.about"), ShowAbout(forum=forum.id)),
        ],
        speak=words,
    )


def _turn(title: str, forum: Forum, page: int, about: str) -> dict[str, object]:
    return button(say(title), ShowProvisions(forum=forum.id, page=page, word=about))


def _narrowed(about: str, *, is_silent: bool) -> Json:
    """What was asked for, and that nothing is said of it where that is so."""
    return text(say("about.words.nothing" if is_silent else "about.words.about", ord=about), subtle=not is_silent)


def _pages(lines: Sequence[tuple[bool, str]]) -> list[list[tuple[bool, str]]]:
    """The lines in as many pages as they need."""
    pages: list[list[tuple[bool, str]]] = [[]]
    used = 0
    for line in lines:
        size = len(line[1].encode()) + _OPEN
        if used + size > _PAGE and pages[-1]:
            pages.append([])
            used = 0
        pages[-1].append(line)
        used += size
    return pages


def _lines(charter: Charter, about: str, most: int) -> Iterator[tuple[bool, str]]:
    """The charter's title, and under each section what it says; last what it leaves open."""
    found = [each for each in passages(charter) if not about or _speaks(charter, each, about)]
    if found or not about:
        yield True, charter.title
    section = None
    for each in found:
        if (own := each.path.partition(".")[0]) in SECTIONS and own != section:
            section = own
            yield True, say(SECTIONS[own])
        yield False, _passage(charter, each, most)
    open_ones = [say(PROVISIONS[path]) for path in silences(charter) if path in PROVISIONS]
    if open_ones and charter.kind == "charter" and not about:
        yield False, escape(say("about.words.silent", navne=listing(open_ones)))


def _speaks(charter: Charter, each: Passage, about: str) -> bool:
    """Whether each of the words asked about stands there in some form, or any that is longer with it in it."""
    section = say(SECTIONS.get(each.path.partition(".")[0], "provision.section.whole"))
    whole = bare(f"{section} {_passage(charter, each, _LEVELS[0])}")
    return all(_stem(word) in whole for word in re.findall(r"\w+", bare(about)))


def _stem(word: str) -> str:
    """Without the ending that a Danish noun takes: referater, referatet and referat are one."""
    return next((word.removesuffix(end) for end in _ENDINGS if word.endswith(end) and len(word) - len(end) > 3), word)


def _passage(charter: Charter, each: Passage, most: int) -> str:
    label = say(PROVISIONS[each.path]) if each.path in PROVISIONS else each.path
    values = (_value(charter, value) for value in each.values) if each.called is None else (each.called,)
    said = [name for name in (each.name, *values) if name]
    told = [f"**{escape(label)}**{': ' if said else ''}{escape(', '.join(said))}"]
    if each.words:
        told.append(f"»{escape(shorten(each.words, most))}«")
    if each.source is not None:
        told.append(escape(say("about.words.from", kilde=each.source)))
    if each.is_local:
        told.append(escape(say("about.layer.local")))
    if each.note:
        told.append(escape(say("about.words.note", note=shorten(each.note, most))))
    return "\n\n".join(told)


def _value(charter: Charter, value: Value) -> str:
    match value:
        case bool():
            return say("common.yes" if value else "common.no")
        case date():
            return medium_date(value)
        case int():
            return written(value)
        case _:
            known = charter.name_of_body(value)
            return code_words(value) if known == value else known
