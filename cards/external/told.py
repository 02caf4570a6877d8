"""What is told of another body's meeting: a day for the forum's own, a move and what hangs on it, and what is asked."""

from collections.abc import Sequence
from datetime import date

from bot.domain.forum.actions import OpenChoice
from cards.external.cards import list_button, open_button
from cards.external.view import ExternalView
from cards.kit.elements import Card, Json, Mention, button, called, card, facts, heading, text
from cards.kit.words import listing, medium_date, say


def suggested(view: ExternalView, mention: Mention | None) -> Card:
    """The day that is proposed for the forum's own meeting, with what it rests on."""
    first, *rest = view.own
    return _told(
        say("external.told.suggest"), first, mention, view, *(text(each, subtle=True) for each in (*rest, *view.bases))
    )


def moved(view: ExternalView, was: date, hanging: Sequence[date], mention: Mention | None) -> Card:
    """That it was moved or cancelled, and every own meeting that hangs on it."""
    own = listing(say("external.own_meeting", dato=medium_date(each)) for each in hanging) or say("external.own.none")
    facts_of = {"ekstern": view.name, "dato": medium_date(was), "moeder": own}
    is_cancelled = view.day == was
    told = say("external.cancelled", **facts_of) if is_cancelled else say("external.moved", **facts_of)
    title = say("external.told.cancelled" if is_cancelled else "external.told.moved")
    days = None if is_cancelled else text(say("external.moved.days", foer=medium_date(was), nu=view.when))
    return _told(title, told, mention, view, days, *(text(each, subtle=True) for each in view.own))


def nobody(view: ExternalView, mention: Mention | None) -> Card:
    """Nobody of the forum is known to sit in that body, so that nobody gets the text to bring along."""
    return _told(say("external.told.nobody"), say("external.nobody", ekstern=view.name), mention, view)


def days_asked(forum: str, usual: int, mention: Mention | None) -> Card:
    """The secretariat is asked how long before the others the forum meets."""
    title, told = say("external.told.days"), say("external.days.ask", antal=usual)
    choose = button(say("about.btn.change"), OpenChoice(forum=forum, choice="aligned_days_before"), style="positive")
    return card(
        heading(title),
        called(mention, told),
        actions=[choose, list_button(forum)],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def _told(title: str, told: str, mention: Mention | None, view: ExternalView, *more: Json | None) -> Card:
    return card(
        heading(title),
        called(mention, told),
        *more,
        facts(view.facts),
        actions=[open_button(view)],
        speak=told,
        mentions=[] if mention is None else [mention],
    )
