"""What somebody is told of the funds, by name where others read along, with the button that comes next."""

from bot.domain.funds.actions import OpenDisposalForm, OpenSpendingForm, ShowFunds
from cards.funds.view import DecisionView, EntryView, councils_words, decision_line, entry_line
from cards.kit.elements import Card, Mention, button, called, card, heading, text
from cards.kit.fitting import shorten
from cards.kit.words import listing, say

_LONGEST = 200


def granted(forum: str, view: DecisionView, mention: Mention | None) -> Card:
    """Whoever may dispose hears that the forum has decided."""
    words = say("funds.told.granted", titel=shorten(view.title, _LONGEST))
    return card(
        heading(say("fund.card.title")),
        called(mention, words),
        text(decision_line(view), subtle=True),
        text(say("funds.parties", navne=listing(view.parties)), subtle=True) if view.parties else None,
        text(councils_words(view.councils), subtle=True) if view.councils else None,
        actions=[
            button(say("funds.btn.commit"), OpenDisposalForm(forum=forum, decision=view.key), style="positive"),
            button(say("funds.btn.list"), ShowFunds(forum=forum)),
        ],
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def disposed(forum: str, view: EntryView, mention: Mention | None) -> Card:
    """The secretariat hears that money was disposed of."""
    words = say("funds.told.disposed", navn=view.by)
    return card(
        heading(say("funds.told.disposed.title")),
        called(mention, words),
        text(entry_line(view)),
        text(say("funds.told.waiver", ord=view.waiver)) if view.waiver else None,
        actions=[
            button(say("funds.btn.spend"), OpenSpendingForm(forum=forum, entry=str(view.number))),
            button(say("funds.btn.list"), ShowFunds(forum=forum, year=view.year)),
        ],
        speak=words,
        mentions=[] if mention is None else [mention],
    )
