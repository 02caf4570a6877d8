"""A release is taken back: nobody sees it any more, and it stays listed as that, with the reason."""

from dataclasses import replace

from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.publication.actions import OpenTakeBack, TakeBackRelease
from bot.domain.publication.state import Release
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.made_public import show_anew, standings
from bot.usecases.publication.loading import found_release, may_publish, require_publisher, view_of
from bot.usecases.publication.queries import shown_of
from cards.kit.elements import Card
from cards.kit.words import say
from cards.publication import cards
from storage import releases as store


async def open_form(desk: Desk, actor: str, action: OpenTakeBack) -> Card:
    """The form for the reason."""
    require_publisher(desk, actor)
    return await _form(desk, actor, await _standing(desk, action.number))


async def take_back(desk: WritingDesk, actor: str, action: TakeBackRelease) -> Card:
    """Take it back; earlier editions of it that can be seen go with it, since it took their place."""
    require_publisher(desk, actor)
    release = await _standing(desk, action.number)
    if not action.words.strip():
        raise Refusal("publication_reason", field="words")
    words = clean_text(action.words, Term("publication.field.reason"), cards.LONGEST_WORDS)
    for each in await store.of_meeting(desk.conn, desk.forum.id, release.meeting):
        if each.kind is release.kind and each.edition <= release.edition and each.taken_back_at is None:
            await withdraw(desk, actor, each, by=actor, words=words)
    meeting = _meeting(desk, release)
    if meeting is None:
        return cards.overview(desk.forum.id, [], outcome=say("publication.done.taken_back"))
    await show_anew(desk, meeting)
    return await shown_of(desk, actor, meeting, say("publication.done.taken_back"))


async def withdraw(
    desk: WritingDesk, actor: str | None, release: Release, *, by: str, words: str, what: str = "publication.taken_back"
) -> Release:
    """One release as taken back, and logged as that."""
    gone = replace(release, taken_back_by=by, taken_back_at=desk.now, taken_back_words=words)
    await store.save(desk.conn, gone)
    paper = release.kind.value
    await desk.log(actor, what, meeting=release.meeting, paper=paper, number=release.number, texts={"words": words})
    return gone


async def as_refused(desk: Desk, actor: str, action: OpenTakeBack | TakeBackRelease) -> Card | None:
    """The form with what was typed, while it stands; else how the meeting's papers stand."""
    if not may_publish(desk, actor):
        return None
    try:
        release = await found_release(desk, action.number)
    except Refusal:
        return None
    if release.taken_back_at is None:
        return await _form(desk, actor, release, action.words if isinstance(action, TakeBackRelease) else "")
    meeting = _meeting(desk, release)
    return None if meeting is None else await shown_of(desk, actor, meeting)


async def _standing(desk: Desk, number: int | None) -> Release:
    release = await found_release(desk, number)
    if release.taken_back_at is not None:
        name = desk.name_of(release.taken_back_by or "")
        raise Refusal("publication_taken_back", navn=name, tidspunkt=release.taken_back_at)
    return release


async def _form(desk: Desk, actor: str, release: Release, typed: str = "") -> Card:
    meeting = _meeting(desk, release)
    if meeting is None:
        raise Refusal("publication_no_release", nr=release.number, forum=desk.forum.name)
    every = await standings(desk, meeting)
    standing = next(each for each in every if each.document.paper.value == release.kind.value)
    view = replace(await view_of(desk, actor, meeting, standing), number=release.number)
    return cards.take_back_form(desk.forum.id, view, typed)


def _meeting(desk: Desk, release: Release) -> Meeting | None:
    """Its meeting, if it was cancelled since as well."""
    return desk.forum.meeting(release.meeting) or desk.forum.cancelled_meeting(release.meeting)
