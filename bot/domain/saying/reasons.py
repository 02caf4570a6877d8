"""The reason that a sentence gives.

What begins first counts, so that nothing of what was said is lost: a word ("fordi", "da", "pga.", "eftersom",
"grundet"), a colon, or a dash between spaces. Only a label with a colon ("begrundelse:", "bemærkning:") goes before
them all. It goes on to the end of the text or the greeting, or to the comma where the word begins the sentence ("Da jeg
er syg, kan jeg …"). A colon between digits, in an address, a smiley or the head of a mail begins none, and neither does
a dash in a period of time.
"""

import re

from bot.domain.saying.sentence import TAKEN, Sentence

_LABEL = re.compile(r"(?<![a-z])(?:begrundelsen?|arsagen?|grunden?|bemarkning(?:en|er|erne)?|kommentar(?:en|er)?) ?: ?")
_SUBJECT = (
    r"(?:jeg|du|vi|i|han|hun|den|det|de|der|man|min|mit|mine|vores|din|dit|dine|deres|hans|hendes|begge|ingen|alle"
    r"|nogle|nogen|denne|dette|disse|en|et|[a-z]{3,}(?:en|et|ne))"
)
_VERB = "er|var|kan|kunne|har|havde|skal|skulle|vil|ville|ma|bor|bliver|blev|gor|giver"
_WORD = re.compile(
    r"(?<![a-z])(?:(?P<word>(?:fordi|eftersom|grundet|pga\b\.?|p\. ?g\. ?a\.|pa grund af(?: at)?)(?![a-z]):? ?)"
    rf"|(?P<since>(?P<verb>(?:{_VERB}) (?:(?:det|den|der|de|du|vi|i|jeg) )?)?da (?={_SUBJECT} [a-z])))"
)
_SIGN = re.compile(r"(?P<colon>:(?![/)(*DPp|-])(?!(?<=[0-9]:)[0-9]) ?)|(?<=[^ -]) - (?=[^ ])")
_HEADER = re.compile(r"(?<![a-z])(?:fra|til|emne|sendt|dato|cc|vs|sv|re|fw|fwd):")  # of a mail
_SIGNATURE = re.compile(r" (?:med )?(?:venligs?t? hilsen|venlige hilsner|mvh|vh|bh)(?![a-z])")
_COMMA = re.compile(", ")
_FEWEST_WORDS = 2


def read_reason(sentence: Sentence, typed: str) -> tuple[int, int]:
    """Where the reason starts and ends in what was typed; both are the same where none is given."""
    begins, is_word = _begins(sentence.text)
    if begins is None or begins >= len(sentence.text):
        return 0, 0
    start, end = sentence.starts[begins], len(typed)
    if is_word and (comma := _COMMA.search(sentence.text, begins)):
        clause = sentence.text[begins : comma.start()]
        end = sentence.starts[comma.start()] if clause.count(" ") + 1 >= _FEWEST_WORDS else end
    if signature := _SIGNATURE.search(sentence.text, begins):
        end = min(end, sentence.starts[signature.start()])
    reason = typed[start:end]
    return start + len(reason) - len(reason.lstrip()), start + len(reason.rstrip())


def _begins(text: str) -> tuple[int | None, bool]:
    """Where it begins in the compared text, and whether after a word that begins the sentence itself."""
    if label := _LABEL.search(text):
        return label.end(), False
    word = next((match for match in _WORD.finditer(text) if not match["verb"]), None)
    sign = _SIGN.search(_HEADER.sub(lambda header: TAKEN * len(header[0]), text))
    first = min((match for match in (word, sign) if match), key=lambda match: match.start(), default=None)
    if first is None:
        return None, False
    if first is sign and (again := _WORD.match(text, first.end())):
        return again.end(), False
    return first.end(), first is word and not text[: first.start()].strip(TAKEN + " ")
