"""Five conversations as people type them, each on a stage of its own: a journey checks them, a tool prints them."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.charters.forum_file import ForumFile, read_forum_file
from bot.domain.kernel.people import Identity
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.klynge_nord import FILE
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, agenda_sent, circulated, propose

DOCTOR, NEWCOMER = "laege", "naestformand-frederikshavn"
_TENANT, _ACCOUNT = "11111111-1111-1111-1111-111111111111", "00000000-0000-4000-8000-000000000016"


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody types, and what the answer holds and never says."""

    says: str
    holds: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """One person in their own chat; `prepared` brings the forum to where it begins."""

    who: str
    person: str
    prepared: Callable[[Stage], Awaitable[None]]
    turns: tuple[Turn, ...]


async def _in_january(nord: Stage) -> None:
    await propose(nord, "koordinator-region", {"Overskrift": "Opfølgning på Sundhedsaftalen"})
    await nord.at("2027-02-01T09:00")


async def _with_a_draft(nord: Stage) -> None:
    await propose(nord, COORDINATOR)
    await propose(nord, "formand-laesoe", {"Overskrift": "Lægedækning på Læsø"})
    await accept(nord, 1)
    await nord.at("2027-03-01T09:00")


async def _sent(nord: Stage) -> None:
    await agenda_sent(nord)
    await nord.at("2027-03-10T09:00")


CONVERSATIONS: tuple[Conversation, ...] = (
    Conversation(
        "Koordinatoren",
        COORDINATOR,
        _in_january,
        (
            Turn("Hej", holds=("Foreslå",)),
            Turn(
                "hvornår er næste møde egentlig?",
                holds=(
                    "16. marts 2027",
                    "16.30",
                ),
            ),
            Turn("og hvornår skal jeg senest melde noget ind", holds=("16. februar 2027",)),
            Turn(
                "jeg vil gerne foreslå noget om tandpleje til mødet den 5. oktober, 15 minutter, 200.000 kr.",
                holds=("Foreslå et punkt",),
            ),
            Turn("hvad er der på dagsordenen indtil nu", holds=("Udkast til dagsorden",)),
            Turn("hvilke forslag ligger der fra mig", holds=("forslag",), never=("Overskrift",)),
            Turn("kan du sende en påmindelse til alle", holds=("kan jeg ikke sende",)),
            Turn("hvem kommer den 16. marts", holds=("Hvem kommer til mødet den 16. marts 2027",)),
            Turn("jeg kan desværre ikke komme den 16. marts", holds=("noteret",)),
            Turn("det var en fejl, jeg kommer alligevel", holds=("taget tilbage",)),
            Turn("tusind tak for hjælpen", holds=("Selv tak",)),
        ),
    ),
    Conversation(
        "Formanden",
        CHAIRS[0],
        circulated,
        (
            Turn("hvad venter I på fra mig?", holds=("afventer dit svar",)),
            Turn("må jeg se dagsordenen", holds=("16. marts 2027",)),
            Turn(
                "hvad er det egentlig jeg skal godkende",
                holds=("Godkend", "Version 1"),
            ),
            Turn(
                "godkend ikke endnu",
                holds=(
                    "Send retur",
                    "godkend ikke endnu",
                ),
                never=("Du har godkendt",),
            ),
            Turn("nej", holds=("gør jeg ingenting",)),
            Turn(
                "kan godkendes hvis punkt 1 får 10 minutter mere",
                holds=(
                    "Godkend med bemærkninger",
                    "10 minutter mere",
                ),
                never=("Du har godkendt",),
            ),
            Turn("har den anden formand svaret?", holds=("0 af 2 har svaret",)),
            Turn(
                "ok fra mig",
                holds=("Mener du: Godkend dagsordenen til 16. marts (version 1)?",),
                never=("Du har godkendt",),
            ),
            Turn("👍", holds=("Du har godkendt dagsordenen (version 1)",)),
            Turn("hov, jeg trykkede forkert, jeg vil gerne fortryde mit svar", holds=("fortrudt",)),
            Turn(
                "godkendt, men skriv at økonomien mangler",
                holds=(
                    "Godkend med bemærkninger",
                    "skriv at økonomien mangler",
                ),
                never=("Du har godkendt",),
            ),
            Turn("ja", holds=("Du har godkendt dagsordenen med bemærkninger",)),
        ),
    ),
    Conversation(
        "Sekretæren",
        SECRETARIAT,
        _with_a_draft,
        (
            Turn(
                "hvad mangler vi?",
                holds=(
                    "16. marts 2027",
                    "Behandl forslag",
                ),
            ),
            Turn("er der kommet nye forslag", holds=("Lægedækning på Læsø",)),
            Turn("optag forslag 2", holds=("ptaget",)),
            Turn("vis mig dagsordenen", holds=("Udkast til dagsorden",)),
            Turn("giv punkt 2 20 minutter", holds=("Punkt 2 er gemt",)),
            Turn("er dagsordenen sendt til godkendelse?"),
            Turn(
                "send den til formændene",
                holds=("Mener du: Send dagsorden til godkendelse",),
                never=("er sendt til godkendelse",),
            ),
            Turn("ja", holds=("Version 1 af dagsordenen er sendt til godkendelse",)),
            Turn("hvem mangler at svare", holds=("0 af 2 har svaret",)),
            Turn("ryk dem der ikke har svaret", holds=("Ryk",)),
            Turn("aflys ikke mødet, bare så du ved det", holds=("16. marts 2027",), never=("er aflyst",)),
            Turn(
                "kan du sende dagsordenen ud uden godkendelse?",
                holds=("Mener du: Send uden godkendelse",),
                never=("er udsendt",),
            ),
        ),
    ),
    Conversation(
        "Lægen",
        DOCTOR,
        _sent,
        (
            Turn("goddag, er det her jeg finder dagsordenen", holds=("Dagsorden til mødet den 16. marts 2027",)),
            Turn("hvad handler punkt 1 om", holds=("Godkendelse af dagsorden",), never=("rettigheder",)),
            Turn("er der bilag til det", holds=("ingen bilag",)),
            Turn(
                "hvor holdes det henne og hvornår slutter det",
                holds=(
                    "Hjørring Rådhus",
                    "19.00",
                ),
            ),
            Turn(
                "jeg har konsultation til kl 17 så jeg kommer lidt senere", holds=("Hvem kommer",), never=("noteret",)
            ),
            Turn("så kan jeg alligevel ikke, meld afbud", holds=("Dit afbud til mødet den 16. marts 2027 er noteret",)),
            Turn("kan jeg foreslå et punkt om vagtlæger", holds=("Foreslå et punkt",)),
            Turn("hvem kan jeg ringe til hvis der er noget", holds=("Kontakt",)),
            Turn("tak", holds=("Selv tak",)),
        ),
    ),
    Conversation(
        "Den nye",
        NEWCOMER,
        _sent,
        (
            Turn("hej jeg er ny her, hvad kan du", holds=("Skriv til mig",)),
            Turn("hvad er det her for et udvalg", holds=("Om Politisk Klynge Nord",)),
            Turn("hvem er med", holds=("Hvem kommer",)),
            Turn("hvem er formand", holds=("Formand (Hjørring)",)),
            Turn("skal jeg gøre noget lige nu?", holds=("Intet afventer dig",)),
            Turn("hvad laver en sundhedsklynge", holds=("Om Politisk Klynge Nord",)),
            Turn("kan jeg få mødet i min kalender", holds=("Føj til kalender",)),
            Turn("hvordan får man et punkt på", holds=("Foreslå et punkt",)),
            Turn("when is the next meeting"),
            Turn("ok", holds=("Skriv, hvad jeg kan hjælpe med",)),
        ),
    ),
)


def forum_file() -> ForumFile:
    """The example forum, in which the doctor has a Teams account as well."""
    file = read_forum_file(FILE)
    account = Identity(tenant=_TENANT, object_id=_ACCOUNT)
    people = tuple(replace(each, identities=(account,)) if each.id == DOCTOR else each for each in file.forum.people)
    return replace(file, forum=replace(file.forum, people=people))


async def played(nord: Stage, conversation: Conversation) -> AsyncIterator[tuple[Turn, Mapping[str, Any]]]:
    """Each turn with the card that answers it."""
    await conversation.prepared(nord)
    for turn in conversation.turns:
        yield turn, (await nord.says(conversation.person, turn.says, PERSONAL)).card or {}
