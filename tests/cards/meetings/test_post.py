"""The meeting's post is short, tells what it leaves out, and fits however much was proposed."""

from dataclasses import replace

import pytest

from bot.domain.proposals.state import Content, ItemKind, ProposalStatus
from cards.meetings.post import Post, post
from cards.proposals.closed import public
from cards.proposals.view import ProposalView
from tests.cards.checks import button_titles, check, texts
from tests.cards.minutes.test_minutes import LONG
from tests.harness.klynge_nord import klynge_nord

MEETING = klynge_nord().meetings[0]


def proposed(number: int, words: str = "Lægedækning", status: ProposalStatus = ProposalStatus.RECEIVED) -> ProposalView:
    content = Content(title=words, kind=ItemKind.DECISION, summary=words)
    return ProposalView(
        forum=MEETING.forum,
        number=number,
        year=2027,
        revision=1,
        status=status,
        content=content,
        by="En",
        organisation="To",
    )


def of(newest: ProposalView | None, *others: ProposalView) -> Post:
    return Post(
        meeting=MEETING,
        host="Hjørring Kommune",
        standing={"Forslag": "3 venter på sekretariatet.", "Referat": None},
        newest=newest,
        others=others,
        may_start=False,
        takes_proposals=True,
        takes_absences=True,
        has_minutes=False,
    )


@pytest.mark.parametrize("words", LONG)
def test_it_fits_however_much_was_proposed_and_counts_what_it_leaves_out(words: str) -> None:
    card = post(of(proposed(41, words), *(proposed(number, words) for number in range(1, 41))))
    check(card)
    shown = button_titles(card).count("Se forslaget")
    assert 3 <= shown < 40
    assert f"Og {40 - shown} forslag mere." in texts(card)


def test_the_newest_stands_first_and_the_rest_have_a_line_each() -> None:
    card = post(
        of(proposed(3, "Det nyeste"), proposed(2, "Et ældre"), proposed(1, "Afsluttet", ProposalStatus.DECLINED))
    )
    check(card)
    said = texts(card)
    assert said.index("Nyt forslag til dagsordenen") < said.index("Det nyeste") < said.index("Et ældre")
    newest, others = ["Læs hele forslaget", "Behandl forslag"], ["Se forslaget", "Se forslaget"]
    assert button_titles(card) == [
        *newest,
        *others,
        "Åbn dagsordenen",
        "Foreslå et punkt",
        "Meld afbud",
        "Føj til kalender",
    ]
    assert "Referat" not in said


def test_without_anything_new_it_says_so_by_silence() -> None:
    card = post(replace(of(None), takes_proposals=False, takes_absences=False, has_minutes=True))
    check(card)
    assert "Nyt forslag" not in texts(card)
    assert button_titles(card) == ["Se referatet", "Åbn dagsordenen"]


def test_once_the_agenda_was_sent_what_is_not_on_it_is_said_to_be_left_out() -> None:
    shown = of(None, proposed(1, "For sent", ProposalStatus.ACCEPTED))
    assert "Optaget på dagsordenen" in texts(post(shown))
    said = texts(post(replace(shown, takes_proposals=False)))
    assert "Kom ikke med på dagsordenen" in said
    assert "Optaget på dagsordenen" not in said


def test_of_a_closed_one_it_shows_the_neutral_title_alone() -> None:
    secret = proposed(1, "Hemmeligt")
    card = post(
        of(
            replace(
                secret,
                content=public(replace(secret.content, is_closed=True)),
                is_redacted=True,
                by="",
                organisation="",
            )
        )
    )
    assert "Hemmeligt" not in texts(card)
    assert "Lukket punkt" in texts(card)
    assert "Foreslået af" not in texts(card)
