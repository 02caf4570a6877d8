"""What is said of the evaluation of the forum's own work: what is chosen, and that it is time."""

from collections.abc import Mapping

from bot.domain.forum.actions import OpenChoice
from bot.domain.year.actions import EvaluateOnAgenda, ShowYear
from bot.domain.year.evaluation import HOW, NEVER, ON_AGENDA
from cards.kit.elements import Card, Json, Mention, button, called, card, done, heading, text
from cards.kit.words import count, say

_HOW: Mapping[str, str] = {ON_AGENDA: "evaluation.how.agenda_item", "written": "evaluation.how.written"}


def chosen_words(how: str | None, months: int | None) -> str:
    """Whether, how and how often the forum evaluates its work, as far as it chose."""
    if how is None:
        return say("evaluation.unset")
    if how == NEVER:
        return say("evaluation.never")
    if months is None:
        return say("evaluation.how_often.unset", hvordan=say(_HOW[how]))
    return say("evaluation.chosen", hvordan=say(_HOW[how]), antal=count(months, "måned", "måneder"))


def choose_button(forum: str) -> Json:
    """The way to choosing it."""
    return button(say("evaluation.btn.choose"), OpenChoice(forum=forum, choice=HOW))


def due(forum: str, how: str, quote: str, mention: Mention | None) -> Card:
    """To one of the secretariat: it is time."""
    words = say("evaluation.due", hvordan=say(_HOW[how]))
    on_agenda = button(say("duty.btn.agenda"), EvaluateOnAgenda(forum=forum), style="positive")
    return card(
        heading(say("evaluation.title")),
        called(mention, words),
        text(say("overview.charter", ord=quote), subtle=True) if quote else None,
        actions=[on_agenda if how == ON_AGENDA else None, button(say("cmd.btn.year"), ShowYear(forum=forum))],
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def on_agenda(forum: str, outcome: str) -> Card:
    """Where it stands by now."""
    return card(
        heading(say("evaluation.title")),
        done(outcome),
        actions=[button(say("cmd.btn.year"), ShowYear(forum=forum))],
        speak=outcome,
    )
