"""Numbers and what they count: "punkt 4", "forslag nr. 3", "punkterne 2, 3 og 5", "4'eren", "det tredje", "2026".

A number that nothing names is BARE, whatever stands behind it ("96 km"). What is no whole number ("1,25"), is part of
a longer sign ("27-1234", "E39", a CPR number) or has more than nine digits is none at all.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from bot.domain.saying.found import Counted, Number
from bot.domain.saying.numerals import CARDINAL, NO_NOUN, ORDINALS, any_of, counted
from bot.domain.saying.sentence import Sentence

NOUN = (
    r"(?P<item>(?:dagsordens?|tillags)?punkt(?:et|er|erne)?|pkt|item)"
    r"|(?P<proposal>forslag(?:et|ene)?|sag(?:en|er|erne)?|proposal)"
    r"|(?P<task>opgave[nr]?|opgaverne|task)"
    r"|(?P<version>version(?:en|er|erne)?|udgaven?|v(?=[0-9]))"
    r"|(?P<bilag>bilag(?:et|ene)?)"
)
_NR = r"(?:nr|nummer|no)\b[.:]? ?|#"
_BEGINS = "(?<![a-z0-9])"
_WHOLE = r"(?![a-z0-9])(?![.,:/-][a-z0-9])"
_NTHS = {word: number for word, number in ORDINALS.items() if word != "anden"}  # which is another one
_LATER_NTHS = {word: number for word, number in ORDINALS.items() if 2 < number <= 12}  # the first of what, or a day?

_DIVIDED = re.compile(
    rf"{_BEGINS}(?:(?:{NOUN})\b[.:]? ?(?:{_NR})?|(?:{_NR}))(?P<number>[0-9]{{1,4}})"
    r"(?:/(?P<year>20[0-9]{2}|1[3-9]|[2-9][0-9])|/(?P<second>[0-9]{1,2})|\.[0-9]{1,2})(?![0-9])(?![./][0-9])"
)
_NAMED = re.compile(
    rf"{_BEGINS}(?:(?:{NOUN})(?![a-z])[.:]? ?(?P<nr>{_NR})?|(?P<only_nr>{_NR}))"
    rf"(?:(?P<digits>[0-9]{{1,4}})(?![0-9])(?: ?- ?(?P<until>[0-9]{{1,3}})(?![0-9./]))?(?![/-][0-9])"
    rf"|(?P<one>en|et)(?= ?(?:$|[,.;:!?)]|(?:og|er|skal|kan)\b))|(?P<word>(?!en\b|et\b)(?:{CARDINAL}))\b)"
)
_AND = " ?, ?(?:og )?| (?:og|samt|eller) "
_MORE_DIGITS = re.compile(rf"(?:{_AND}| ?[&+] ?| )(?P<digits>[0-9]{{1,3}})(?![0-9]|[.,:/-][0-9])")
_MORE_WORDS = re.compile(rf"(?:{_AND})(?P<word>(?!en\b|et\b)(?:{CARDINAL}))\b")
_NTH = re.compile(
    rf"{_BEGINS}(?:(?P<nth>{any_of(_NTHS)})|(?P<second>de[nt] ande[nt])|(?P<digits>[0-9]{{1,2}})\.) (?:{NOUN})\b"
    rf"(?![.:]? ?(?:{_NR})?[0-9])"
)
_POINTED = re.compile(
    rf"(?:{_BEGINS}(?:(?<!for )det|(?:til|pa)(?: det)?) (?P<nth>{any_of(_LATER_NTHS)})"
    r"|^(?:(?:og|vis|se|las|abn|tag|godkend|optag|afvis|fjern|slet|ret)(?: mig)? )?den "
    rf"(?P<begins>{any_of(_LATER_NTHS)})"
    rf"|{_BEGINS}(?:videre|hop|spring)(?: (?:over|frem|ned|op|tilbage|videre))? til "
    rf"(?:(?P<word>{CARDINAL})|(?P<digits>[0-9]{{1,2}}))){NO_NOUN}"
)
_NICKNAME = re.compile(
    rf"{_BEGINS}(?:(?P<digits>[0-9]{{1,2}})(?:['-]?er(?:en|n)|['-]er)"
    r"|(?P<word>et(?:'?t)?|to|tre|fire?|fem'?m?|seks|syv|ott|ni|ti)'?(?:er(?:en|n)|(?<=to)re?n|(?<=tre)ren))\b"
)
_YEAR = re.compile(
    rf"{_BEGINS}(?<![a-z0-9][.,:/-])(?P<year>20[0-9]{{2}}|199[0-9])(?: ?[-/] ?(?P<until>20[0-9]{{2}}))?{_WHOLE}"
)
_SHORT_YEAR = re.compile(
    rf"(?:{_BEGINS}(?:i|ar|(?:arshjul(?:et)?|budget(?:tet)?|arsstatus(?:sen)?)(?: for)?) '?|(?<![a-z0-9'])')"
    rf"(?P<year>[0-9]{{2}}){NO_NOUN}(?![-/':][a-z0-9]|[.,][0-9])"
)
_BARE = re.compile(
    rf"{_BEGINS}(?<![a-z0-9][.,:/-])"
    rf"(?:[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+|[1-9][0-9]{{0,2}}(?: 000)+|[0-9]{{1,9}}){_WHOLE}"
)
_MOST_DIGITS = 9
_YEARS_AROUND = 5  # in which a forum looks back and plans


def read_divided(sentence: Sentence) -> tuple[Number, ...]:
    """Named numbers with a stroke or a point in them, which would else be days: "forslag 3/2026", "punkt 3.1"."""
    return tuple(number for match in _DIVIDED.finditer(sentence.text) for number in _divided(match, sentence))


def read_numbers(sentence: Sentence, today: date) -> tuple[Number, ...]:
    """Every other number that was not read as something else, in no order; "i 26" is a year where that is near."""
    found: list[Number] = []
    for read in (_named, _nths, _pointed, _nicknames, _years, partial(_short_years, today=today), _bare):
        new = tuple(read(sentence))
        sentence = sentence.without(new)
        found += new
    return tuple(found)


def _divided(match: re.Match[str], sentence: Sentence) -> Iterator[Number]:
    year = match["year"] and int(match["year"][-2:]) + 2000
    counts = _counts(match) if match.lastgroup != "year" or _noun(match) else Counted.PROPOSAL
    second = match["second"]
    start, end = sentence.typed(match.start(), match.end("number") if second else match.end())
    yield Number(start=start, end=end, counts=counts, number=int(match["number"]), year=year or None)
    if second:
        start, end = sentence.typed(*match.span("second"))
        yield Number(start=start, end=end, counts=counts, number=int(second))


def _named(sentence: Sentence) -> Iterator[Number]:
    read_to = 0
    for match in _NAMED.finditer(sentence.text):
        if match.start() < read_to:
            continue
        counts = _counts(match)
        is_numbered = bool(match["only_nr"])
        written = match["digits"] or match["word"] or match["one"]
        until = int(match["until"]) if match["until"] else None
        start, end = sentence.typed(*match.span())
        yield Number(start=start, end=end, counts=counts, number=counted(written), until=until, is_numbered=is_numbered)
        more, read_to = (_MORE_DIGITS if match["digits"] else _MORE_WORDS), match.end()
        while following := more.match(sentence.text, read_to):
            start, end = sentence.typed(*following.span(1))
            yield Number(start=start, end=end, counts=counts, number=counted(following[1]), is_numbered=is_numbered)
            read_to = following.end()


def _nths(sentence: Sentence) -> Iterator[Number]:
    for match in _NTH.finditer(sentence.text):
        start, end = sentence.typed(*match.span())
        number = int(match["digits"]) if match["digits"] else ORDINALS.get(match["nth"], 2)
        yield Number(start=start, end=end, counts=_counts(match), number=number)


def _pointed(sentence: Sentence) -> Iterator[Number]:
    """What stands for an item without the word: "på fjerde", "videre til tre"."""
    for match in _POINTED.finditer(sentence.text):
        group = next(name for name in ("nth", "begins", "word", "digits") if match[name])
        start, end = sentence.typed(*match.span(group))
        number = ORDINALS[match[group]] if match[group] in ORDINALS else counted(match[group])
        yield Number(start=start, end=end, counts=Counted.ITEM, number=number)


def _nicknames(sentence: Sentence) -> Iterator[Number]:
    for match in _NICKNAME.finditer(sentence.text):
        start, end = sentence.typed(*match.span())
        if match[0] == "torn" and end - start == len("torn"):  # "en tørn"; "toern" sounds the same
            continue
        yield Number(start=start, end=end, counts=Counted.ITEM, number=_nicknamed(match))


def _nicknamed(match: re.Match[str]) -> int:
    if match["digits"]:
        return int(match["digits"])
    stems = ("et", "to", "tr", "fi", "fe", "se", "sy", "ot", "ni", "ti")  # two letters tell them apart
    return stems.index(match["word"][:2]) + 1


def _years(sentence: Sentence) -> Iterator[Number]:
    for match in _YEAR.finditer(sentence.text):
        start, end = sentence.typed(*match.span())
        until = int(match["until"]) if match["until"] else None
        yield Number(start=start, end=end, counts=Counted.YEAR, number=int(match["year"]), until=until)


def _short_years(sentence: Sentence, today: date) -> Iterator[Number]:
    for match in _SHORT_YEAR.finditer(sentence.text):
        year = today.year - today.year % 100 + int(match["year"])
        if abs(year - today.year) <= _YEARS_AROUND:
            start, end = sentence.typed(*match.span("year"))
            yield Number(start=start, end=end, counts=Counted.YEAR, number=year)


def _bare(sentence: Sentence) -> Iterator[Number]:
    for match in _BARE.finditer(sentence.text):
        digits = match[0].replace(".", "").replace(" ", "")
        if len(digits) <= _MOST_DIGITS:
            start, end = sentence.typed(*match.span())
            yield Number(start=start, end=end, counts=Counted.BARE, number=int(digits))


def _noun(match: re.Match[str]) -> str | None:
    return next((name for name in ("item", "proposal", "task", "version", "bilag") if match[name]), None)


def _counts(match: re.Match[str]) -> Counted:
    return Counted(_noun(match) or Counted.BARE)
