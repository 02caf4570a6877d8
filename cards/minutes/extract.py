"""What a proposer gets of the minutes: their own items, or what was added to one of them."""

from collections.abc import Sequence

from cards.kit.elements import Card, Mention, called, card, group, heading, present, rich, text
from cards.kit.fitting import fitted
from cards.kit.words import medium_date, say
from cards.minutes.body import LENGTHS, Said, Shown, named, read, said_by, tasks
from cards.minutes.cards import open_minutes


def extract(shown: Shown, places: Sequence[int], *, addition: Said | None, mention: Mention | None) -> Card:
    """The items at those places, each with its resolution, positions, dissenting opinions and tasks."""
    return fitted(lambda most: _extract(shown, places, addition, mention, most), LENGTHS)


def _extract(shown: Shown, places: Sequence[int], addition: Said | None, mention: Mention | None, most: int) -> Card:
    moede_dato = medium_date(shown.meeting.day)
    key = "minutes.extract.intro" if addition is None else "minutes.extract.addition"
    words = say(key, forum=shown.forum_name, moede_dato=moede_dato)
    own = [minuted for minuted in shown.items if minuted.position in places]
    rows = [rich("\n\n".join((named(each, most), read(shown, each, most), *tasks(shown, each, most)))) for each in own]
    return card(
        heading(say("minutes.extract.title")),
        called(mention, words),
        *(said_by(addition, shown.tz, most) if addition is not None else ()),
        group(*rows, divided=True),
        text(say("minutes.extract.elsewhere"), subtle=True) if any(each.is_hidden for each in own) else None,
        actions=present([open_minutes(shown)]),
        speak=words,
        mentions=[] if mention is None else [mention],
    )
