"""Answers that Teams seldom gives, and such as only somebody in between gives: what each means for a card."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest
from aiohttp import web

from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.people import Identity
from bot.messenger import Unsent
from tests.harness.edge import ANSWER, BOT, CHANNEL, PERSON, TENANT, EdgeAlone
from tests.harness.teams import Teams

LOGIN = "<!DOCTYPE html><title>Log ind</title>"
NO_ID = {"serverTime": "2027-01-11T09:00:00Z"}


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of it: sent, with the id that it got, or why it is tried again."""

    sent: str | None = None
    is_permanent: bool = False
    is_unknown: bool = False


PASSING, UNKNOWN, NAMELESS = Fate(), Fate(is_unknown=True), Fate(sent="")


def _json(status: int, body: object = NO_ID) -> Callable[[], web.Response]:
    return lambda: web.json_response(body, status=status)


def _page(status: int, content_type: str = "text/html", said: str = LOGIN) -> Callable[[], web.Response]:
    return lambda: web.Response(status=status, text=said, content_type=content_type)


ODD = {
    # name: the answer, what it means for a POST, and for a PUT
    "408": (_json(408), PASSING, PASSING),
    "409": (_json(409), PASSING, PASSING),
    "412": (_json(412), PASSING, PASSING),
    "423": (_json(423), PASSING, PASSING),
    "425": (_json(425), PASSING, PASSING),
    "429": (_json(429), PASSING, PASSING),
    "504": (_json(504), UNKNOWN, PASSING),
    "408 with a page": (_page(408), PASSING, PASSING),
    "503 with a page": (_page(503), PASSING, PASSING),
    "410": (_json(410), Fate(is_permanent=True), Fate(is_permanent=True)),
    "422": (_json(422), Fate(is_permanent=True), Fate(is_permanent=True)),
    "200 with a login page": (_page(200), UNKNOWN, PASSING),
    "200 with a page that calls itself JSON": (_page(200, "application/json"), UNKNOWN, PASSING),
    "200 with JSON that calls itself a page": (_page(200, "text/html", '{"id": "1"}'), UNKNOWN, PASSING),
    "200 with a list": (_json(200, []), UNKNOWN, PASSING),
    "201 with an id": (_json(201, {"id": "1800"}), Fate(sent="1800"), Fate(sent="")),
    "201 without an id": (_json(201), NAMELESS, NAMELESS),
    "200 with an id that is none": (_json(200, {"id": 17}), NAMELESS, NAMELESS),
    "202 with nothing": (lambda: web.Response(status=202), NAMELESS, NAMELESS),
}


@pytest.fixture
def channel(teams: Teams) -> Conversation:
    return Conversation(place=Place.CHANNEL, service_url=teams.url, tenant=TENANT, id=CHANNEL, bot=BOT)


async def _fate(call: Awaitable[str | None]) -> Fate:
    try:
        return Fate(sent=await call or "")
    except Unsent as unsent:
        return Fate(is_permanent=unsent.permanent, is_unknown=unsent.outcome_unknown)


@pytest.mark.parametrize("name", ODD)
async def test_each_odd_answer_means_what_it_says_of_the_card(
    local: EdgeAlone, teams: Teams, channel: Conversation, name: str
) -> None:
    answer, of_a_post, of_a_put = ODD[name]
    teams.answers = [answer(), answer()]
    messenger = local.client.messenger
    assert await _fate(messenger.post(channel, ANSWER, "1600")) == of_a_post
    assert await _fate(messenger.update(channel, "1600", ANSWER)) == of_a_put
    assert [each.method for each in teams.arrivals] == ["POST", "PUT"]


@pytest.mark.parametrize("answer", [_json(504), _page(200)], ids=["504", "200 with a login page"])
async def test_a_chat_that_may_have_been_opened_leaves_no_card_in_doubt(
    local: EdgeAlone, teams: Teams, channel: Conversation, answer: Callable[[], web.Response]
) -> None:
    teams.answers = [answer()]
    with pytest.raises(Unsent) as unsent:
        await local.client.messenger.open_chat(Identity(TENANT, PERSON), channel)
    assert not unsent.value.outcome_unknown
    assert not unsent.value.permanent
