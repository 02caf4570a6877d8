"""What people wrote runs no function of Teams and becomes no link, and reads as typed."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.forum.actions import ShowHelp
from cards.html.markdown import blocks
from cards.kit.elements import button, card, choice_input, escape, facts, heading, mail, run, runs, text, text_input
from cards.kit.unlinked import as_typed, unlinked
from tests.harness.live_text import FUNCTION, LINKS, LIVE

PARTS = (
    *("{", "{{", "}}", "a", "Æ", "é", "1", ".", ":", "/", "@", "-", "_", "\\", "(", " ", "\n"),
    *("www.", "://", "mailto:", ".dk", "{{DATE(2027-03-16T16:30:00Z)}}"),
)
WRITTEN = st.lists(st.sampled_from(PARTS), max_size=25).map("".join)


def shown(part: Any) -> Iterator[str]:
    """Every text that a card shows."""
    if isinstance(part, list):
        for each in part:
            yield from shown(each)
    if isinstance(part, dict):
        yield from (part[name] for name in ("text", "title", "value") if isinstance(part.get(name), str))
        for name in ("body", "items", "columns", "facts", "inlines", "choices"):
            yield from shown(part.get(name))


def recognised(words: str) -> list[str]:
    """What Teams would make something of."""
    return [found[0] for each in (FUNCTION, *LINKS) for found in each.finditer(words)]


@pytest.mark.parametrize("words", LIVE)
def test_nothing_in_it_is_recognised(words: str) -> None:
    assert recognised(words)
    for drawn in (unlinked(words), escape(words), str(run(words)["text"])):
        assert recognised(drawn) == []


@given(WRITTEN)
@example("{{{DATE(2027-03-16T16:30:00Z)}}}")
@example("https://https://a.dk")
def test_whatever_is_written_is_not_recognised_and_reads_as_typed(words: str) -> None:
    drawn = unlinked(words)
    assert as_typed(drawn) == words
    assert "{{" not in drawn
    assert recognised(drawn) == []


@pytest.mark.parametrize(
    "words", ["10.000 kr.", "16.03.2027 kl. 16.30", "fx bl.a. 1:2", "R&D: ja/nej", "Møde kl. 9: tid"]
)
def test_ordinary_words_are_left_as_they_are(words: str) -> None:
    assert unlinked(words) == words


@pytest.mark.parametrize("words", LIVE)
def test_an_input_holds_what_was_typed_and_a_page_shows_it(words: str) -> None:
    assert text_input("words", "Bemærkninger", value=words)["value"] == words
    page = str(blocks(escape(words), {}))
    assert re.sub("<.*?>", "", page).strip() == words
    assert "<a" not in page


def test_every_element_that_shows_peoples_words_has_them_unlinked() -> None:
    for words in LIVE:
        drawn = card(
            heading(words),
            text(words),
            facts({words: words}),
            runs(run(words, "new")),
            choice_input("a", "Punkt", {"1": words}),
            actions=[button("Hjælp", ShowHelp())],
            speak="Et kort.",
        )
        assert [found for each in shown(drawn.content) for found in recognised(each)] == []


def test_the_contacts_address_is_a_link_that_shows_where_it_leads() -> None:
    assert mail("a_b@x.dk") == "[a\\_b@x.dk](mailto:a_b@x.dk)"
    assert mail("a](x)@x.dk") == "[a\\](x)@x.dk](mailto:a%5D%28x%29@x.dk)"
