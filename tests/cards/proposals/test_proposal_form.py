"""The form for proposals: what it presets, what it keeps, and what it does when too much was typed."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.actions import Propose
from bot.domain.proposals.rules import LONGEST_LINKS, LONGEST_NOTE, LONGEST_TEXT
from cards.kit.words import say
from cards.proposals.form import Offer, form
from tests.cards.checks import button_titles, check, elements, texts
from tests.harness.klynge_nord import local

DEADLINE = Deadline(day=date(2027, 2, 16), source_day=date(2027, 2, 16), days_after_meeting=-28)
MEETING = Meeting(
    forum="politisk-klynge-nord",
    id="2027-1",
    starts=local("2027-03-16T16:30"),
    ends=local("2027-03-16T19:00"),
    place="Hjørring Rådhus",
)
OFFER = Offer(
    forum="Politisk Klynge Nord",
    parties={"laesoe": "Læsø Kommune"},
    bases={"plan": "Implementeringsplanen", "other": "Andet"},
    meetings=(MEETING,),
    deadline=DEADLINE,
    is_late=False,
)


def test_the_form_names_the_deadline_and_presets_what_is_usual() -> None:
    card = form(Propose(form="f", title="Lægedækning"), OFFER)
    check(card)
    fields = {each["id"]: each for each in elements(card.content) if str(each["type"]).startswith("Input")}
    assert "Frist for forslag til mødet den 16. marts 2027: tirsdag den 16. februar 2027" in texts(card)
    assert [name for name, each in fields.items() if each.get("isRequired")] == ["title", "summary", "recommendation"]
    preset = {name: each["value"] for name, each in fields.items() if each.get("value")}
    assert preset == {
        "title": "Lægedækning",
        "kind": "discussion",
        "basis": "plan",
        "on_behalf_of": "-",
        "meeting": "2027-1",
        "duration": "15",
        "is_closed": "false",
    }
    assert say("privacy.notice") in texts(card)
    assert button_titles(card) == ["Send forslag"]


def test_the_labels_are_the_ones_that_refusals_name() -> None:
    assert (say("proposal.field.title"), say("proposal.field.summary")) == ("Overskrift", "Resumé")
    assert say("proposal.field.recommendation") == "Forslag til indstilling"


def test_what_the_charter_does_not_know_is_not_asked() -> None:
    card = form(Propose(form="f"), replace(OFFER, bases={}, meetings=(), deadline=None))
    check(card)
    assert not [each for each in elements(card.content) if each.get("id") in ("basis", "meeting")]
    assert "ikke planlagt et møde" in texts(card)
    assert "ikke fastsat en frist" in texts(form(Propose(form="f"), replace(OFFER, deadline=None)))


@pytest.mark.parametrize("sign", ["ø", "🙂", "\\"])
def test_the_form_keeps_what_was_typed_and_tells_when_it_cannot(sign: str) -> None:
    typed = Propose(
        form="f",
        title=sign * 10_000,
        summary=sign * LONGEST_TEXT,
        recommendation=sign * LONGEST_TEXT,
        financial_note=sign * LONGEST_NOTE,
        links="https://example.org/" + "a" * (LONGEST_LINKS - 20),
        amount="1" * 10_000,
        duration="x" * 10_000,
    )
    card = form(typed, OFFER)
    check(card)
    assert say("proposal.form.cut") in texts(card)
    whole = form(replace(typed, title="Kort", amount="", duration="", links=""), OFFER)
    assert say("proposal.form.cut") not in texts(whole)


def test_a_forged_choice_falls_back_to_the_usual_one() -> None:
    card = form(Propose(form="f", basis="x", meeting="y", on_behalf_of="z"), OFFER)
    chosen = {each["id"]: each["value"] for each in elements(card.content) if each["type"] == "Input.ChoiceSet"}
    assert chosen == {"kind": "discussion", "basis": "plan", "on_behalf_of": "-", "meeting": "2027-1"}
