"""A new item of an agenda, in somebody's own words: what it is called, or that they only ask for the form."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.agenda.actions import AddItem, OpenNewItem
from bot.domain.kernel.danish import bare
from bot.domain.saying.slots import Counted
from bot.domain.supplements.actions import AddLate, OpenSupplement
from bot.usecases.agenda.titles_said import QUOTED, title_behind
from bot.usecases.said.pointed import numbers_of
from bot.usecases.said.proposing import form, title_said
from bot.usecases.said.told import Told

_READ = 2_000  # characters
_BESIDE = re.compile(r"\b(?:efter|bag|under|nedenunder|nedenfor|for|foran|inden|over|ovenover|ovenfor)\b")
_CALLED = re.compile(r"\b(?:med (?:titlen|overskriften)|ved navn|der hedder):?\s+(?=\S)", re.IGNORECASE)
_CLOSED = re.compile(r"\b(?:lukket|lukkede|lukkes|fortroligt?)\b")
_UNCLEAR = re.compile(r"\bhvis\b|\bmen vent\b|\bkender jeg ikke\b|\bved (?:jeg )?ikke endnu\b")
_HOW = re.compile(r"\bhvor(?:dan|ledes)?\b|\bman gjorde\b")
_ABOUT = re.compile(r"\b(?:om|vedrorende|angaende)\b|:")
_IS_NO_TITLE = frozenset(
    " ".join(
        (
            "et en ny nyt nytt nye til pa på i ind med af om ad at det den der de som og fra selv sig jeg man vi",
            "du mig os mere ekstra endnu flere lille kort tomt tom blankt igen lige nu lukket abent åbent",
            "fortroligt manuelt manuel opret oprette opretter tilfoj tilføj tilføje tilføjer tilfoej indsaet",
            "indsæt indsætte lav lave laver lagt læg lægge skriv skrive skriver sæt sætte sat tilføjet giv give",
            "gives komme kommer skal vil kan må gerne have har haft får fik punkt punk punkter punktet sag sager",
            "sagen emne dagsordenspunkt dagsordenpunkt dagsorden dagsordenen listen program formular formularen",
            "skema skemaet blanket felt felter bilag indstilling tekst alt ting noget møde mødet martsmødet tak",
            "please hej hvordan hvor hvornår hvad bruge bruger udfylde senere først bare altså nemlig jo ik ikke",
            "vist nok plads formanden formand sekretariatet regionen direktøren ringet ringede savner mangler",
            "behov for brug fik plus så fald kunne forestille punktet allerede mulighed muligt ønsker gør gjorde",
            "døren hov ups åh nej",
        )
    ).split()
)
"""Words that ask for a new item, and are never all of what it is called."""


def new_item(told: Told) -> AnyQuery | AnyCommand | None:
    """What the secretariat adds by itself; others propose it."""
    if not told.moment.serves:
        return form(told)
    if numbers_of(told, Counted.ITEM) and not _BESIDE.search(told.sound):
        return None
    title = _title(told)
    sound = told.sound
    is_closed = True if _CLOSED.search(sound) else None
    if told.moment.agenda_sent and told.moment.next is not None and told.moment.agenda_of == told.moment.next.id:
        return AddLate(title=title, reason=told.reason, is_closed=is_closed) if title else OpenSupplement()
    if not title:
        return OpenNewItem(meeting=told.meeting)
    amount = told.amount_typed.removesuffix(",00") or None
    length = told.length_typed or None
    return AddItem(meeting=told.meeting, title=title, duration=length, amount=amount, is_closed=is_closed)


def _title(told: Told) -> str:
    """What it is called; nothing where the words only ask for a new one, or say that it is not known yet."""
    said = told.said[:_READ]
    if QUOTED.search(said):
        return title_behind(told)
    if (called := _CALLED.search(said)) is not None:
        return said[called.end() :].strip(" .,?!»«\"'")
    sound = bare(said)
    if _UNCLEAR.search(sound) or _HOW.search(sound) or (told.mood.negates and not _ABOUT.search(sound)):
        return ""
    title = title_said(told.rest)
    words = re.findall(r"\w+", title.casefold())
    return "" if all(each in _IS_NO_TITLE or each.isdigit() for each in words) else title
