"""What departs from the charter, in sentences that name the organisation and the person, and on a card."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.charters.loader import load_charter
from bot.domain.forum.clusters import Foreign, Missing, NoMember
from bot.domain.forum.composition import Departure, WrongSeat
from bot.domain.forum.remarks import ClosedDay, Remark
from bot.domain.forum.serving import FewChairs, NoAccount, NoSecretariat
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Person
from bot.domain.kernel.sections import Cluster, Party
from cards.forum.remarks import sentence, told
from cards.kit.elements import Mention
from tests.cards.checks import check

LAESOE = Organisation(id="laesoe", name="Læsø Kommune", kind="municipality")
FORUM = Forum(
    id="f",
    name="Klynge F",
    region=None,
    charter=load_charter("nordjylland-politisk-klynge", Path()),
    organisations=(LAESOE,),
    people=(Person(id="anna", name="Anna"), Person(id="bo", name="Bo")),
)
NORD, SYD = (Cluster(id=name, name=f"Klynge {name}", members=(), words="Nord: Læsø.") for name in ("Nord", "Syd"))
EASTER = ClosedDay(meeting="m", day=date(2027, 3, 28), holiday="Påskedag", is_weekend=True)


def line(organisation: str | None, found: int, least: int | None, most: int | None) -> str:
    departure = Departure(
        organisation=organisation,
        kind="municipality",
        role="politician",
        found=found,
        least=least,
        most=most,
        words="2-4",
    )
    return sentence(departure, FORUM)


@pytest.mark.parametrize(
    ("found", "least", "most", "said"),
    [
        (1, 2, 4, "Læsø Kommune: 1 politiker; kommissoriet siger 2-4: »2-4«"),
        (5, 2, 4, "Læsø Kommune: 5 politikere; kommissoriet siger 2-4: »2-4«"),
        (0, 2, None, "Læsø Kommune: ingen politikere; kommissoriet siger mindst 2: »2-4«"),
        (5, None, 4, "Læsø Kommune: 5 politikere; kommissoriet siger højst 4: »2-4«"),
        (2, 1, 1, "Læsø Kommune: 2 politikere; kommissoriet siger 1: »2-4«"),
    ],
)
def test_the_line_says_who_how_many_and_what_the_charter_wants(
    found: int, least: int | None, most: int | None, said: str
) -> None:
    assert line("laesoe", found, least, most) == said


def test_a_departure_of_a_whole_kind_names_the_kind() -> None:
    assert line(None, 0, 2, 4).startswith("kommunerne: ingen politikere; ")


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        (
            Missing(
                party=Party(id="x", name="Rebild", kind="municipality", official_name="Rebilds Kommune"), cluster=NORD
            ),
            "Rebilds Kommune er i Klynge Nord, men ikke i forummet: »Nord: Læsø.«",
        ),
        (Foreign(organisation="laesoe", cluster=NORD, belongs=()), "Læsø Kommune er ikke i Klynge Nord: »Nord: Læsø.«"),
        (
            Foreign(organisation="laesoe", cluster=NORD, belongs=(SYD,)),
            "Læsø Kommune er ikke i Klynge Nord, men i Klynge Syd: »Nord: Læsø.«",
        ),
        (
            NoMember(organisation="laesoe", words="kun kommuner"),
            "Læsø Kommune er med i forummet, men kan efter kommissoriet ikke være medlem: »kun kommuner«",
        ),
        (
            WrongSeat(person="anna", organisation="laesoe", words="1 direktør"),
            "Anna (Læsø Kommune) er politiker, men sidder på en plads, som kommissoriet giver en anden: »1 direktør«",
        ),
        (FewChairs(chairs=(), words="skal"), "Der skal udpeges en formand eller et formandskab. Kommissoriet: »skal«"),
        (FewChairs(chairs=("bo",), words="Delt"), "Bo er alene om formandskabet. Kommissoriet: »Delt«"),
        (
            NoSecretariat(serving=(), words=None),
            "Der er intet sekretariat, og ingen får det, der ellers sendes til det.",
        ),
        (
            NoSecretariat(serving=("anna", "bo"), words="Fælles"),
            "Der er intet sekretariat. Anna og Bo får det, der ellers sendes til det. Kommissoriet: »Fælles«",
        ),
        (
            NoAccount(person="bo", leads=True),
            "Bo leder møderne, men har ingen Teams-konto i forumfilen og kan derfor hverken spørges eller svare.",
        ),
        (
            NoAccount(person="bo", leads=False),
            "Bo er i sekretariatet, men har ingen Teams-konto i forumfilen og kan derfor hverken spørges eller svare.",
        ),
        (EASTER, "Mødet den 28. marts 2027 ligger på en helligdag (Påskedag)."),
        (
            ClosedDay(meeting="m", day=date(2027, 3, 27), holiday=None, is_weekend=True),
            "Mødet den 27. marts 2027 ligger i en weekend.",
        ),
        (
            ClosedDay(meeting="m", day=date(2027, 5, 7), holiday=None, is_weekend=False),
            "Mødet den 7. maj 2027 ligger på en dag, som forummet selv har valgt at holde lukket.",
        ),
    ],
)
def test_each_remark_names_whom_it_is_about_in_the_charters_words(remark: Remark, said: str) -> None:
    assert sentence(remark, FORUM) == said


def test_whoever_supplements_can_be_said_to_do_so() -> None:
    two = Departure(
        organisation="laesoe",
        kind="municipality",
        role=None,
        found=2,
        least=1,
        most=1,
        words="1 direktør",
        supplement="chef",
    )
    assert sentence(two, FORUM) == (
        "Læsø Kommune: 2 repræsentanter; kommissoriet siger 1: »1 direktør«. "
        "Supplerer en af dem som chef, skal det stå på vedkommendes plads i forumfilen."
    )


def test_the_card_tells_what_is_new_first_and_calls_the_one_it_is_for() -> None:
    card = told(FORUM, new=[EASTER], old=[FewChairs(chairs=("bo",), words="Delt")], mention=Mention("Sofie", "1"))
    check(card)
    said = json.dumps(card.content, ensure_ascii=False)
    assert said.index("<at>Sofie</at>") < said.index("Påskedag") < said.index("Det stod der også før")
    assert said.index("Det stod der også før") < said.index("Bo er alene")


def test_with_a_thousand_remarks_the_card_still_fits_and_says_how_many_it_left_out() -> None:
    long = FewChairs(chairs=("bo",), words="Delt " * 200)
    card = told(FORUM, new=[long] * 1_000, old=[long] * 1_000, mention=None)
    check(card)
    assert "til" in json.dumps(card.content, ensure_ascii=False)
