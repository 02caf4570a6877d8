"""Nothing is let out that the forum does not want public, that has not left, or that is not final."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.refusal import Refusal
from bot.domain.publication import rules
from bot.domain.publication.links import checked_link
from bot.domain.publication.rules import Document, Status
from bot.domain.publication.state import Paper

NOW = datetime(2027, 3, 20, 9, tzinfo=UTC)


@given(
    wanted=st.sampled_from([True, False, None]),
    has_left=st.booleans(),
    is_final=st.booleans(),
    ahead=st.timedeltas(timedelta(days=-800), timedelta(days=800)),
)
def test_only_what_is_wanted_and_final_is_let_out_from_now_on(
    wanted: bool | None, has_left: bool, is_final: bool, ahead: timedelta
) -> None:
    document = Document(paper=Paper.MINUTES, since=NOW if has_left else None, is_final=is_final)
    standing = rules.standing(document, wanted, (), (), NOW, is_elsewhere=False)
    may = wanted is True and has_left and is_final and timedelta(0) <= ahead <= rules.LONGEST_EMBARGO
    try:
        rules.check_final(document, bool(wanted))
        rules.check_release(standing, "digest", NOW + ahead, NOW)
    except Refusal:
        assert not may
    else:
        assert may
    assert (standing.status is Status.MISSING) is (has_left and wanted is True)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("http://www.eksempel.dk/", "link_not_https"),
        ("javascript:alert(1)", "link_not_https"),
        ("https://navn@www.eksempel.dk/", "link_with_name"),
        ("https://localhost/", "link_private"),
        ("https://127.0.0.1/", "link_private"),
        ("https://[::1]/", "link_private"),
        ("https://10.0.0.1/", "link_private"),
        ("https://2130706433/", "link_private"),
        ("https://server.local/", "link_private"),
        ("https://www.eksempel.dk:8443/", "link_port"),
        ("https://www.s\u0443ndhed.dk/", "link_lookalike"),
        ("https://xn--80ak6aa92e.com/", "link_lookalike"),
        ("", "link_missing"),
    ],
)
def test_a_link_that_is_no_plain_public_address_is_refused(typed: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_link(typed)
    assert (refused.value.key, refused.value.field) == (key, "link")


@pytest.mark.parametrize("typed", ["https://www.sundhedsaftalen.dk/a?b=1#c", "https://r\u00f8dovre.dk/referat"])
def test_a_danish_address_is_kept_as_it_was_typed(typed: str) -> None:
    assert checked_link(f" {typed} ") == typed
