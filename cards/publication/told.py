"""What the secretariat is told of one paper: that it is owed, changed, late or gone, and what became of that."""

from bot.domain.publication.notices import PublicationNotice
from bot.domain.publication.rules import OWED
from bot.domain.publication.state import Paper
from cards.kit.elements import Card, Mention, called, card, done, facts, heading, text
from cards.kit.words import deadline_words, medium_date, say
from cards.publication.buttons import ways_on
from cards.publication.view import PaperView, line_of, place_words, standing_words, update_words

_REQUEST = {
    (Paper.MINUTES, True): "reminder.publish",
    (Paper.AGENDA, True): "reminder.publish.agenda",
    (Paper.MINUTES, False): "reminder.publish.ours",
    (Paper.AGENDA, False): "reminder.publish.ours.agenda",
}
_LATE = {Paper.MINUTES: "overdue.publish", Paper.AGENDA: "overdue.publish.agenda"}
_DEAD = {Paper.MINUTES: "publication.dead.minutes", Paper.AGENDA: "publication.dead.agenda"}


def told(forum: str, kind: PublicationNotice, view: PaperView, mention: Mention | None) -> Card:
    """The request with the ways to meet it; once nothing is owed any more, that it is so."""
    if view.status not in OWED:
        return _settled(forum, view)
    words = _words(kind, view)
    deadline = None if view.deadline is None else deadline_words(view.deadline)
    return card(
        heading(say("publication.title")),
        called(mention, words),
        facts({say("publication.where"): place_words(view), say("publication.deadline"): deadline}),
        text(say("publication.ask.place"), subtle=True) if not view.where else None,
        text(say("publication.ask.days"), subtle=True) if view.asks_days else None,
        text(say("publication.not_yet"), subtle=True) if not view.is_final else None,
        actions=ways_on(forum, view),
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def _settled(forum: str, view: PaperView) -> Card:
    words = standing_words(view)
    return card(
        heading(say("publication.title")),
        done(say("publication.settled")),
        text(line_of(view), bold=True),
        text(words, close=True),
        actions=ways_on(forum, view),
        speak=f"{line_of(view)}. {words}",
    )


def _words(kind: PublicationNotice, view: PaperView) -> str:
    day = medium_date(view.meeting.day)
    match kind:
        case PublicationNotice.REQUEST:
            is_elsewhere = bool(view.where)
            return say(_REQUEST[view.paper, is_elsewhere], moede_dato=day, publiceringssted=view.where)
        case PublicationNotice.UPDATE:
            return update_words(view)
        case PublicationNotice.OVERDUE:
            return say(_LATE[view.paper], moede_dato=day)
        case PublicationNotice.DEAD:
            return say(_DEAD[view.paper], moede_dato=day)
