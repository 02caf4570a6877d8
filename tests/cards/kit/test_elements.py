"""The elements of cards: what people wrote reads as typed, and `None` is nothing."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.domain.forum.actions import ShowHelp
from cards.kit.elements import (
    Mention,
    button,
    card,
    choice_input,
    escape,
    facts,
    heading,
    link,
    text,
    text_input,
    toggle_input,
)
from cards.kit.unlinked import as_typed
from tests.cards.checks import check

MARKDOWN = MarkdownIt("commonmark")
PLAIN = {"inline", "paragraph_open", "paragraph_close", "text", "text_special", "softbreak", "hardbreak"}
SIGNS = "*_`[]()<>~#+-.!&;:|\\/\"'=1 \n\taæ🙂"


def tokens(markdown: str) -> list[Token]:
    """Everything that a Markdown reader makes of it, flat."""
    blocks = MARKDOWN.parse(markdown)
    return [*blocks, *(inner for block in blocks for inner in block.children or ())]


@given(st.text(SIGNS))
@example("**fed** _skrå_ ~~væk~~ `kode`")
@example("[klik her](https://example.org) ![billede](x)")
@example("# Overskrift")
@example("#")
@example("- punkt\n+ punkt\n1. punkt\n2) punkt")
@example("---")
@example("<b>fed</b> <at>nogen</at> <https://example.org>")
@example("&copy; &#169; R&D")
@example("    indrykket")
@example("Linje\n===")
def test_what_people_wrote_is_never_markdown(words: str) -> None:
    assert {token.type for token in tokens(escape(words))} <= PLAIN


@given(st.text(SIGNS))
@example("R&D & drift: 5 * 3 = 15_000")
def test_what_people_wrote_reads_as_typed(words: str) -> None:
    shown = as_typed(
        "".join(token.content or "\n" for token in tokens(escape(words)) if token.type in PLAIN - {"inline"})
    )
    clean = re.sub(r"\s+", "", "".join(sign for sign in words if sign.isprintable()))
    assert re.sub(r"\s+", "", shown) == clean


@given(st.text())
def test_control_and_direction_marks_are_gone(words: str) -> None:
    assert all(sign in "\n\u00a0" or sign.isprintable() for sign in as_typed(escape(words)))


def test_none_children_vanish() -> None:
    shown = card(None, text("Mødet er flyttet."), None, actions=[None], speak="Mødet er flyttet.")
    assert [block["text"] for block in shown.content["body"]] == ["Mødet er flyttet."]
    assert "actions" not in shown.content
    assert facts({"Beløb": None}) is None


def test_a_card_of_every_kind_of_element_is_valid() -> None:
    shown = card(
        heading("Forslag"),
        facts({"Tid": "15 min.", "Beløb": None}),
        text_input("title", "Overskrift", most=200, required="Udfyld feltet."),
        choice_input("kind", "Sagstype", {"decision": "Beslutning"}, value="decision"),
        toggle_input("is_closed", "Lukket", "Ja, punktet bør være lukket", value=True),
        actions=[
            button("Hjælp", ShowHelp(), style="positive", checks_inputs=False),
            link("Bilag", "https://example.org/bilag.pdf"),
        ],
        speak="Et kort med lidt af hvert.",
        mentions=[Mention("Formand (Læsø)", "00000000-0000-4000-8000-000000000004")],
    )
    check(shown)


def test_a_mention_stands_in_the_text_as_its_entity_says() -> None:
    mention = Mention("Formand [Læsø]", "id")
    shown = card(text("Hej"), speak="Hej til formanden", mentions=[mention])
    assert shown.content["msteams"]["entities"] == [
        {"type": "mention", "text": mention.tag, "mentioned": {"id": "id", "name": "Formand [Læsø]"}}
    ]
