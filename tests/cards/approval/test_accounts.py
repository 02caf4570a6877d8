"""Whose answer may not be their own stands in plain words, to whoever may see it."""

from dataclasses import replace

import pytest

from bot.domain.approval.accounts import Doubt
from bot.domain.approval.state import Standpoint, Verdict
from cards.approval.cards import request
from cards.approval.news import complete
from cards.approval.reminders import account_changed
from cards.kit.elements import Mention
from tests.cards.agenda.setting import MEETING
from tests.cards.approval.setting import PEOPLE, a_round, asked_of, said
from tests.cards.checks import button_titles, check, texts

CHAIR = PEOPLE[0]
ANSWERED = a_round(said(CHAIR, Verdict.APPROVED))
WORDS = {
    Doubt.OTHER_NOW: "Svaret er givet fra en anden konto end den, som Formand (Hjørring) har nu.",
    Doubt.NEW_SINCE: "Svaret er givet fra en konto, som Formand (Hjørring) først har fået, efter at der",
}


@pytest.mark.parametrize("why", Doubt)
def test_a_doubt_stands_below_the_answer_and_where_all_have_approved(why: Doubt) -> None:
    asked = asked_of(ANSWERED, doubts={CHAIR: why})
    approved = asked_of(replace(ANSWERED, standpoint=Standpoint.APPROVED), doubts={CHAIR: why})
    for card in (request(asked), complete(approved, may_send=True, mention=None)):
        check(card)
        assert WORDS[why] in texts(card)
    assert "Svaret er givet" not in texts(request(asked_of(ANSWERED)))


def test_which_of_several_accounts_answered_is_told_by_its_end() -> None:
    card = request(asked_of(ANSWERED, told_accounts={CHAIR: "t/00000000-0000-4000-8000-000000abcdef"}))
    check(card)
    assert "(fra kontoen, der ender på abcdef)" in texts(card)


def test_the_card_holds_a_doubt_about_each_of_twenty_who_wrote_all_they_may() -> None:
    people = tuple(f"p{number}" for number in range(20))
    given = [said(person, Verdict.APPROVED_WITH_REMARKS, "🙂*" * 1_000) for person in people]
    asked = asked_of(
        replace(a_round(*given), approvers=people),
        names={person: f"Udvalgsformand {person} ".ljust(60, "ø") for person in people},
        shows_remarks=True,
        doubts=dict.fromkeys(people, Doubt.NEW_SINCE),
        told_accounts=dict.fromkeys(people, f"{'t' * 36}/{'o' * 36}"),
    )
    check(request(asked))


def test_the_secretariat_is_told_whom_to_ask_with_the_way_to_the_answers() -> None:
    card = account_changed("f", MEETING, "Formand (Hjørring)", mention=Mention("Sekretær", "id"))
    check(card)
    assert "Spørg Formand (Hjørring), om det er rigtigt." in texts(card)
    assert button_titles(card) == ["Se godkendelser"]
