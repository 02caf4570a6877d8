"""What a bilag is called in a folder for other systems."""

from bot.domain.documents.state import Attachment
from cards.kit.words import say


def attachment_name(each: Attachment) -> str:
    """Its number and title; of a closed one that an open record holds, its number."""
    if not each.title:
        return say("folder.attachment.closed" if each.is_closed else "folder.attachment.untitled", nr=each.number)
    return say("folder.attachment", nr=each.number, titel=each.title)
