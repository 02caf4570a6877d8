"""What a forum may be called in its file: short names in small letters, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from tests.charters.files import forum_file, problems_of


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,4}", fullmatch=True).filter(lambda text: len(text) <= 64))
def test_every_slug_is_a_forums_id(slug: str) -> None:
    assert forum_file(f'forum: "{slug}"\nname: F\ncharter: sundhedsraad\n').forum.id == slug


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=70))
def test_whatever_is_no_slug_is_refused_as_an_id(text: str) -> None:
    plain = set(text) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    is_slug = plain and len(text) <= 64 and all(text.split("-"))
    written = text.replace("'", "''")
    file = f"name: F\ncharter: sundhedsraad\nforum: '{written}'\n"
    if is_slug:
        assert forum_file(file).forum.id == text
    else:
        assert "forum.yaml:3: »forum« skal være et kort navn" in problems_of(file)[0]
