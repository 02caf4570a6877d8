"""A yes with a no, an if or a but in it is none: what is offered in its place carries the person's own words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.approval.actions import Clear, Respond
from bot.domain.approval.clearance import Clearing
from bot.domain.approval.state import Verdict
from bot.domain.kernel.action import Action
from bot.domain.kernel.danish import bare
from bot.domain.minutes.actions import ApproveMinutes, RemarkOnMinutes
from bot.domain.saying.mood import Mood
from bot.domain.supplements.actions import AnswerSupplement
from bot.domain.wording.actions import OpenSuggestion
from bot.usecases.said.moment import Asked
from bot.usecases.said.told import Told

_PLAIN = (Verdict.APPROVED, Verdict.NO_REMARKS)
_WITH_WORDS = {
    Verdict.APPROVED: (Verdict.APPROVED_WITH_REMARKS, Verdict.RETURNED),
    Verdict.NO_REMARKS: (Verdict.REMARKS,),
}

_NAMED: Mapping[type[Action], re.Pattern[str]] = {
    ApproveMinutes: re.compile("refe?ra"),
    AnswerSupplement: re.compile("tillag|supplement"),
    Clear: re.compile("afklar|afstemt|hjemme|organisation|forvaltning|bagland"),
}


def is_yes(action: Action) -> bool:
    """Whether it approves something, and says nothing else."""
    match action:
        case Respond() | AnswerSupplement():
            return action.verdict in _PLAIN
        case Clear():
            return action.clearing is Clearing.CLEARED
        case _:
            return isinstance(action, ApproveMinutes)


def is_about(yes: Action, words: str) -> bool:
    """Whether that is what is approved, to somebody who is asked about an agenda: anything else is called by name."""
    named = _NAMED.get(type(yes))
    return named is None or named.search(bare(words)) is not None


def is_of_something_else(words: str) -> bool:
    """Whether what is approved besides agendas is called by its name."""
    return any(each.search(bare(words)) for each in _NAMED.values())


def approval_of(asked: Asked) -> Respond:
    """The plain yes to a version that awaits somebody's answer."""
    verdict = Verdict.NO_REMARKS if asked.is_consulted else Verdict.APPROVED
    return Respond(verdict=verdict, meeting=asked.meeting, version=asked.version)


def instead_of(action: Action, mood: Mood, words: str) -> tuple[AnyQuery | AnyCommand, ...]:
    """What is offered instead of that yes, the likeliest first: what says no outright is rather sent back."""
    match action:
        case Respond() | AnswerSupplement():
            those: list[AnyQuery | AnyCommand] = [
                replace(action, verdict=verdict, words=words) for verdict in _WITH_WORDS[action.verdict]
            ]
        case Clear():
            those = [
                replace(action, clearing=each, words=words)
                for each in (Clearing.CLEARED_WITH_REMARKS, Clearing.NOT_CLEARED)
            ]
        case ApproveMinutes():
            those = [RemarkOnMinutes(meeting=action.meeting, words=words), OpenSuggestion(meeting=action.meeting)]
        case _:
            return ()
    says_no = mood.negates and not (mood.conditions or mood.excepts)
    return tuple(reversed(those) if says_no and not isinstance(action, ApproveMinutes) else those)


def in_own_words(action: AnyQuery | AnyCommand, told: Told) -> AnyQuery | AnyCommand:
    """The same; an answer that was said without a colon carries the whole sentence, and the version that is asked."""
    asked = told.moment.asked
    if not isinstance(action, Respond) or asked is None or is_yes(action) or action.words:
        return action
    return replace(action, words=told.said, meeting=asked.meeting, version=action.version or asked.version)


def other_answer(offers: Sequence[AnyQuery | AnyCommand]) -> tuple[Respond, ...]:
    """Beside an answer in somebody's own words, the other one that takes words, where it is not there yet."""
    first = offers[0]
    if not isinstance(first, Respond) or is_yes(first):
        return ()
    answers = {each.verdict for each in offers if isinstance(each, Respond)}
    others = _WITH_WORDS[Verdict.APPROVED] if first.verdict in _WITH_WORDS[Verdict.APPROVED] else ()
    return tuple(replace(first, verdict=each) for each in others if each not in answers)
