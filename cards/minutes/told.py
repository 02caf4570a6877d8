"""What the secretariat is told about minutes, each by name: a remark, a dissenting opinion, and that all approved."""

from bot.domain.minutes.actions import ShowMinutes
from cards.kit.elements import Card, Mention, button, called, card, heading, text
from cards.kit.fitting import shorten
from cards.kit.words import medium_date, say
from cards.minutes.body import LONGEST, Said, Shown, said_by

_LONGEST_TITLE = 80  # characters


def remark(shown: Shown, said: Said | None, mention: Mention | None) -> Card:
    """Somebody has a remark; `said` None where others read along."""
    moede_dato = medium_date(shown.meeting.day)
    words = say("minutes.remark.intro", moede_dato=moede_dato)
    return card(
        heading(say("minutes.remark.title")),
        called(mention, words),
        *(said_by(said, shown.tz, LONGEST) if said else (text(say("minutes.remark.elsewhere"), subtle=True),)),
        actions=[button(say("minutes.btn.open"), ShowMinutes(forum=shown.forum, meeting=shown.meeting.id))],
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def dissent(shown: Shown, title: str, line: str | None, mention: Mention | None) -> Card:
    """Somebody dissents from what was resolved on an item; `line` None where others read along."""
    moede_dato = medium_date(shown.meeting.day)
    words = say("minutes.dissent.intro", titel=shorten(title, _LONGEST_TITLE), moede_dato=moede_dato)
    return card(
        heading(say("minutes.dissent.title")),
        called(mention, words),
        text(line or say("minutes.remark.elsewhere"), subtle=line is None),
        actions=[button(say("minutes.btn.open"), ShowMinutes(forum=shown.forum, meeting=shown.meeting.id))],
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def dissent_line(name: str, organisation: str, words: str) -> str:
    """The opinion with its name and organisation."""
    return say("minutes.dissent.line", navn=name, organisation=organisation, ord=shorten(words, LONGEST))


def approved(shown: Shown, mention: Mention | None) -> Card:
    """Everybody has approved, and so the minutes have left."""
    words = say("minutes.approval.complete.body", moede_dato=medium_date(shown.meeting.day))
    return card(
        heading(say("minutes.approval.complete.title")),
        called(mention, words),
        actions=[button(say("minutes.btn.open"), ShowMinutes(forum=shown.forum, meeting=shown.meeting.id))],
        speak=words,
        mentions=[] if mention is None else [mention],
    )
