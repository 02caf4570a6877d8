"""What a sentence holds besides its words: days, times, amounts, numbers, and the reason it gives.

Each reader is shown what the ones before it have left, so that nothing is read twice: "16.30" is no date, since the
clocks are read before the days, and a year in a date is no number, since the numbers are read last.
"""

from datetime import date

from bot.domain.saying.amounts import read_amounts
from bot.domain.saying.clocks import read_clocks
from bot.domain.saying.days import read_days
from bot.domain.saying.found import Amount, Clock, Counted, Day, Length, Number, Slot, Slots
from bot.domain.saying.lengths import read_lengths
from bot.domain.saying.numbers import read_divided, read_numbers
from bot.domain.saying.reasons import read_reason
from bot.domain.saying.sentence import sentence
from bot.domain.saying.spoken_clocks import read_spoken_clocks

__all__ = ["Amount", "Clock", "Counted", "Day", "Length", "Number", "Slot", "Slots", "read_slots"]

LONGEST = 2_000  # characters of a sentence that are read


def read_slots(text: str, today: date) -> Slots:
    """What stands in the sentence; a day without a year is the nearest sensible one; time is linear in its length."""
    typed = text[:LONGEST]
    whole = rest = sentence(typed)
    divided = read_divided(rest)
    amounts = read_amounts(rest := rest.without(divided))
    spoken = read_spoken_clocks(rest := rest.without(amounts))
    lengths = read_lengths(rest := rest.without(spoken))
    clocks = tuple(sorted((*spoken, *read_clocks(rest := rest.without(lengths))), key=lambda clock: clock.start))
    days = read_days(rest := rest.without(clocks), today)
    rest = rest.without(days)
    numbers = tuple(sorted((*divided, *read_numbers(rest, today)), key=lambda number: number.start))
    begins, ends = read_reason(whole.without((*divided, *amounts, *lengths, *clocks, *days)), typed)
    return Slots(
        days=days,
        clocks=clocks,
        lengths=lengths,
        amounts=amounts,
        numbers=numbers,
        reason=typed[begins:ends],
        reason_start=begins if begins < ends else None,
    )
