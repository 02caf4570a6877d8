"""The sentences to learn from, each with what the product makes of it before it has learned anything."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from bot.domain.saying.quoted import own_words
from bot.usecases.danish.words import Vocabulary
from bot.usecases.said.moment import Moment
from bot.usecases.understanding.likely import TOLD_APART_BY
from bot.usecases.understanding.reading import by_ways, hear
from bot.usecases.understanding.traits import Sentence, traits_of
from tests.harness.sentences import FOLDER as KEPT_IN
from tests.harness.sentences import Met, Row, Wanted, rows, talk

FOLDER = Path(__file__).parent / "sentences"
KEPT = KEPT_IN / "kept.tsv"
EVERY = (*sorted(FOLDER.glob("*.tsv")), KEPT)
"""The files that are learned of. What was set aside is not."""

_BY_ITS_FORM = {
    "Propose": "OpenProposalForm",
    "MakeMeeting": "OpenNewMeeting",
    "MoveMeeting": "OpenMove",
    "CancelMeeting": "OpenCancel",
    "MakeSeries": "ShowSeries",
    "RegisterExternal": "OpenExternalForm",
    "CreateAppointments": "OpenAppointmentForm",
    "CreateGroup": "OpenGroupForm",
    "Appoint": "OpenAppoint",
    "ReleasePaper": "OpenRelease",
    "TakeBackRelease": "OpenTakeBack",
    "RecordAttendance": "OpenAttendance",
    "OpenChoice": "OpenChoices",
    "OpenNewItem": "AddItem",
    "InsertLink": "OpenLink",
    "SendOn": "OpenSendOn",
}

SEVERAL = frozenset({"Respond", "AnswerSupplement", "Clear", "AnswerForCouncil", "MoveOn", "NoteInMeeting"})
"""Acts whose answers are acts of their own."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence with the names of what it means, the best first, and the acts that ways were found of."""

    row: Row
    sentence: Sentence
    means: tuple[str, ...]
    found: tuple[tuple[str, float], ...]

    def traits(self, vocabulary: Vocabulary) -> dict[str, float]:
        """As the product reads them."""
        return traits_of(self.sentence, self.found, vocabulary)


def lessons(moments: Mapping[tuple[str, str, bool], Moment], files: Iterable[Path]) -> Iterator[Lesson]:
    """Every sentence of the files that says what it means."""
    for file in files:
        for row in rows(file.name, file.parent):
            moment = replace(moments[row.situation, row.role, row.in_channel], talk=talk(row.last))
            if (said := own_words(row.sentence)).strip():
                yield from _lesson(row, said, moment)


def _lesson(row: Row, said: str, moment: Moment) -> Iterator[Lesson]:
    sentence = hear(said, moment)
    found = tuple((each.name, each.share) for each in by_ways(sentence))
    means = tuple(dict.fromkeys(name for each in row.outcome for name in _names(each, [name for name, _ in found])))
    if means:
        yield Lesson(row, sentence, means, found)


def _names(wanted: Wanted, found: Sequence[str]) -> Iterator[str]:
    """What it is called in the table; an answer that is not told apart is the one that was found, else none."""
    if wanted.met is Met.SAY:
        yield from () if wanted.name == "absent" else (wanted.name.replace(":", "."),)
    elif wanted.met is Met.HELP:
        yield "not_understood"
    else:
        yield _act(wanted, found)


def _act(wanted: Wanted, found: Sequence[str]) -> str:
    told = [value for field, value in wanted.fields if field in TOLD_APART_BY]
    name = _BY_ITS_FORM.get(wanted.name, wanted.name)
    if told or name not in SEVERAL:
        return ".".join([name, *told])
    return next((each for each in found if each.startswith(f"{name}.")), name)


def digest() -> str:
    """What the sentences are known by: a table tells of which it was made."""
    return sha256(b"".join(each.read_bytes() for each in EVERY)).hexdigest()
