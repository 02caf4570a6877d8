"""What asks for nothing, and what is a yes or a no alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.saying.actions import Lead
from bot.domain.saying.mood import mood_of
from bot.domain.saying.small_talk import small_talk, yes_or_no
from tests.harness.reserved import reserved_sentences

THUMB, THUMB_DOWN, PARTY = "\N{THUMBS UP SIGN}", "\N{THUMBS DOWN SIGN}", "\N{PARTY POPPER}"


@pytest.mark.parametrize(
    "sentence",
    [
        *("hej", "Hej!", "godmorgen", "hejsa", "goddag", "hej med dig", "dav", "hello", "hi", "halløj", "er du der"),
        *("hej bot", "Hej alle sammen", f"hej klyngebot {PARTY}", "Hallo! er du en robot", "er der nogen?"),
    ],
)
def test_a_hello_is_met_as_one(sentence: str) -> None:
    assert small_talk(sentence) is Lead.HELLO


@pytest.mark.parametrize(
    "sentence",
    [
        *("tak", "tusind tak", "mange tak for hjælpen", "super", "perfekt tak", "fedt", "det var alt", "thanks", "top"),
        *("farvel", "vi ses", "god weekend", f"Tak, så er jeg med {THUMB}", "Fedt, det var nemt nok. God weekend!"),
        *(
            "tak for hjælpen og god weekend",
            "nej tak, det var bare det",
            "super mange tal",
            "tak for et godt møde i går",
        ),
    ],
)
def test_thanks_are_met_as_such(sentence: str) -> None:
    assert small_talk(sentence) is Lead.THANKS


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            "",
            PARTY,
            f"{PARTY}{PARTY}",
            "\N{THINKING FACE}",
            "...",
            "?!",
            "42",
            "1 = 1",
            "asdf asdf",
            "xkcdqz",
            "fdgjkl øæåå",
        ),
        *("When is the next meeting?", "Wann ist die nächste Sitzung", "Jag undrar när nästa sammanträde äger rum"),
        *("Hva er på neste møte", "SELECT * FROM a", "'; DROP TABLE meetings; --", "def f(x): return 1", '{"a": 1}'),
        *("<script>alert(1)</script>", "Automatic reply: I am out of the office", "Automatisk svar: jeg har ferie"),
    ],
)
def test_what_holds_no_words_to_act_upon_means_nothing(sentence: str) -> None:
    assert small_talk(sentence) is Lead.NOTHING_MEANT


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            "hej, kan du sende dagsordenen",
            "tak for i dag, mødet er slut",
            "PLO",
            "KKR",
            "hvad er ESDH?",
            "status",
            "help",
        ),
        *("approve", "punkt 4", "tak for dagsordenen, den er godkendt", "frist", THUMB, "ja", "nej tak", "ok"),
    ],
)
def test_what_says_more_is_no_small_talk(sentence: str) -> None:
    assert small_talk(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            "ja",
            "Ja!",
            "jo",
            "ja tak",
            "ok",
            "okay",
            "ok gør det",
            "jep",
            "gerne",
            "gør det",
            "det er fint",
            "fint",
            "yes",
        ),
        *("præcis", "netop", "ja det er det jeg mener", "Ja, det er det jeg mener", "ja da", "klart", ":+1:", "(y)"),
        *(
            THUMB,
            THUMB * 2,
            f"{THUMB}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}",
            "\N{OK HAND SIGN}",
            "\N{WHITE HEAVY CHECK MARK}",
        ),
        *("ja tak, Klyngebot", "ja, tak for hjælpen", f"ok {THUMB}"),
    ],
)
def test_nothing_but_a_yes_is_a_yes(sentence: str) -> None:
    assert yes_or_no(sentence) is True


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            "nej",
            "nej tak",
            "ikke nu",
            "lad være",
            "niks",
            "glem det",
            "stop",
            "annuller",
            THUMB_DOWN,
            "nej, vent lige",
        ),
        *("nej det var ikke det", "nej, det var ikke det jeg mente", "næ", "nej nej", "gør det ikke"),
    ],
)
def test_nothing_but_a_no_is_a_no(sentence: str) -> None:
    assert yes_or_no(sentence) is False


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            "ja men kun hvis punkt 4 udgår",
            "ja ikke",
            "ja nej",
            "ok hvis",
            "ja?",
            f"tak {THUMB}",
            f"{THUMB}{THUMB_DOWN}",
        ),
        *("ok for mig", "nej jeg kommer", "", "super", "ja godkend", "nå", "fint bortset fra 4"),
    ],
)
def test_what_says_more_is_neither(sentence: str) -> None:
    assert yes_or_no(sentence) is None


@settings(max_examples=300, deadline=None)
@given(reserved_sentences())
def test_no_reserved_sentence_is_a_bare_yes(sentence: str) -> None:
    assert yes_or_no(sentence) is not True


@settings(deadline=None)
@given(st.lists(st.sampled_from(("ja", "nej", "ikke", "tak", "ok", "gør det", "hvis", "det er fint", ",")), max_size=6))
def test_a_bare_yes_holds_no_no(words: list[str]) -> None:
    sentence = " ".join(words)
    assert yes_or_no(sentence) is not True or mood_of(sentence).is_plain
