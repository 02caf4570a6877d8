"""The first words in a place: in a channel that is tied or not yet, and in a personal chat."""

from collections.abc import Sequence

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.forum.actions import ShowHelp
from bot.domain.proposals.actions import OpenProposalForm
from cards.kit.elements import Card, button, card, group, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import say

_LEVELS = ((10, 600), (3, 300), (0, 0))  # remarks, characters of each


def tied(forum: str, forum_name: str, *, remarks: Sequence[str] = ()) -> Card:
    """In the channel that has become a forum's, with what departs from its charter."""
    return fitted(lambda level: _tied(forum, forum_name, remarks, *level), _LEVELS)


def _tied(forum: str, forum_name: str, remarks: Sequence[str], most: int, length: int) -> Card:
    words = say("welcome.channel.body", forum=forum_name)
    left_out = len(remarks) - most
    return card(
        heading(say("welcome.channel.title")),
        text(words),
        group(
            text(say("remarks.title"), bold=True),
            *(text(shorten(each, length)) for each in remarks[:most]),
            text(say("remarks.more", antal=left_out), subtle=True) if left_out > 0 else None,
        )
        if remarks
        else None,
        text(say("privacy.notice"), subtle=True),
        actions=[
            button(say("cmd.btn.propose"), OpenProposalForm(forum=forum), style="positive"),
            button(say("cmd.btn.agenda"), ShowAgenda(forum=forum)),
            button(say("cmd.btn.help"), ShowHelp(forum=forum)),
        ],
        speak=words,
    )


def unlinked() -> Card:
    """In a channel that is no forum's yet."""
    words = say("welcome.not_linked")
    return card(heading(say("app.name")), text(words), speak=words)


def personal() -> Card:
    """In a personal chat."""
    words = say("welcome.personal.body")
    return card(
        heading(say("welcome.channel.title")),
        text(words),
        text(say("privacy.notice"), subtle=True),
        actions=[button(say("cmd.btn.help"), ShowHelp())],
        speak=words,
    )
