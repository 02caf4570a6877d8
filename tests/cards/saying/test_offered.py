"""The card that a sentence is met with: what was understood, the person's own words, and a button below the other."""

from dataclasses import replace

import pytest

from bot.domain.agenda.actions import MoveItem, ShowAgenda
from bot.domain.approval.actions import Clear, EditAnswer, Respond, ShowApprovals
from bot.domain.approval.clearance import Clearing
from bot.domain.approval.state import Verdict
from bot.domain.forum.actions import ShowHelp
from bot.domain.kernel.action import Action
from bot.domain.proposals.actions import OpenProposalForm, Propose
from bot.domain.saying.absent import Absent
from bot.domain.saying.actions import Lead, Offered
from bot.usecases.saying.absent import nearest
from cards.html.walk import buttons, parts
from cards.kit.buttons import unpack
from cards.kit.elements import Card
from cards.kit.fitting import is_small
from cards.kit.unlinked import as_typed
from cards.saying.cards import offered
from cards.saying.titles import title_of
from tests.cards.checks import check
from tests.cards.saying.test_titles import KNOWING, NAMING, NORD

MARKUP = "1. *stjerner* [link](https://example.org) <b>fed</b>"
_YES = Respond(verdict=Verdict.APPROVED, version=2)
_NO = Respond(verdict=Verdict.RETURNED, version=2, words="godkend ikke før punkt 4 er ude")
_BUT = replace(_NO, verdict=Verdict.APPROVED_WITH_REMARKS)


def drawn(lead: Lead, *offers: Action, absent: str = "") -> Card:
    card = offered(Offered(lead=lead, offers=offers, absent=absent), NAMING)
    check(card)
    return card


def read(card: Card) -> list[str]:
    """Its texts, without what is put between signs."""
    return [as_typed(part["text"]) for _, part in parts(card.content) if part.get("type") == "TextBlock"]


def clicked(card: Card) -> list[Action]:
    return [unpack(each.action["data"]) for each in buttons(card.content)]


def test_one_offer_is_said_back_and_several_are_asked_about() -> None:
    one, several = drawn(Lead.CLICK, _YES), drawn(Lead.CLICK, _BUT, _NO)
    assert read(one) == ["Mener du: Godkend dagsordenen til 16. marts (version 2)? Klik, eller svar »ja«."]
    assert read(several)[0] == "Hvad mener du? Vælg herunder, eller svar »ja« til det første."
    assert read(drawn(Lead.CLICK, EditAnswer()))[0].startswith("Mener du: Ret svar om dagsordenen til 16. marts?")


def test_each_button_stands_below_the_other_and_asks_in_this_forum() -> None:
    card = drawn(Lead.HELLO, ShowAgenda(), ShowApprovals(), ShowHelp())
    rows = [each for each in card.content["body"] if each["type"] == "ActionSet"]
    assert [len(each["actions"]) for each in rows] == [1, 1, 1]
    assert clicked(card) == [kind(forum=NORD.id) for kind in (ShowAgenda, ShowApprovals, ShowHelp)]


def test_ones_own_words_are_shown_once_as_they_will_be_sent() -> None:
    card = drawn(Lead.CLICK, _BUT, _NO)
    assert read(card)[1:] == ["Dine ord, som de bliver sendt:", _NO.words]
    assert clicked(card) == [replace(each, forum=NORD.id) for each in (_BUT, _NO)]
    other = drawn(Lead.CLICK, _BUT, replace(_NO, words="noget andet"))
    assert read(other).count("Dine ord, som de bliver sendt:") == 2


def test_what_a_form_shows_itself_is_not_repeated_unless_the_button_has_no_room_for_it() -> None:
    assert len(read(drawn(Lead.CLICK, OpenProposalForm(title="tandpleje")))) == 1
    assert len(read(drawn(Lead.CLICK, OpenProposalForm(title="tandpleje " * 12)))) == 3


def test_long_words_are_cut_where_they_are_shown_and_whole_in_the_button() -> None:
    words = "Æblegrød " * 200
    card = drawn(Lead.CLICK, replace(_NO, words=words))
    assert read(card)[2].endswith("…")
    assert clicked(card) == [replace(_NO, forum=NORD.id, words=words)]


def test_words_that_no_card_has_room_for_cost_the_last_buttons_and_then_are_asked_for_anew() -> None:
    long = [replace(each, words="Æ" * 3_000) for each in (_BUT, _NO, replace(_NO, verdict=Verdict.OBJECTED))]
    card = drawn(Lead.CLICK, *long)
    assert is_small(card)
    assert 0 < len(clicked(card)) < 3
    hopeless = drawn(Lead.CLICK, replace(_NO, words="Æ" * 10_000))
    assert read(hopeless) == ["Det er for langt til en knap. Skriv det kortere, så gør jeg det klar til dig."]


def test_a_button_is_as_long_as_a_phone_shows_and_what_it_lacks_stands_above_it() -> None:
    knowing = replace(KNOWING, items=("", "Lægedækning på Læsø i ferier og på helligdage"))
    far = Clear(clearing=Clearing.NOT_CLEARED, organisation="region-nordjylland", version=12, words="Nej.")
    card = offered(Offered(lead=Lead.CLICK, offers=(MoveItem(position=2, to="1"), far, _NO)), knowing)
    titles = [each.title for each in buttons(card.content)]
    assert all(len(each) <= 45 for each in titles)
    assert titles[2] == "Send retur: dagsordenen (16. marts, v. 2)"
    assert read(card)[1] == "Flyt punkt 2 til plads 1 (16. marts) »Lægedækning på Læsø i ferier og på helligdage«"
    assert "Ikke afklaret for Region Nordjylland: dagsordenen (16. marts, v. 12)" in read(card)
    assert len(read(card)) == 1 + 1 + 3 + 2


def test_markdown_in_ones_words_does_nothing() -> None:
    shown = read(drawn(Lead.CLICK, replace(_NO, words=MARKUP)))[2]
    assert "*stjerner*" not in shown.replace("\\*", "")
    assert "](" not in shown.replace("\\]", "")


def test_a_closed_proposal_is_not_read_out() -> None:
    card = drawn(Lead.CLICK, Propose(form="f", title="Sagen om NN", is_closed=True))
    assert not any("NN" in each for each in (*read(card), card.summary, card.content["speak"]))


@pytest.mark.parametrize("lead", Lead)
def test_every_lead_is_short_and_is_no_colon_without_anything_after_it(lead: Lead) -> None:
    for offers in ((), (_YES,), (_YES, ShowHelp())):
        card = drawn(lead, *offers)
        words = read(card)[0]
        assert len(words) < 120
        assert bool(offers) or not words.endswith(":")
        assert card.summary == words
        assert all(title_of(each, NAMING) in card.content["speak"] for each in offers)


@pytest.mark.parametrize("serves", [False, True])
@pytest.mark.parametrize("absent", Absent)
def test_what_there_is_not_is_said_plainly_with_what_comes_nearest(absent: Absent, serves: bool) -> None:
    found = nearest(absent, serves=serves)
    card = offered(found, NAMING)
    assert 1 <= len(found.offers) <= 3
    assert len(clicked(card)) == len(found.offers)
    assert " ikke" in read(card)[0] or "kun" in read(card)[0]
    assert "!" not in read(card)[0]
    assert len(read(card)[0]) < 180


def test_whoever_serves_the_forum_may_do_more() -> None:
    mine, theirs = (nearest(Absent.REMINDER_TO_ALL, serves=serves).offers for serves in (True, False))
    assert title_of(mine[0], NAMING) == "Ryk for svar (16. marts) …"
    assert mine != theirs


def test_something_unknown_that_there_is_not_is_said_so() -> None:
    assert read(drawn(Lead.ABSENT, ShowHelp(), absent="?")) == ["Det kan jeg ikke."]
