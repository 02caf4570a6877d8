"""Markup of every kind in the fields that people fill: on no card, and on no page, is anything of it alive."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from bot.local.connector import LARGEST_CARD
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from cards.html.render import render
from cards.html.walk import parts
from cards.html.wheel import picture
from cards.kit.elements import card as made
from cards.kit.elements import group, text
from cards.kit.wheel import WHEEL, Mark, mark_id
from tests.harness.cases import ASKS
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, VISITS, accept, circulate

MARKUP = (
    *("**fed**", "__fed__", "*skrå*", "_skrå_", "~~streg~~", "`kode`", "```\nkode\n```", "# Titel", "Titel\n====="),
    *(
        "- punkt",
        "* punkt",
        "1. punkt",
        "    indrykket",
        "---",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "a  \nb",
        "\\*nej\\*",
    ),
    *("> citat", "[klik](https://example.org)", "[klik](javascript:alert(1))", "![x](https://example.org/x.png)"),
    *(
        "<https://example.org>",
        "https://example.org/x",
        "www.example.org",
        "se http://example.org.",
        "a@example.org",
        "a  \nb",
    ),
    *("<b>fed</b>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='https://example.org'>x</a>"),
    *("&lt;b&gt;", "&amp;", "&#60;b&#62;", "<!-- x -->", "<style>*{display:none}</style>", '"><svg onload=alert(1)>'),
    *("<at>Formand (Hjørring)</at>", "<at>alle</at>", "@Formand", "&lt;at&gt;alle&lt;/at&gt;", "<at id=0>x</at>"),
    *("{{DATE(2027-03-16T00:00:00Z,SHORT)}}", "{{TIME(2027-03-16T00:00:00Z)}}", "{{DATE(2027-03-16T00:00:00Z, LONG)}}"),
    *("${title}", "{{title}}", "{title}", "%(title)s", "[a][1]", "abc\u202egnirts\u202c", "\u2066x\u2069\u200f"),
    *("nul\u200bbredde\u200c", "Z\u0335\u0336\u0337a\u0338l", "🎉👩\u200d⚕️" * 40),
)
FIELDS = ("Overskrift", "Resumé", "Forslag til indstilling", "Økonomi")
ASKED = (*ASKS, "dagsorden 16/3", "behandl 1", "punkt 2", "punkt 3", "ret dagsorden", "ret forslag 1")
DIRECTIONS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
MENTION = re.compile(r"(?<!\\)<at>.*?</at>")
A_MOMENT = re.compile(r"\{\{(DATE|TIME)\(")
AN_ADDRESS = re.compile(r"(?<!\]\()\b(https?://|www\.)\w")
ALIVE = (
    *("<script", "<img", "<b>fed", "<svg", "<a href='", "<strong>fed", "<em>skrå", "<code>", "<at"),
    'javascript:alert(1)"',
)


def batches() -> Iterator[Mapping[str, Value]]:
    """Every string in some field, each proposal with as many as it has fields."""
    for first in range(0, len(MARKUP), len(FIELDS)):
        filled: dict[str, Value] = dict(zip(FIELDS, MARKUP[first : first + len(FIELDS)], strict=False))
        yield VISITS | filled


def shown(card: Any) -> Iterator[str]:
    """The texts in which Teams reads Markdown."""
    for _, part in parts(card):
        if part.get("type") == "TextBlock":
            yield str(part["text"])
        for fact in part.get("facts") or ():
            yield from (str(fact["title"]), str(fact["value"]))


def alive(page: str, card: Any) -> list[str]:
    """What is alive on that page of the card, apart from the one `<svg` that begins each picture of a year of our own.

    The rest of the picture is looked through as everything else is.
    """
    for _, part in parts(card):
        drawn = picture(part) if part.get("id") == WHEEL else None
        if drawn is not None:
            before, svg, after = str(drawn).partition("<svg")
            opening = f"{svg}{after[: after.index('>') + 1]}"
            assert before + opening in page
            page = page.replace(before + opening, before + opening.removeprefix(svg), 1)
    return [each for each in ALIVE if each in page]


@pytest.fixture
async def cards(nord: Stage) -> list[Any]:
    """Every card that comes of a meeting whose words are all markup."""
    for fields in batches():
        form = await nord.says(COORDINATOR, "foreslå", PERSONAL)
        await nord.clicks(COORDINATOR, form, "Send forslag", fields)
    found = [(await nord.says(SECRETARIAT, "forslag")).card]
    for number in range(1, 6):
        await accept(nord, number)
    await nord.says(SECRETARIAT, f"bed om uddybning 6: {MARKUP[0]}")
    await nord.says(SECRETARIAT, f"sæt ikke på 7: {MARKUP[22]}")
    await nord.says(SECRETARIAT, f"tilføj punkt: {MARKUP[40]}")
    request = await circulate(nord)
    answer = await nord.clicks(CHAIRS[0], request, "Se hele dagsordenen")
    found.append(answer.card)
    await nord.clicks(CHAIRS[0], request, "Godkend")
    await nord.says(CHAIRS[1], f"godkend med bemærkninger: {MARKUP[42]} {MARKUP[20]}")
    await nord.at("2027-03-09T08:00")
    await nord.at("2027-03-16T20:00")
    for place, words in enumerate(MARKUP[18:28], start=2):
        await nord.says(SECRETARIAT, f"beslutning {place}: {words}")
    await nord.says(SECRETARIAT, "send referat")
    await nord.says(COORDINATOR, f"bemærkning til referat: {MARKUP[27]} {MARKUP[43]}")
    for person in (SECRETARIAT, COORDINATOR, CHAIRS[0]):
        found += [(await nord.says(person, text, PERSONAL)).card for text in ASKED]
    return [*(each.card for each in nord.teams.board.messages() if each.author is None), *found]


async def test_no_markup_of_peoples_is_alive_on_any_card(nord: Stage, cards: list[Any]) -> None:
    names = {person.name for person in nord.file.forum.people}
    assert len(cards) > 60
    assert any("alle" in words for card in cards if card for words in shown(card))
    for card in (each for each in cards if each):
        called = {entity["text"] for entity in card["msteams"]["entities"]}
        assert {entity["mentioned"]["name"] for entity in card["msteams"]["entities"]} <= names
        for words in shown(card):
            assert set(MENTION.findall(words)) <= called, words
            assert not DIRECTIONS.search(words), words
            assert not A_MOMENT.search(words), words
            assert not AN_ADDRESS.search(words), words
        page = render(card, action_url="/", hidden={})
        assert alive(page, card) == []
        assert len(str(card).encode("utf-8", "replace")) < 2 * LARGEST_CARD


def test_a_picture_of_our_own_is_told_from_markup_of_peoples_inside_it_and_beside_it() -> None:
    line = text("Et møde") | {"id": mark_id(date(2027, 3, 16), Mark.PLANNED, 0)}
    year = made(group(line) | {"id": WHEEL}, speak="Årshjul").content
    page = str(render(year, action_url="/", hidden={}))
    assert page.count("<svg") == 1
    assert alive(page, year) == []
    for place in ("<text ", "</text>", "</svg>", "</figcaption>", "</figure>", "Et møde"):
        assert place in page
        assert alive(page.replace(place, f"<svg onload=alert(1)>{place}", 1), year) == ["<svg"]
        assert alive(page.replace(place, f"<script>{place}", 1), year) == ["<script"]
    plain = made(group(line), speak="Årshjul").content
    assert alive(page, plain) == ["<svg"]
