"""The ways on from one paper: to let it out, to prove it, to take it back, to look at it, to settle what nobody has."""

from bot.domain.forum.actions import OpenChoice
from bot.domain.publication.actions import OpenLink, OpenRelease, OpenTakeBack, ShowPublication
from bot.domain.publication.settings import DAYS_AFTER, WANTED
from bot.domain.publication.state import Paper
from cards.kit.elements import Json, button, link, present
from cards.kit.words import say
from cards.publication.view import PaperView

_CHOOSE = {Paper.AGENDA: "publication.btn.choose.agenda", Paper.MINUTES: "publication.btn.choose.minutes"}


def ways_on(forum: str, view: PaperView) -> list[Json]:
    """What can be done about it by whoever looks."""
    return present(
        [
            publish_button(forum, view) if view.may_release else None,
            link_button(forum, view) if view.may_link else None,
            button(say("publication.btn.take_back"), OpenTakeBack(forum=forum, number=view.number))
            if view.may_take_back
            else None,
            link(say("publication.btn.open"), view.link) if view.link.startswith("https://") else None,
            _choose(forum, _CHOOSE[view.paper], WANTED[view.paper]) if view.asks_whether else None,
            _choose(forum, "publication.btn.choose.days", DAYS_AFTER) if view.asks_days else None,
        ]
    )


def publish_button(forum: str, view: PaperView) -> Json:
    """To what the public will see of it."""
    wanted = OpenRelease(forum=forum, meeting=view.meeting.id, paper=view.paper)
    return button(say("publication.btn.publish"), wanted, checks_inputs=False)


def link_button(forum: str, view: PaperView) -> Json:
    """To the form for the link."""
    wanted = OpenLink(forum=forum, meeting=view.meeting.id, paper=view.paper)
    return button(say("publication.btn.link"), wanted, checks_inputs=False)


def overview_button(forum: str, view: PaperView) -> Json:
    """To how everything of that meeting stands."""
    wanted = ShowPublication(forum=forum, meeting=view.meeting.id)
    return button(say("publication.btn.overview"), wanted, checks_inputs=False)


def _choose(forum: str, title: str, choice: str) -> Json:
    return button(say(title), OpenChoice(forum=forum, choice=choice), checks_inputs=False)
