"""Times as a forum file writes them: local to the forum unless they name their zone."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_MOMENT = re.compile(r"2[0-9]{3}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?")


def moment(text: str, zone: ZoneInfo) -> datetime:
    """The time in that zone; raises ValueError, in Danish, where there is no such time."""
    if not _MOMENT.fullmatch(text):
        raise ValueError("skal være en dato og et klokkeslæt, fx 2027-03-16T16:30")
    try:
        written = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("er intet tidspunkt") from None
    if written.tzinfo is not None:
        return written.astimezone(zone)
    local = written.replace(tzinfo=zone)
    if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != written:
        raise ValueError("findes ikke: uret stilles frem til sommertid")
    return local
