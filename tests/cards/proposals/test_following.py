"""Reading, changing and following proposals: nothing is left out, and what became of each is told as it is."""

from dataclasses import replace

import pytest

from bot.domain.minutes.state import Outcome, Resolution
from bot.domain.proposals.asked import asked_by
from bot.domain.proposals.notices import Event
from bot.domain.proposals.revising import form_of
from bot.domain.proposals.rules import LONGEST_TEXT
from bot.domain.proposals.state import Change, Dialogue, ProposalStatus
from bot.domain.proposals.triage import Act
from cards.kit.elements import Mention
from cards.kit.words import say
from cards.proposals import cards, lists, news, reading
from cards.proposals.fate import Fate, fate
from cards.proposals.lists import Listed
from cards.proposals.revision import Reviser, Revising, revision
from cards.proposals.view import redacted
from tests.cards.checks import button_titles, check, elements, texts
from tests.cards.proposals.test_proposal import CLOSED, CONTENT, VIEW, largest, listed
from tests.harness.charters import SILENT_CHARTER


def test_the_list_of_ones_own_stays_complete_when_it_is_long() -> None:
    twenty = [listed(replace(largest("ø"), number=number)) for number in range(1, 21)]
    card = lists.mine(twenty)
    check(card)
    assert button_titles(card).count("Se forslaget") == 20
    few = lists.mine(twenty[:3])
    assert button_titles(few) == ["Ret forslaget", "Træk forslaget tilbage", "Se forslaget"] * 3


def test_what_is_open_is_listed_with_the_buttons_to_treat_it() -> None:
    treated = Listed(view=VIEW, acts={Act.ACCEPT, Act.ASK})
    card = lists.open_ones([treated, Listed(view=replace(VIEW, number=4))], has_more=True)
    check(card)
    assert button_titles(card) == ["Optag på dagsordenen", "Behandl forslag", "Se forslaget"]
    assert say("proposal.open.more") in texts(card)
    assert say("proposal.open.none") in texts(lists.open_ones([], has_more=False))


def test_the_whole_case_is_behind_a_button_and_reads_in_full() -> None:
    view = replace(VIEW, content=replace(CONTENT, case_description="Sagen er lang. " * 600))
    posted = cards.posted(view)
    assert "Læs hele forslaget" in button_titles(posted)
    assert "Sagen er lang" not in texts(posted)
    assert texts(reading.reading(view, 1, "Mit svar")).count("Sagen er lang.") == 600
    back = next(each for each in elements(reading.reading(view, 1, "Mit svar").content) if "data" in each)
    assert back["data"]["words"] == "Mit svar"


@pytest.mark.parametrize("reviser", Reviser)
def test_a_long_proposal_is_changed_in_two_parts_and_nothing_is_left_out(reviser: Reviser) -> None:
    content = replace(largest("ø").content, summary="🙂" * LONGEST_TEXT, links=())
    revising = Revising(
        reviser=reviser, typed=form_of(content), words="Besked", bases={}, asked=asked_by(SILENT_CHARTER), draft=None
    )
    shown = [revision(VIEW, revising, part) for part in (1, 2)]
    values: dict[str, str] = {}
    for card in shown:
        check(card)
        values |= {each["id"]: each.get("value", "") for each in elements(card.content) if each["type"] == "Input.Text"}
    assert values["summary"] == content.summary
    assert values["case_description"] == content.case_description
    assert [button_titles(card)[1][:9] for card in shown] == ["Gem, og g"] * 2
    short = revision(VIEW, replace(revising, typed=form_of(CONTENT)), 2)
    assert "Sagsfremstilling (valgfrit)" in texts(short)
    assert len(button_titles(short)) == 1


def test_a_suggested_change_stands_beside_its_two_answers() -> None:
    change = Change(
        before=CONTENT, after=replace(CONTENT, title="Nyt navn", amount=None, is_closed=True), words="Fejl."
    )
    view = replace(VIEW, dialogue=Dialogue(change=change))
    card = news.news(view, Event.SUGGESTED, "", ("title",), None)
    check(card)
    assert button_titles(card) == ["Indarbejd", "Indarbejd ikke", "Behandl forslag"]
    assert "Nyt navn" in texts(card)
    assert "foreslår at ændre forslag nr. 3 »Lægedækning på Læsø«: Overskrift." in texts(card)


@pytest.mark.parametrize("what", Event)
def test_of_a_closed_one_the_news_in_the_channel_are_neutral(what: Event) -> None:
    view = redacted(CLOSED)
    mention = Mention("Sekretariat", "id")
    for card in (
        news.news(view, what, "Hemmeligt svar", ("title",), mention),
        news.to_proposer(view, what, "Hemmeligt svar", ("title",), mention),
        news.to_leader(view, mention),
    ):
        check(card)
        assert "Hemmeligt" not in texts(card)
        assert "Læge" not in texts(card)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Fate(position=4, is_sent=False, missing_from=None, resolution=None), "Optaget på udkastet til mødet"),
        (
            Fate(position=4, is_sent=False, missing_from=1, resolution=None, version_stands=", som er sendt retur"),
            "Optaget på udkastet som punkt 4, men ikke med i version 1, som er sendt retur",
        ),
        (Fate(position=4, is_sent=True, missing_from=None, resolution=None), "Punkt 4 på den dagsorden"),
        (Fate(position=None, is_sent=True, missing_from=None, resolution=None), "Kom ikke med på den dagsorden"),
        (
            Fate(
                position=4,
                is_sent=True,
                missing_from=None,
                resolution=Resolution(item=7, outcome=Outcome.APPROVED, words="Husk prisen."),
            ),
            "Beslutning: Godkendt. Husk prisen.",
        ),
    ],
)
def test_what_became_of_it_is_told(found: Fate, words: str) -> None:
    assert words in fate(replace(VIEW, status=ProposalStatus.ACCEPTED), found)
    assert fate(VIEW, found) == "Modtaget · mødet den 16. marts 2027"


def test_nothing_proposed_yet_is_said() -> None:
    card = lists.mine([])
    check(card)
    assert "endnu ikke foreslået" in texts(card)
