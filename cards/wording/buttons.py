"""The button for each thing that can be done with a suggestion, and the ways to all of them."""

from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.actions import ShowMinutes
from bot.domain.wording.actions import (
    DeclineWording,
    ShowSuggestion,
    ShowSuggestions,
    TakeWording,
    WithdrawWording,
)
from cards.kit.elements import Json, button
from cards.kit.words import say
from cards.wording.view import Act, WordingView


def answers(view: WordingView) -> list[Json]:
    """»Indarbejd« and »Indarbejd ikke«, for whoever may answer; nothing for others."""
    if Act.ANSWER not in view.acts:
        return []
    take = TakeWording(forum=view.forum, number=view.number, year=view.year, seen=view.mark)
    decline = DeclineWording(forum=view.forum, number=view.number, year=view.year)
    return [
        button(say("minutes.suggest.accept"), take, style="positive", checks_inputs=False),
        button(say("minutes.suggest.reject"), decline),
    ]


def withdraw(view: WordingView) -> list[Json]:
    """For whoever suggested it, as long as it waits."""
    if Act.WITHDRAW not in view.acts:
        return []
    action = WithdrawWording(forum=view.forum, number=view.number, year=view.year)
    return [button(say("wording.btn.withdraw"), action, checks_inputs=False)]


def see(view: WordingView) -> Json:
    """To one of them, word by word."""
    shown = ShowSuggestion(forum=view.forum, number=view.number, year=view.year)
    return button(say("wording.btn.see", nr=view.number), shown)


def see_all(forum: str, meeting: Meeting) -> Json:
    """To all that are suggested to the minutes of a meeting."""
    return button(say("wording.btn.list"), ShowSuggestions(forum=forum, meeting=meeting.id))


def see_minutes(forum: str, meeting: Meeting, words: str = "") -> Json:
    """To the minutes, with what stood in their field."""
    return button(say("minutes.btn.open"), ShowMinutes(forum=forum, meeting=meeting.id, words=words))
