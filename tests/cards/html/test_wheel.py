"""The year as a picture: an image with words of its own, each meeting and each date at its place around the year."""

import re
from datetime import date

from cards.html import render
from cards.kit.elements import card, group, text
from cards.kit.wheel import WHEEL, Mark, mark_id, marked


def drawn(*marks: tuple[str, Mark]) -> str:
    lines = (
        text(f"Linje {number}") | {"id": mark_id(date.fromisoformat(day), mark, number)}
        for number, (day, mark) in enumerate(marks)
    )
    whole = card(group(*lines) | {"id": WHEEL}, speak="Årshjul")
    return render(whole.content, action_url="/", hidden={})


def test_a_year_is_drawn_with_a_name_and_the_lines_stay_below_as_text() -> None:
    html = drawn(("2027-03-16", Mark.HELD), ("2027-10-05", Mark.PLANNED), ("2027-06-01", Mark.DUE))
    assert 'role="img" aria-label="Billede af året med 2 møder og 1 dato.' in html
    assert html.index("<svg") < html.index("Linje 0") < html.index("Linje 2")
    assert html.count("card-wheel-held") == html.count("card-wheel-planned") == html.count("card-wheel-due") == 1
    assert re.findall(r">([a-z]{3})</text>", html) == [
        *("jan", "feb", "mar", "apr", "maj", "jun"),
        *("jul", "aug", "sep", "okt", "nov", "dec"),
    ]


def test_the_first_of_january_is_at_the_top_and_the_first_of_july_at_the_bottom() -> None:
    for day, top in (("2027-01-01", True), ("2028-07-01", False)):
        (found,) = re.findall(r'cx="([0-9.]+)" cy="([0-9.]+)" r="6"', drawn((day, Mark.PLANNED)))
        assert abs(float(found[0]) - 120) < 2
        assert (float(found[1]) < 120) is top


def test_what_says_nothing_of_a_day_is_not_drawn() -> None:
    plain = card(group(text("Ingen dage")) | {"id": WHEEL}, speak="Årshjul")
    assert "<svg" not in render(plain.content, action_url="/", hidden={})
    assert marked("wheel-2027-13-01-held") is None
    assert marked("wheel-2027-02-30-held-1") is None
