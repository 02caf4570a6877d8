"""A station of a case's way as one line; what was said there stands in it for those alone who may read that."""

from collections.abc import Iterable

from bot.domain.kernel.stations import Stage, Station
from cards.kit.words import medium_date, say

_STAGES = {
    Stage.PROPOSED: "referral.stage.proposed",
    Stage.ON_AGENDA: "referral.stage.on_agenda",
    Stage.UNDECIDED: "referral.stage.undecided",
    Stage.LEFT_OUT: "referral.stage.left_out",
    Stage.POSTPONED: "referral.stage.postponed",
    Stage.DECLINED: "referral.stage.declined",
    Stage.RESOLVED: "referral.stage.resolved",
    Stage.SENT_ON: "referral.stage.sent_on",
    Stage.RECEIVED: "referral.stage.received",
    Stage.ANSWERED: "referral.stage.answered",
    Stage.WITHDRAWN: "referral.stage.withdrawn",
    Stage.TAKEN_BACK: "referral.stage.taken_back",
}


def line(station: Station, *, has_words: bool) -> str:
    """What befell the case there."""
    return f"{station.body}: {happened(station, has_words=has_words)}"


def lines(stations: Iterable[Station], *, has_words: bool) -> list[str]:
    """Each on a line of its own."""
    return [line(each, has_words=has_words) for each in stations]


def happened(station: Station, *, has_words: bool) -> str:
    """The same without the body."""
    stage = say(_STAGES[station.stage], til=station.to)
    parts = [
        stage,
        say("referral.stage.day", dag=medium_date(station.on)) if station.on else "",
        say("referral.stage.by", navn=station.by) if station.by and has_words else "",
        _place(station),
    ]
    words = f": {station.words}" if station.words and has_words else ""
    return " ".join(part for part in parts if part) + words


def _place(station: Station) -> str:
    if station.meeting is None:
        return ""
    day = medium_date(station.meeting)
    if station.position is None:
        return say("referral.stage.meeting", moede_dato=day)
    return say("referral.stage.item", punkt=station.position, moede_dato=day)
