"""Whether a proposal is about an area that the charter's scope leaves out: told, and never a reason to refuse it."""

import re

from bot.domain.kernel.charter import Charter
from bot.domain.proposals.state import Content

# By what words in title and summary an area is known that nobody marked.
_WORDS = {
    "psykiatri": re.compile(r"\w*psykiatri|\bpsykisk", re.IGNORECASE),
    "somatik": re.compile(r"\bsomati", re.IGNORECASE),
}


def beyond_scope(charter: Charter, content: Content) -> str | None:
    """The first area outside the scope that the proposal is marked with or speaks of; None without a scope."""
    scope = charter.scope.value
    if scope is None:
        return None
    said = f"{content.title}\n{content.summary}"
    spoken = (area for area, words in _WORDS.items() if words.search(said))
    return next((each for each in (*content.areas, *spoken) if each not in scope), None)
