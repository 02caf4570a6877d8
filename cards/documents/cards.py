"""What there is of papers, and the way to each as a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.documents.actions import OpenDocument, ShowDocuments
from bot.domain.kernel.meeting import Meeting
from cards.kit.elements import Card, Json, button, buttons, card, group, heading, text
from cards.kit.files import fetch, file_buttons, unsent
from cards.kit.words import listing, medium_date, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A paper by what it is called and how far it is, and what asks for it."""

    title: str
    standing: str
    wanted: OpenDocument


def documents(forum: str, meeting: Meeting, papers: Sequence[Listed], others: Sequence[Meeting] = ()) -> Card:
    """Every paper of a meeting, and the way to those of other meetings."""
    title = say("documents.list.title", moede_dato=medium_date(meeting.day))
    told = say("download.private") if papers else say("documents.list.none")
    return card(
        heading(title),
        text(told, subtle=bool(papers)),
        *map(_listed, papers),
        actions=[_way(forum, each) for each in others],
        speak=f"{title}. {listing(each.title for each in papers) or told}",
        summary=title,
    )


def offered(title: str, lines: Sequence[str], wanted: OpenDocument) -> Card:
    """The way to a paper that somebody asked for in words: as the file they named, else as each."""
    ways = file_buttons(wanted) if wanted.file is None else (fetch(wanted, wanted.file),)
    told = say("documents.offered") if wanted.file is None else say("download.private")
    return card(
        heading(title), *(text(each, subtle=True) for each in lines), text(told), actions=ways, speak=f"{title}. {told}"
    )


def ready(title: str, lines: Sequence[str], *, typed: str = "") -> Card:
    """What the file is, and what was typed beside the button; how one gets it is added below."""
    told = (text(each, subtle=True) for each in lines)
    return card(heading(title), *told, unsent(typed), speak=title)


def _way(forum: str, meeting: Meeting) -> Json:
    title = say("documents.list.meeting", moede_dato=medium_date(meeting.day))
    return button(title, ShowDocuments(forum=forum, meeting=meeting.id))


def _listed(paper: Listed) -> Json:
    return group(
        text(paper.title, bold=True),
        text(paper.standing, subtle=True, close=True),
        buttons(*file_buttons(paper.wanted)),
        divided=True,
    )
