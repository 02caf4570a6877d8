"""Whether the cards of this run are held against Microsoft's own schema, which is not ours to ship."""

import pytest

from cards.kit.elements import Card, card
from tests.cards.checks import SCHEMA, check_schema


@pytest.mark.skipif(not SCHEMA.is_file(), reason="no card is held against Microsoft's schema: it is not at hand")
def test_every_card_of_this_run_is_held_against_microsofts_schema() -> None:
    fine = card(speak="Et kort")
    check_schema(fine)
    with pytest.raises(AssertionError, match="unheard"):
        check_schema(Card(fine.content | {"unheard": True}, fine.summary))
