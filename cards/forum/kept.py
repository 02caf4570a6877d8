"""What a forum file would have otherwise than was settled in Teams, and is left as it is."""

from bot.domain.forum.choosable import CHOOSABLE, GUIDANCE, OWN_STEP
from bot.domain.forum.deciding import Kept
from bot.domain.kernel.forum import OF_ORGANISATIONS, Forum
from cards.forum.choice_words import decided_words, value_words
from cards.kit.words import say


def kept_choice(forum: Forum, kept: Kept) -> str:
    """What the file would have otherwise and is left as it was decided in Teams."""
    row = next(each for each in (*CHOOSABLE, OWN_STEP, GUIDANCE) if each.key == kept.key.partition("/")[0])
    name = f"organisations.{kept.key.partition('/')[2]}.{row.key}" if row.key in OF_ORGANISATIONS else kept.key
    return say(
        "choice.kept",
        valg=name,
        vaerdi=value_words(forum, row, kept.decided.value),
        besluttet=decided_words(kept.decided),
        fil=value_words(forum, row, kept.written),
    )
