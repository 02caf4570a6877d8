"""On what ground something is asked: the charter's words, else how whoever issued guidance stands to it.

What they recommend is never shown as a demand of theirs.
"""

from collections.abc import Callable, Mapping

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import Provision
from bot.domain.kernel.sections import ApprovalRules
from cards.kit.words import say

_APPROVAL = {"recommends": "endorsed.approval.recommends", "supports": "endorsed.approval.supports"}
_CLEARANCE = {"recommends": "endorsed.clearance.recommends", "supports": "endorsed.clearance.supports"}


def of_approval(forum: Forum) -> str:
    """Beside the approval; empty where no guidance that is laid over the charter speaks of it."""
    return _said(forum, lambda rules: rules.mode, _APPROVAL)


def of_clearance(forum: Forum) -> str:
    """Beside clearance in one's own organisation."""
    own = forum.charter.agenda_approval.own_organisation_step
    if own.value is not None and own.words:
        return say("overview.charter", ord=own.words)
    return _said(forum, lambda rules: rules.own_organisation_step, _CLEARANCE)


def _said(forum: Forum, of: Callable[[ApprovalRules], Provision[str]], words: Mapping[str, str]) -> str:
    for overlay in forum.overlays:
        rule = of(overlay.agenda_approval)
        key = words.get(rule.endorsement or "")
        if rule.value is not None and key is not None:
            issuer = overlay.issued_by.value
            return say(key, udsteder=overlay.title if issuer is None else overlay.name_of_body(issuer))
    return ""
