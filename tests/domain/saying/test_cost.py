"""What is made to cost time costs little: all of it is read at a length that does not grow with the text."""

from time import thread_time

import pytest

from bot.domain.saying.mood import mood_of
from bot.domain.saying.quoted import own_words
from bot.domain.saying.small_talk import small_talk, yes_or_no
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
def test_no_text_takes_longer_than_50_ms(unit: str) -> None:
    text = (unit * (50_000 // len(unit) + 1))[:50_000]
    assert min(_spent(text) for _ in range(3)) < 0.05


def _spent(text: str) -> float:
    begun = thread_time()
    for each in (mood_of, own_words, small_talk, yes_or_no):
        each(text)
    return thread_time() - begun
