"""How a paper stands with the public, on the card of the paper itself and on its meeting's post."""

from collections.abc import Sequence

from bot.domain.publication.rules import Status
from bot.domain.publication.state import Paper
from cards.kit.elements import Json, link, text
from cards.kit.words import say
from cards.publication.buttons import publish_button
from cards.publication.view import PaperView, place_words, standing_words

_TOLD = (Status.PUBLIC, Status.BEHIND, Status.DEAD, Status.AWAITED)


def public_line(view: PaperView | None) -> Json | None:
    """By whom, when and where it was made public, or that it was changed since; nothing before that."""
    return None if view is None or view.status not in _TOLD else text(standing_words(view), subtle=True)


def will_be_public(view: PaperView | None) -> Json | None:
    """That it is made public once it has left, to those who say yes to it before."""
    if view is None or view.status is not Status.UNSENT or not view.is_wanted:
        return None
    return text(say("publication.will", sted=place_words(view)), subtle=True)


def public_button(forum: str, view: PaperView | None) -> Json | None:
    """To let it out, where there is something new to be let out."""
    return None if view is None or not view.may_release else publish_button(forum, view)


def public_links(views: Sequence[PaperView | None]) -> list[Json]:
    """To each of the papers where it stands, by a link that can be followed."""
    seen = [each for each in views if each is not None and each.status in (Status.PUBLIC, Status.BEHIND)]
    return [link(say(_OPEN[each.paper]), each.link) for each in seen if each.link.startswith("https://")]


def post_words(views: Sequence[PaperView]) -> str | None:
    """Every paper that is made public, or is to be, in one line each."""
    shown = [each for each in views if each.status in (*_TOLD, Status.MISSING)]
    return " ".join(f"{say(_NAMES[each.paper.value])}: {standing_words(each)}" for each in shown) or None


_OPEN = {Paper.AGENDA: "publication.btn.open.agenda", Paper.MINUTES: "publication.btn.open.minutes"}
_NAMES = {"agenda": "publication.post.agenda", "minutes": "publication.post.minutes"}
