"""What others may see of a closed item: the neutral title and nothing else, settled here for every card there is."""

from bot.domain.proposals.state import Content, ItemKind


def public(content: Content, title: str) -> Content:
    """The content as a channel may show it, under that neutral title where it is closed.

    Of a closed one only the time is kept, for the timetable; its kind says nothing and is not to be shown.
    """
    if not content.is_closed:
        return content
    return Content(title=title, kind=ItemKind.DISCUSSION, duration=content.duration, is_closed=True)
