"""Whom to turn to, as a card."""

from bot.domain.kernel.provision import Provision
from cards.forum.contact import Reached, contact
from tests.cards.checks import check, texts

CHAIR, CLERK = Reached("Formand", "formand@example.org"), Reached("Sekretariat", None)


def test_a_charter_that_makes_its_chair_the_way_in_is_quoted() -> None:
    words = Provision(True, "Formanden er indgangen til kommuneklyngen.")
    quoted = contact(words, leaders=[CHAIR], secretariat=[CLERK])
    check(quoted)
    assert "Kommissoriet: »Formanden er indgangen til kommuneklyngen.«" in texts(quoted)
    assert "Formand: [formand@example.org](mailto:formand@example.org)" in texts(quoted)


def test_where_nobody_leads_or_serves_nothing_is_filled_in() -> None:
    nobody = contact(Provision(), leaders=[], secretariat=[])
    check(nobody)
    assert texts(nobody).count("Ikke fastsat i kommissoriet") >= 2
    assert "mailadresse" not in texts(nobody)


def test_very_many_people_fit_and_those_left_out_are_counted() -> None:
    crowd = [Reached("æ" * 500, f"{'a' * 200}{number}@example.org") for number in range(60)]
    card = contact(Provision(True, "x" * 5_000), leaders=crowd, secretariat=crowd)
    check(card)
    assert "… og" in texts(card)
