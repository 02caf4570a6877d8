"""The main job on one body of each charter, from a proposal to its minutes, by that charter's own rules.

Each is played twice: typed in the channel, and by card in a chat with the one who serves.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.passing_time import stays_silent
from tests.harness.seeds import OpenSeed, planned
from tests.harness.steps import VISITS, in_channel

UNSETTLED = "Ikke fastsat i kommissoriet"
AGENDA, MINUTES = "Dagsorden til mødet den", "Referat fra mødet den"
TITLE = str(VISITS["Overskrift"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A forum that ships, and what its charter settles: an empty string is nothing."""

    name: str
    proposer: str
    serving: str
    leaders: str
    begins: str
    reminded: str
    after: str
    leaves: str = ""
    minutes_by: str = ""
    office: str = "sekretariatet"


STEERING = Body(
    name="klyngestyregruppe-nord",
    proposer="direktoer-broenderslev",
    serving="sekretariat-kommuner",
    leaders="Direktør (Hjørring) og Hospitalsdirektør (Regionshospital Nordjylland)",
    begins="2027-02-01T09:00",
    reminded="2027-02-22T08:00",
    after="2027-02-24T08:00",
)
MUNICIPAL = Body(  # without a secretariat
    name="kommuneklynge-syd",
    proposer="sundhedschef-ishoej-vallensbaek",
    serving="sundhedschef-hvidovre",
    leaders="Sundhedschef (Hvidovre)",
    begins="2027-05-24T09:00",
    reminded="2027-06-14T08:00",
    after="2027-06-16T08:00",
    office="formanden",
)
POLITICAL = Body(
    name="politisk-klynge-midt",
    proposer="udvalgsformand-jammerbugt",
    serving="sekretariat-kommuner",
    leaders="Udvalgsformand, sundhed (Aalborg)",
    begins="2027-03-15T09:00",
    reminded="2027-04-12T08:00",
    after="2027-04-14T08:00",
    leaves="2027-04-06T08:00",
    minutes_by="20. april 2027",
)
BODIES = pytest.mark.parametrize("body", [STEERING, MUNICIPAL, POLITICAL], ids=lambda body: body.name)


@BODIES
async def test_typed_in_the_channel_from_a_proposal_to_its_minutes(open_seed: OpenSeed, body: Body) -> None:
    async with open_seed(body.name, body.begins) as here:
        assert body.leaders in words(await here.says(body.proposer, "møder"))
        form = await here.says(body.proposer, "foreslå")
        await here.clicks(body.proposer, form, "Send forslag", VISITS)
        await here.sees("Mødet den", "Nyt forslag til dagsordenen", TITLE)
        item = _item(words(await here.says(body.serving, "optag 1")))
        await _deadlines_are_the_charters(here, body)
        await _leaves(here, body, by_hand=lambda: here.says(body.serving, "send dagsorden ud"))
        await here.at(body.reminded)
        await here.sees("Påmindelse om møde", TITLE)
        await here.at(body.after)
        await here.says(body.serving, "alle var til stede")
        await here.says(body.serving, f"beslutning {item}: Godkendt. Vi går i gang.")
        await here.says(body.serving, "send referat")
        assert "Vi går i gang." in words(await here.sees(MINUTES, "Sendt den"))


@BODIES
async def test_by_card_in_a_chat_from_a_proposal_to_its_minutes(open_seed: OpenSeed, body: Body) -> None:
    async with open_seed(body.name, body.begins) as here:
        form = await here.says(body.proposer, "foreslå", PERSONAL)
        await here.clicks(body.proposer, form, "Send forslag", VISITS)
        heard = await here.hears(body.serving, "Nyt forslag", TITLE)
        await here.clicks(body.serving, heard, "Behandl forslag")
        await here.clicks(body.serving, heard, "Optag på dagsordenen")
        item = _item(words(await here.hears(body.proposer, "er optaget som punkt")))
        draft = await here.says(body.serving, "dagsorden", PERSONAL)
        if not body.leaves:
            shown = await here.says(body.proposer, "dagsorden")
            refused = await here.clicks(body.proposer, shown, "Send dagsordenen ud nu")
            assert f"Kontakt {body.office} for" in str(refused.card)
        await _leaves(here, body, by_hand=lambda: here.clicks(body.serving, draft, "Send dagsordenen ud nu"))
        await here.at(body.reminded)
        await here.at(body.after)
        if body.minutes_by:
            await here.hears(body.serving, "Referatet skal udsendes", body.minutes_by)
        minutes = await here.says(body.serving, "referat", PERSONAL)
        assert (UNSETTLED.lower() in words(minutes)) is not bool(body.minutes_by)
        await here.clicks(body.serving, minutes, f"Punkt {item}")
        await here.clicks(body.serving, minutes, "Gem beslutning", {"Udfald": "Godkendt"})
        await here.clicks(body.serving, minutes, "Se referatet før udsendelse")
        await here.clicks(body.serving, minutes, "Send referat")
        await here.sees(MINUTES, "Sendt den")


def _item(told: str) -> str:
    """As which item it was taken up: what stands before it is the charter's and the forum's to say."""
    found = re.search(r"som punkt (\d+)", told)
    assert found, told
    return found[1]


async def _deadlines_are_the_charters(here: Stage, body: Body) -> None:
    told = words(await here.says(body.proposer, "frister"))
    assert (UNSETTLED in told.partition("Udsendelse af dagsordenen")[2][:80]) is not bool(body.leaves)
    assert any("Referatet" in each for each in await planned(here)) is bool(body.minutes_by)


async def _leaves(here: Stage, body: Body, by_hand: Callable[[], Awaitable[object]]) -> None:
    """The agenda leaves on the charter's day by itself, and by hand alone where there is none."""
    if body.leaves:
        await here.at(body.leaves)
    else:
        await stays_silent(here, body.reminded.replace("T08:00", "T07:00"))
        assert in_channel(here, AGENDA) == []
        await by_hand()
    await here.sees(AGENDA, TITLE)
