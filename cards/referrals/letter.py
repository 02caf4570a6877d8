"""The letter to a body that has no forum here: text to copy, with the case's way; of a closed case nothing but that."""

from collections.abc import Iterator

from cards.kit.fitting import shorten
from cards.kit.words import medium_date, say
from cards.referrals.stations import lines
from cards.referrals.view import ReferralView


def letter(view: ReferralView, most: int) -> Iterator[str]:
    """The letter's paragraphs."""
    yield say("referral.letter.to", til=view.to)
    yield say("referral.letter.subject", titel=shorten(view.title, max(most, 80)))
    if view.is_hidden:
        yield say("referral.letter.hidden")
        return
    yield say("referral.letter.body", forum=view.forum_name, spoergsmaal=shorten(view.question, most))
    if view.level:
        yield say("referral.letter.level", niveau=view.level)
    if view.basis:
        yield say("referral.letter.basis", grundlag=view.basis)
    if view.wanted is not None:
        yield say("referral.letter.wanted", dag=medium_date(view.wanted))
    if view.before:
        yield say("referral.letter.before")
        yield "\n".join(f"- {shorten(each, most)}" for each in lines(view.before, has_words=True))
    yield say("referral.letter.from", forum=view.forum_name)
