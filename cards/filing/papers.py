"""What each document is called where it is filed."""

from bot.domain.documents.state import Kind
from bot.domain.filing.state import Left
from cards.kit.words import keyed, medium_date, say

KINDS = keyed(Kind, "filing.kind")


def called(left: Left) -> str:
    """»Dagsorden, version 2 (9. marts 2027)«; the day is in the zone that `at` has."""
    kind = say(KINDS[left.kind])
    if left.number is not None:
        return say("filing.document.numbered", art=kind, nr=left.number, dato=medium_date(left.at.date()))
    if left.said:
        return say("filing.document", art=kind, dato=medium_date(left.at.date()))
    return say("filing.document.version", art=kind, nr=left.version, dato=medium_date(left.at.date()))


FILES = keyed(Kind, "filing.file")
"""What the file of each document is called."""
