"""What somebody hears of a case that was sent on: that it was, what was told back, and that an answer is due."""

from bot.domain.referrals.actions import ShowReferral, ShowWay
from cards.kit.elements import Card, Json, Mention, button, called, card, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import medium_date, say
from cards.referrals.cards import answer_button, answer_inputs
from cards.referrals.view import ReferralView, told

_LENGTHS = (2_000, 600, 200, 60)


def sent(view: ReferralView, mention: Mention | None) -> Card:
    """To the proposer: it was sent on."""
    words = say("proposal.outcome.forwarded", titel=view.title, forum=view.to)
    return _told(view, [words], mention)


def back(view: ReferralView, place: int, mention: Mention | None) -> Card:
    """What the other body did."""
    return _told(view, [say("referral.told", titel=view.title), told(view.back[place], view.is_hidden)], mention)


def due(view: ReferralView, mention: Mention | None) -> Card:
    """To the secretariat: an answer was wanted by today."""
    words = say("referral.due", titel=view.title, forum=view.to)
    takes = view.is_letter and not view.is_hidden
    return card(
        heading(say("referral.due.title")),
        called(mention, words),
        text(say("referral.line", til=view.to, dag=medium_date(view.sent_on)), subtle=True),
        *(answer_inputs("", "") if takes else ()),
        actions=[answer_button(view) if takes else None, _see(view)],
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def _told(view: ReferralView, words: list[str], mention: Mention | None) -> Card:
    def drawn(most: int) -> Card:
        first, *more = (shorten(each, max(most, 250)) for each in words)
        return card(
            called(mention, first),
            *(text(each, bold=True) for each in more),
            actions=[_see(view)],
            speak=shorten(" ".join(words), 600),
            mentions=[] if mention is None else [mention],
        )

    return fitted(drawn, _LENGTHS)


def _see(view: ReferralView) -> Json:
    if view.proposal is not None:
        way = ShowWay(forum=view.forum, number=view.proposal[0], year=view.proposal[1])
        return button(say("referral.way.title"), way, checks_inputs=False)
    shown = ShowReferral(forum=view.forum, number=view.number, year=view.year)
    return button(say("referral.btn.see"), shown, checks_inputs=False)
