"""What was found fits on a card, whatever people wrote, and marks nothing but what was looked for."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.minutes.state import Outcome
from bot.domain.resolutions.actions import ShowResolutions
from cards.resolutions.cards import Findings, Hit, found
from cards.resolutions.marking import Piece, marked
from tests.cards.checks import check

LONG = "Ærø " * 500


@given(st.text(max_size=900), st.lists(st.integers(0, 900), max_size=12, unique=True))
def test_a_line_says_what_the_text_says_and_marks_what_it_is_told(text: str, edges: list[int]) -> None:
    ends = sorted(each for each in edges if each <= len(text))
    places = list(zip(ends[::2], ends[1::2], strict=False))
    line = marked(text, places)
    inner = "".join(piece.words for piece in line if piece not in (Piece("… "), Piece(" …")))
    assert inner in text
    assert {piece.words for piece in line if piece.is_marked} <= {text[first:last] for first, last in places}


def test_a_page_of_long_hits_fits_on_a_card() -> None:
    long = (Piece(LONG), Piece("kvistgård", is_marked=True), Piece(LONG))
    hit = Hit(
        forum="nord",
        forum_name="Politisk Klynge Nord " * 9,
        meeting="2027-1",
        day=date(2027, 3, 16),
        position=2,
        title=LONG,
        outcome=Outcome.APPROVED,
        words=long,
        more=("summary", long),
        is_closed=True,
        is_draft=True,
        way=["Strategisk Sundhedsforum " * 8] * 12,
    )
    check(
        found(
            Findings(
                words="<b>*kvistgård*</b> {{DATE(2027-01-01T00:00:00Z)}}",
                hits=[hit] * 5,
                forums=["Politisk Klynge Nord", "Syd"],
                is_public=True,
                is_first=False,
                more=ShowResolutions(words="kvistgård", skip=10),
            )
        )
    )
