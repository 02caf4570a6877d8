"""The cards of minutes: they read as they look, fit with the largest content, and lead to what they leave out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.items import MinutedItem
from bot.domain.minutes.state import Outcome
from cards.kit.elements import Card, Mention
from cards.minutes import cards
from cards.minutes import form as forms
from cards.minutes.cards import Said, Shown
from tests.cards.checks import button_titles, check, texts
from tests.harness.klynge_nord import COPENHAGEN, local

MEETING = Meeting(
    forum="politisk-klynge-nord",
    id="2027-1",
    starts=local("2027-03-16T16:30"),
    ends=local("2027-03-16T19:00"),
    place="Hjørring Rådhus",
)
DUE = Deadline(day=date(2027, 3, 23), source_day=date(2027, 3, 23), days_after_meeting=7)
MOVED = Deadline(day=date(2027, 3, 19), source_day=date(2027, 3, 20), days_after_meeting=3)
ITEMS = (
    MinutedItem(position=1, title="Godkendelse af dagsorden", is_recorded=False, is_needed=False),
    MinutedItem(position=2, title="Fælles model", is_recorded=True, outcome=Outcome.APPROVED, words="Start *i maj*."),
    MinutedItem(position=3, title="Lukket punkt", is_recorded=True, is_hidden=True),
    MinutedItem(position=4, title="Ny sag", is_recorded=False),
)
SHOWN = Shown(
    forum="politisk-klynge-nord",
    forum_name="Politisk Klynge Nord",
    tz=COPENHAGEN,
    meeting=MEETING,
    revision=4,
    items=ITEMS,
    absent=("Praktiserende læge",),
    sent_at=local("2027-03-17T10:00"),
    remarks_until=MOVED,
)
LONG = ("æ" * 2_000, "🏥" * 2_000, '*_`<"\\' * 333, "linje\n" * 333)


def largest(words: str) -> Shown:
    """Forty items, sixty people, and as many remarks and additions, each as long as it may be."""
    line = MinutedItem(
        position=1, title=words[:200].replace("\n", " "), is_recorded=True, outcome=Outcome.NOTED, words=words
    )
    return replace(
        SHOWN,
        forum="f" * 64,
        meeting=replace(MEETING, id="m" * 64),
        items=[replace(line, position=place) for place in range(1, 41)],
        absent=["Næstformand, socialudvalget (Brønderslev)"] * 60,
        remark_count=100,
        additions=said(words),
    )


def said(words: str) -> Sequence[Said]:
    return [Said(name="Sekretariat, kommunal side", words=words, at=local("2027-03-18T09:00"))] * 60


def writing(shown: Shown, **more: Sequence[str] | Sequence[Said]) -> forms.Writing:
    people = {f"person-{number}": "Næstformand, socialudvalget (Brønderslev)" for number in range(60)}
    return forms.Writing(shown=shown, due=DUE, people=people, absent=tuple(people), **more)  # type: ignore[arg-type] # by name


@pytest.mark.parametrize("words", LONG)
def test_the_largest_minutes_fit_on_every_card(words: str) -> None:
    shown = largest(words)
    calls = [Mention(f"Formand {number}", "0" * 36) for number in range(20)]
    names = [mention.tag for mention in calls]
    for card in (
        cards.sent(shown, typed=words),
        cards.for_approval(shown, answered=0, waiting=names, mentions=calls, typed=words),
        cards.item(shown, shown.items[0]),
        cards.addition(shown, said(words)[0]),
        forms.writing(writing(shown, waiting=names, remarks=said(words))),
        forms.resolution_form(
            shown, shown.items[0], recommendation=words, outcome=Outcome.APPROVED, words=words[:-1] * 5
        ),
        forms.follow_up(shown, said(words), typed=words),
    ):
        check(card)


def test_what_is_shortened_says_so_and_leads_to_the_whole() -> None:
    shown = largest("æ" * 2_000)
    card = cards.sent(shown)
    assert "Skriv »beslutning 1«" in texts(card)
    assert button_titles(card)[:5] == [f"Se punkt {number}" for number in range(1, 6)]
    assert "æ" * 2_000 in texts(cards.item(shown, shown.items[0]))


def test_items_beyond_the_buttons_are_reached_by_command() -> None:
    card = forms.writing(writing(largest("æ" * 2_000)))
    assert "Skriv »beslutning« og punktets nummer" in texts(card)
    small = forms.writing(writing(SHOWN))
    assert "Skriv »beslutning«" not in texts(small)
    assert [title for title in button_titles(small) if title.startswith("Skriv beslutning")] == [
        f"Skriv beslutning {number}" for number in range(1, 5)
    ]


def test_items_that_lack_a_resolution_get_their_buttons_first() -> None:
    shown = largest("æ" * 2_000)
    last = replace(shown.items[-1], is_recorded=False, outcome=None, words="")
    card = forms.writing(writing(replace(shown, items=[*shown.items[:-1], last])))
    assert "Skriv beslutning 40" in button_titles(card)


def test_sent_minutes_read_as_they_look() -> None:
    card = cards.sent(replace(SHOWN, remark_count=2))
    check(card)
    said_on_it = texts(card)
    assert card.summary == "Referat fra mødet den 16. marts 2027"
    assert "Sendt den 17. marts 2027 kl. 10.00." in said_on_it
    assert "Fraværende: Praktiserende læge" in said_on_it
    assert "**2. Fælles model**\\n\\nGodkendt. Start \\\\*i maj\\\\*." in said_on_it
    assert "**3. Lukket punkt**\\n\\nBeslutningen vises ikke her." in said_on_it
    assert "fredag den 19. marts 2027 (fristen er flyttet fra lørdag den 20. marts 2027" in said_on_it
    assert "2 bemærkninger er sendt til sekretariatet." in said_on_it
    assert button_titles(card) == ["Send bemærkninger"]


def test_without_a_chosen_deadline_none_is_named_and_after_it_nothing_is_asked_for() -> None:
    no_deadline = cards.sent(replace(SHOWN, remarks_until=None))
    assert "til og med" not in texts(no_deadline)
    assert button_titles(no_deadline) == ["Send bemærkninger"]
    closed = cards.sent(replace(SHOWN, takes_remarks=False))
    check(closed)
    assert "Fristen for bemærkninger er udløbet." in texts(closed)
    assert button_titles(closed) == []


def test_the_secretariats_card_tells_what_is_lacking_and_hides_what_is_closed() -> None:
    card = forms.writing(writing(replace(SHOWN, sent_at=None)))
    check(card)
    assert "**4. Ny sag**\\n\\nMangler beslutning." in texts(card)
    assert "**3. Lukket punkt**\\n\\nBeslutningen er skrevet." in texts(card)
    assert "antal" not in texts(card)
    assert card.summary.endswith("mangler en beslutning: 1.")
    assert button_titles(card)[-1] == "Send referat"


def test_while_approvers_have_the_minutes_they_are_not_sent_again() -> None:
    card = forms.writing(writing(SHOWN, waiting=("Formand <b>",)))
    check(card)
    assert "Send referat" not in button_titles(card)
    assert "Afventer godkendelse fra Formand \\\\<b\\\\>." in texts(card)


def test_an_addition_is_shown_with_who_wrote_it_and_when() -> None:
    card = forms.follow_up(replace(SHOWN, additions=said("Rettelse")[:1]), None)
    check(card)
    assert "Sekretariat, kommunal side, 18. marts 2027 kl. 9.00:" in texts(card)
    assert "Bemærkninger til referatet vises kun i din chat med mig" in texts(card)


@pytest.mark.parametrize(
    "card",
    [
        cards.not_sent(MEETING, DUE, is_begun=True),
        cards.not_sent(MEETING, None, is_begun=False),
        cards.none_yet("Politisk Klynge Nord", MEETING),
        cards.none_yet("Politisk Klynge Nord", None),
    ],
)
def test_minutes_that_are_not_there_yet_say_so(card: Card) -> None:
    check(card)
    assert button_titles(card) == []


@pytest.mark.parametrize(
    ("typed", "outcome", "rest"),
    [
        ("Godkendt", Outcome.APPROVED, ""),
        ("ikke godkendt. Sagen udgår.", Outcome.REJECTED, "Sagen udgår."),
        ("Taget til efterretning:\nMed ros", Outcome.NOTED, "Med ros"),
        ("Godkendt, men først i maj", None, "Godkendt, men først i maj"),
        ("Drøftet på mødet", None, "Drøftet på mødet"),
        ("", None, ""),
    ],
)
def test_typed_words_may_begin_with_an_outcome(typed: str, outcome: Outcome | None, rest: str) -> None:
    assert forms.spoken_outcome(typed) == (outcome, rest)
