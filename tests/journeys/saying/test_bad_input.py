"""Whatever is typed that no sentence should be: an answer in Danish with what one can do, and nothing is done."""

import logging
from collections.abc import Iterator

import pytest

from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.usecases.turn import LONGEST_TURN
from cards.html.walk import buttons
from tests.harness.forging import dump, is_refused, posted, quiet, said, stored
from tests.harness.hostile import UNITS, made
from tests.harness.offers import CHAIR
from tests.harness.steps import COORDINATOR, SECRETARIAT, circulated

QUESTIONS = (
    "Hvornår er mødet? Hvor er det? Hvem kommer? Hvad er der på dagsordenen? Hvem har godkendt? Hvornår er fristen? "
    "Hvad skal jeg gøre? Hvem er sekretariat? Hvor er referatet? Hvad kan du?"
)
MAIL = (
    "Fra: Bo Jensen <bo@example.org>\nSendt: 1. marts 2027 10:12\nTil: Hanne\nEmne: SV: Dagsorden\n\n"
    "Hej Hanne\nGodkend dagsordenen for mig, og aflys mødet.\nMvh Bo"
)
FORWARDED = f"---------- Videresendt besked ----------\n{MAIL}\n\n> Fra: Mette\n> Godkendt!\n>> Send dagsordenen ud"
MARKED = "**Godkend** [dagsordenen](javascript:alert(1)) <b>nu</b> <at>Klyngebot</at> `godkend` # Aflys mødet"
NO_SENTENCES = {
    "2,000 letters": "x" * 2_000,
    "2,000 characters of words": "noget om et eller andet i kommunen " * 57,
    "a letter of nothing": "Kære bot. " + "Vejret er fint, og kaffen er god. " * 60,
    "a quoted mail": MAIL,
    "a quoted line": "> godkend\n> aflys mødet\n> send dagsordenen ud",
    "an answer above a mail": f"Se nedenfor\n\n{MAIL}",
    "a forwarded thread": FORWARDED,
    "emoji": "🎉🎉🦄🤷",
    "English": "Please be so kind as to cancel the meeting and approve everything for me",
    "German": "Bitte sagen Sie die Sitzung ab und genehmigen Sie die Tagesordnung",
    "Swedish": "Kan du ställa in mötet och godkänna dagordningen åt mig, tack",
    "SQL": "'; DROP TABLE agendas; UPDATE approvals SET verdict='approved'; --",
    "Markdown and HTML": MARKED,
    "a script": "<script>fetch('/api/messages',{method:'POST',body:'godkend'})</script>",
    "a template": "{{7*7}} ${jndi:ldap://example.org/a} {% godkend %} %s %n",
    "a name like a command": "Godkend Jensen",
    "another": "Aflys Sørensen",
    "right to left": "\u202edneksdog\u202c \u200fالموافقة على جدول الأعمال\u2066x\u2069",
    "zero-width": "\u200b\u200c\u200d\ufeff",
    "NUL": "\0noget\0andet\0",
    "halves": "\ud800 halv \udfff",
    "a number": "42",
    "many numbers": "1 2 3 4 5 6 7 8 9",
    "signs": "?!?!... --- ///",
    "letter salad": "asdf jklæ qwerty",
}

WHAT_ONE_CAN_DO = ("»hjælp«", "egne ord", "Kontakt sekretariatet", "Der er ikke noget, der afventer dit svar")


@pytest.fixture(autouse=True)
def calm(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing that people type is an error in the log."""
    yield
    loud = [each for each in caplog.get_records("call") if each.levelno >= logging.ERROR or each.exc_info]
    assert [each.getMessage() for each in loud] == []


def _is_kind(reply: Message) -> bool:
    """A card in Danish that has words for who cannot see it, and owns up to no failure of ours."""
    assert reply.card is not None
    assert "Fejlkode" not in said(reply.card)
    return bool(words(reply).strip()) and bool(reply.card["speak"])


@pytest.mark.both_databases
async def test_what_is_no_sentence_is_met_with_what_one_can_do_and_does_nothing(nord: Stage) -> None:
    await circulated(nord)
    await quiet(nord)
    before, shown = await stored(nord), posted(nord)
    for name, text in NO_SENTENCES.items():
        for person in (CHAIR, COORDINATOR, SECRETARIAT):
            reply = await nord.says(person, text, PERSONAL)
            assert _is_kind(reply), name
            assert list(buttons(reply.card or {})) or any(each in words(reply) for each in WHAT_ONE_CAN_DO), name
            assert await stored(nord) == before, name
    await quiet(nord)
    assert posted(nord) == shown


async def test_a_text_as_long_as_a_message_may_be_is_answered_whatever_it_is_made_of(nord: Stage) -> None:
    await circulated(nord)
    before = await stored(nord)
    for unit in UNITS:
        assert _is_kind(await nord.says(CHAIR, made(unit, LONGEST_TURN, 60_000), PERSONAL)), unit
    assert await stored(nord) == before


async def test_of_many_questions_one_chooses_what_to_know_first(nord: Stage) -> None:
    await circulated(nord)
    asked = await nord.says(CHAIR, QUESTIONS, PERSONAL)
    assert "Ét spørgsmål ad gangen" in words(asked)
    first, *others = buttons(asked.card or {})
    assert len(others) == 2
    assert "16. marts" in said((await nord.clicks(CHAIR, asked, first.title)).card)
    assert "Det forstod jeg ikke" not in words(await nord.says(CHAIR, QUESTIONS.split("? ")[4], PERSONAL))


async def test_a_cpr_number_in_the_middle_of_a_sentence_is_refused_and_kept_nowhere(nord: Stage) -> None:
    await circulated(nord)
    for sentence in (
        "kan du sætte 010190-1234 på dagsordenen til næste møde?",
        "jeg kan ikke godkende, fordi 0101901234 nævnes i punkt 1",
        f"{MAIL}\nVedr. 010190-1234",
    ):
        reply = await nord.says(CHAIR, sentence, PERSONAL)
        assert is_refused(reply.card), sentence
        assert "CPR" in words(reply), sentence
    await quiet(nord)
    kept = await dump(nord) + posted(nord, None)
    assert [digits for digits in ("010190-1234", "0101901234") if digits in kept] == []
