"""The cards of a proposal: complete for those who may see it, neutral for all others, and never too large."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.rules import LONGEST_CASE, LONGEST_NOTE, LONGEST_TEXT, LONGEST_TITLE
from bot.domain.proposals.state import Content, ItemKind, Proposal, ProposalStatus
from bot.domain.proposals.triage import Act
from cards.kit.elements import Mention
from cards.kit.words import say
from cards.proposals import cards, lists, reading, triage
from cards.proposals.buttons import OWN
from cards.proposals.closed import NEUTRAL_TITLE
from cards.proposals.lists import Listed
from cards.proposals.view import ProposalView, redacted
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
CONTENT = Content(
    title="Lægedækning på Læsø",
    kind=ItemKind.DISCUSSION,
    summary="Flere praksis står over for *generationsskifte*.",
    recommendation="Det indstilles, at klyngen drøfter udfordringen.",
    basis="local",
    financial_note="Inden for rammen.",
    amount=Decimal("450000.00"),
    duration=timedelta(minutes=30),
    links=("https://example.org/bilag_(1).pdf",),
)
VIEW = ProposalView(
    forum="politisk-klynge-nord",
    number=3,
    year=2027,
    revision=1,
    status=ProposalStatus.RECEIVED,
    content=CONTENT,
    by="Udvalgsformand (Læsø)",
    organisation="Læsø Kommune",
    behalf="Læsø Kommune",
    basis="Lokal sundhedspolitisk problemstilling",
    meeting=MEETING,
    late=DEADLINE,
    right="Lokale politikere",
)
LATER = {"2027-2": "tirsdag den 5. oktober 2027"}
CLOSED = Proposal(
    id=7,
    forum="politisk-klynge-nord",
    year=2027,
    number=4,
    revision=2,
    meeting="2027-1",
    proposer="formand-laesoe",
    on_behalf_of="laesoe",
    by_right=True,
    content=replace(CONTENT, is_closed=True),
    status=ProposalStatus.POSTPONED,
    words="Kontrakten er ikke underskrevet.",
    received_at=local("2027-02-01T10:00"),
    after_deadline=True,
)


def listed(view: ProposalView) -> Listed:
    """As its proposer has it in their list."""
    return Listed(view=view, acts={Act.REVISE, Act.WITHDRAW})


def largest(sign: str) -> ProposalView:
    """A proposal with as much in every field as may be there."""
    content = Content(
        title=sign * LONGEST_TITLE,
        kind=ItemKind.DISCUSSION,
        summary=sign * LONGEST_TEXT,
        recommendation=sign * LONGEST_TEXT,
        case_description=sign * LONGEST_CASE,
        financial_note=sign * LONGEST_NOTE,
        amount=Decimal("999999999999.99"),
        links=tuple(f"https://example.org/{number}/{'ø' * 370}" for number in range(10)),
    )
    return replace(VIEW, content=content, words=sign * LONGEST_TEXT, behalf="Sundhedskoordinationsudvalget")


def test_the_channel_sees_who_proposes_what_and_when() -> None:
    card = cards.posted(VIEW)
    check(card)
    said = texts(card)
    for words in (
        "Nyt forslag til dagsordenen",
        "Lægedækning på Læsø",
        "Foreslået af Udvalgsformand (Læsø), Læsø Kommune",
        "Drøftelse",
        "Lokal sundhedspolitisk problemstilling",
        "tirsdag den 16. marts 2027",
        "30 min.",
        "450.000 kr.",
        "Det indstilles, at klyngen drøfter udfordringen.",
        "Lokale politikere kan ifølge kommissoriet sætte emner på dagsordenen.",
        "Modtaget efter fristen tirsdag den 16. februar 2027",
        "Status: Modtaget",
        "3/2027",
    ):
        assert words in said


def test_what_people_wrote_is_escaped_and_links_keep_their_brackets() -> None:
    said = texts(cards.posted(VIEW))
    assert r"\\*generationsskifte\\*" in said
    assert "[link 1](https://example.org/bilag_%281%29.pdf)" in said


def test_an_accepted_one_that_the_sent_agenda_or_the_version_lacks_is_not_said_to_be_on_it() -> None:
    accepted = replace(VIEW, status=ProposalStatus.ACCEPTED, words="")
    assert "kom ikke med på den dagsorden" in triage.outcome_words(accepted)
    assert "ikke med i version 2" in triage.outcome_words(accepted, place=6, missing_from=2)
    assert "ikke med" not in triage.outcome_words(accepted, place=6)


@pytest.mark.parametrize("status", ProposalStatus)
def test_there_is_one_button_while_there_is_something_to_treat(status: ProposalStatus) -> None:
    settled = (ProposalStatus.DECLINED, ProposalStatus.WITHDRAWN, ProposalStatus.HANDED_ON)
    shown = button_titles(cards.posted(replace(VIEW, status=status)))
    is_seen = status in (ProposalStatus.ACCEPTED, ProposalStatus.FORWARDED)
    title = "Se forslaget" if is_seen else "Behandl forslag"
    assert shown == ([] if status in settled else [title])


@pytest.mark.parametrize("status", ProposalStatus)
def test_of_a_closed_proposal_every_card_for_the_channel_is_neutral(status: ProposalStatus) -> None:
    view = redacted(replace(CLOSED, status=status))
    shown = [
        cards.posted(view),
        cards.received(view),
        lists.mine([Listed(view=view, acts=frozenset(OWN))]),
        triage.triage(view, frozenset(Act), LATER),
        triage.settled(view, triage.outcome_words(view, place=4)),
    ]
    told = triage.outcome(view, triage.outcome_words(view, place=4), Mention("Udvalgsformand", "id"))
    secrets = (
        *("Læge", "generationsskifte", "udfordringen", "Inden for", "450", "bilag_", "Kontrakten", "Kommune"),
        *("16. marts", "Drøftelse", "problemstilling", "politiker", "efter fristen", "30 min"),
    )
    for card in (*shown, told):
        check(card)
        assert [secret for secret in secrets if secret in texts(card)] == []
    assert [NEUTRAL_TITLE in texts(card) for card in shown] == [True] * len(shown)
    assert NEUTRAL_TITLE not in texts(told), "whoever is called by name there would be known as the proposer"


def test_the_neutral_title_is_the_agreed_one() -> None:
    assert say("agenda.closed_item") == NEUTRAL_TITLE


@pytest.mark.parametrize("sign", ["ø", "🙂", "\\", '"', "*"])
def test_the_largest_proposal_stays_small_enough_and_says_what_is_left_out(sign: str) -> None:
    view = largest(sign)
    twenty = [listed(replace(view, number=number)) for number in range(999_999_980, 1_000_000_000)]
    for card in (
        cards.posted(view),
        cards.received(view),
        lists.mine(twenty),
        lists.open_ones(twenty, has_more=True),
        *(reading.reading(view, part, "") for part in range(6)),
        triage.triage(view, frozenset(Act), LATER, typed=sign * LONGEST_TEXT),
        triage.settled(replace(view, status=ProposalStatus.DECLINED), sign * 2_300),
        triage.outcome(replace(view, status=ProposalStatus.NEEDS_INFO), sign * 2_300, Mention("N" * 200, "id")),
    ):
        check(card)
    read = "".join(texts(reading.reading(view, part, "")) for part in range(1, 7))
    assert read.count(sign) >= LONGEST_CASE + 2 * LONGEST_TEXT
    is_cut = "…" in texts(cards.posted(view)) or "link 10" not in texts(cards.posted(view))
    assert is_cut is (say("proposal.line.shortened") in texts(cards.posted(view)))


def test_a_long_proposal_in_danish_is_shown_whole() -> None:
    said = texts(cards.posted(largest("a")))
    assert "a" * LONGEST_TEXT in said
    assert say("proposal.line.shortened") not in said


def test_the_confirmation_tells_number_and_lateness() -> None:
    late = cards.received(VIEW)
    check(late)
    assert "modtaget som nr. 3" in texts(late)
    assert "efter fristen tirsdag den 16. februar 2027" in texts(late)
    assert "efter fristen" not in texts(cards.received(replace(VIEW, late=None)))


def test_the_secretariat_gets_its_buttons_and_one_field_for_words() -> None:
    card = triage.triage(VIEW, {Act.ACCEPT, Act.ASK, Act.POSTPONE, Act.DECLINE}, LATER)
    check(card)
    assert button_titles(card) == [
        "Optag på dagsordenen",
        "Bed om uddybning",
        "Udskyd til et senere møde",
        "Sæt ikke på dagsordenen",
    ]
    labels = {each["id"]: each["label"] for each in elements(card.content) if str(each["type"]).startswith("Input")}
    assert labels == {"meeting": "Udskyd til", "words": "Begrundelse eller spørgsmål"}
    assert "Endnu ikke fastsat" in texts(card)


def test_the_asked_proposer_gets_the_question_and_a_field_for_the_answer() -> None:
    asked = replace(VIEW, status=ProposalStatus.NEEDS_INFO, words="Hvor mange praksis?")
    shown = triage.triage(asked, {Act.ELABORATE, Act.WITHDRAW}, {})
    told = triage.outcome(asked, triage.outcome_words(asked), None)
    for card in (shown, told):
        check(card)
        assert "Hvor mange praksis?" in texts(card)
        assert "Uddybning" in texts(card)
    assert button_titles(shown) == ["Send uddybning", "Træk forslaget tilbage"]
    assert button_titles(told) == ["Send uddybning", "Ret forslaget"]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (ProposalStatus.ACCEPTED, "er optaget som punkt 4 på dagsordenen til mødet den 16. marts 2027."),
        (ProposalStatus.POSTPONED, "er udskudt til mødet den 16. marts 2027. Begrundelse: Derfor."),
        (ProposalStatus.DECLINED, "er ikke sat på dagsordenen. Begrundelse: Derfor."),
    ],
)
def test_each_outcome_has_its_sentence(status: ProposalStatus, words: str) -> None:
    said = triage.outcome_words(replace(VIEW, status=status, words="Derfor."), place=4)
    assert words in said
    assert said.endswith("Derfor.")


def test_what_is_postponed_to_no_meeting_yet_says_so() -> None:
    view = replace(VIEW, status=ProposalStatus.POSTPONED, words="Derfor.", meeting=None)
    assert "udskudt til et senere møde" in triage.outcome_words(view)


def test_an_outcome_in_the_channel_calls_the_proposer() -> None:
    mention = Mention("Udvalgsformand (Læsø)", "00000000-0000-4000-8000-000000000004")
    card = triage.outcome(replace(VIEW, status=ProposalStatus.DECLINED, words="Derfor."), "Svaret er nej.", mention)
    check(card)
    assert card.content["body"][0]["text"] == f"{mention.tag}: Svaret er nej."
    assert card.content["msteams"]["entities"][0]["mentioned"]["id"] == mention.object_id
