"""What somebody is in a meeting, as papers name it after the name."""

from collections.abc import Collection

from bot.domain.kernel.people import Role
from cards.kit.words import keyed, listing, say

_ROLES = keyed(Role, "documents.role")
GUEST = say("documents.role.guest")


def role_words(roles: Collection[Role]) -> str:
    """Their roles, in the order in which the roles stand."""
    return listing(say(_ROLES[each]) for each in Role if each in roles)
