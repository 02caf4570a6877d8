"""Danish numerals in bare letters."""

_UP_TO_TWELVE = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_UP_TO_TWENTY = ("tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve")
_TENS = {"femogtyve": 25, "tredive": 30, "fyrre": 40, "femogfyrre": 45, "halvtreds": 50, "tres": 60, "halvfems": 90}
_NTHS = (
    *("forste", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende"),
    *("ellevte", "tolvte", "trettende", "fjortende", "femtende", "sekstende", "syttende", "attende", "nittende"),
    "tyvende",
)
_MORE_NTHS = {"elvte": 11, "tredivte": 30, "enogtredivte": 31}

CARDINALS = {word: number for number, word in enumerate((*_UP_TO_TWELVE, *_UP_TO_TWENTY), 1)} | {"et": 1} | _TENS
ORDINALS = (
    {word: number for number, word in enumerate(_NTHS, 1)}
    | {f"{unit}ogtyvende": 20 + number for number, unit in enumerate(_UP_TO_TWELVE[:9], 1)}
    | _MORE_NTHS
)


def any_of(words: dict[str, int]) -> str:
    """A pattern for one of them, the longest that fits."""
    return "|".join(sorted(words, key=len, reverse=True))


CARDINAL = any_of(CARDINALS)
ORDINAL = any_of(ORDINALS)


def counted(written: str) -> int:
    """The number that digits or a cardinal stand for."""
    return int(written) if written.isdecimal() else CARDINALS[written]
