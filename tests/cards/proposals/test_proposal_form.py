"""The form for proposals: what it presets, what it keeps, and what it does when too much was typed."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.forum import Choice
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.office import SECRETARIAT
from bot.domain.kernel.people import Role
from bot.domain.proposals.actions import Propose
from bot.domain.proposals.asked import asked_by
from bot.domain.proposals.proposers import RightToPropose
from cards.kit.words import say
from cards.proposals.form import Offer, form
from tests.cards.checks import button_titles, check, elements, texts
from tests.harness.charters import SILENT_CHARTER
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
    office=SECRETARIAT,
    forum="Politisk Klynge Nord",
    parties={"laesoe": "Læsø Kommune"},
    bases={"plan": "Implementeringsplanen", "other": "Andet"},
    meetings=(MEETING,),
    deadline=DEADLINE,
    is_late=False,
    right=RightToPropose(circles=("Lokale politikere", "Parterne")),
    asked=asked_by(SILENT_CHARTER),
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


def test_a_paste_is_never_cut_by_the_field_or_the_card() -> None:
    typed = Propose(form="f", title="x" * 300, summary="æ" * 4_980, case_description="ord " * 2_500)
    card = form(typed, OFFER)
    check(card)
    fields = {each["id"]: each for each in elements(card.content) if each["type"] == "Input.Text"}
    assert not [name for name, each in fields.items() if "maxLength" in each]
    assert fields["title"]["value"] == typed.title
    assert fields["summary"]["value"] == typed.summary
    assert fields["case_description"]["value"] == typed.case_description


def test_what_is_optional_is_marked_so() -> None:
    card = form(Propose(form="f"), OFFER)
    texts_in = [each for each in elements(card.content) if each["type"] == "Input.Text" and each["id"] != "duration"]
    assert [each["id"] for each in texts_in if "(valgfrit)" in each["label"]] == [
        each["id"] for each in texts_in if not each.get("isRequired")
    ]


def test_in_the_channel_a_closed_item_needs_no_more_than_its_title() -> None:
    card = form(Propose(form="f"), replace(OFFER, is_public=True))
    check(card)
    assert [each["id"] for each in elements(card.content) if each.get("isRequired")] == ["title"]
    assert "Skriv kun en neutral overskrift her." in texts(card)
    assert "Skriv kun en neutral overskrift her." not in texts(form(Propose(form="f"), OFFER))


@pytest.mark.parametrize(
    ("right", "words"),
    [
        (OFFER.right, "Forslagsret: Lokale politikere og Parterne"),
        (RightToPropose(), "Forslagsret: Ikke fastsat i kommissoriet"),
        (
            RightToPropose(
                roles=(Role.POLITICIAN, Role.COORDINATOR),
                choice=Choice(["politician", "coordinator"], "Klyngen", date(2026, 10, 6)),
            ),
            "Forslagsret: politikere og koordinatorer (valgt af Klyngen den 6. oktober 2026)",
        ),
    ],
)
def test_the_foot_tells_who_may_propose_or_that_nobody_settled_it(right: RightToPropose, words: str) -> None:
    assert words in texts(form(Propose(form="f"), replace(OFFER, right=right)))


def test_a_forged_choice_falls_back_to_the_usual_one() -> None:
    card = form(Propose(form="f", basis="x", meeting="y", on_behalf_of="z"), OFFER)
    chosen = {each["id"]: each["value"] for each in elements(card.content) if each["type"] == "Input.ChoiceSet"}
    assert chosen == {"kind": "discussion", "basis": "plan", "on_behalf_of": "-", "meeting": "2027-1"}
