"""What is clear of a title as somebody typed it in one breath: its time stands apart from it."""

import re

_TIME = re.compile(r"\s*[,;-]\s+(?:ca\. )?(?P<time>\d{1,3} ?(?:min|minut|minutter)|\d{1,2} (?:time|timer))\.?$")

_MONTH = "(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
_MORE = re.compile(
    rf"[0-9] ?(?:kr|min|mio|tkr|time)|[0-9]\. ?{_MONTH}|[0-9]/[0-9]|\b(?:kvarter|halv time)\b| fordi "
    rf"|\b(?:til|i|for) (?:{_MONTH}[a-z]*|n[^ ]{{1,2}}ste (?:m[^ ]{{1,2}}de|gang))\b",
    re.IGNORECASE,
)
_READ = 2_000  # characters


def says_more(title: str) -> bool:
    """Whether a day, a length, an amount or a reason stands in what would be the title."""
    return _MORE.search(title[:_READ]) is not None


def title_and_time(typed: str) -> tuple[str, str]:
    """»Lægedækning, 20 minutter« as the title and the time; the time is empty where none stands last."""
    line = typed.strip()[-60:]
    found = _TIME.search(line)
    if found is None:
        return typed.strip(), ""
    title = typed.strip()[: -len(found[0])]
    return (title, found["time"]) if title else (typed.strip(), "")
