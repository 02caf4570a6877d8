"""What is clear of a title as somebody typed it in one breath: its time stands apart from it."""

import re

_TIME = re.compile(r"\s*[,;-]\s+(?:ca\. )?(?P<time>\d{1,3} ?(?:min|minut|minutter)|\d{1,2} (?:time|timer))\.?$")


def title_and_time(typed: str) -> tuple[str, str]:
    """»Lægedækning, 20 minutter« as the title and the time; the time is empty where none stands last."""
    line = typed.strip()[-60:]
    found = _TIME.search(line)
    if found is None:
        return typed.strip(), ""
    title = typed.strip()[: -len(found[0])]
    return (title, found["time"]) if title else (typed.strip(), "")
