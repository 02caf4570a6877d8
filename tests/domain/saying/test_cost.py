"""What is made to cost time costs little: all of it is read at a length that does not grow with the text."""

import pytest

from bot.domain.saying.mood import mood_of
from bot.domain.saying.quoted import own_words
from bot.domain.saying.small_talk import small_talk, yes_or_no
from tests.harness.costing import A_BLINK, quickest
from tests.harness.hostile import UNITS

OURS = (
    *(
        "kan du ",
        "ikke kun ",
        "hej alle ",
        "ja ",
        "vis punkt 4 ",
        "> ",
        "<blockquote>",
        "Fra: ",
        "den 3 skrev ",
        "\n\n",
    ),
    *("godkendt punkt og ", "tak for ", ". Mvh", "andre x end ", "jeg synes ", "har ikke nogen ", "{{", "print("),
)


@pytest.mark.parametrize("unit", [*UNITS.values(), *OURS])
def test_no_text_takes_longer_than_a_blink(unit: str) -> None:
    text = (unit * (50_000 // len(unit) + 1))[:50_000]
    assert quickest(lambda: [each(text) for each in (mood_of, own_words, small_talk, yes_or_no)]) < A_BLINK
