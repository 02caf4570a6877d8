"""What a proposal says because its charter asks: in full as facts, and in one line beside an agenda's item."""

from collections.abc import Mapping

from bot.domain.proposals.asked import Area
from bot.domain.proposals.state import Content
from cards.kit.fitting import Room
from cards.kit.words import keyed, listing, say

_AREAS = keyed(Area, "proposal.area")


def area_name(area: str) -> str:
    """What an area is called; one that only a charter names by its id."""
    known = next((say(key) for each, key in _AREAS.items() if each == area), None)
    return known or area.replace("-", " ").capitalize()


def said(content: Content, room: Room) -> Mapping[str, str | None]:
    """Each with its label, as far as there is room; what was not filled in is left out."""
    return {label: room.cut(words) if words else None for label, words in _everything(content).items()}


def said_line(content: Content) -> str | None:
    """The same in a line, without labels for what tells by itself; None where nothing was said."""
    chosen = {**_chosen(content), say("proposal.fact.principles"): listing(content.principles)}
    parts = [f"{label}: {words}" for label, words in chosen.items() if words] + funds_marks(content)
    if content.is_local_challenge:
        parts.append(say("proposal.fact.local_challenge"))
    return " · ".join(parts) or None


def said_marks(content: Content) -> list[str]:
    """What is short enough to stand beside a title."""
    challenge = [say("proposal.fact.local_challenge")] if content.is_local_challenge else []
    return [
        each for each in (content.purpose, *map(area_name, content.areas), *challenge, *funds_marks(content)) if each
    ]


def funds_marks(content: Content) -> list[str]:
    """That it is on the shared funds, and who takes part; one party alone is told as that."""
    if not content.is_on_funds:
        return []
    parties = content.fund_parties
    key = "proposal.mark.one_party" if len(parties) == 1 else "proposal.mark.parties"
    return [say("proposal.mark.funds"), *([say(key, navne=listing(parties))] if parties else [])]


def said_texts(content: Content) -> Mapping[str, str]:
    """The texts, each with its label."""
    return {
        say("proposal.fact.local_policy"): content.local_policy,
        say("proposal.fact.patients"): content.involvement,
        say("proposal.fact.joint_position"): content.joint_position,
        say("proposal.fact.fund_effort"): content.fund_effort,
    }


def _chosen(content: Content) -> dict[str, str]:
    return {
        say("proposal.fact.topic"): content.topic,
        say("proposal.fact.purpose"): content.purpose,
        say("proposal.fact.areas"): listing(map(area_name, content.areas)),
    }


def _everything(content: Content) -> dict[str, str]:
    challenge = say("proposal.fact.local_challenge") if content.is_local_challenge else ""
    return {
        **_chosen(content),
        say("proposal.fact.principles"): listing(content.principles),
        say("proposal.fact.category"): challenge,
        say("fund.card.title"): say("common.yes") if content.is_on_funds else "",
        say("proposal.fact.fund_purposes"): listing(content.fund_purposes),
        say("proposal.fact.fund_parties"): listing(content.fund_parties),
        **said_texts(content),
    }
