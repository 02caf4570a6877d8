"""What a change of the forum did to a round of approval: to the secretariat all of it, to an approver what it asks."""

from collections.abc import Callable, Sequence

from bot.domain.agenda.state import Agenda
from bot.domain.approval.actions import ShowApprovals
from bot.domain.approval.mending import Step, What
from bot.domain.kernel.meeting import Meeting
from cards.agenda.cards import circulate_button, open_button, zone
from cards.approval.standing import until_words
from cards.kit.elements import Card, Json, Mention, button, called, card, heading, text
from cards.kit.words import keyed, listing, medium_date, say

_STEPS = keyed(What, "mending.step")
_OWN = {
    What.RELEASED: "mending.own.released",
    What.ONLY_CONSULTED: "mending.own.only_consulted",
    What.NOT_NEEDED: "mending.own.not_needed",
    What.NOBODY: "mending.own.released",
    What.ASK_ANEW: "mending.own.ask_anew",
    What.DEADLINE: "mending.own.deadline",
    What.CANCELLED: "mending.own.cancelled",
    What.INHERITED: "mending.own.inherited",
}
_TO_SEND = frozenset({What.NOBODY, What.ASK_ANEW, What.NEEDED})

_STILL_ASKS = frozenset({What.DEADLINE, What.ONLY_CONSULTED, What.INHERITED})

Names = Callable[[str], str]
"""A person's name by their id."""


def sentence(step: Step, meeting: Meeting, names: Names) -> str:
    """One step, as those hear it who see to the round."""
    until = None if step.until is None else until_words(step.until, zone(meeting))
    return say(_STEPS[step.what], navne=listing(map(names, step.people)), frist=until)


def to_secretariat(
    forum: str, meeting: Meeting, steps: Sequence[Step], names: Names, agenda: Agenda, *, mention: Mention | None
) -> Card:
    """All that was done to a round of the forum of that name, and the way to what the secretariat must do itself."""
    told = say("mending.told", forum=forum, moede_dato=medium_date(meeting.day))
    sentences = [sentence(each, meeting, names) for each in steps]
    is_to_send = any(each.what in _TO_SEND for each in steps)
    return card(
        heading(say("mending.title")),
        called(mention, told),
        *map(text, sentences),
        actions=[circulate_button(agenda) if is_to_send else None, open_button(agenda)],
        speak=" ".join([told, *sentences]),
        mentions=[] if mention is None else [mention],
    )


def to_approver(meeting: Meeting, step: Step, *, mention: Mention | None) -> Card:
    """What it is to one who owed an answer; the way to it where there is still something to answer."""
    until = None if step.until is None else until_words(step.until, zone(meeting))
    told = say(_OWN[step.what], moede_dato=medium_date(meeting.day), frist=until)
    return card(
        heading(say("mending.title")),
        called(mention, told),
        actions=[_answer_button(meeting.forum) if step.what in _STILL_ASKS else None],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def _answer_button(forum: str) -> Json:
    """The way to the question itself, where the answer is given."""
    return button(say("cmd.btn.approvals"), ShowApprovals(forum=forum))
