"""The first words in a place: in a channel that is tied or not yet, and in a personal chat."""

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.forum.actions import ShowHelp
from bot.domain.proposals.actions import OpenProposalForm
from cards.kit.elements import Card, button, card, heading, text
from cards.kit.words import say


def tied(forum: str, forum_name: str) -> Card:
    """In the channel that has become a forum's."""
    words = say("welcome.channel.body", forum=forum_name)
    return card(
        heading(say("welcome.channel.title")),
        text(words),
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
