"""Another body's meeting in somebody's own words: which it is, whose, when, and what an organisation says of it."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.external.actions import (
    AnswerInput,
    CancelExternal,
    ChangeExternal,
    EditJoint,
    ExternalAction,
    OpenExternal,
    OpenExternalForm,
    OpenJointText,
    RegisterExternal,
    SendJoint,
    ShowExternal,
    ShowExternals,
    ShowJoint,
)
from bot.domain.external.state import Position
from bot.domain.saying.slots import Counted
from bot.usecases.said.moment import Moment
from bot.usecases.said.numbered import numbered, which
from bot.usecases.said.pointed import Which, numbers_of
from bot.usecases.said.sayings import Act
from bot.usecases.said.told import Told
from cards.kit.words import medium_date

_READ = 1_000  # characters
_NUMBER = numbered("(?:eksternt?|ekst\\.?) m(?:ø|oe|o)de|f(?:æ|ae|a)lles input|f(?:æ|ae|a)lles tekst|talepapir(?:et)?")
_BODY = re.compile(
    r"\b(?:[^\W_]{0,40}(?:r(?:å|aa?)d|udvalg|styregruppe|f(?:ø|oe?)lgegruppe|forum)(?:et|en)?|KKR|DAS|PAS|KOSU|SSF|(?-i:KL))\b",
    re.IGNORECASE,
)
_ITEMS = re.compile(r"\bpunkter(?:ne)?(?: er)?\s?:?\s", re.IGNORECASE)
_AND = re.compile(r"\s*(?:;|,| og )\s*")
_STANDS = re.compile(
    r"\b(?:der|den)\s(?:skal\s)?(?:stå|står|staa|lyde|lyder)(?:\sat)?\s(?P<words>\S.{2,})", re.IGNORECASE
)
_QUOTED = re.compile(r"[»\"“](?P<words>[^«\"”]{3,})[«\"”]")
_TOLD = re.compile(r"\b(?:skriv\w*|hedde\w*|lyde\w*)\b[^.;]{0,40}?,? at\s(?P<words>\S.{2,})", re.IGNORECASE)
_MANDATE = re.compile(
    r"\b(?:mandat\w*|fuldmagt\w*|frie h(?:æ|ae)nder|r(?:å|aa)derum\w*|forhandle\w*|bemyndige\w*)\b", re.I
)
_AGREES = re.compile(
    r"\b(?:enige?|tilslutter?|st(?:ø|oe)tter|bakker op|ingen (?:bem(?:æ|ae)rkning|kommentar|indvending|indsigelse)\w*"
    r"|godkender?|godt med|fint? med|med p(?:å|aa))\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\b(?:intet|ikke (?:noget|nogen)|ingenting) (?:at )?(?:indvende|tilf(?:ø|oe)je|bem(?:æ|ae)rke)\w*"
    r"|\bok (?:til|fra)\b|\bgodt leve med\b",
    re.IGNORECASE,
)
_LIMITS = re.compile(r"\b(?:men|hvis|bare|kun|s(?:å|aa) l(?:æ|ae)nge|ikke|uenige?|dog|forbehold|imod)\b", re.IGNORECASE)
_TO = re.compile(r"\btil\b[^,.;]{0,20}$", re.IGNORECASE)


def is_shown(moment: Moment) -> bool:
    """Whether such a meeting, or its joint text, was shown last."""
    return isinstance(moment.talk.shown, ExternalAction)


def one(told: Told) -> ShowExternal | ShowExternals:
    """The one that is meant, else all that are coming."""
    found = _which(told)
    return ShowExternals() if found is None else ShowExternal(number=found.number, year=found.year)


def any_one(told: Told) -> ShowExternal:
    """The one that is meant, else the next."""
    found = _which(told)
    return ShowExternal() if found is None else ShowExternal(number=found.number, year=found.year)


def shown(told: Told) -> ShowExternals | OpenExternalForm:
    """Those that are coming; the form for one of which a day is told, and not asked for."""
    is_told = not told.mood.asks and told.slots.days and told.slots.clocks
    return form(told) if is_told and _BODY.search(told.said[:_READ]) else ShowExternals()


def registered(told: Told) -> RegisterExternal | OpenExternalForm | None:
    """The meeting itself where it is said whose it is and when, and by somebody who may enter it; else the form."""
    if told.mood.asks:
        return OpenExternalForm()
    found = form(told)
    is_told = _BODY.search(told.said[:_READ]) and len(told.slots.days) == 1 and told.moment.serves
    return RegisterExternal(words=found.words) if is_told and isinstance(found, OpenExternalForm) else None


def form(told: Told) -> OpenExternalForm | ShowExternals:
    """The form with whose it is, when, and its items, as far as they were said; asked about, those that are coming."""
    if told.mood.asks:
        return ShowExternals()
    said = told.said[:_READ]
    body = next((each for each in _BODY.finditer(said)), None)
    clock = told.slots.clocks[0] if told.slots.clocks else None
    items = _ITEMS.search(said)
    head = (body[0] if body else "", told.day_typed, f"kl. {clock.begins:%H.%M}" if clock else "")
    typed = " ".join(each for each in head if each)
    listed = "; ".join(_AND.split(said[items.end() :].strip(" ."))) if items else ""
    return OpenExternalForm(words=f"{typed}, punkter: {listed}" if listed else typed)


def changed(told: Told) -> OpenExternal | ChangeExternal:
    """To the day that is said after "til" or, of one that is known, to the only day or time; the form where none is."""
    found = _surely(told)
    number, year = found if found is not None else (None, None)
    days, clocks = told.slots.days, told.slots.clocks
    last = days[-1] if days else None
    is_to = last is not None and _TO.search(told.said[max(0, last.start - _READ) : last.start]) is not None
    day = medium_date(last.day) if last is not None and (is_to or (number and len(days) == 1)) else None
    time = f"{clocks[0].begins:%H.%M}" if number and len(clocks) == 1 else None
    if told.mood.asks or (day is None and time is None):
        return OpenExternal(number=number, year=year)
    return ChangeExternal(number=number, year=year, day=day, time=time)


def cancelled(told: Told) -> AnyQuery | AnyCommand:
    """Asked about, it is shown."""
    found = _which(told)
    if told.mood.asks or found is None:
        return one(told)
    return CancelExternal(number=found.number, year=found.year)


def held(told: Told) -> AnyQuery | AnyCommand:
    """One that was cancelled is held after all."""
    found = _which(told)
    return one(told) if found is None else ChangeExternal(number=found.number, year=found.year)


def answer(position: Position) -> Act:
    """What the organisation that is named, or their own, says; of one item, or of all."""

    def act(told: Told) -> AnyQuery | AnyCommand:
        if told.mood.asks:
            return one(told)
        found = _which(told)
        words = "" if position is Position.AGREE else told.reason or told.said
        return AnswerInput(
            number=None if found is None else found.number,
            year=None if found is None else found.year,
            nth=next(iter(numbers_of(told, Counted.ITEM)), 0),
            position=position,
            organisation=told.organisations[0] if len(told.organisations) == 1 else None,
            words="" if position is Position.MANDATE else words,
            limits=words if position is Position.MANDATE else "",
        )

    return act


def answered(told: Told) -> AnyQuery | AnyCommand:
    """What they say, by its own words: a mandate, an agreement where nothing limits it, else a remark."""
    said = told.said[:_READ]
    if _MANDATE.search(said):
        return answer(Position.MANDATE)(told) or one(told)
    nothing = _NOTHING.search(said)
    agrees = (nothing or _AGREES.search(said)) and not _LIMITS.search(_NOTHING.sub("", said))
    return answer(Position.AGREE if agrees else Position.REMARK)(told) or one(told)


def joint(told: Told) -> ShowJoint:
    """Of the meeting that is meant, else of the next."""
    found = _which(told)
    nth = next(iter(numbers_of(told, Counted.ITEM)), 0)
    return ShowJoint(number=found.number, year=found.year, nth=nth) if found is not None else ShowJoint(nth=nth)


def edited(told: Told) -> AnyQuery | AnyCommand:
    """With the words that follow a colon; the form, or the text itself, where none do."""
    found, nth = _which(told), next(iter(numbers_of(told, Counted.ITEM)), 0)
    number, year = found if found is not None else (None, None)
    if words := told.reason or _words(told.said[:_READ]):
        return EditJoint(number=number, year=year, nth=nth or _numbered(told), words=words)
    return joint(told) if nth else OpenJointText(number=number, year=year)


def _words(said: str) -> str:
    """What the text is to be: what stands in quotes, else what follows "der skal stå" or "skriv, at"."""
    found = _STANDS.search(said) or _TOLD.search(said)
    quoted = _QUOTED.search(said)
    words = quoted or found
    return words["words"].strip() if words else ""


def _numbered(told: Told) -> int:
    """ "nr. 2", which is an item where its text is spoken of."""
    return next((each.number for each in told.slots.numbers if each.is_numbered), 0)


def sent(told: Told) -> AnyQuery | AnyCommand:
    """Asked about, it is shown."""
    found = _which(told)
    if told.mood.asks:
        return one(told)
    return SendJoint() if found is None else SendJoint(number=found.number, year=found.year)


def _surely(told: Told) -> Which | None:
    """The one that is meant, but by no bare number beside another body's name: that counts something else."""
    said = told.said[:_READ]
    is_bare = _NUMBER.search(said) is None and not is_shown(told.moment)
    return None if is_bare and _BODY.search(said) else _which(told)


def _which(told: Told) -> Which | None:
    return which(told, _NUMBER, ExternalAction)
