"""What the secretariat is told about minutes, each by name: a remark on them, and that everybody has approved."""

from bot.domain.minutes.actions import ShowMinutes
from cards.kit.elements import Card, Mention, button, called, card, heading, text
from cards.kit.words import medium_date, say
from cards.minutes.body import LONGEST, Said, Shown, said_by


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
