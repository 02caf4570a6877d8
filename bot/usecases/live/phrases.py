"""What people type while a meeting is held; see bot/usecases/phrases.py."""

from bot.domain.live.actions import (
    AddTaskInMeeting,
    Change,
    EndMeeting,
    MoveOn,
    NoteInMeeting,
    ShowLive,
    StartMeeting,
    Step,
)
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases(
        "hvor langt er mødet | hvor langt er vi [nået] | hvilket punkt er vi ved | følg mødet",
        lambda got: ShowLive(),
    ),
    CommandPhrases("start/begynd mødet", lambda got: StartMeeting()),
    CommandPhrases("næste punkt", lambda got: MoveOn(step=Step.NEXT)),
    CommandPhrases("forrige punkt", lambda got: MoveOn(step=Step.PREVIOUS)),
    CommandPhrases("gå [tilbage] til punkt {n}", lambda got: MoveOn(step=Step.ITEM, position=got.number)),
    CommandPhrases("hold pause", lambda got: MoveOn(step=Step.BREAK)),
    CommandPhrases("fortsæt mødet", lambda got: MoveOn(step=Step.RESUME)),
    CommandPhrases("slut/afslut mødet", lambda got: EndMeeting()),
    CommandPhrases("alle er her/mødt", lambda got: NoteInMeeting(change=Change.EVERYBODY)),
    CommandPhrases("inhabil:", lambda got: NoteInMeeting(change=Change.RECUSED, words=got.words)),
    CommandPhrases(
        "inhabil [på] punkt {n}:",
        lambda got: NoteInMeeting(change=Change.RECUSED, words=got.words, position=got.number),
    ),
    CommandPhrases("ikke inhabil:", lambda got: NoteInMeeting(change=Change.NOT_RECUSED, words=got.words)),
    CommandPhrases(
        "ikke inhabil [på] punkt {n}:",
        lambda got: NoteInMeeting(change=Change.NOT_RECUSED, words=got.words, position=got.number),
    ),
    CommandPhrases("suppleant:", lambda got: NoteInMeeting(change=Change.STEPS_IN, words=got.words)),
    CommandPhrases("opgave til punktet:?", lambda got: AddTaskInMeeting(duty=got.words)),
)
