"""What a file is called once it is stored: a name that does nothing anywhere, whatever the sender's said."""

import re
import unicodedata

LONGEST = 100  # characters without the ending
_MOST_BYTES = 180  # without the ending, as names of files are counted
_LONGEST_READ = 2_000  # characters
_UNFIT = re.compile(r'[<>:"|?*\x00-\x1f]+')
_PATH = re.compile(r"[/\\]+")
_MARKED = r"[0-9\u00b9\u00b2\u00b3]"
_DEVICES = re.compile(rf"(?:con|prn|aux|nul|com{_MARKED}|lpt{_MARKED}|conin\$|conout\$)", re.IGNORECASE)
_UNNAMED = "bilag"


def safe_name(sent: str) -> str:
    """The name without folders, signs that nobody sees or that turn the text, and names that a system keeps to itself.

    Its ending is the one that stays when all of that is gone.
    """
    last = _PATH.split(_visible(sent[-_LONGEST_READ:]).strip())[-1]
    plain = " ".join(_UNFIT.sub("-", last).split()).strip(". ")
    stem, ending = _parted(plain)
    stem = _shortened(stem.strip(". ")) or _UNNAMED
    if _DEVICES.fullmatch(stem.partition(".")[0].strip()):
        stem = f"{_UNNAMED}-{stem}"
    return f"{stem}.{ending}" if ending else stem


def ending(name: str) -> str:
    """The ending of a name in small letters, without its dot; nothing where it has none."""
    return _parted(name)[1]


def title(name: str) -> str:
    """What a bilag is called by its file's name."""
    return _parted(name)[0].replace("_", " ").strip() or name


def _parted(name: str) -> tuple[str, str]:
    stem, dot, last = name.rpartition(".")
    is_ending = dot and stem and re.fullmatch(r"[0-9A-Za-z]{1,10}", last)
    return (stem, last.lower()) if is_ending else (name, "")


def _visible(sent: str) -> str:
    whole = unicodedata.normalize("NFC", sent).replace("\t", " ").replace("\n", " ")
    return "".join(sign for sign in whole if unicodedata.category(sign) not in ("Cc", "Cf", "Co", "Cs", "Cn"))


def _shortened(stem: str) -> str:
    short = stem[:LONGEST]
    while len(short.encode()) > _MOST_BYTES:
        short = short[:-1]
    return short.strip(". ")
