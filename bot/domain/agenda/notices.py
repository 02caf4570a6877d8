"""What is said of an agenda's draft."""

from enum import StrEnum


class AgendaNotice(StrEnum):
    """The word to somebody whose item, set by right, was edited by others."""

    ITEM_CHANGED = "agenda_item_changed"
