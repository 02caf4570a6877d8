"""The way from minutes to another wording of an item, and to what members have suggested."""

from bot.domain.wording.actions import OpenSuggestion, ShowSuggestions
from cards.kit.elements import Json, button, buttons, group, text
from cards.kit.words import listing, say, several
from cards.minutes.body import Shown


def suggest(shown: Shown, position: int | None = None) -> Json | None:
    """»Foreslå en rettelse«, for one item or to choose among them, while that can be done."""
    if not shown.takes_remarks:
        return None
    wanted = OpenSuggestion(forum=shown.forum, meeting=shown.meeting.id, position=position)
    return button(say("minutes.suggest.btn"), wanted)


def suggested(shown: Shown) -> Json | None:
    """To those who approve: how many suggestions wait, and that the last approval sends the minutes without them."""
    if not shown.waiting:
        return None
    return text(f"{several('wording.waiting', sum(shown.waiting.values()))} {say('wording.waiting.sends')}")


def waiting(shown: Shown) -> Json | None:
    """To the secretariat: how many suggestions wait, and for which items; nothing where none does."""
    if not shown.waiting:
        return None
    each = (say("wording.waiting.item", punkt=place, antal=count) for place, count in shown.waiting.items())
    words = several("wording.waiting", sum(shown.waiting.values()))
    shows = ShowSuggestions(forum=shown.forum, meeting=shown.meeting.id)
    told = text(f"{words} {listing(list(each))}.", bold=True)
    return group(told, buttons(button(say("wording.btn.list"), shows)), divided=True)
