"""What people write in Danish (amounts, dates, durations, links, free text) as values, or a Refusal."""

import re
import unicodedata
from datetime import date, time, timedelta
from decimal import Decimal
from urllib.parse import urlsplit

from bot.domain.kernel.marks import composed, few_marks
from bot.domain.kernel.refusal import Refusal

LARGEST_AMOUNT = Decimal(10**12)
LONGEST_DURATION = timedelta(hours=8)
LONGEST_LINK = 2_000  # characters
MOST_LINKS = 10
NOBODY = "ingen"
"""What people type for nobody."""

_TYPED_AT_MOST = 60  # characters in an amount, a date or a duration
_AS_MANY = 4  # letters may a sign become; those that become more are no words
_PHRASE = "\ufdfa"  # the one sign that becomes eighteen letters, which costs more than all it could be compared with
_JOINER = "\u200d"  # holds an emoji of several parts together

_AMOUNT = re.compile(
    r"(?:kr\.? ?|dkk )?(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?P<mark>[. ])[0-9]{3}(?:(?P=mark)[0-9]{3})*)"
    r"(?:,(?P<part>[0-9]{1,8})|,-)?(?: ?(?P<unit>t|tusind|mio|million|millioner|mia|milliard|milliarder)\.?)?"
    r"(?: ?(?:kr\.?|kroner|dkk))?"
)
_POWERS = {"t": 3, "tusind": 3, "mio": 6, "million": 6, "millioner": 6, "mia": 9, "milliard": 9, "milliarder": 9}

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lordag", "sondag")
DAY_WORDS = frozenset(
    (*WEEKDAYS, *MONTHS, *(month[:3] for month in MONTHS), "den", "d", "pa", "i", "dag", "morgen", "overmorgen")
)  # bare; every word that a date may hold besides its numbers
_FROM_TODAY = {"i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2, "overmorgen": 2}
_AGO = {"i gar": 1, "igar": 1, "i forgars": 2, "forgars": 2}
_LEAP_YEAR = date(2000, 1, 1)
_PERIOD = re.compile(r"\s*[–—]\s*|\s+-\s+|\s+til\s+")
_WEEKDAY = re.compile(rf"(?:pa )?({'|'.join(WEEKDAYS)})")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_BEFORE_DAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),? )?(?:den |d\. ?)?(?P<day>[0-9]{{1,2}})"
_NUMERIC = re.compile(
    _BEFORE_DAY + r"(?:/|-|\. ?)(?P<month>[0-9]{1,2})(?:(?:/|-| |\. ?)(?P<year>[0-9]{4}|[0-9]{2}))?\.?"
)
_WRITTEN = re.compile(_BEFORE_DAY + r"\.? ?(?P<month>[a-z]{3,})\.?(?:,? (?P<year>[0-9]{4}))?")

_MINUTES = r"(?P<minutes>[0-9]{1,3}) ?(?:m|min|minut|minutter)\.?"
_DURATIONS = tuple(
    re.compile(form)
    for form in (
        r"(?P<minutes>[0-9]{1,3})",
        _MINUTES,
        r"(?P<hours>[0-9]{1,2}(?:,[0-9]{1,2})?) ?(?:t|time|timer)\.?",
        rf"(?P<hours>[0-9]{{1,2}}) ?(?:t|time|timer)\.? (?:og )?{_MINUTES}",
        r"(?P<hours>[0-9]{1,2}):(?P<minutes>[0-5][0-9])",
    )
)

_CLOCK = re.compile(r"(?:kl\.? ?)?(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?")

_LINK_BREAK = re.compile(r"\s+|,(?=https?:)")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?")
_NOT_IN_LINKS = frozenset("<>\"'`{}|\\^")


def fold(text: str) -> str:
    """Lower-case ASCII spelling for comparing: "Foreslå" and "FORESLAA" both become "foreslaa"."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", few_marks(text.replace(_PHRASE, " ")))[: _AS_MANY * len(text)]
    spelled = plain.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    if spelled.isascii():
        return spelled
    return "".join(sign for sign in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(sign))


def bare(text: str) -> str:
    """A looser `fold`, in which å, aa and a are one letter, and so are æ, ae and a, and ø, oe and o."""
    return fold(text).replace("aa", "a").replace("ae", "a").replace("oe", "o")


def clean_line(text: str, field: str, max_length: int, *, required: bool = True) -> str:
    """One line of text from a person, safe to store; `field` is the label people know it by.

    Refusal("missing_field", felt=…) when it is empty but required, Refusal("too_long", felt=…, over=…, max=…) when
    it is longer: nothing is ever cut.
    """
    return _measured(" ".join(_visible(text).split()), field, max_length, required)


def clean_text(text: str, field: str, max_length: int, *, required: bool = True) -> str:
    """The same for text of several lines; no more than one empty line in a row is kept."""
    lines = "\n".join(line.rstrip() for line in _visible(text).splitlines())
    return _measured(re.sub(r"\n{3,}", "\n\n", lines).strip(), field, max_length, required)


def parse_amount(text: str, field: str = "amount") -> Decimal:
    """Danish kroner with two decimals, from 0 to 10^12; Refusal("bad_amount") about the input of that id."""
    match = _AMOUNT.fullmatch(_typed(text))
    if match is None or (match["unit"] is None and len(match["part"] or "") > 2):  # 1,250 may be meant in English
        raise Refusal("bad_amount", field=field)
    digits = re.sub("[. ]", "", match["whole"])
    kroner = Decimal(f"{digits}.{match['part'] or 0}").scaleb(_POWERS.get(match["unit"] or "", 0))
    if kroner > LARGEST_AMOUNT or kroner != (rounded := kroner.quantize(Decimal("0.01"))):
        raise Refusal("bad_amount", field=field)
    return rounded


def parse_date(text: str, today: date) -> date:
    """A day; without a year the next such day from today on; Refusal("bad_date").

    "på tirsdag" is the next Tuesday after today. A weekday that is not that date's own is refused.
    """
    typed = _typed(text)
    if typed in _FROM_TODAY:
        return today + timedelta(days=_FROM_TODAY[typed])
    if match := _WEEKDAY.fullmatch(typed):
        ahead = (WEEKDAYS.index(match[1]) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    if match := _ISO.fullmatch(typed) or _NUMERIC.fullmatch(typed) or _WRITTEN.fullmatch(typed):
        return _day(match.groupdict(), today)
    raise Refusal("bad_date")


def parse_past_date(text: str, today: date) -> date:
    """The same of a day that is gone by: without a year it is the latest; also "i går"; Refusal("bad_date")."""
    if (ago := _AGO.get(_typed(text))) is not None:
        return today - timedelta(days=ago)
    found = parse_date(text, today)
    if found <= today:
        return found
    if not any(map(str.isdigit, text)):
        return found if _typed(text) in _FROM_TODAY else found - timedelta(days=7)
    return parse_date(text, today - timedelta(days=365))


def parse_day_of_year(text: str) -> tuple[int, int]:
    """The month and the day, of any year; Refusal("bad_date")."""
    found = parse_date(text, _LEAP_YEAR)
    return found.month, found.day


def parse_period(text: str, today: date) -> tuple[date, date]:
    """The first day and the last: "12. juli 2027 til 6. august 2027", or one day alone; Refusal("bad_date")."""
    days = [parse_date(each, today) for each in _PERIOD.split(text.strip())]
    if len(days) > 2 or days[-1] < days[0]:
        raise Refusal("bad_date")
    return days[0], days[-1]


def parse_duration(text: str, field: str = "duration") -> timedelta:
    """From one minute to eight hours, in whole minutes; a bare number is minutes; Refusal("bad_duration")."""
    typed = re.sub("([0-9]*) ?½", lambda half: f"{half[1] or 0},5", text[: _TYPED_AT_MOST + 1])
    for form in _DURATIONS:
        if match := form.fullmatch(_typed(typed)):
            length = _duration(**match.groupdict())
            if length is not None:
                return length
    raise Refusal("bad_duration", field=field)


def parse_time(text: str, field: str = "ended") -> time:
    """A time of the day, like "17.10", "17:10", "kl. 18"; Refusal("bad_time") about the input of that id."""
    match = _CLOCK.fullmatch(_typed(text))
    hour, minute = (int(match["hour"]), int(match["minute"] or 0)) if match else (24, 0)
    if hour > 23 or minute > 59:
        raise Refusal("bad_time", field=field)
    return time(hour, minute)


def parse_links(text: str, field: str = "links") -> tuple[str, ...]:
    """Up to ten https addresses, parted by line breaks, spaces or commas, each once; Refusal("bad_url")."""
    words = (word.strip(",;") for word in _LINK_BREAK.split(text))
    links = tuple(dict.fromkeys(word for word in words if word))
    if len(links) > MOST_LINKS or not all(map(_is_link, links)):
        raise Refusal("bad_url", field=field)
    return links


def _typed(text: str) -> str:
    """What was typed on one line, bare; nothing where it is too long to be meant."""
    return bare(" ".join(text.split())) if len(text) <= _TYPED_AT_MOST else ""


def _visible(text: str) -> str:
    whole = composed(text.replace("\t", " ").replace("\x1f", " "))
    return "".join(sign for sign in whole if sign.isspace() or sign == _JOINER or not _is_unseen(sign))


def _is_unseen(sign: str) -> bool:
    """Whether it is a control, direction or private mark, or half of a pair that no database takes."""
    return unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs")


def _measured(text: str, field: str, max_length: int, required: bool) -> str:
    if not text.replace(_JOINER, "").strip():
        if required:
            raise Refusal("missing_field", felt=field)
        return ""
    if len(text) > max_length:
        raise Refusal("too_long", felt=field, over=len(text) - max_length, max=max_length)
    return text


def _day(parts: dict[str, str | None], today: date) -> date:
    day, month, year = int(parts["day"] or 0), _month(parts["month"] or ""), parts["year"]
    possible = (_existing(each, month, day) for each in _years(year, today))
    found = next((each for each in possible if each and (year or each >= today)), None)
    if found is None or parts.get("weekday") not in (None, WEEKDAYS[found.weekday()]):
        raise Refusal("bad_date")
    return found


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return next((number for number, name in enumerate(MONTHS, 1) if name.startswith(written)), 0)


def _years(written: str | None, today: date) -> range:
    if written is None:
        return range(today.year, today.year + 9)  # 29 February may be eight years away
    year = int(written) + (2000 if len(written) == 2 else 0)
    return range(year, year + 1) if 2000 <= year <= 2100 else range(0)


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _duration(hours: str | None = None, minutes: str | None = None) -> timedelta | None:
    exact = Decimal((hours or "0").replace(",", ".")) * 60 + int(minutes or 0)
    length = timedelta(minutes=int(exact))
    if exact % 1 or not timedelta(minutes=1) <= length <= LONGEST_DURATION:
        return None
    return length


def _is_link(word: str) -> bool:
    if len(word) > LONGEST_LINK or any(sign in _NOT_IN_LINKS or _is_unseen(sign) for sign in word):
        return False
    try:
        parts = urlsplit(word)
        _ = parts.port  # raises where it is no number
    except ValueError:
        return False
    return parts.scheme == "https" and "@" not in parts.netloc and bool(_HOST.fullmatch(parts.hostname or ""))


_WEIGHTY = re.compile(
    "ikke|ingen|intet|aldrig|uden|hverken|nej|kun|alle|hele|halvt|halve|dobbelt|første|anden|tredje|fjerde|femte|sjette"
    "|fire|seks|otte|tolv|tyve|hundrede|tusinde?|million(er)?|milliard(er)?|kroner|procent|promille"
    "|januar|februar|marts|april|juni|juli|august|september|oktober|november|december"
    "|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag"
)
"""Words that decide what a sentence means: negations, numbers, amounts and days."""


def weighs(word: str) -> bool:
    """Whether another word in its place would mean something else for certain: it has a digit, or is one of those."""
    return bool(_WEIGHTY.fullmatch(word.casefold())) or any(sign.isdigit() for sign in word)
