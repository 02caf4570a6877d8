"""What an admin is told of a forum that cannot be read: which, where the fault lies, and how it is mended."""

import pytest

from bot.domain.kernel.unreadable import Part, Unreadable
from cards.forum.unreadable import line, told
from tests.cards.checks import check, texts

NAME = "Klynge *Nord* <b> [x](https://example.org) " * 4


@pytest.mark.parametrize(
    ("part", "where"),
    [
        (Part.CHARTER, "fejlen ligger i kommissoriet"),
        (Part.OVERLAY, "fejlen ligger i principperne over kommissoriet"),
        (Part.CONFIG, "fejlen ligger i det, forumfilen satte op"),
    ],
)
def test_the_card_and_the_line_say_which_forum_where_the_fault_lies_and_what_to_do(part: Part, where: str) -> None:
    broken = Unreadable("politisk-klynge-nord", 3, part, "BrokenFile")
    card = told(broken, NAME)
    check(card)
    for said in (texts(card), line(broken)):
        assert "politisk-klynge-nord" in said
        assert where in said
        assert "klyngebot forum apply FIL" in said
        assert "BrokenFile" not in said
    assert "[x](" not in str(card.content["body"])
