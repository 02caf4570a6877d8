"""One paper of a meeting and how it stands with the public, in words."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.publication.rules import Status
from bot.domain.publication.state import Paper
from cards.kit.words import clock_time, deadline_words, medium_date, say

LINE = {Paper.AGENDA: "publication.line.agenda", Paper.MINUTES: "publication.line.minutes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A release that was taken back."""

    number: int
    at: datetime
    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """How it stands, and whether it `is_wanted` that it is public.

    `where` is the place that the charter names, empty where it names none or ours. `name`, `at` and `link` say by whom,
    when and where it was made public, or will be; there is no `link` of ours where nobody knows how people reach the
    service. `number` is the release that stands, and `ours` by whom and from when on, where that is no proof. Who looks
    `may_release` it, or `may_link` where it stands; the forum may settle what `asks_days` and `asks_whether` say.
    """

    meeting: Meeting
    paper: Paper
    status: Status
    is_final: bool
    tz: tzinfo
    today: date
    is_wanted: bool = False
    where: str = ""
    deadline: Deadline | None = None
    name: str = ""
    at: datetime | None = None
    link: str = ""
    number: int | None = None
    ours: tuple[str, datetime] | None = None
    taken_back: tuple[Gone, ...] = ()
    may_release: bool = False
    may_link: bool = False
    may_take_back: bool = False
    asks_days: bool = False
    asks_whether: bool = False


def line_of(view: PaperView) -> str:
    """Which paper it is."""
    return say(LINE[view.paper], moede_dato=medium_date(view.meeting.day))


def place_words(view: PaperView) -> str:
    """Where it is to stand."""
    return view.where or say("publication.place.ours")


def moment_words(moment: datetime, tz: tzinfo) -> str:
    """A moment within a sentence."""
    return say("publication.from", dato=medium_date(moment.astimezone(tz).date()), tid=clock_time(moment, tz))


def standing_words(view: PaperView) -> str:
    """How it stands, in a sentence or two."""
    match view.status:
        case Status.PUBLIC:
            return proof_words(view)
        case Status.BEHIND:
            return f"{update_words(view)} {proof_words(view)}"
        case Status.DEAD:
            return say("publication.dead", link=view.link)
        case Status.AWAITED if view.at is not None:
            return say("publication.awaits", tidspunkt=moment_words(view.at, view.tz), navn=view.name)
        case Status.MISSING:
            return _missing(view)
        case Status.UNSETTLED:
            return say(_UNSETTLED[view.paper])
        case _:
            return say("publication.kept")


def proof_words(view: PaperView) -> str:
    """By whom, when and where it was made public."""
    day = medium_date((view.at or view.meeting.starts).astimezone(view.tz).date())
    if not view.link:
        return say("publication.proof.ours", dato=day, navn=view.name, sted=say("publication.place.ours"))
    return say("publication.proof", dato=day, navn=view.name, link=view.link)


def update_words(view: PaperView) -> str:
    """That it was changed since."""
    key = "publication.update" if view.paper is Paper.MINUTES else "publication.update.agenda"
    return say(key, sted=place_words(view))


def _missing(view: PaperView) -> str:
    if view.deadline is None:
        words = say("publication.missing.where", sted=view.where) if view.where else say("publication.missing")
    else:
        key = "publication.missing.late" if view.today > view.deadline.day else "publication.missing.by"
        words = say(key, frist=deadline_words(view.deadline))
    return words if view.is_final else f"{words} {say('publication.not_yet')}"


_UNSETTLED = {Paper.AGENDA: "publication.ask.agenda", Paper.MINUTES: "publication.ask.minutes"}
