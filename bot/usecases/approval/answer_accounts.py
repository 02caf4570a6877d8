"""From which accounts answers were given, and whose may not be their own."""

from bot.domain.approval import rules as approving
from bot.domain.approval.accounts import Doubt, doubt
from bot.domain.approval.seats import seats_of
from bot.domain.approval.state import ApprovalRound
from bot.domain.forum.accounts import accounts
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat


def doubts(desk: Desk, actor: str | None, approval: ApprovalRound) -> dict[str, Doubt]:
    """Whose answer may not be their own, for those who serve or are asked, where nobody else reads along."""
    if not _sees_accounts(desk, actor, approval):
        return {}
    found = {
        person: doubt(approval, given, accounts(desk.forum, given.giver))
        for person, given in approving.answers(approval).items()
    }
    return {person: why for person, why in found.items() if why is not None}


def told_accounts(desk: Desk, actor: str | None, approval: ApprovalRound) -> dict[str, str]:
    """The account that somebody answered from who has several."""
    if not _sees_accounts(desk, actor, approval):
        return {}
    given = approving.answers(approval).items()
    several = ((person, each) for person, each in given if len(accounts(desk.forum, each.giver)) > 1)
    return {person: each.account for person, each in several if each.account}


def _sees_accounts(desk: Desk, actor: str | None, approval: ApprovalRound) -> bool:
    return not desk.is_overheard and (is_secretariat(desk, actor) or bool(seats_of(approval, actor)))
