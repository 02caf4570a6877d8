"""What is in force of publication: what the charter settles, else the forum's own choice; else nothing is."""

from datetime import date
from typing import Literal

from bot.domain.kernel import settings
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import Provision
from bot.domain.publication.state import Paper

PUBLIC_PAGES = "public_pages"
DAYS_AFTER = "publication_days_after"
PUBLISHERS = "publishers"
WANTED = {Paper.AGENDA: "publication_agenda", Paper.MINUTES: "publication_minutes"}
"""The forum's own choice whether a paper is made public."""

Publishers = Literal["secretariat", "chairmanship", "both"]


def is_shown(forum: Forum) -> bool:
    """Whether the public sees that the forum is there; so it is unless the forum chose otherwise."""
    return forum.choice(PUBLIC_PAGES) is not False


def provision_of(forum: Forum, paper: Paper, day: date) -> Provision[bool]:
    """What the charter of that day says of it."""
    rules = forum.charter_on(day).publication
    return rules.agenda if paper is Paper.AGENDA else rules.minutes


def publishes(forum: Forum, paper: Paper, day: date) -> bool | None:
    """Whether that paper of a meeting that day is made public; None where nobody settled it."""
    settled = provision_of(forum, paper, day).value
    chosen = forum.choice(WANTED[paper]) if settled is None else settled
    return None if chosen is None else bool(chosen)


def place(forum: Forum, day: date) -> str | None:
    """Where the charter wants it, as it names the place; None where it names none."""
    return forum.charter_on(day).publication.where.value


def days_after(forum: Forum, day: date) -> int | None:
    """Within how many calendar days after a paper left it is public, or None where nobody settled it."""
    settled = forum.charter_on(day).publication.days_after.value
    return forum.choice(DAYS_AFTER) if settled is None else settled


def publishers(forum: Forum, day: date) -> tuple[str, ...]:
    """The people who may let something out that day: those who serve the forum, unless it chose otherwise."""
    chosen: Publishers = forum.choice(PUBLISHERS) or "secretariat"
    serving = settings.secretariat(forum, day) if chosen != "chairmanship" else ()
    leading = tuple(forum.choice("chairmanship") or ()) if chosen != "secretariat" else ()
    seated = (person for person in leading if any(forum.seats_of(person, day)))
    return tuple(dict.fromkeys((*serving, *seated)))
