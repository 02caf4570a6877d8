"""Everyday ways with a question mark, an if or a not put in: nothing that is said so is to be carried out."""

from hypothesis import strategies as st

from bot.usecases.understanding.everyday import SAYINGS

NAYS = frozenset(("ikke", "aldrig", "ingen", "nej", "intet", "uden", "hverken", "ej"))
_WAYS = tuple((saying, written.split()) for saying in SAYINGS for written in saying.ways.split("|") if written.strip())
_PLAIN = tuple((saying, written) for saying, written in _WAYS if saying.is_plain)
_UNREFUSED = tuple(
    written
    for saying, written in _WAYS
    if not saying.refuses and NAYS.isdisjoint(each for part in written for each in part.strip("![]").split("/"))
)
_IFS = ("hvis alle er enige", "medmindre nogen er imod", "når bare tiden passer", "såfremt punkt 4 udgår")


@st.composite
def _worded(draw: st.DrawFn, written: list[str]) -> list[str]:
    """One choice of a way's words, perhaps with one that makes it surer."""
    needed = [draw(st.sampled_from(part.split("/"))).rstrip(":") for part in written if part[0] not in "!["]
    helpful = [each for part in written if part[0] == "[" for each in part.strip("[]").split("/")]
    return [*needed, *draw(st.lists(st.sampled_from(helpful), max_size=1))] if helpful else needed


@st.composite
def questions(draw: st.DrawFn) -> str:
    """A way with a question mark behind it."""
    words = " ".join(draw(st.permutations(draw(_worded(_way(draw))))))
    return draw(
        st.sampled_from((f"{words}?", f"{words} ?", f"Hej. {words}? Mvh Hanne", f"{words}?? tak", f"mon {words}?"))
    )


@st.composite
def conditions(draw: st.DrawFn) -> str:
    """A way with an if before or behind it."""
    words, when = " ".join(draw(st.permutations(draw(_worded(_way(draw)))))), draw(st.sampled_from(_IFS))
    return draw(
        st.sampled_from((f"{words} {when}", f"{words}, {when}", f"{when}, så {words}", f"{when.upper()}, {words}!"))
    )


@st.composite
def negations(draw: st.DrawFn) -> tuple[str, str]:
    """A way that says no "not" itself, as it is said and with one put in."""
    words = draw(_worded(draw(st.sampled_from(_UNREFUSED))))
    at = draw(st.integers(0, len(words)))
    whole = " ".join(words)
    put_in = " ".join((*words[:at], "ikke", *words[at:]))
    turned = draw(st.sampled_from((put_in, f"{whole} ikke", f"du skal ikke {whole}", f"lad være med at {whole}")))
    return whole, turned


def _way(draw: st.DrawFn) -> list[str]:
    """One of all, half of the time of those that may be carried out at once."""
    return draw(st.sampled_from(_PLAIN if draw(st.booleans()) else _WAYS))[1]
