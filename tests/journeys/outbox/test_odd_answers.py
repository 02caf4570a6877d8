"""What the outbox makes of answers that name no message, or that are not Teams' own."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.domain.kernel.notice import NoticeState
from cards.kit.words import say
from tests.harness.forums import Forums, open_forums

pytestmark = pytest.mark.both_databases


@pytest.fixture
async def here(database_url: str) -> AsyncIterator[Forums]:
    """A forum on each kind of database."""
    async with open_forums(database_url, living=1, limits="off") as here:
        yield here


async def test_a_card_that_teams_names_no_id_of_stands_and_its_changes_are_not_posted_anew(
    here: Forums, caplog: pytest.LogCaptureFixture
) -> None:
    here.teams.answers = [web.json_response({}, status=201)]
    await here.owe("første", about="kort")
    await here.delivery.deliver_due()
    for change in ("anden", "tredje"):
        await here.owe(change, about="kort")
        await here.delivery.deliver_due()
    (ended,) = await here.notices()
    assert (ended.state, ended.reason) == (NoticeState.SENT, say("outbox.nameless"))
    assert [each.said for each in here.teams.arrivals] == ["første"]
    assert len([each for each in caplog.records if "named no id" in each.getMessage()]) == 1


async def test_a_proxys_login_page_is_no_answer_of_teams_and_the_card_comes_when_it_is_gone(here: Forums) -> None:
    here.teams.answers = [web.Response(text="<title>Log ind</title>", content_type="text/html")]
    await here.owe("kort")
    await here.delivery.deliver_due()
    (waiting,) = await here.notices()
    assert (waiting.state, waiting.unknown_posts) == (NoticeState.WAITING, 1)
    assert waiting.reason.startswith(say("teams.not_teams"))
    await here.an_hour_passes()
    await here.delivery.deliver_due()
    assert here.said() == ["kort"]
