"""What can be asked for about bilag: by its number in a meeting as it is typed, by its id as a card names it."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Command, MeetingAction, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class BilagAction(MeetingAction):
    """Something about one bilag: the one of that id, else the one of that number in the meeting."""

    attachment: int | None = None
    bilag: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowAttachments(MeetingAction, Query):
    """Every bilag of a meeting, of one item or of one proposal."""

    position: int | None = None
    number: int | None = None
    year: int | None = None


class ShowAttachment(BilagAction, Query):
    """One bilag with its versions, and what one may do with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchAttachment(BilagAction, Query):
    """»Hent«: the address of a version (the newest), for whoever asks alone."""

    revision: int | None = None


class OpenNewVersion(BilagAction, Query):
    """»Ny version«: how one is sent, to whoever may; a card carries no file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferFiles(MeetingAction, Query):
    """What the files that came in a message are to belong to."""

    upload: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachFiles(BilagAction, Command):
    """»Vedhæft«: fetch the files of a message, and let them be bilag of that.

    What is meant is chosen (`target`), an item's position, a proposal's number, or a bilag that gets a new version.
    """

    upload: str = ""
    target: str = ""
    position: int | None = None
    number: int | None = None
    year: int | None = None
    is_closed: bool = False


class TakeOffAttachment(BilagAction, Command):
    """It is no bilag any more; what it held stays stored."""


AttachmentsQuery: TypeAlias = ShowAttachments | ShowAttachment | FetchAttachment | OpenNewVersion | OfferFiles
AttachmentsCommand: TypeAlias = AttachFiles | TakeOffAttachment
