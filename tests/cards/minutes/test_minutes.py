"""The cards of minutes: they read as they look, fit with the largest content, and lead to what they leave out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.items import MinutedItem
from bot.domain.minutes.state import Dissent, Outcome, Position, Stance
from cards.kit.elements import Card, Mention
from cards.minutes import cards, resolution
from cards.minutes import form as forms
from cards.minutes.attendance import Ticks, attendance_form, summary
from cards.minutes.body import Attended, Said, Shown, read, whole
from cards.minutes.preview import preview
from cards.minutes.typed import remarking
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
MOVED = Deadline(day=date(2027, 3, 22), source_day=date(2027, 3, 20), days_after_meeting=3)
ITEMS = (
    MinutedItem(position=1, title="Godkendelse af dagsorden", is_recorded=False, is_needed=False),
    MinutedItem(
        position=2,
        title="Fælles model",
        is_recorded=True,
        recommendation="Det *indstilles*.",
        outcome=Outcome.APPROVED,
        words="Start *i maj*.",
    ),
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
    attended=Attended(present=("Formand (Hjørring)",), absent=("Praktiserende læge",)),
    sent_at=local("2027-03-17T10:00"),
    remarks_until=MOVED,
)
PERSON = "Næstformand, socialudvalget (Brønderslev)"
SEATED = {f"person-{number}": PERSON for number in range(60)}
LONG = ("æ" * 2_000, "🏥" * 2_000, '*_`<"\\' * 333, "linje\n" * 333)


def largest(words: str) -> Shown:
    """Forty items, sixty people, and as many remarks and additions, each as long as it may be."""
    line = MinutedItem(
        position=1,
        title=words[:200].replace("\n", " "),
        recommendation=words,
        is_recorded=True,
        outcome=Outcome.NOTED,
        words=words,
        sentence=words,
        positions=tuple(Position(organisation=each, stance=Stance.AGAINST) for each in SEATED),
        dissents=tuple(
            Dissent(item=1, person=each, organisation=each, words=words, at=MEETING.starts) for each in SEATED
        ),
    )
    return replace(
        SHOWN,
        forum="f" * 64,
        meeting=replace(MEETING, id="m" * 64),
        items=[replace(line, position=place) for place in range(1, 41)],
        attended=Attended(
            present=[f"{PERSON} (fra kl. 17.10 til kl. 18.00)"] * 30, absent=[PERSON] * 15, unknown=[PERSON] * 15
        ),
        remark_count=100,
        additions=said(words),
    )


def said(words: str) -> Sequence[Said]:
    return [Said(name="Sekretariat, kommunal side", words=words, at=local("2027-03-18T09:00"))] * 60


def writing(shown: Shown, **more: Sequence[str] | Sequence[Said]) -> forms.Writing:
    return forms.Writing(shown=shown, due=DUE, **more)  # type: ignore[arg-type] # by name


@pytest.mark.parametrize("words", LONG)
def test_the_largest_minutes_fit_on_every_card(words: str) -> None:
    shown = largest(words)
    calls = [Mention(f"Formand {number}", "0" * 36) for number in range(20)]
    names = [mention.tag for mention in calls]
    for card in (
        cards.sent(shown, typed=words),
        cards.for_approval(shown, answered=0, waiting=names, mentions=calls, typed=words),
        cards.item(shown, shown.items[0]),
        cards.item(shown, shown.items[0], typed=words * 5, saying=remarking(shown)),
        attendance_form(
            shown,
            Ticks(
                people={f"person-{number}": PERSON for number in range(60)},
                present=[f"person-{number}" for number in range(60)],
            ),
            outcome=summary(shown.attended),
        ),
        preview(shown, approvers=names, may_send=True),
        cards.addition(shown, said(words)[0]),
        forms.writing(writing(shown, waiting=names, remarks=said(words))),
        resolution.resolution_form(
            shown, shown.items[0], resolution.Filling(outcome=Outcome.APPROVED, words=words[:-1] * 5), outcome="Gemt."
        ),
        forms.follow_up(shown, said(words), typed=words),
    ):
        check(card)


def test_what_is_shortened_says_so_and_leads_to_the_whole() -> None:
    shown = largest("æ" * 2_000)
    crowded = replace(shown, items=shown.items[:20])
    shown = replace(crowded, items=[replace(each, positions=(), dissents=()) for each in crowded.items])
    card = cards.sent(shown)
    assert "Skriv »beslutning 1«" in texts(card)
    always = ["Send bemærkninger", "Foreslå en rettelse"]
    files = ["Hent som PDF", "Hent som Word"]
    assert button_titles(card) == [*(f"Se punkt {number}" for number in range(1, 6)), *always, *files]
    assert "æ" * 2_000 in texts(cards.item(shown, shown.items[0]))
    scarce = cards.sent(crowded)
    assert "Skriv »beslutning 1«" in texts(scarce)
    assert button_titles(scarce) == ["Se punkt 1", *always]


def test_items_beyond_the_buttons_are_reached_by_command() -> None:
    card = forms.writing(writing(largest("æ" * 2_000)))
    assert "Skriv »beslutning« og punktets nummer" in texts(card)
    small = forms.writing(writing(SHOWN))
    assert "Skriv »beslutning«" not in texts(small)
    assert [title for title in button_titles(small) if title.startswith("Punkt")] == [
        f"Punkt {number}" for number in range(1, 5)
    ]


def test_items_that_lack_a_resolution_get_their_buttons_first() -> None:
    shown = largest("æ" * 2_000)
    last = replace(shown.items[-1], is_recorded=False, outcome=None, words="")
    card = forms.writing(writing(replace(shown, items=[*shown.items[:-1], last])))
    assert "Punkt 40" in button_titles(card)


def test_sent_minutes_read_as_they_look() -> None:
    card = cards.sent(replace(SHOWN, remark_count=2))
    check(card)
    said_on_it = texts(card)
    assert card.summary == "Referat fra mødet den 16. marts 2027"
    assert "Sendt den 17. marts 2027 kl. 10.00." in said_on_it
    assert "Fraværende: Praktiserende læge" in said_on_it
    assert "tirsdag den 16. marts 2027 kl. 16.30–19.00" in said_on_it
    assert "Hjørring Rådhus" in said_on_it
    assert "Til stede: Formand (Hjørring)" in said_on_it
    assert "Indstilling: Det \\\\*indstilles\\\\*." in said_on_it
    assert "Udfald: Godkendt" in said_on_it
    assert "Beslutning: Start \\\\*i maj\\\\*." in said_on_it
    assert "Beslutningen vises ikke her." in said_on_it
    assert "Godkendelse af dagsorden" not in said_on_it
    assert "mandag den 22. marts 2027 (fristen er flyttet fra lørdag den 20. marts 2027" in said_on_it
    assert "2 bemærkninger er sendt til sekretariatet." in said_on_it
    assert button_titles(card) == ["Send bemærkninger", "Foreslå en rettelse", "Hent som PDF", "Hent som Word"]


def test_without_a_chosen_deadline_none_is_named_and_after_it_nothing_is_asked_for() -> None:
    no_deadline = cards.sent(replace(SHOWN, remarks_until=None))
    assert "til og med" not in texts(no_deadline)
    assert button_titles(no_deadline) == ["Send bemærkninger", "Foreslå en rettelse", "Hent som PDF", "Hent som Word"]
    closed = cards.sent(replace(SHOWN, takes_remarks=False))
    check(closed)
    assert "Fristen for bemærkninger er udløbet." in texts(closed)
    assert button_titles(closed) == ["Hent som PDF", "Hent som Word"]


def test_the_secretariats_card_tells_what_is_lacking_and_hides_what_is_closed() -> None:
    card = forms.writing(writing(replace(SHOWN, sent_at=None)))
    check(card)
    lines = [part["columns"][0]["items"][0]["items"] for part in card.content["body"] if part["type"] == "ColumnSet"]
    assert [tuple(block["text"] for block in line) for line in lines] == [
        ("**1. Godkendelse af dagsorden**", "Beslutning er valgfri"),
        ("**2. Fælles model**", "Godkendt"),
        ("**3. Lukket punkt**", "Beslutningen er skrevet. Den vises kun i din chat med mig og på din egen side."),
        ("**4. Ny sag**", "Mangler beslutning"),
    ]
    assert "antal" not in texts(card)
    assert card.summary.endswith("mangler en beslutning: 1.")
    assert button_titles(card)[-3:] == ["Se referatet før udsendelse", "Hent som PDF", "Hent som Word"]


def test_unknown_attendance_is_told_as_unknown_and_never_as_none() -> None:
    unknown = cards.sent(replace(SHOWN, attended=Attended(unknown=(PERSON,))))
    assert "Fremmøde er ikke noteret" in texts(unknown)
    assert "Fraværende" not in texts(unknown)
    partly = texts(cards.sent(replace(SHOWN, attended=Attended(present=("A; B",), unknown=(PERSON,)))))
    assert f"Fremmøde er ikke noteret for: {PERSON}" in partly
    assert "Fraværende" not in partly
    assert "Fraværende: Ingen" in texts(cards.sent(replace(SHOWN, attended=Attended(absent=()))))


def test_the_outcome_stands_by_itself_and_once_in_the_sentence() -> None:
    minuted = replace(ITEMS[1], outcome=Outcome.APPROVED, words="x", sentence="Klyngen godkendte indstillingen. x.")
    assert read(SHOWN, minuted, 2_000).endswith("Udfald: Godkendt\n\nBeslutning: Klyngen godkendte indstillingen. x.")
    before = replace(ITEMS[1], outcome=Outcome.APPROVED, words="Modellen godkendes.")  # as earlier minutes were kept
    assert "Udfald: Godkendt\n\nBeslutning: Modellen godkendes." in read(SHOWN, before, 2_000)


def test_the_preview_shows_what_will_be_sent_and_first_what_is_to_be_known() -> None:
    ready = replace(SHOWN, items=ITEMS[:3], sent_at=None)
    card = preview(ready, approvers=None, may_send=True)
    check(card)
    assert button_titles(card) == ["Send referat", "Tilbage"]
    for line in whole(ready, 2_000):
        assert line in card.content["body"][2]["items"]
        assert line in cards.sent(ready).content["body"]
    assert "Referatet kan ikke sendes endnu. Punkter, der mangler en beslutning: 4." in texts(
        preview(SHOWN, approvers=None, may_send=True)
    )
    unknown = preview(replace(ready, attended=Attended()), approvers=("A", "B"), may_send=True)
    assert button_titles(unknown) == ["Send referat", "Hvem var til stede?", "Tilbage"]
    assert "Fremmøde er ikke noteret, og det kommer til at stå i referatet." in texts(unknown)
    assert "sendes først til godkendelse hos A og B" in texts(unknown)


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
