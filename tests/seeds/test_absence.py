"""Absence and substitutes by the charters' own rules, as people see them."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.charters.forum_file import ForumFile
from bot.domain.kernel.people import Identity, Person, Role, Seat
from bot.local.board import words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from tests.harness.forging import said
from tests.harness.seeds import OpenSeed
from tests.harness.steps import told

MAYOR, STAND_IN, SECRETARIAT = "sundhedschef-gentofte", "suppleant-gentofte", "sekretariat"
NOBODY_LACKS = "Uden deltager med mandat: Ingen"
GENTOFTE_LACKS = "Uden deltager med mandat: Gentofte Kommune"


def with_substitute(which: str, *, mandate: bool = False) -> ForumFile:
    """That kommuneklynge, whose representative of Gentofte has a substitute."""
    file = shipped(which)
    own = file.forum.person(MAYOR).identities[0]
    person = Person(
        id=STAND_IN,
        name="Suppleant (Gentofte)",
        identities=(Identity(tenant=own.tenant, object_id="00000000-0000-4000-8000-000000009901"),),
    )
    seat = Seat(
        person=STAND_IN,
        organisation="gentofte",
        roles=frozenset({Role.ADMINISTRATIVE_REPRESENTATIVE}),
        mandate=mandate,
        substitute_for=MAYOR,
    )
    forum = file.forum
    return replace(file, forum=replace(forum, people=(*forum.people, person), seats=(*forum.seats, seat)))


@pytest.fixture
async def cluster(open_seed: OpenSeed) -> AsyncIterator[Stage]:
    """A kommuneklynge whose charter asks for a mandate; its meeting is on 20 April 2027."""
    async with open_seed(with_substitute("kommuneklynge-midt"), "2027-04-01T09:00") as here:
        yield here


async def test_b24_a_substitute_inherits_no_mandate_until_it_is_ticked(cluster: Stage) -> None:
    for person in (MAYOR, SECRETARIAT, STAND_IN):
        await cluster.says(person, "hjælp", PERSONAL)
    assert NOBODY_LACKS in words(await cluster.says(MAYOR, "hvem kommer"))
    form = await cluster.says(MAYOR, "meld afbud", PERSONAL)
    assert "Suppleanter: kommissoriet siger »(herunder suppleanter mv.)«" in words(form)
    noted = said((await cluster.clicks(MAYOR, form, "Meld afbud", {"Suppleant": "Suppleant (Gentofte)"})).card)
    assert "Dit afbud til mødet den 20. april 2027 er noteret." in noted
    assert "Suppleant (Gentofte) er meldt som suppleant." in noted
    assert GENTOFTE_LACKS in noted
    shown = words(await cluster.says(SECRETARIAT, "hvem kommer"))
    assert "Suppleant (Gentofte) som stedfortræder for Sundhedschef (Gentofte) (uden mandat)" in shown
    assert GENTOFTE_LACKS in shown
    await told(cluster, SECRETARIAT, "har meldt afbud til mødet den 20. april 2027", GENTOFTE_LACKS)
    await told(cluster, STAND_IN, "du er meldt som suppleant", "Du har ikke mandat")
    await cluster.clicks(MAYOR, form, "Meld afbud", {"Suppleanten har mandat": True})
    shown = words(await cluster.says(SECRETARIAT, "hvem kommer"))
    assert NOBODY_LACKS in shown
    assert "(med mandat)" in shown


async def test_b24_a_mandate_of_the_substitutes_own_counts(open_seed: OpenSeed) -> None:
    async with open_seed(with_substitute("kommuneklynge-midt", mandate=True), "2027-04-01T09:00") as cluster:
        noted = words(await cluster.says(MAYOR, "jeg kommer ikke den 20. april"))
        assert "Suppleant (Gentofte) er meldt som suppleant." in noted
        assert "Uden deltager med mandat" not in noted
        assert NOBODY_LACKS in words(await cluster.says(MAYOR, "hvem kommer"))


async def test_b23_the_reminder_of_the_meeting_names_who_comes_without_a_mandate(cluster: Stage) -> None:
    await cluster.says(MAYOR, "jeg kommer ikke den 20. april")
    await cluster.at("2027-04-19T08:00")
    reminded = words(await cluster.sees("Påmindelse om møde"))
    assert "Afbud: Sundhedschef (Gentofte) (Suppleant (Gentofte) kommer som stedfortræder uden mandat)" in reminded
    assert GENTOFTE_LACKS in reminded


async def test_b23_a_stand_in_from_outside_is_named_and_has_a_mandate_where_it_is_said(cluster: Stage) -> None:
    form = await cluster.says(SECRETARIAT, "meld afbud for Sundhedschef (Gentofte)", PERSONAL)
    outside: dict[str, Value] = {"Navn på en suppleant": "Borgmester Fiktiv", "Suppleanten har mandat": True}
    noted = said((await cluster.clicks(SECRETARIAT, form, "Meld afbud", outside)).card)
    assert "Borgmester Fiktiv har ikke adgang til Klyngebot og kan derfor ikke svare på dagsordenen." in noted
    shown = words(await cluster.says(MAYOR, "hvem kommer"))
    assert "Borgmester Fiktiv som stedfortræder for Sundhedschef (Gentofte) (med mandat)" in shown
    assert NOBODY_LACKS in shown
