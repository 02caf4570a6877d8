"""How a sentence says what it says: plainly, as a question, with a no, an if or a but."""

from dataclasses import dataclass

from bot.domain.saying.asking import asking
from bot.domain.saying.heard import heard
from bot.domain.saying.quoted import own_words
from bot.domain.saying.reserving import reserving


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """What speaks against carrying out a sentence as it stands.

    `asks` is a question, `requests` one that politely asks to have something done ("kan du sende …?") and is then no
    question in itself. `negates`,
    `conditions` ("hvis", "medmindre", "når bare"), `excepts` ("undtagen", "men ikke") and `reserves` ("men", "dog",
    "jeg er i tvivl") are what makes a yes no plain yes. `quotes` is somebody else's words.
    """

    asks: bool = False
    requests: bool = False
    negates: bool = False
    conditions: bool = False
    excepts: bool = False
    reserves: bool = False
    quotes: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether nothing of it is there."""
        return not (self.asks or self.requests or self.quotes or self.is_reserved)

    @property
    def is_reserved(self) -> bool:
        """Whether a yes in it is none without more words."""
        return self.negates or self.conditions or self.excepts or self.reserves


def mood_of(text: str) -> Mood:
    """The mood of a sentence, whoever says it; time is linear in its length."""
    own = own_words(text)
    sentence = heard(own or text)
    asked = asking(sentence)
    reserved = reserving(sentence, asked.asks)
    return Mood(
        asks=asked.asks,
        requests=asked.requests,
        negates=reserved.negates,
        conditions=reserved.conditions,
        excepts=reserved.excepts,
        reserves=reserved.reserves,
        quotes=bool(text.strip()) and not own,
    )
