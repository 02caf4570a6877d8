"""What holds for the shared funds of a forum, by its charter, the guidance over it, and what its file says."""

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.sections import FundRules

POLITICAL_LEVEL = "political"
REMINDER_DAYS = 14
"""Days between two reminders to a municipality, where the forum chose no other number."""

_SILENT = FundRules()


def spoken_by(forum: Forum) -> Charter | None:
    """The charter, else the guidance laid over it, that speaks of shared funds; None where neither does."""
    return next((each for each in (forum.charter, *forum.overlays) if each.shared_funds != _SILENT), None)


def rules_of(forum: Forum) -> FundRules:
    """What is said of the shared funds; nothing where nobody says anything."""
    spoken = spoken_by(forum)
    return _SILENT if spoken is None else spoken.shared_funds


def has_fund(forum: Forum) -> bool:
    """Whether the forum may hold a fund: it is spoken of, somebody delegated it, or the forum is political."""
    is_told = spoken_by(forum) is not None or bool(forum.fund_delegation)
    return is_told or forum.charter.level.value == POLITICAL_LEVEL


def decides_first(forum: Forum) -> bool:
    """Whether the forum's decision comes before funds are disposed of (A11)."""
    return rules_of(forum).order.value is not None


def may_waive_order(forum: Forum) -> bool:
    """Whether that order may be departed from, with a reason: guidance may, a charter of its own not (A6)."""
    return decides_first(forum) and forum.charter.shared_funds.order.value is None


def purposes(forum: Forum) -> dict[str, str]:
    """The purposes that funds may serve, by id, with their names (A8)."""
    return {each.id: each.name for each in rules_of(forum).purposes}


def lacks_parties(forum: Forum, parties: tuple[str, ...]) -> bool:
    """Whether one party alone takes part in what is meant for joint efforts (A9)."""
    return len(parties) == 1 and rules_of(forum).joint_initiatives.value is not None


def reminder_days(forum: Forum) -> int:
    """How many days lie between two reminders to a municipality whose council has not answered."""
    chosen = forum.choice("council_reminder_days")
    return REMINDER_DAYS if chosen is None else int(chosen)
