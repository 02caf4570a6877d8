"""The sentence of an item says the outcome once, in natural Danish, with where it went and who stood otherwise."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.minutes.state import Outcome, Resolution, Stance
from cards.minutes.sentence import Matter, Parts, body_called, in_short, sentence, spoken_outcome

NORD = "Politisk Klynge Nord"


@pytest.mark.parametrize(
    ("outcome", "words", "said"),
    [
        (Outcome.APPROVED, "", "Klyngen godkendte indstillingen."),
        (Outcome.APPROVED, "Modellen afprøves.", "Klyngen godkendte indstillingen. Modellen afprøves."),
        (Outcome.APPROVED, "Godkendt. Start i juni", "Klyngen godkendte indstillingen. Start i juni."),
        (
            Outcome.APPROVED,
            "Godkendt med den ændring, at der står maj.",
            "Klyngen godkendte indstillingen med den ændring, at der står maj.",
        ),
        (Outcome.APPROVED, "Godkendte regnskaber ses.", "Klyngen godkendte indstillingen. Godkendte regnskaber ses."),
        (
            Outcome.APPROVED,
            "at der følges op",
            "Klyngen godkendte indstillingen. Det blev besluttet, at der følges op.",
        ),
        (Outcome.APPROVED_CHANGED, "", "Klyngen godkendte indstillingen med ændringer."),
        (
            Outcome.APPROVED_CHANGED,
            "at fristen er maj",
            "Klyngen godkendte indstillingen med den ændring, at fristen er maj.",
        ),
        (
            Outcome.APPROVED_CHANGED,
            "Godkendt med den ændring, at x",
            "Klyngen godkendte indstillingen med den ændring, at x.",
        ),
        (Outcome.APPROVED_CHANGED, "Otte måneder.", "Klyngen godkendte indstillingen med ændringer. Otte måneder."),
        (Outcome.REJECTED, "Ikke godkendt.", "Klyngen godkendte ikke indstillingen."),
        (Outcome.REJECTED, "fordi der mangler tal", "Klyngen godkendte ikke indstillingen, fordi der mangler tal."),
        (Outcome.NOTED, "taget til efterretning med ros", "Klyngen tog indstillingen til efterretning med ros."),
        (Outcome.DISCUSSED, "", "Klyngen drøftede indstillingen."),
        (Outcome.POSTPONED, "", "Klyngen udsatte punktet."),
        (Outcome.REFERRED, "", "Klyngen oversendte punktet."),
        (None, "Sagen udgår", "Sagen udgår."),
        (None, "", ""),
        (Outcome.APPROVED, "Klyngen godkendte indstillingen uden debat", "Klyngen godkendte indstillingen uden debat."),
    ],
)
def test_the_sentence_says_the_outcome_once(outcome: Outcome | None, words: str, said: str) -> None:
    parts = Parts(forum_name=NORD, matter=Matter.RECOMMENDATION, outcome=outcome, words=words)
    assert sentence(parts) == said


def test_it_says_where_the_item_went_and_who_stood_otherwise() -> None:
    stood = [("Læsø Kommune", Stance.AGAINST), ("Region Nordjylland", Stance.RESERVATION), ("PLO", Stance.AGAINST)]
    put_off = Parts(forum_name=NORD, outcome=Outcome.POSTPONED, put_off_to=date(2027, 10, 5), positions=stood)
    assert sentence(put_off) == (
        "Klyngen udsatte punktet til mødet den 5. oktober 2027. Region Nordjylland tog forbehold. "
        "Læsø Kommune og PLO stemte imod."
    )
    sent = Parts(forum_name=NORD, outcome=Outcome.REFERRED, sent_to="Sundhedsrådet", positions=[("PLO", Stance.FOR)])
    assert sentence(sent) == "Klyngen oversendte punktet til Sundhedsrådet. PLO stemte for."


@pytest.mark.parametrize(
    ("name", "called"),
    [
        (NORD, "Klyngen"),
        ("Klyngestyregruppe Midt", "Klyngestyregruppen"),
        ("Kommuneklynge Bornholm", "Kommuneklyngen"),
        ("Sundhedsråd Østkysten", "Sundhedsrådet"),
        ("Midtklyngen", "Midtklyngen"),
        ("Strategisk Sundhedsforum", "Sundhedsforummet"),
        ("KKR Nord", "KKR Nord"),
    ],
)
def test_a_body_is_called_by_what_its_name_says_it_is(name: str, called: str) -> None:
    assert body_called(name) == called


@given(st.sampled_from([*Outcome, None]), st.text(max_size=200))
def test_whatever_is_typed_the_sentence_begins_with_a_capital_and_is_never_doubled(
    outcome: Outcome | None, words: str
) -> None:
    said = sentence(Parts(forum_name=NORD, matter=Matter.RECOMMENDATION, outcome=outcome, words=words.strip()))
    assert said.count("Klyngen godkendte indstillingen.") <= 1
    if outcome is not None:
        assert said.startswith("Klyngen ") or "klyngen" in words.casefold()


@pytest.mark.parametrize(
    ("typed", "outcome", "rest", "to"),
    [
        ("Godkendt", Outcome.APPROVED, "", ""),
        ("ikke godkendt. Sagen udgår.", Outcome.REJECTED, "Sagen udgår.", ""),
        ("Taget til efterretning:\nMed ros", Outcome.NOTED, "Med ros", ""),
        ("Godkendt, men først i maj", None, "Godkendt, men først i maj", ""),
        ("Drøftet på mødet", None, "Drøftet på mødet", ""),
        ("Godkendt med den ændring, at x.", Outcome.APPROVED_CHANGED, "at x.", ""),
        ("Udsat til 12. oktober. Der mangler tal.", Outcome.POSTPONED, "Der mangler tal.", "12. oktober"),
        ("udsat: mangler tal", Outcome.POSTPONED, "mangler tal", ""),
        ("Oversendt til rådet: Til høring.", Outcome.REFERRED, "Til høring.", "raadet"),
        ("", None, "", ""),
    ],
)
def test_typed_words_may_begin_with_an_outcome(typed: str, outcome: Outcome | None, rest: str, to: str) -> None:
    found, words, where = spoken_outcome(typed, tuple(Outcome))
    assert (found, words) == (outcome, rest)
    assert where in (to, "rådet")


@pytest.mark.parametrize(
    ("outcome", "words", "said"),
    [
        (Outcome.APPROVED_CHANGED, "at x", "Godkendt med den ændring, at x."),
        (Outcome.APPROVED, "Modellen afprøves.", "Godkendt. Modellen afprøves."),
        (Outcome.POSTPONED, "", "Udsat."),
    ],
)
def test_elsewhere_it_is_said_in_short(outcome: Outcome, words: str, said: str) -> None:
    assert in_short(Resolution(item=1, outcome=outcome, words=words)) == said
    edited = Resolution(item=1, outcome=outcome, words=words, sentence="Som rettet.", is_edited=True)
    assert in_short(edited) == "Som rettet."
