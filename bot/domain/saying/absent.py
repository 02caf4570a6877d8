"""What people ask the bot for that there is not."""

from enum import StrEnum


class Absent(StrEnum):
    """What was wished for."""

    REMINDER_TO_ALL = "reminder_to_all"
    ROOM = "room"
    FOOD = "food"
    CALL = "call"
    MAIL = "mail"
    POLL = "poll"
    SECRET_VOTE = "secret_vote"  # noqa: S105 - what people ask for
    TRANSLATION = "translation"
    SUMMARY = "summary"
    MINUTES_BY_ITSELF = "minutes_by_itself"
    RECORDING = "recording"
    ONLINE_MEETING = "online_meeting"
    MESSAGE_TO_SOMEBODY = "message_to_somebody"
    LETTER = "letter"
    CHARTER_CHANGE = "charter_change"
    MEMBER_CHANGE = "member_change"
    DELETION = "deletion"
    ERASURE = "erasure"  # of what is kept about whoever asks
    ACCESS = "access"  # to documents
    UNDONE_DISPATCH = "undone_dispatch"
    PAYMENT = "payment"
    INVITATION = "invitation"  # to somebody else's calendar
    PRINT = "print"
    LANGUAGE = "language"
    ALARM = "alarm"  # at an hour
    INTERNET = "internet"
    SMALL_TALK = "small_talk"
    LEGAL_ADVICE = "legal_advice"
    OTHER_FORUM = "other_forum"
