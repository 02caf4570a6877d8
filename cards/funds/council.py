"""What is asked of a council, and the buttons for its answer."""

from bot.domain.funds.actions import AnswerForCouncil, OpenDisposalForm, ShowFunds
from bot.domain.funds.state import CouncilAnswer
from cards.funds.view import ANSWERS, CouncilView, council_line
from cards.kit.elements import Card, Json, Mention, button, called, card, done, facts, heading, text, text_input
from cards.kit.fitting import shorten
from cards.kit.words import medium_date, money, say

_TITLES = {
    CouncilAnswer.APPROVED: "fund.btn.council_approved",
    CouncilAnswer.REJECTED: "fund.btn.council_rejected",
    CouncilAnswer.PENDING: "fund.btn.pending",
}
_LONGEST = 200


def answer_buttons(forum: str, view: CouncilView) -> list[Json]:
    """Yes, no, or not yet."""
    return [
        button(
            say(title),
            AnswerForCouncil(forum=forum, answer=answer, decision=view.decision, party=view.organisation),
            checks_inputs=False,
        )
        if answer is CouncilAnswer.PENDING
        else button(
            say(title), AnswerForCouncil(forum=forum, answer=answer, decision=view.decision, party=view.organisation)
        )
        for answer, title in _TITLES.items()
    ]


def asked(forum: str, view: CouncilView, words: str, mention: Mention | None) -> Card:
    """A municipality is asked, or reminded of it; `words` say which."""
    return card(
        heading(say("funds.council.title")),
        called(mention, words),
        *_about(view),
        text_input("words", say("funds.field.note")),
        actions=answer_buttons(forum, view),
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def answered(forum: str, view: CouncilView, *, outcome: str | None = None, typed: str = "") -> Card:
    """How it stands with one council; whoever may tell can tell otherwise."""
    disposing = OpenDisposalForm(forum=forum, decision=view.decision)
    return card(
        heading(say("funds.council.title") if view.by == "" else say(ANSWERS[view.answer])),
        *_about(view),
        text(council_line(view)),
        done(outcome) if outcome else None,
        text_input("words", say("funds.field.note"), value=typed) if view.may_answer else None,
        actions=[
            button(say("funds.btn.commit"), disposing, style="positive", checks_inputs=False)
            if view.may_dispose
            else None,
            *(answer_buttons(forum, view) if view.may_answer else ()),
            button(say("funds.btn.list"), ShowFunds(forum=forum), checks_inputs=False),
        ],
        speak=outcome or council_line(view),
    )


def told(forum: str, view: CouncilView, whole: str, mention: Mention | None) -> Card:
    """The secretariat hears what a council said, and how it stands with all of them."""
    words = council_line(view)
    return card(
        heading(say("funds.told.answered")),
        called(mention, words),
        *_about(view),
        text(whole),
        actions=[button(say("funds.btn.list"), ShowFunds(forum=forum))],
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def _about(view: CouncilView) -> list[Json | None]:
    return [
        facts(
            {
                say("funds.field.party"): view.name,
                say("funds.field.decision"): shorten(view.title, _LONGEST),
                say("funds.fact.meeting"): medium_date(view.meeting_day),
                say("funds.fact.amount"): None if view.is_hidden else money(view.amount),
            }
        )
    ]
