"""Who may propose, as people meet it: the form's foot, a refusal that says who may, and no button to others."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.forum.actions import ShowHelp
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import Choice
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.actions import ShowDeadlines
from bot.domain.proposals.actions import OpenProposalForm
from bot.usecases.desk import Desk
from bot.usecases.forum.queries import show_help
from bot.usecases.meetings.queries import show_deadlines
from bot.usecases.proposals import commands, queries
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk
from tests.harness.charters import saying
from tests.usecases.proposals.setting import BEFORE, COORDINATOR, FORM, POLITICIAN

BUTTON = "Foreslå et punkt"


def silent(desk: Desk, *roles: str) -> Desk:
    """At a forum whose charter names no proposers, perhaps with a choice of its own."""
    chosen = {"proposers": Choice(list(roles), "Klyngen", date(2026, 10, 6))} if roles else {}
    charter = saying(desk.forum.charter, agenda__proposers=())
    return replace(desk, forum=replace(desk.forum, charter=charter, choices={**desk.forum.choices, **chosen}))


async def test_the_form_says_who_may_and_that_nobody_settled_it(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        chartered = await queries.open_form(desk, COORDINATOR, OpenProposalForm())
        unsettled = await queries.open_form(silent(desk), COORDINATOR, OpenProposalForm())
        chosen = await queries.open_form(silent(desk, "coordinator"), COORDINATOR, OpenProposalForm())
    for card in (chartered, unsettled, chosen):
        check(card)
    assert "Forslagsret: Sundhedskoordinationsudvalget, Lokale politikere, Parterne" in texts(chartered)
    assert "Forslagsret: Ikke fastsat i kommissoriet" in texts(unsettled)
    assert "Forslagsret: koordinatorer (valgt af Klyngen den 6. oktober 2026)" in texts(chosen)


async def test_whoever_may_not_is_told_who_may_and_offered_nothing(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        chosen = silent(desk, "coordinator")
        for asking in (
            queries.open_form(chosen, POLITICIAN, OpenProposalForm()),
            commands.propose(chosen, POLITICIAN, FORM),  # type: ignore[arg-type]  # refused before it writes
        ):
            with pytest.raises(Refusal, match=r"may_not_propose\.choice"):
                await asking
        for person, is_offered in ((POLITICIAN, False), (COORDINATOR, True)):
            for card in (
                await show_help(chosen, person, ShowHelp()),
                await show_deadlines(chosen, person, ShowDeadlines()),
            ):
                check(card)
                assert (BUTTON in button_titles(card)) is is_offered


async def test_on_a_card_that_all_read_the_button_stays(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE, Place.CHANNEL) as desk:
        card = await show_deadlines(silent(desk, "coordinator"), POLITICIAN, ShowDeadlines())
    assert BUTTON in button_titles(card)
