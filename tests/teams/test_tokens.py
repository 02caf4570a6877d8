"""Who may speak: each kind of token and claim with the status it gets, through HTTP against a local issuer."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import jwt
import pytest

from bot.clock import elapsed_now
from tests.teams.issuer import SERVICE_URL, Issuer, private_key, running_issuer
from tests.teams.stage import TEAMS, Stage, click, message, on_stage

HOUR = timedelta(hours=1)


class HandClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = elapsed_now()

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    async with running_issuer() as issuer:
        yield issuer


@pytest.fixture
async def stage(issuer: Issuer, clock: HandClock) -> AsyncIterator[Stage]:
    async with on_stage(TEAMS, metadata_url=issuer.metadata_url, now=clock) as stage:
        yield stage


def unsigned(**claims: Any) -> str:
    """A token with alg none."""
    return jwt.encode({"iss": "https://api.botframework.com"} | claims, "", algorithm="none", headers={"kid": "first"})


def parts(header: object, payload: str) -> str:
    """A token with a payload that no library would write."""
    encoded = [base64.urlsafe_b64encode(each.encode()).rstrip(b"=").decode() for each in (json.dumps(header), payload)]
    return ".".join([*encoded, "AAAA"])


async def test_a_good_token_lets_a_click_through(stage: Stage, issuer: Issuer) -> None:
    status, body = await stage.send(click(), issuer.bearer())
    assert status == 200
    assert body["type"] == "application/vnd.microsoft.card.adaptive"
    assert stage.turns[0].sender.object_id == "aaaaaaaa-0000-4000-8000-000000000006"


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        ({"exp": -HOUR}, 401),
        ({"exp": None}, 401),
        ({"exp": "snart"}, 401),
        ({"nbf": HOUR}, 401),
        ({"iss": "https://sts.windows.net/anden/"}, 401),
        ({"iss": None}, 401),
        ({"aud": None}, 401),
        ({"aud": "99999999-aaaa-4aaa-8aaa-999999999999"}, 403),
        ({"kid": "unknown"}, 401),
        ({"signed_with": "other"}, 401),
        ({"serviceurl": "https://smba.trafficmanager.net/amer/"}, 403),
        ({"serviceurl": None}, 403),
        ({"serviceurl": 7}, 403),
        ({"exp": -timedelta(minutes=2)}, 200),
        ({"serviceurl": SERVICE_URL.rstrip("/")}, 200),
    ],
)
async def test_each_claim_is_checked(stage: Stage, issuer: Issuer, claims: dict[str, Any], status: int) -> None:
    now = elapsed_now()  # a length of time is counted from the moment the token is made
    dated = {name: now + value if isinstance(value, timedelta) else value for name, value in claims.items()}
    assert (await stage.send(click(), issuer.bearer(**dated)))[0] == status
    assert len(stage.turns) == (status == 200)


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Basic Zm9vOmJhcg==",
        "Bearer garbage",
        "Bearer a.b.c",
        f"Bearer {unsigned()}",
        f"Bearer {unsigned(aud='11111111-aaaa-4aaa-8aaa-111111111111', exp=4102444800)}",
        "Bearer " + jwt.encode({"iss": "x"}, "h" * 32, "HS256", headers={"kid": "first"}),
        "Bearer " + parts({"alg": "RS256", "kid": "first"}, '{"exp": Infinity}'),
        "Bearer " + parts({"alg": "RS256", "kid": "first"}, "[" * 9000),
        "Bearer " + parts({"alg": "RS256", "kid": ["first"]}, "{}"),
        "Bearer " + "x" * 9000,
    ],
)
async def test_what_is_no_token_costs_no_look_up(stage: Stage, issuer: Issuer, header: str | None) -> None:
    status, body = await stage.send(click(), {} if header is None else {"Authorization": header})
    assert status == 401
    assert body["error"]["code"] == "401"
    assert issuer.fetches == 0
    assert stage.turns == []


async def test_a_token_without_key_id_is_refused(stage: Stage, issuer: Issuer) -> None:
    claims = jwt.decode(issuer.token(), options={"verify_signature": False})
    nameless = jwt.encode(claims, private_key("first"), "RS256")
    assert (await stage.send(click(), {"Authorization": f"Bearer {nameless}"}))[0] == 401


@pytest.mark.parametrize("endorsements", [None, [], ["webchat"]])
async def test_a_key_must_vouch_for_teams(stage: Stage, issuer: Issuer, endorsements: list[str] | None) -> None:
    issuer.endorsements = endorsements
    assert (await stage.send(click(), issuer.bearer()))[0] == 403


@pytest.mark.parametrize("channel", ["webchat", "directline", "", None, 7])
async def test_no_other_channel_may_speak_though_its_key_vouches_for_it(
    stage: Stage, issuer: Issuer, channel: object
) -> None:
    issuer.endorsements = ["msteams", "webchat", "directline"]
    assert (await stage.send(click(channelId=channel), issuer.bearer()))[0] == 403


@pytest.mark.parametrize(
    "changes",
    [
        {"conversation": {"id": "19:k", "tenantId": "fremmed"}},
        {"channelData": {"tenant": {"id": "fremmed"}}},
        {"conversation": {"id": "19:k"}, "channelData": None},
    ],
)
async def test_a_tenant_off_the_list_is_refused(stage: Stage, issuer: Issuer, changes: dict[str, Any]) -> None:
    assert (await stage.send(click(**changes), issuer.bearer()))[0] == 403


@pytest.mark.parametrize(
    "url",
    [
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net.example.org/",
        "https://evil.trafficmanager.net/",
        "https://smba.trafficmanager.net@example.org/",
        "https://127.0.0.1/",
        "https://[",
        "",
    ],
)
async def test_a_service_url_off_the_list_is_refused_even_when_signed(stage: Stage, issuer: Issuer, url: str) -> None:
    assert (await stage.send(click(service_url=url), issuer.bearer(serviceurl=url)))[0] == 403


async def test_a_rotated_key_is_fetched_at_once_and_the_old_one_is_gone(
    stage: Stage, issuer: Issuer, clock: HandClock
) -> None:
    assert (await stage.send(click(), issuer.bearer()))[0] == 200
    issuer.kids = ["second"]
    clock.moment += timedelta(minutes=2)
    assert (await stage.send(click(), issuer.bearer(kid="second")))[0] == 200
    assert (await stage.send(click(), issuer.bearer(kid="first")))[0] == 401


async def test_made_up_key_ids_cost_one_fetch_a_minute(stage: Stage, issuer: Issuer, clock: HandClock) -> None:
    for number in range(5):
        assert (await stage.send(click(), issuer.bearer(kid=f"k{number}", signed_with="first")))[0] == 401
    assert issuer.fetches == 1
    clock.moment += timedelta(minutes=2)
    await stage.send(click(), issuer.bearer(kid="k9", signed_with="first"))
    assert issuer.fetches == 2


async def test_many_first_requests_share_one_fetch(stage: Stage, issuer: Issuer) -> None:
    answers = await asyncio.gather(*(stage.send(click(), issuer.bearer()) for _ in range(10)))
    assert {status for status, _ in answers} == {200}
    assert issuer.fetches == 1


async def test_without_keys_teams_is_asked_to_come_back(stage: Stage, issuer: Issuer, clock: HandClock) -> None:
    issuer.is_down = True
    async with stage.session.post(f"{stage.url}/api/messages", json=click(), headers=issuer.bearer()) as answer:
        assert answer.status == 503
        assert int(answer.headers["Retry-After"]) > 0
    issuer.is_down = False
    clock.moment += timedelta(seconds=int(answer.headers["Retry-After"]))
    assert (await stage.send(click(), issuer.bearer()))[0] == 200


async def test_known_keys_serve_through_an_outage_of_days(stage: Stage, issuer: Issuer, clock: HandClock) -> None:
    assert (await stage.send(click(), issuer.bearer()))[0] == 200
    issuer.is_down = True
    for _ in range(3):
        clock.moment += timedelta(days=1, minutes=1)
        assert (await stage.send(click(), issuer.bearer()))[0] == 200
    assert (await stage.send(click(), issuer.bearer(kid="unknown", signed_with="first")))[0] == 503


async def test_an_event_with_a_good_token_is_answered_without_work(stage: Stage, issuer: Issuer) -> None:
    assert await stage.send(message(type="messageReaction"), issuer.bearer()) == (200, None)
    assert stage.turns == []
