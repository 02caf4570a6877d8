"""Danish numerals in bare letters."""

_UP_TO_TWELVE = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_UP_TO_TWENTY = ("tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve")
_TENS = {
    ten: 10 * at
    for at, ten in enumerate(
        ("tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems"), start=2
    )
}
_NTHS = (
    *("forste", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende"),
    *("ellevte", "tolvte", "trettende", "fjortende", "femtende", "sekstende", "syttende", "attende", "nittende"),
    "tyvende",
)
_MORE_NTHS = {"elvte": 11, "tredivte": 30, "enogtredivte": 31}

CARDINALS = {word: number for number, word in enumerate((*_UP_TO_TWELVE, *_UP_TO_TWENTY), 1)} | {"et": 1} | _TENS
CARDINALS |= {
    f"{unit}og{ten}": number + tens for ten, tens in _TENS.items() for number, unit in enumerate(_UP_TO_TWELVE[:9], 1)
}
ORDINALS = (
    {word: number for number, word in enumerate(_NTHS, 1)}
    | {f"{unit}ogtyvende": 20 + number for number, unit in enumerate(_UP_TO_TWELVE[:9], 1)}
    | _MORE_NTHS
)


def any_of(words: dict[str, int]) -> str:
    """A pattern for one of them, the longest that fits."""
    return "|".join(sorted(words, key=len, reverse=True))


_SMALL = (
    "er|var|skal|kan|vil|ma|har|blev|bliver|kommer|kom|gik|ga|udgar|star|og|eller|men|som|der|pa|til|fra|i|om|med|for"
    "|forst|sidst|efter|inden|ikke|nu|lige|tak|da|at|mod|over|fordi|hvis|nar|jeg|vi|de|han|hun|den|det|man|frem|op|ned|ud|ind|af"
)
NO_NOUN = rf"(?![a-z0-9])(?= ?(?:$|[^a-z0-9 ]|(?:{_SMALL})(?![a-z])))"
"""That no word follows which is counted: the sentence ends there, or goes on with a small one."""

CARDINAL = any_of(CARDINALS)
HOUR = any_of({word: number for word, number in CARDINALS.items() if number <= 12})
ORDINAL = any_of(ORDINALS)


def counted(written: str) -> int:
    """The number that digits or a cardinal stand for."""
    return int(written) if written.isdecimal() else CARDINALS[written]
