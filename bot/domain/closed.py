"""What others may see of a closed item: the neutral title and nothing else, settled here for every card there is."""

from bot.domain.proposal import Content, ItemKind

NEUTRAL_TITLE = "Lukket punkt"


def public(content: Content) -> Content:
    """The content as a channel may show it.

    Of a closed one only the time is kept, for the timetable; its kind says nothing and is not to be shown.
    """
    if not content.is_closed:
        return content
    return Content(title=NEUTRAL_TITLE, kind=ItemKind.DISCUSSION, duration=content.duration, is_closed=True)
