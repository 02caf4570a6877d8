"""Items and proposals are called by a part of their title or an everyday form of it, never by what several have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.usecases.danish.titles import by_title, each_by_title
from bot.usecases.danish.words import LONGEST, terms
from tests.harness.costing import A_BLINK, quickest

FOLLOWED_UP, MODEL, COURSE, DOCTORS = TITLES = (
    "Opfølgning på Sundhedsaftalen",
    "Fælles model for hjemmebesøg",
    "Kompetenceforløb om akutte besøg",
    "Lægedækning på Læsø",
)
OTHERS = ("Godkendelse af dagsorden", "Eventuelt")


def meant(said: str, titles: tuple[str, ...] = (*TITLES, *OTHERS)) -> str | None:
    """The title that is called by what is said."""
    found = by_title(((title, title) for title in titles), terms(said))
    return found[0] if found else None


@pytest.mark.parametrize("sentence", ["{}", "kan vi tage {} nu?", "Vis mig {}, tak"])
@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("sundhedsaftalen", FOLLOWED_UP),
        ("aftalen", FOLLOWED_UP),
        ("opfølgningen", FOLLOWED_UP),
        ("regionens opfølgning", FOLLOWED_UP),
        ("hjemmebesøg", MODEL),
        ("hjemmebesøgssagen", MODEL),
        ("hjemme besøgene", MODEL),
        ("hjemmebesøk", MODEL),
        ("den fælles model", MODEL),
        ("modellen", MODEL),
        ("kompetenceforløb", COURSE),
        ("kompetencesagen", COURSE),
        ("akutte besøg", COURSE),
        ("akutforslaget", COURSE),
        ("kompetenceforløbet på Læsø", COURSE),
        ("lægesagen", DOCTORS),
        ("læge punktet", DOCTORS),
        ("lægepunktet", DOCTORS),
        ("den om læger", DOCTORS),
        ("punktet om lægerne", DOCTORS),
        ("Læsøpunktet", DOCTORS),
        ("lægedæknigen", DOCTORS),
    ],
)
def test_a_title_is_called_by_a_part_of_it_or_its_everyday_form(said: str, title: str, sentence: str) -> None:
    assert meant(sentence.format(said)) == title


@pytest.mark.parametrize(
    "said",
    [
        "kurset",
        "besøg",
        "et besøg mere",
        "en ny model",
        "vi er fælles om det",
        "opfølgning",
        "lægen kommer senere",
        "om lægen kan komme",
        "hjemmebesøg og kompetenceforløb",
        "godkend dagsordenen",
        "ti minutter",
    ],
)
def test_what_is_no_ones_or_several_titles_calls_none(said: str) -> None:
    assert meant(said) is None


def test_a_word_that_one_title_alone_has_is_enough() -> None:
    assert meant("besøg", (FOLLOWED_UP, MODEL, DOCTORS)) == MODEL
    assert meant("den om læger", (*TITLES, "Lægevagt i weekenden")) is None


def test_several_titles_are_found_in_the_order_in_which_they_are_named() -> None:
    words = terms("lægesagen før hjemme besøgene, og så besøg")
    assert each_by_title(((title, title) for title in TITLES), words) == (DOCTORS, MODEL)


FORMS = ("{}", "{}sagen", "{}punktet", "{}forslaget", "den om {}", "punktet om {}")


@given(
    st.sampled_from([("tandpleje", 0), ("genoptræning", 1), ("ernæring", 2), ("lægevagt", 3), ("hospice", 4)]),
    st.permutations([0, 1, 2, 3, 4]),
    st.sampled_from(FORMS),
)
def test_each_form_of_a_titles_word_calls_it_wherever_it_stands(
    named: tuple[str, int], order: list[int], form: str
) -> None:
    titles = ("Tandpleje for ældre", "Genoptræning hjemme", "Bedre ernæring", "Ny lægevagt", "Hospice og pårørende")
    word, at = named
    assert meant(f"vis {form.format(word)}", tuple(titles[place] for place in order)) == titles[at]


@pytest.mark.parametrize("unit", ["hjemme ", "lægesagen ", "den om læger ", "besøg ", "opfølgningen ", "hjemmebesøgx "])
def test_a_hostile_text_costs_little(unit: str) -> None:
    words = terms((unit * LONGEST)[:50_000])
    titled = [(at, f"{TITLES[at % 4]} nr {at}") for at in range(20)]
    assert quickest(lambda: by_title(titled, words)) < A_BLINK
