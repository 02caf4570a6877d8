"""Which of several doctors' organisations comes to a meeting, where the charter leaves it to the agenda (C11)."""

from bot.domain.composition.state import GpAnswer
from bot.domain.kernel.danish import fold
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal

_UNSETTLED = (None, "by_agenda")
_ALL = ("begge", "begge to", "alle", "both")
_SHOWN = 100  # characters of what was typed that a refusal repeats


def options(forum: Forum) -> tuple[str, ...]:
    """The organisations that the charter names; nothing where it names none."""
    return forum.charter.composition.gp_organisations.value or ()


def is_asked(forum: Forum) -> bool:
    """Whether it is asked for each meeting: the forum has not chosen one of them, or all, for good."""
    return bool(options(forum)) and forum.choice("gp_organisation") in _UNSETTLED


def representing(forum: Forum, answer: GpAnswer | None) -> tuple[str, ...]:
    """Those that come, by the forum's choice or the answer for this meeting; nothing where nobody has said."""
    if not options(forum):
        return ()
    chosen = forum.choice("gp_organisation")
    if chosen in _UNSETTLED:
        return () if answer is None else answer.organisations
    return options(forum) if chosen == "both" else (str(chosen),)


def name_of(forum: Forum, organisation: str) -> str:
    """What it is called in the forum, else in its charter."""
    found = forum.organisation(organisation)
    return forum.charter.name_of_body(organisation) if found is None else found.name


def meant(forum: Forum, organisations: tuple[str, ...], words: str) -> tuple[str, ...]:
    """The organisations of a click, or those that are typed; Refusal "gp_unknown" where it is none of the charter's."""
    every, typed = options(forum), _spelled(words)
    if organisations:
        found = [each for each in every if each in organisations]
    elif typed in _ALL:
        found = list(every)
    else:
        found = [each for each in every if _is_named(forum, each, typed)]
    if not found or (organisations and len(found) < len(organisations)):
        raise Refusal("gp_unknown", ord=words[:_SHOWN], navne=[name_of(forum, each) for each in every])
    return tuple(found)


def _is_named(forum: Forum, organisation: str, typed: str) -> bool:
    names = _spelled(name_of(forum, organisation)), _spelled(organisation)
    return any(f" {name} " in f" {typed} " for name in names)


def _spelled(words: str) -> str:
    """As it is compared: folded, and without the marks that part names."""
    return " ".join(fold(words[:400]).replace("-", " ").replace(",", " ").replace(".", " ").split())
