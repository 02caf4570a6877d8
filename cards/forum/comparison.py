"""Where two forums differ, a line for each thing, for whoever compares them on the command line."""

from collections.abc import Iterator, Sequence

from bot.domain.forum.choosable import Choosable, Kind
from bot.domain.forum.comparing import UNSETTLED, Difference, Matter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Role
from cards.forum.choice_names import NAMES
from cards.forum.choice_words import value_words
from cards.forum.region import named
from cards.forum.remarks import kind_words
from cards.kit.words import keyed, listing, say

_ROLES = keyed(Role, "remark.role", ".other")


def lines(found: Sequence[Difference], left: Forum, right: Forum) -> Iterator[str]:
    """Each difference on a line; one line says that there is none."""
    if not found:
        yield say("compare.none")
    for each in found:
        yield say(
            "compare.line",
            hvad=_what(each),
            en=named(left),
            her=_value(left, each, each.left),
            anden=named(right),
            der=_value(right, each, each.right),
        )


def _what(each: Difference) -> str:
    match each.matter:
        case Matter.CHARTER:
            return say("compare.charter")
        case Matter.GUIDANCE:
            return say("about.guidance")
        case Matter.SEATS:
            return say("compare.seats", rolle="" if each.role is None else say(_ROLES[each.role]))
        case Matter.ORGANISATIONS:
            return say("compare.organisations", slags=kind_words(each.kind or ""))
        case Matter.CHOICE | Matter.OWN:
            name = "" if each.choosable is None else say(NAMES[each.choosable.key])
            return name if each.kind is None else say("choice.own", valg=name, organisation=kind_words(each.kind))


def _value(forum: Forum, each: Difference, value: object) -> str:
    if value is UNSETTLED:
        return say("common.not_regulated")
    if each.choosable is not None:
        return _chosen(forum, each.choosable, value)
    return listing(map(str, value)) or say("common.none") if isinstance(value, list) else str(value)


def _chosen(forum: Forum, row: Choosable, value: object) -> str:
    if row.kind is Kind.PEOPLE:
        return say("compare.people", antal=value)
    if isinstance(value, list) and row.kind is Kind.ONE:
        return listing(value_words(forum, row, code) for code in value) or say("common.not_regulated")
    return value_words(forum, row, value)
