"""Cards as HTML: what a reader, a screen reader and an attacker find."""

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.html import render
from cards.kit.elements import run, runs

Json = dict[str, Any]


class Seen(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember it."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Remember it."""
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each such tag."""
        return [attributes for name, attributes in self.tags if name == tag]


def drawn(*body: Json, actions: list[Json] | None = None, **more: Any) -> str:
    """A card with that body as HTML."""
    card = {"type": "AdaptiveCard", "body": list(body), "actions": actions or [], **more}
    return render(card, action_url="/svar", hidden={"kort": "k1"})


def seen(*body: Json, actions: list[Json] | None = None, **more: Any) -> Seen:
    """The same, parsed."""
    return Seen(drawn(*body, actions=actions, **more))


def words(text: str) -> Json:
    """A TextBlock."""
    return {"type": "TextBlock", "text": text}


def test_a_card_is_one_form_that_posts_to_the_given_address_with_the_hidden_fields() -> None:
    page = seen(words("Hej"))
    assert page.all("form") == [{"method": "post", "action": "/svar", "class": "card"}]
    assert {"type": "hidden", "name": "kort", "value": "k1"} in page.all("input")


def test_enter_in_a_text_field_presses_nothing() -> None:
    page = seen({"type": "Input.Text", "id": "a", "label": "A"}, actions=[{"type": "Action.Submit", "title": "Send"}])
    first = page.all("button")[0]
    assert "disabled" in first
    assert "hidden" in first


def test_bold_italic_links_and_lists_are_drawn() -> None:
    page = drawn(words("**Frist** _i dag_, se [referat](https://example.org/?a=1&b=2)\n\n- et\n- to\n\n1. tre"))
    assert "<strong>Frist</strong> <em>i dag</em>" in page
    assert '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">referat</a>' in page
    assert "<ul>\n<li>et</li>\n<li>to</li>\n</ul>" in page
    assert "<ol>\n<li>tre</li>\n</ol>" in page


def test_escaped_markdown_and_what_teams_does_not_know_stay_text() -> None:
    page = drawn(words(r"\*ikke fed\* # ingen overskrift `kode` | tabel ![](https://example.org/x.png)"))
    assert "*ikke fed* # ingen overskrift `kode` | tabel !" in page
    assert not Seen(page).all("img")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil.example", "vbscript:x"]
)
def test_an_address_that_is_neither_web_nor_mail_is_no_link(url: str) -> None:
    page = seen(words(f"[her]({url})"), actions=[{"type": "Action.OpenUrl", "title": "Åbn", "url": url}])
    assert page.all("a") == []


def test_a_mention_that_the_card_declares_is_a_name_and_any_other_is_text() -> None:
    entity = {"type": "mention", "text": "<at>Anne</at>", "mentioned": {"id": "1", "name": "Anne <Hansen>"}}
    page = drawn(words("<at>Anne</at> og <at>Bo</at>"), msteams={"entities": [entity]})
    assert '<span class="card-mention">Anne &lt;Hansen&gt;</span> og &lt;at&gt;Bo&lt;/at&gt;' in page


def test_the_first_heading_stands_above_the_others() -> None:
    page = drawn({**words("Dagsorden"), "style": "heading"}, {**words("Punkter"), "style": "heading"})
    assert "<h3" in page.partition("Dagsorden")[0]
    assert "<h4" in page.partition("Dagsorden")[2].partition("Punkter")[0]


def test_facts_are_a_description_list() -> None:
    page = drawn({"type": "FactSet", "facts": [{"title": "Frist", "value": "16. marts"}]})
    assert '<dl class="card-facts"><div><dt>Frist</dt><dd>' in page


INPUTS: list[Json] = [
    {"type": "Input.Text", "id": "i", "label": "Navn"},
    {"type": "Input.Text", "id": "i", "label": "Navn", "isMultiline": True},
    {"type": "Input.Number", "id": "i", "label": "Navn"},
    {"type": "Input.Date", "id": "i", "label": "Navn"},
    {"type": "Input.Time", "id": "i", "label": "Navn"},
    {"type": "Input.Toggle", "id": "i", "title": "Navn"},
    {"type": "Input.ChoiceSet", "id": "i", "label": "Navn", "choices": [{"title": "Et", "value": "1"}]},
]


@pytest.mark.parametrize("element", INPUTS, ids=lambda each: f"{each['type']}")
def test_every_field_has_a_label_is_marked_required_and_says_what_is_wrong(element: Json) -> None:
    page = seen({**element, "isRequired": True, "errorMessage": "Udfyld feltet."})
    field = next(a for tag in ("input", "select", "textarea") for a in page.all(tag) if a.get("name") == "input.i")
    assert {"for": field["id"]} in page.all("label")
    assert "required" in field
    assert "Navn (skal udfyldes)" in page.text
    assert field["aria-describedby"] in [each["id"] for each in page.all("p")]
    assert "Udfyld feltet." in page.text


@pytest.mark.parametrize("is_multiple", [True, False])
def test_choices_that_are_laid_out_are_a_named_group_of_labelled_boxes(is_multiple: bool) -> None:
    choices = [{"title": "Et", "value": "1"}, {"title": "To", "value": "2"}]
    page = seen(
        {
            "type": "Input.ChoiceSet",
            "id": "i",
            "label": "Navn",
            "choices": choices,
            "style": "expanded",
            "isMultiSelect": is_multiple,
            "value": "2",
            "isRequired": True,
        }
    )
    boxes = [each for each in page.all("input") if each.get("name") == "input.i"]
    assert [each["type"] for each in boxes] == ["checkbox" if is_multiple else "radio"] * 2
    assert ["checked" in each for each in boxes] == [False, True]
    assert ["required" in each for each in boxes] == [not is_multiple] * 2
    assert [each["for"] for each in page.all("label")] == [each["id"] for each in boxes]
    assert page.all("legend")


def test_what_stands_in_a_text_field_survives_a_first_line_break() -> None:
    page = drawn({"type": "Input.Text", "id": "i", "label": "Navn", "isMultiline": True, "value": "\nlinje"})
    assert ">\n\nlinje</textarea>" in page


def test_a_required_field_on_an_unfolded_card_does_not_hold_back_the_buttons_outside() -> None:
    inner = {"type": "AdaptiveCard", "body": [{"type": "Input.Text", "id": "i", "label": "Ord", "isRequired": True}]}
    page = seen(actions=[{"type": "Action.ShowCard", "title": "Mere", "card": inner}])
    field = next(each for each in page.all("input") if each.get("name") == "input.i")
    assert "required" not in field
    assert field["aria-required"] == "true"
    assert [tag for tag, _ in page.tags].count("details") == 1


def test_a_button_without_inputs_works_while_required_fields_are_empty() -> None:
    page = seen(actions=[{"type": "Action.Submit", "title": "Annullér", "associatedInputs": "none"}])
    assert "formnovalidate" in page.all("button")[1]


def test_what_a_button_toggles_is_in_sight_without_script_and_the_button_is_not() -> None:
    page = seen(
        {**words("Detaljer"), "id": "more", "isVisible": False},
        {**words("Aldrig"), "id": "never", "isVisible": False},
        actions=[{"type": "Action.ToggleVisibility", "title": "Vis", "targetElements": ["more"]}],
    )
    part = next(each for each in page.all("div") if "data-hidden" in each)
    button = page.all("button")[1]
    assert "hidden" in button
    assert button["data-toggle"] == button["aria-controls"] == part["id"]
    assert "Detaljer" in page.text
    assert "Aldrig" not in page.text


def test_an_unknown_element_shows_its_fallback_or_nothing() -> None:
    unknown = {"type": "Chart.Donut", "fallback": {"type": "Table", "fallback": words("I stedet")}}
    page = seen(unknown, {"type": "Chart.Donut", "fallback": "drop"}, {"type": "Table"})
    assert page.text.strip() == "I stedet"


def test_two_cards_with_their_own_prefix_share_no_id() -> None:
    card = {"type": "AdaptiveCard", "body": INPUTS}
    pages = [Seen(render(card, action_url="/", hidden={}, prefix=prefix)) for prefix in ("a", "b")]
    ids = [attributes["id"] for page in pages for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


HOSTILE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            '"><img src=x onerror=alert(1)>',
            "</textarea><script>",
            "[x](javascript:alert(1))",
            "<at><script></at>",
            "&lt;b&gt; &#60;script&#62;",
            "' onfocus='alert(1)",
        ]
    ),
)
ALLOWED = {
    "form",
    "button",
    "input",
    "h3",
    "h4",
    "div",
    "p",
    "span",
    "strong",
    "em",
    "a",
    "ul",
    "ol",
    "li",
    "br",
    "label",
    "textarea",
    "select",
    "option",
    "fieldset",
    "legend",
    "dl",
    "dt",
    "dd",
    "img",
    "details",
    "summary",
}


@given(HOSTILE)
def test_no_text_anywhere_on_a_card_becomes_markup_of_its_own(text: str) -> None:
    fields = [{**each, "label": text, "title": text, "value": text, "placeholder": text, "id": text} for each in INPUTS]
    page = Seen(
        drawn(
            {**words(text), "style": "heading"},
            words(text),
            {"type": "FactSet", "facts": [{"title": text, "value": text}]},
            {"type": "RichTextBlock", "inlines": [text, {"type": "TextRun", "text": text}]},
            {"type": "Image", "url": f"https://example.org/{text}", "altText": text},
            *({**each, "isRequired": True, "errorMessage": text} for each in fields),
            actions=[
                {"type": "Action.Execute", "title": text, "verb": text, "tooltip": text},
                {"type": "Action.OpenUrl", "title": text, "url": f"https://example.org/{text}"},
            ],
        )
    )
    assert {tag for tag, _ in page.tags} <= ALLOWED
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert not str(attributes.get("href", "https:")).lower().startswith(("javascript", "data", "vbscript"))


def test_what_went_and_what_came_is_seen_and_heard() -> None:
    page = seen(runs(run("i "), run("seks", "gone"), run("ni", "new"), run(" måneder")))
    assert [name for name, _ in page.tags if name in ("del", "ins")] == ["del", "ins"]
    assert "i Udgået: seksNyt: ni måneder" in page.text
    assert len(page.all("span")) == 6
    assert [each for each in page.all("span") if each.get("class") == "card-unseen"] == [{"class": "card-unseen"}] * 2


def test_a_line_that_does_not_wrap_is_cut_by_the_browser() -> None:
    assert seen(words("Lang") | {"wrap": False}).all("div")[0]["class"] == "card-text card-one-line"
