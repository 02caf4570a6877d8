"""What the secretariat, the meeting leader and the proposer hear of a proposal, each as a message of their own."""

from collections.abc import Collection, Iterator

from bot.domain.proposals.notices import Event
from bot.domain.proposals.triage import Act
from cards.kit.elements import Card, Json, Mention, box, button_rows, card, escape, rich, text
from cards.kit.fitting import Room, fitting
from cards.kit.words import keyed, medium_date, say, served_by
from cards.proposals.buttons import act_button, see, treat
from cards.proposals.dialogue import changed_words, suggestion
from cards.proposals.view import ProposalView, details

_NEWS = keyed(Event, "proposal.news")
_HIDDEN = "proposal.news.hidden"


def news(view: ProposalView, what: Event, words: str, changed: Collection[str], mention: Mention | None) -> Card:
    """What the secretariat hears; of a closed one where others look on, that there is news, and which."""

    def drawn(room: Room) -> Card:
        told = _told(view, what, changed)
        return card(
            _addressed(told, mention),
            None if view.is_redacted or not words else text(room.cut(words)),
            *_suggested(view, what, room),
            actions=[treat(view) or see(view)],
            speak=told,
            mentions=[] if mention is None else [mention],
        )

    return fitting(drawn)


def to_leader(view: ProposalView, mention: Mention | None) -> Card:
    """May it wait? The leader is asked, with the two answers."""

    def drawn(room: Room) -> Card:
        question = view.dialogue.leader
        told = say("proposal.leader.question", titel=view.title, nr=view.number)
        reason = None if question is None else say("proposal.line.reason", ord=room.cut(question.words))
        return card(
            _addressed(told, mention),
            None if view.is_redacted or reason is None else text(reason),
            *details(view, room),
            actions=[act_button(view, Act.KEEP), act_button(view, Act.DEFER)],
            speak=told,
            mentions=[] if mention is None else [mention],
        )

    return fitting(drawn)


def answered(view: ProposalView, leader: str, *, stays: bool) -> Card:
    """Who was the first of the leaders to answer, and what: there is nothing left to ask."""
    key = "proposal.leader.answered.keep" if stays else "proposal.leader.answered.defer"
    told = say(key, titel=view.title, nr=view.number, navn=leader)
    return card(text(told), actions=[see(view)], speak=told)


def over(view: ProposalView) -> Card:
    """To a leader who was asked: the proposal has become something else, and nothing is asked any more."""
    told = say("proposal.leader.over", titel=view.title, nr=view.number)
    return card(text(told), actions=[see(view)], speak=told)


def to_proposer(view: ProposalView, what: Event, words: str, changed: Collection[str], mention: Mention | None) -> Card:
    """What the secretariat changed in the proposal, or what became of a suggested change."""
    told = say("proposal.outcome.hidden") if view.is_redacted else _own(view, what, changed)
    return card(
        _addressed(told, mention),
        None if view.is_redacted or not words else text(say("proposal.line.word", ord=words)),
        actions=[] if view.is_redacted else [see(view)],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def _told(view: ProposalView, what: Event, changed: Collection[str]) -> str:
    if view.is_redacted:
        return say(_HIDDEN, nr=view.number)
    day = "" if view.meeting is None else medium_date(view.meeting.day)
    return say(
        _NEWS[what],
        nr=view.number,
        titel=view.title,
        navn=view.by,
        leder=view.ruled_by,
        felter=changed_words(changed),
        moede_dato=day,
    )


def _own(view: ProposalView, what: Event, changed: Collection[str]) -> str:
    key = {Event.TAKEN: "proposal.own.taken", Event.LEFT: "proposal.own.left"}.get(what, "proposal.own.revised")
    fields = changed_words(changed) or say("common.none")
    return say(key, titel=view.title, felter=fields, **served_by(view.office))


def _suggested(view: ProposalView, what: Event, room: Room) -> Iterator[Json]:
    change = view.dialogue.change
    if what is Event.SUGGESTED and change is not None and not view.is_redacted:
        yield box(*suggestion(change, room), *button_rows(act_button(view, Act.TAKE), act_button(view, Act.LEAVE)))


def _addressed(words: str, mention: Mention | None) -> Json:
    return text(words) if mention is None else rich(f"{mention.tag}: {escape(words)}")
