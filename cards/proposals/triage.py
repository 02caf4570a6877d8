"""What one may do with a proposal, what came of it, and how the proposer hears of it."""

from collections.abc import Collection, Iterator, Mapping

from bot.domain.proposals.actions import ShowMyProposals
from bot.domain.proposals.state import ProposalStatus
from bot.domain.proposals.triage import Act
from cards.kit.elements import (
    Card,
    Json,
    Mention,
    button,
    card,
    choice_input,
    done,
    escape,
    heading,
    rich,
    text,
    text_input,
)
from cards.kit.fitting import Room, fitting, shorten
from cards.kit.words import medium_date, say, served_by
from cards.proposals.buttons import NOWHERE, Elsewhere, act_button, between, see, treat
from cards.proposals.dialogue import dialogue
from cards.proposals.view import ProposalView, details, status_line, status_words

UNSETTLED = "-"  # no meeting has that id
_OUTCOMES = {
    ProposalStatus.ACCEPTED: "proposal.outcome.accepted",
    ProposalStatus.DECLINED: "proposal.outcome.declined",
    ProposalStatus.FORWARDED: "proposal.outcome.sent_on",
    ProposalStatus.NEEDS_INFO: "proposal.outcome.needs_info",
    ProposalStatus.POSTPONED: "proposal.outcome.postponed",
    ProposalStatus.RECEIVED: "proposal.outcome.received",
    ProposalStatus.HANDED_ON: "proposal.outcome.handed_on",
}
_SPOKEN = 600  # characters: long titles of several leaders included
_NEEDS_WORDS = (Act.ASK, Act.POSTPONE, Act.ASK_LEADER, Act.DECLINE)
_PUTS_OFF = (Act.POSTPONE, Act.ASK_LEADER)
_WAITS = (ProposalStatus.POSTPONED, ProposalStatus.DECLINED)
_IN_DIALOGUE = (Act.TAKE, Act.LEAVE, Act.KEEP, Act.DEFER)


def triage(
    view: ProposalView,
    acts: Collection[Act],
    meetings: Mapping[str, str],
    *,
    typed: str = "",
    elsewhere: Elsewhere = NOWHERE,
) -> Card:
    """The proposal with the buttons for what this person may do; `meetings` are those it can be postponed to."""
    every = [act_button(view, act) for act in Act if act in acts and act not in _IN_DIALOGUE]

    def drawn(room: Room) -> Card:
        return card(
            heading(room.cut(view.title)),
            status_line(view),
            _words_of(view, room),
            *dialogue(view, acts, room),
            *details(view, room),
            *(text(room.cut(each), bold=True) for each in elsewhere.lines),
            *_inputs(acts, meetings, typed),
            actions=[*every, *between(view, elsewhere)],
            speak=f"{say('proposal.btn.triage')}: {room.cut(view.title)}. {status_words(view)}.",
        )

    return fitting(drawn)


def settled(view: ProposalView, words: str, *more: str, sending: Json | None = None, is_done: bool = True) -> Card:
    """What came of it, for the person who did it; `sending` is the button for the version that will have it.

    Where it `is_done` in another way than they asked for, that is plain.
    """
    return card(
        done(words, *more, tone="good" if is_done else "attention"),
        None if view.title in words else heading(view.title),
        status_line(view),
        actions=[sending, treat(view)],
        speak=shorten(" ".join((words, *more)), _SPOKEN),
    )


def treated(view: ProposalView, *, is_left_out: bool = False) -> Card:
    """Where it stands by now, for those of the secretariat who need not treat it any more.

    `is_left_out`: it was accepted, and the agenda was sent without it.
    """
    status = say("proposal.treated.left_out") if is_left_out else status_words(view)
    words = say("proposal.treated", nr=view.number, titel=view.title, status=status)
    return card(done(words), actions=[see(view)], speak=shorten(words, _SPOKEN))


def outcome(view: ProposalView, words: str, mention: Mention | None) -> Card:
    """What the secretariat decided, for the proposer; with a question comes the field to answer it in.

    Of a closed one the channel does not even learn whose it is.
    """
    is_question = view.status is ProposalStatus.NEEDS_INFO and not view.is_redacted
    words = say("proposal.outcome.hidden") if view.is_redacted else words
    mine = button(say("proposal.mine.title"), ShowMyProposals(forum=view.forum)) if view.is_redacted else see(view)
    answers = [act_button(view, Act.ELABORATE), act_button(view, Act.REVISE)]
    return card(
        text(words) if mention is None else rich(f"{mention.tag}: {escape(words)}"),
        _words_input(say("proposal.field.elaboration"), "") if is_question else None,
        actions=answers if is_question else [mine],
        speak=shorten(words, _SPOKEN),
        mentions=[] if mention is None else [mention],
    )


def outcome_words(view: ProposalView, *, place: int | None = None, missing_from: int | None = None) -> str:
    """What was decided; `place` is the item's position on the agenda, `missing_from` the version that lacks it."""
    if view.is_redacted:
        return say("proposal.outcome.public", nr=view.number, titel=view.title, status=status_words(view))
    day = "" if view.meeting is None else medium_date(view.meeting.day)
    key = _outcome_key(view, place)
    facts = {"titel": view.title, "punkt": place, "moede_dato": day, **served_by(view.office)}
    said = say(key, begrundelse=view.words, spoergsmaal=view.words, **facts)
    lacking = "" if missing_from is None else say("proposal.outcome.not_in_version", version=missing_from)
    word = say("proposal.line.word", ord=view.words) if view.status is ProposalStatus.ACCEPTED and view.words else ""
    is_ruled = view.ruled_by is not None and view.status in _WAITS
    ruled = say("proposal.outcome.ruled", navn=view.ruled_by) if is_ruled else ""
    return " ".join(filter(None, (said, ruled, lacking, word)))


def _outcome_key(view: ProposalView, place: int | None) -> str:
    if view.status is ProposalStatus.POSTPONED and view.meeting is None:
        return "proposal.outcome.postponed.later"
    if view.status is ProposalStatus.ACCEPTED and place is None:
        return "proposal.outcome.left_out"
    return _OUTCOMES[view.status]


def _words_of(view: ProposalView, room: Room) -> Json | None:
    if not view.words:
        return None
    words = say(_SAID.get(view.status, "proposal.line.reason"), ord=room.cut(view.words))
    is_ruled = view.ruled_by is not None and view.status in _WAITS
    return text(f"{words} {say('proposal.outcome.ruled', navn=view.ruled_by)}" if is_ruled else words)


_SAID = {
    ProposalStatus.NEEDS_INFO: "proposal.line.question",
    ProposalStatus.ACCEPTED: "proposal.line.word",
    ProposalStatus.WITHDRAWN: "proposal.line.word",
    ProposalStatus.HANDED_ON: "proposal.line.word",
}


def _inputs(acts: Collection[Act], meetings: Mapping[str, str], typed: str) -> Iterator[Json]:
    if any(act in acts for act in _PUTS_OFF):
        choices = {**meetings, UNSETTLED: say("proposal.meeting.later")}
        yield choice_input("meeting", say("proposal.field.postpone_to"), choices, value=next(iter(choices)))
    if any(act in acts for act in _NEEDS_WORDS):
        yield _words_input(say("proposal.field.words"), typed, say("proposal.field.words.placeholder"))
    elif Act.ELABORATE in acts:
        yield _words_input(say("proposal.field.elaboration"), typed)


def _words_input(label: str, typed: str, placeholder: str = "") -> Json:
    return text_input("words", label, value=typed, placeholder=placeholder, multiline=True)
