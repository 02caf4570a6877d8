"""Below an answer that says what a file is: the file's address, the button whose answer has it, or whom to ask."""

from collections.abc import Sequence

from bot.domain.attachments.actions import FetchAttachment
from bot.domain.documents.actions import FileKind, OpenDocument
from bot.domain.filing.actions import FetchCaseFile
from cards.kit.elements import Card, Json, box, button, buttons, link, text
from cards.kit.files import case_file_button, fetch
from cards.kit.words import listing, say

_MOST_NAMES = 5


def with_address(answer: Card, address: str) -> Card:
    """The answer with the file's address, which is that person's alone."""
    return _below(answer, text(say("download.ready")), buttons(link(say("download.btn"), address)))


def with_button(answer: Card, wanted: OpenDocument | FetchAttachment | FetchCaseFile) -> Card:
    """An answer that stands where it was asked for, with the button whose answer is the clicker's own."""
    return _below(answer, text(say("download.private")), buttons(_fetching(wanted)))


def without_address(answer: Card, secretariat: Sequence[str]) -> Card:
    """Where nobody outside reaches the service: whom to ask."""
    names = listing(secretariat[:_MOST_NAMES])
    words = say("download.unreached", navne=names) if names else say("download.unreached.nobody")
    return _below(answer, text(words))


def _fetching(wanted: OpenDocument | FetchAttachment | FetchCaseFile) -> Json:
    if isinstance(wanted, OpenDocument):
        return fetch(wanted, wanted.file or FileKind.PDF)
    if isinstance(wanted, FetchAttachment):
        return button(say("attachment.btn.fetch"), wanted)
    return case_file_button(wanted.forum, wanted.meeting)


def _below(answer: Card, *parts: Json) -> Card:
    return Card(answer.content | {"body": [*answer.content["body"], box(*parts)]}, answer.summary)
