"""Whom the bot cannot reach, by name, with the button that says that it was sent to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.reach.actions import MarkSent
from cards.kit.elements import Card, Json, Mention, button, called, card, done, group, heading, text
from cards.kit.fitting import fitted
from cards.kit.words import listing, say, several

_MOST = (40, 12, 4)  # messages that one card names


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreached:
    """One message that did not arrive: to whom, what, about which meeting; `became` is empty until something did."""

    name: str
    what: str
    about: str = ""
    became: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still reaches nobody."""
        return not self.became


def unreached(
    forum: str,
    shown: Sequence[Unreached],
    *,
    wave: str | None = None,
    outcome: str | None = None,
    mention: Mention | None = None,
) -> Card:
    """One card a wave, or without `wave` of all; the button marks just what is shown."""
    names = list(dict.fromkeys(each.name for each in shown if each.is_open))
    told = say("unreachable", navne=listing(names)) if names else say("unreached.nobody")
    mark = MarkSent(forum=forum, wave=wave, revision=len(shown) if wave else None)
    return fitted(
        lambda most: card(
            heading(say("unreached.title")),
            done(outcome) if outcome else None,
            called(mention if names else None, told),
            *(_line(each) for each in shown[:most]),
            text(several("unreached.more", len(shown) - most), subtle=True) if len(shown) > most else None,
            actions=[button(say("unreachable.btn.sent"), mark, style="positive")] if names else [],
            speak=outcome or told,
            mentions=[] if mention is None or not names else [mention],
        ),
        _MOST,
    )


def _line(each: Unreached) -> Json:
    key = "unreached.line.meeting" if each.about else "unreached.line"
    return group(
        text(say(key, navn=each.name, besked=each.what, moede_dato=each.about)),
        text(each.became or say("unreached.open"), subtle=True, close=True),
    )
