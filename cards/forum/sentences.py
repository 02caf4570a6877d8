"""What people of each role may say to the bot in everyday words, as help begins with it."""

from enum import StrEnum

from cards.kit.words import keyed, say


class Speaker(StrEnum):
    """As what somebody meets the bot."""

    SECRETARIAT = "secretariat"
    APPROVER = "approver"
    COORDINATOR = "coordinator"
    DOCTOR = "doctor"
    MEMBER = "member"


_SENTENCES = keyed(Speaker, "help.say")


def sentences_of(speaker: Speaker) -> tuple[str, ...]:
    """A few whole sentences."""
    return tuple(say(_SENTENCES[speaker]).split(" · "))
