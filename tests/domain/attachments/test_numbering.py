"""Numbers of bilag: each is given once, in order, and kept whatever becomes of the items."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.attachments.numbering import File, Thing, link_of, numbered

THINGS = st.one_of(
    st.integers(1, 30).map(File), st.sampled_from(["https://a.dk", "https://b.dk", "https://c.dk"]).map(link_of)
)


@given(st.lists(st.lists(THINGS, max_size=8), max_size=8))
def test_a_number_is_never_given_twice_and_never_changes(agendas: list[list[Thing]]) -> None:
    known: dict[Thing, int] = {}
    for things in agendas:
        after = dict(numbered(known, things))
        assert after.items() >= known.items()
        assert after.keys() == known.keys() | set(things)
        new = [each for each in dict.fromkeys(things) if each not in known]
        assert [after[each] for each in new] == list(range(len(known) + 1, len(known) + len(new) + 1))
        known = after


def test_the_same_link_on_two_items_is_one_bilag() -> None:
    assert numbered({}, [link_of("https://a.dk"), File(1), link_of("https://a.dk")]) == {
        link_of("https://a.dk"): 1,
        File(1): 2,
    }
