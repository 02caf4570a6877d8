"""Help, the answer to what was no command, and the question which forum is meant."""

from collections.abc import Mapping, Sequence
from functools import cache

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.approval.actions import ShowApprovals
from bot.domain.forum.actions import ShowHelp
from bot.domain.kernel.action import Action
from bot.domain.meetings.actions import ShowDeadlines, ShowMeetings
from bot.domain.minutes.actions import ShowMinutes
from bot.domain.proposals.actions import OpenProposalForm, ShowMyProposals
from cards.kit.elements import Card, Json, button, buttons, card, escape, group, heading, rich, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import say

_FORUMS = (20, 5, 2, 0)  # offered at once; what was typed lies in each button


_IN_A_ROW = 4  # buttons; Teams shows six at most


def show_help(forum: str, *, writes: bool, approves: bool) -> Card:
    """What one can ask for; what only the secretariat or approvers can ask for is shown to them."""
    return card(
        heading(say("help.title")),
        rich(_lines("propose", "agenda", "meetings", "approvals", "deadlines", "minutes", "mine", "help", "proposer")),
        _section("help.approvers", "respond", "consult") if approves else None,
        _section("help.secretariat", "triage", "edit", "circulate", "record") if writes else None,
        text(say("help.footer"), subtle=True),
        *_ways_in(forum),
        speak=say("help.speak"),
    )


def not_understood(forum: str, nearest: str | None) -> Card:
    """The sentence was no command; perhaps it was meant to be the nearest one."""
    words = say("error.unknown_command.nearest", kommando=nearest) if nearest else say("error.unknown_command")
    return card(text(words), actions=[button(say("cmd.btn.help"), ShowHelp(forum=forum))], speak=words)


def which_forum(among: Mapping[str, Action]) -> Card:
    """Somebody who sits in several forums is asked which is meant; each name asks for its action."""
    return fitted(lambda most: _which_forum(among, most), _FORUMS)


def _which_forum(among: Mapping[str, Action], most: int) -> Card:
    words = say("overview.which_forum")
    offered = [button(shorten(name, 60), action) for name, action in list(among.items())[:most]]
    return card(
        heading(words),
        *_rows(offered),
        text(say("overview.other_forum")) if len(among) > most else None,
        speak=words,
    )


def _rows(every: Sequence[Json]) -> list[Json]:
    """Buttons in rows that Teams shows whole."""
    return [buttons(*every[start : start + _IN_A_ROW]) for start in range(0, len(every), _IN_A_ROW)]


@cache  # the copy does not change, and help is what people ask for most
def _lines(*names: str) -> str:
    return "\n\n".join(_explained(say(f"help.{name}")) for name in names)


def _explained(line: str) -> str:
    """What one writes stands out from what it is for."""
    command, dash, meaning = line.partition(" – ")
    return f"**{escape(command)}**{dash}{escape(meaning)}" if dash else escape(command)


def _section(name: str, *lines: str) -> Json:
    return group(heading(say(name), level=2), rich(_lines(*lines)))


def _ways_in(forum: str) -> list[Json]:
    ways: Mapping[str, Action] = {
        "propose": OpenProposalForm(forum=forum),
        "agenda": ShowAgenda(forum=forum),
        "meetings": ShowMeetings(forum=forum),
        "approvals": ShowApprovals(forum=forum),
        "deadlines": ShowDeadlines(forum=forum),
        "minutes": ShowMinutes(forum=forum),
        "mine": ShowMyProposals(forum=forum),
    }
    return _rows([button(say(f"cmd.btn.{name}"), action) for name, action in ways.items()])
