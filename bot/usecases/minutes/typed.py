"""What is clear of sentences about minutes: who stood how, and to which meeting something is put off."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.kernel.danish import bare, fold
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.naming import organisation_meant
from bot.domain.kernel.people import Organisation
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.state import Position, Stance
from cards.minutes.resolution import NO_STANCE

_STANCES: dict[str, Stance | None] = {
    "imod": Stance.AGAINST,
    "mod": Stance.AGAINST,
    "forbehold": Stance.RESERVATION,
    "for": Stance.FOR,
    "som resten": None,
    "som de øvrige": None,
}
_SAID = "|".join(sorted(map(re.escape, _STANCES), key=len, reverse=True))
_POSITION = re.compile(
    rf"(?P<who>[^:]{{1,100}}?)[: ]\s*(?:(?:er|var|stemte|stemmer|tog|tager|har) )?(?P<stance>{_SAID})\.?", re.IGNORECASE
)
_PARTS = re.compile("[,;\n]")
_ARTICLES = ("en", "et", "n")  # »regionen«, »hospitalet«, »psykiatrien«
_NEXT = re.compile(r"(?:(?:det )?næste|naeste) møde\.?", re.IGNORECASE)
_BEFORE_DAY = re.compile(r"(?:mødet )?(?:den )?", re.IGNORECASE)
_MOST = 100  # organisations in one sentence
_SHOWN = 100  # characters of what was typed that a refusal repeats


def positions_typed(forum: Forum, members: Sequence[Organisation], words: str) -> Iterator[tuple[str, Stance | None]]:
    """Each organisation with how it stood, None for as the others did.

    Refusal "bad_position", or "position_unknown" with those who may stand otherwise.
    """
    for part in [each for each in _PARTS.split(words) if each.strip()][:_MOST]:
        said = _POSITION.fullmatch(part.strip())
        if said is None:
            raise Refusal("bad_position", ord=part.strip()[:_SHOWN])
        yield _member(forum, members, said["who"].strip()).id, _STANCES[said["stance"].casefold()]


def positions_ticked(members: Sequence[Organisation], rows: Sequence[str]) -> Iterator[tuple[str, Stance | None]]:
    """The same of a form's rows; Refusal("bad_card") for what the form does not offer."""
    known = {each.id for each in members}
    for row in rows:
        organisation, _, stance = row.partition("=")
        if organisation not in known or stance not in ("", NO_STANCE, *Stance):
            raise Refusal("bad_card")
        yield organisation, Stance(stance) if stance in list(Stance) else None


def each_once(told: Sequence[tuple[str, Stance | None]], members: Sequence[Organisation]) -> tuple[Position, ...]:
    """The positions that differ; Refusal("position_twice") where one organisation stands in two ways."""
    names = {each.id: each.name for each in members}
    said: set[str] = set()
    for organisation, _ in told:
        if organisation in said:
            raise Refusal("position_twice", navn=names[organisation])
        said.add(organisation)
    return tuple(Position(organisation=each, stance=stance) for each, stance in told if stance is not None)


def day_typed(words: str) -> str:
    """The day in »mødet den 12. oktober«; nothing for the next meeting."""
    said = words.strip()
    return "" if _NEXT.fullmatch(said) else _BEFORE_DAY.sub("", said, count=1).strip()


def _member(forum: Forum, members: Sequence[Organisation], words: str) -> Organisation:
    """By the name or a part of it, also with its article."""
    ids = {each.id for each in members}
    endings = [each for each in _ARTICLES if bare(words).endswith(each)]
    for typed in (words, *(words[: -len(each)] for each in endings)):
        found = organisation_meant(forum, typed)
        if found is not None and found.id in ids:
            return found
        part = [each for each in members if fold(typed) and fold(typed) in fold(each.name)]
        if len(part) == 1:
            return part[0]
    raise Refusal("position_unknown", navn=words[:_SHOWN], kendte=[each.name for each in members])
