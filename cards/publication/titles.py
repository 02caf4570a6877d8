"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.kernel.action import Action
from bot.domain.publication.actions import (
    InsertLink,
    OpenLink,
    OpenRelease,
    OpenTakeBack,
    ReleasePaper,
    ShowPublication,
    TakeBackRelease,
)
from bot.domain.publication.state import Paper
from cards.kit.naming import Naming, Title
from cards.kit.titled import facts_of, short_name, titled, where
from cards.kit.words import keyed, say

_PAPERS = keyed(Paper, "click.publication.paper")


def _paper(action: OpenRelease | ReleasePaper | OpenLink | InsertLink, naming: Naming) -> str:
    """What it is, and of which meeting."""
    facts = facts_of(action, naming)
    if action.paper is None:
        return say("click.publication.any", fra=facts["fra"])
    return say(_PAPERS[action.paper], **facts)


def _moment(action: OpenRelease | ReleasePaper, naming: Naming) -> str:
    moment = short_name(action.moment)
    return f", {moment}" if moment else ""


TITLES: Mapping[type[Action], Title] = {
    ShowPublication: where("meeting", titled("click.publication.of_meeting"), titled("click.publication.show")),
    OpenRelease: titled("click.publication.open_release", papir=_paper, hvornaar=_moment),
    ReleasePaper: titled("click.publication.release", papir=_paper, hvornaar=_moment),
    OpenTakeBack: titled("click.publication.open_take_back"),
    TakeBackRelease: titled("click.publication.take_back"),
    OpenLink: titled("click.publication.open_link", papir=_paper),
    InsertLink: titled("click.publication.link", papir=_paper, quotes="link"),
}
