"""A sentence as it sounds: bare words and marks, a space between them, the small words spelled as they are meant."""

import re
from functools import lru_cache

from bot.domain.kernel.danish import bare

LONGEST = 2_000  # characters of a sentence that anything is made of
_LONGEST_BARE = 2 * LONGEST  # some signs become many letters

YES, NO, DOUBT = "ja", "nej", "tvivl"
_SIGNS = {
    YES: (0x1F44D, 0x1F44C, 0x2705, 0x2714, 0x2611, 0x1F197),
    NO: (0x1F44E, 0x274C, 0x1F6AB, 0x26D4, 0x1F645),
    DOUBT: (0x1F914, 0x1F937, 0x1F615, 0x1F610),
}
_UNSEEN = (0xAD, 0x200B, 0x200C, 0x2060, 0xFEFF)  # stand inside words, and nobody sees them
_AS_WORDS: dict[int, str] = {sign: f" , {word} , " for word, signs in _SIGNS.items() for sign in signs}
_AS_WORDS |= dict.fromkeys(_UNSEEN, "")
_TYPED_SIGNS = ((":+1:", YES), (":thumbsup:", YES), ("(y)", YES), (":-1:", NO), (":thumbsdown:", NO), ("(n)", NO))
_NAY = re.compile(rf"\bn{chr(0xE6)}h?\b", re.IGNORECASE)  # bare, it would be the same as an "oh well"

_NEXT_BEGINS = re.compile(r"[.](?=\s+[A-Z])")
_ABBREVIATED = re.compile(r"\b(kl|nr|pkt|ca|mio|mia|kr|bl|a|f|eks|evt|inkl|eks?kl|excl|min|jf|vedr|d|bem|ps|s)[.]")
_END = re.compile(r"(?<=[^\s0-9.])[.](?=\s|$)|[!\n]")
_MARKED = re.compile(r"[a-z0-9]+|[?,:;]")
_APART = re.compile(r"\bi k ?k ?e\b")

_TYPED = {
    "ikke": "ikk ik ike ikek ikkke ikkee ikle ilke ikje ikkr ikker iikke kike itte",
    "hvis": "hivs hvs hviss hvsi vhis hvos",
    "uden": "unden udne udden uen",
    "men": "mne menn",
    "dog": "dgo dogg",
    "kun": "knu kunn",
    NO: "nje nejj neij nah nope nix niks",
    "ingen": "inegn ignen inngen",
    "maske": "makse masek maskee",
    "ellers": "elles elelrs ellesr",
}
_SHORT = {typed: word for word, slips in _TYPED.items() for typed in slips.split()}
_LONG = (
    *("undtagen", "undtaget", "bortset", "medmindre", "forudsat", "forudsatning", "betingelse", "forbehold", "safremt"),
    *("hverken", "aldrig", "betankelig", "usikker", "umuligt", "imidlertid", "eksklusive", "bemarkning"),
    *("bemarkninger", "kommentar", "kommentarer", "indvending", "indvendinger", "indsigelse", "indsigelser"),
)
_LIKELY, _LONGEST_WORD = 5, 15  # letters of what may be one of them with a slip
_OWN = frozenset(("aldring", "forudsagt", *_LONG))  # one slip away from another, and none


def _shortened(word: str) -> set[str]:
    """The word, and what is left of it without one of its letters; the first always stays."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}


_SLIPS = {left: word for word in _LONG for left in _shortened(word)}

_FINITE = (
    "er|bliver|udgar|kommer|falder|ryger|star|far|kan|skal|har|vil|gar|findes|rettes|andres|flyttes|slettes|fjernes"
    "|tages|udskydes|uddybes|praciseres|forklares|omskrives|rykkes|mangler|passer|holder|stemmer"
)
_LEADS_ON = "der|som|hvad|hvem|hvor[a-z]*|hvilke[a-z]*|jeg|vi|man|mig|os|lige|og|at|fra"
_SAID_YES = "godkend[a-z]*|godkent|accepter[a-z]*|enige?|tilslutter|tiltrader|kun|fint|fin|godt"
_MEANT_IF = re.compile(
    rf"\bvis(?= (?:jeg|vi|du|han|hun|man|der|ikke|i [a-z]+r) "
    rf"| (?:(?!(?:{_LEADS_ON})\b)[a-z0-9]+ ){{1,4}}(?:{_FINITE})\b)"
)
_IF_AFTER_YES = re.compile(rf"\b({_SAID_YES}) vis (?!mig |os |lige )")


@lru_cache(maxsize=16)  # of one sentence several things are asked
def heard(text: str) -> str:
    """The first 2,000 characters in lower-case ASCII; ";" stands where a sentence ends that is no question."""
    signs = text[:LONGEST].translate(_AS_WORDS)
    for typed, word in _TYPED_SIGNS:
        signs = signs.replace(typed, f" , {word} , ")
    ended = _NEXT_BEGINS.sub(";", _NAY.sub(NO, signs).replace("\r", "\n"))
    spelled = _END.sub(";", _ABBREVIATED.sub(r"\1 ", bare(ended)[:_LONGEST_BARE]))
    words = _APART.sub("ikke", " ".join(map(_as_meant, _MARKED.findall(spelled))))
    return _MEANT_IF.sub("hvis", _IF_AFTER_YES.sub(r"\1 hvis ", words)) if "vis " in words else words


@lru_cache(maxsize=20_000)
def _as_meant(word: str) -> str:
    """The word that was meant where a small one was mistyped: those decide what a sentence says."""
    if len(word) < _LIKELY or word in _SHORT:
        return _SHORT.get(word, word)
    if word in _OWN or len(word) > _LONGEST_WORD:
        return word
    return next((_SLIPS[left] for left in _shortened(word) if left in _SLIPS), word)
