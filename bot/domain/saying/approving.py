"""A yes to what awaits somebody's answer, as people put it: between a greeting and thanks, with nothing against it."""

import re

from bot.domain.saying.heard import heard
from bot.domain.saying.reserving import NOTHING, without_harmless
from bot.domain.saying.small_talk import is_courtesy, yes_or_no

_IT = r"(?:den|det|dagsordenen|udkastet|det hele|version [0-9]{1,3})"
_FROM_ME = r"(?: (?:hermed|gerne|herfra|(?:fra|for|med) (?:mig|os|min side|vores side)|tak|venligst))*"
_WELL = "(?:godkendt|godkendes|accepteret|ok|okay|fint?|god|godt|i orden|udmarket|rigtigt?)"
_APPROVES = re.compile(
    rf"(?:(?:jeg|vi) )?(?:kan |vil )?(?:hermed |gerne )?(?:godkend(?:er?|t)?|accepter(?:er|e|et)?)(?: {_IT})?{_FROM_ME}"
    rf"|(?:{_IT} )?(?:er|kan|ma)(?: hermed| gerne| bare)? {_WELL}{_FROM_ME}|{_IT} godkendes{_FROM_ME}"
    rf"|(?:jeg|vi) siger (?:ja|ok)(?: til {_IT})?{_FROM_ME}"
    rf"|(?:{_IT} )?ser (?:fint?|godt?|rigtigt?|fornuftigt?|udmarket) ud{_FROM_ME}"
    r"|(?:ok|okay|fint|ja) (?:for|fra|med) (?:mig|os)(?: tak)?|approved?(?: tak)?"
)
_NOTHING_AGAINST = re.compile(
    rf"(?:\b(?:jeg|vi) )?(?:\bhar )?{re.escape(NOTHING)}(?: (?:herfra|fra (?:mig|os|min side)|tak|overhovedet)\b)*"
)
_HESITATES = re.compile("ok|okay|hm+|tja|na")
_NO = re.compile(rf"(?:(?:jeg|vi) (?:siger|sagde|svarer) )?(?:nej+|no|nix)(?: til {_IT})?(?: tak)?")
_DENIES = re.compile(
    r"\b(?:hverken|undlad(?:e|er)? at|glem at|(?:nagter|afviser)(?: jeg)? at|ikke|aldrig|nappe|umuligt|langt fra)"
    r" (?:[a-z]+ ){0,3}?(?:godkend[a-z]*|sige (?:ja|ok))\b"
    r"|\blade? vare? (?:med )?at godkend[a-z]*\b"
    r"|\bgodkend[a-z]*(?: [a-z]+){0,2} (?:ikke|ej|aldrig)\b"
    r"|\b(?:not|don t|cannot|can t|won t|never) (?:[a-z]+ )?approved?\b"
)
_PARTS = re.compile("[,:]")
_PARTING = re.compile("hilsen(?: [a-z]+){1,3}|vi ses (?:den|pa|til|i) [a-z0-9]+")
_YES_WORD = re.compile(
    r"\b(?:ja|jo|ok|okay|fine?|fint|enige?|med pa|godkend[a-z]*|accepter[a-z]*|tiltrad[a-z]*|tilslutter|approved?)\b"
)


def is_approval(text: str) -> bool:
    """Whether a sentence of it approves in plain words, or it ends with a bare yes."""
    sentences = _sentences(text)
    if any(any(map(_APPROVES.fullmatch, parts)) and all(map(_agrees, parts)) for parts in sentences):
        return True
    return bool(sentences) and all(map(_agrees, sentences[-1]))


def is_refusal(text: str) -> bool:
    """Whether it ends with a bare no."""
    sentences = _sentences(text)
    said = [part for part in sentences[-1] if not _HESITATES.fullmatch(part)] if sentences else []
    return bool(said) and all(map(_NO.fullmatch, said))


def denies_approval(text: str) -> bool:
    """Whether a no stands with the word itself: "undlad at godkende", "hverken godkendt eller afvist"."""
    return _DENIES.search(without_harmless(heard(text))) is not None


def speaks_of_a_yes(text: str) -> bool:
    """Whether a word of it may be a yes, whatever is said beside it."""
    return _YES_WORD.search(heard(text)) is not None


def _sentences(text: str) -> list[list[str]]:
    """The parts of each sentence, without those that only greet, thank or have nothing against it."""
    meant = _NOTHING_AGAINST.sub("", without_harmless(heard(text)))
    parted = map(_PARTS.split, meant.split(";"))
    said = ([part for each in parts if (part := each.strip()) and not _is_aside(part)] for parts in parted)
    return [parts for parts in said if parts]


def _agrees(part: str) -> bool:
    return bool(_APPROVES.fullmatch(part)) or yes_or_no(part) is True


def _is_aside(part: str) -> bool:
    return yes_or_no(part) is None and (is_courtesy(part) or bool(_PARTING.fullmatch(part)))
