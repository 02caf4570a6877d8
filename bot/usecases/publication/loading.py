"""Which paper of which meeting is meant, how it stands, and what somebody sees of that."""

from dataclasses import replace

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.office import no_rights, office
from bot.domain.kernel.refusal import Refusal
from bot.domain.publication import rules
from bot.domain.publication.actions import PaperAction
from bot.domain.publication.rules import Standing, Status
from bot.domain.publication.settings import (
    PUBLISHERS,
    days_after,
    provision_of,
    publishers,
    publishes,
)
from bot.domain.publication.state import Paper, Release
from bot.usecases.desk import Desk
from bot.usecases.made_public import public_view, standings
from bot.usecases.meant import meeting_meant
from bot.usecases.rights import is_secretariat, require_seat
from cards.kit.words import say
from cards.publication.view import Gone, PaperView
from storage import releases as store

THE = {Paper.AGENDA: "publication.the.agenda", Paper.MINUTES: "publication.the.minutes"}
"""What a paper is called within a sentence."""
_MOST_HELD = 6  # meetings that are looked back at


def may_publish(desk: Desk, person: str) -> bool:
    """Whether the person may let something out today."""
    return person in publishers(desk.forum, desk.today)


def require_publisher(desk: Desk, person: str) -> None:
    """A Refusal that says who may, unless the person may let something out today."""
    require_seat(desk, person)
    if may_publish(desk, person):
        return
    chosen = desk.forum.choice(PUBLISHERS)
    if chosen == "chairmanship":
        raise Refusal("publication_who", hvem=say("publication.who.chairmanship"))
    if chosen == "both":
        serving = say(office(desk.forum, desk.today))
        raise Refusal("publication_who", hvem=say("publication.who.both", kontor=serving))
    raise no_rights(desk.forum, desk.today)


def require_prover(desk: Desk, person: str) -> None:
    """The same of whoever says where it stands: those who serve the forum may, too."""
    if not is_secretariat(desk, person):
        require_publisher(desk, person)


def latest(desk: Desk) -> tuple[Meeting, ...]:
    """The meetings that may have something to make public, the one in question first: the next, and the latest held."""
    held = [each for each in desk.forum.meetings if each.starts <= desk.now][-_MOST_HELD:]
    ahead = [each for each in desk.meetings_ahead()[:2] if each not in held]
    return tuple(sorted((*held, *ahead), key=lambda each: each.starts, reverse=True))


async def found(desk: Desk, action: PaperAction) -> tuple[Meeting, Standing]:
    """The paper that is meant: of the meeting that is named or, without one, what is owed first."""
    wanted = action.paper
    if action.meeting is not None:
        meeting = meeting_meant(desk, action.meeting, looks_back=wanted is not Paper.AGENDA)
        return meeting, _one(await standings(desk, meeting), wanted)
    every = [(each, one) for each in latest(desk) for one in await standings(desk, each)]
    ours = [(each, one) for each, one in every if wanted in (None, one.document.paper)]
    owed = [(each, one) for each, one in ours if rules.is_owed(each, one.status)]
    left = [(each, one) for each, one in ours if one.status is not Status.UNSENT]
    if not (owed or left):
        raise Refusal("publication_not_sent", papir=say(THE[wanted or Paper.MINUTES]))
    return (owed or left)[0]


async def found_release(desk: Desk, number: int | None) -> Release:
    """The release of that number, or the newest that stands; a Refusal where there is none."""
    if number is not None:
        release = await store.get(desk.conn, desk.forum.id, number)
        if release is None:
            raise Refusal("publication_no_release", nr=number, forum=desk.forum.name)
        return release
    standing = [each for each in await store.of_forum(desk.conn, desk.forum.id) if each.taken_back_at is None]
    if not standing:
        raise Refusal("publication_none_stands")
    return standing[-1]


async def view_of(desk: Desk, actor: str | None, meeting: Meeting, standing: Standing) -> PaperView:
    """The paper as that person sees it; where others read along, what any of them may do is offered."""
    document, paper, current = standing.document, standing.document.paper, standing.current
    wanted = publishes(desk.forum, paper, meeting.day)
    may = desk.is_public or (actor is not None and may_publish(desk, actor))
    serves = desk.is_public or is_secretariat(desk, actor)
    releases = await store.of_meeting(desk.conn, desk.forum.id, meeting.id)
    gone = [each for each in releases if each.kind.value == paper.value and each.taken_back_at is not None]
    view = public_view(desk, meeting, standing)
    return replace(
        view,
        taken_back=tuple(_gone(desk, each) for each in gone),
        may_release=may and view.may_release,
        may_link=(may or serves) and wanted is True and document.since is not None,
        may_take_back=may and current is not None,
        asks_days=serves and wanted is True and days_after(desk.forum, meeting.day) is None,
        asks_whether=serves and wanted is None and provision_of(desk.forum, paper, meeting.day).value is None,
    )


def _gone(desk: Desk, release: Release) -> Gone:
    return Gone(
        number=release.number,
        at=release.taken_back_at or release.at,
        name=desk.name_of(release.taken_back_by or ""),
        words=release.taken_back_words,
    )


def _one(every: tuple[Standing, ...], wanted: Paper | None) -> Standing:
    """That paper's; without one, what is owed first, else the last that has left."""
    if wanted is not None:
        return next(each for each in every if each.document.paper is wanted)
    owed = [each for each in every if each.status in rules.OWED]
    left = [each for each in every if each.status is not Status.UNSENT]
    return next(iter([*owed, *reversed(left), *every]))
