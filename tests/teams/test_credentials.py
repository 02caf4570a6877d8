"""The bot's own token: asked for once, renewed in time, and never needed at start."""

import asyncio
import base64
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import jwt
import pytest
from aiohttp import web
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from bot.config import Settings, load_settings
from bot.messenger import Unsent
from bot.teams.connector import Connector
from bot.teams.credentials import Ask, Credentials, msal_connection
from bot.teams.lanes import Lane
from bot.teams.limits import Limits
from tests.harness.certificates import certificate, pem
from tests.harness.edge import TEAMS, TENANT
from tests.harness.issuer import APP_ID, encoded, private_key
from tests.harness.teams import Teams

START = datetime(2027, 3, 16, 8, tzinfo=UTC)


class Microsoft:
    """Gives out numbered tokens that last an hour, or refuses; counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.moment = START
        self.failure: Exception | None = None
        self.refuses = False

    def connect(self) -> Ask:
        return self.ask

    def ask(self) -> Mapping[str, Any]:
        self.asked += 1
        if self.failure:
            raise self.failure
        if self.refuses:
            return {"error": "invalid_client"}
        return {"access_token": f"t{self.asked}", "expires_in": 3600}

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def microsoft() -> Microsoft:
    return Microsoft()


@pytest.fixture
def credentials(microsoft: Microsoft) -> Credentials:
    return Credentials(microsoft.connect, microsoft.now)


async def test_many_who_ask_at_once_share_one_token(credentials: Credentials, microsoft: Microsoft) -> None:
    assert set(await asyncio.gather(*(credentials.bearer() for _ in range(20)))) == {"t1"}
    assert await credentials.bearer() == "t1"
    assert microsoft.asked == 1


async def test_a_token_is_renewed_before_it_expires(credentials: Credentials, microsoft: Microsoft) -> None:
    await credentials.bearer()
    microsoft.moment += timedelta(minutes=56)
    assert await credentials.bearer() == "t2"


async def test_an_old_token_serves_while_microsoft_is_away_and_no_longer(
    credentials: Credentials, microsoft: Microsoft
) -> None:
    await credentials.bearer()
    microsoft.failure = ConnectionError("væk")
    microsoft.moment += timedelta(minutes=58)
    assert await credentials.bearer() == "t1"
    microsoft.moment += timedelta(minutes=3)
    with pytest.raises(Unsent) as unsent:
        await credentials.bearer()
    assert not unsent.value.permanent


async def test_a_refused_login_says_what_to_check(credentials: Credentials, microsoft: Microsoft) -> None:
    microsoft.refuses = True
    with pytest.raises(Unsent, match="MicrosoftAppId"):
        await credentials.bearer()


async def test_the_token_is_sent_and_dropped_when_teams_will_not_take_it(
    credentials: Credentials, microsoft: Microsoft, teams: Teams
) -> None:
    teams.answers = [web.Response(status=401), web.json_response({}, status=201)]
    lane = Lane(TENANT, "19:kanal")
    async with aiohttp.ClientSession() as session:
        connector = Connector(teams.url, session, credentials, Limits(None))
        with pytest.raises(Unsent):
            await connector.post(lane, "conversations", body={})
        await connector.post(lane, "conversations", body={})
    assert [each.headers["Authorization"] for each in teams.arrivals] == ["Bearer t1", "Bearer t2"]


class Answer:
    """What msal wants of an HTTP answer."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.status_code = 200
        self.headers: dict[str, str] = {}
        self.text = json.dumps(said)

    def raise_for_status(self) -> None:
        """Never."""


class Login:
    """The login service as msal sees it, over no network; remembers addresses and forms."""

    def __init__(self) -> None:
        self.urls: list[str] = []
        self.forms: list[Mapping[str, Any]] = []
        self.asked: list[tuple[str, Mapping[str, str]]] = []

    def get(self, url: str, params: Mapping[str, str] | None = None, **_: Any) -> Answer:
        self.urls.append(url)
        self.asked.append((url, params or {}))
        if "/metadata/" in url:
            return Answer({"access_token": "identitet", "expires_in": "3600", "resource": "x"})
        endpoint = f"https://login.microsoftonline.com/{TENANT}/"
        return Answer({"issuer": endpoint, "authorization_endpoint": f"{endpoint}a", "token_endpoint": f"{endpoint}t"})

    def post(self, url: str, data: Mapping[str, Any], **_: Any) -> Answer:
        self.urls.append(url)
        self.forms.append(data)
        return Answer({"access_token": "klient", "expires_in": 3600})

    def close(self) -> None:
        """Nothing to close."""


def token_of(connect: Callable[[], Ask]) -> object:
    """One token, through msal."""
    return connect()().get("access_token")


def test_a_secret_logs_in_at_the_tenants_own_authority() -> None:
    login = Login()
    assert token_of(msal_connection(TEAMS, login)) == "klient"
    assert login.urls[-1] == f"https://login.microsoftonline.com/{TENANT}/t"
    assert login.forms[0]["client_id"] == APP_ID
    assert login.forms[0]["client_secret"] == "hemmelig"  # noqa: S105 - the test's own
    assert login.forms[0]["scope"] == "https://api.botframework.com/.default"


def certified(file: Path) -> Settings:
    """Settings with a certificate in place of the secret."""
    return load_settings(
        {
            "MicrosoftAppId": APP_ID,
            "MicrosoftAppTenantId": TENANT,
            "KLYNGEBOT_TENANTS": TENANT,
            "KLYNGEBOT_CERTIFICATE": str(file),
        }
    )


def test_a_certificate_signs_instead_of_the_secret(tmp_path: Path) -> None:
    key = private_key("certificate")
    own = certificate(key)
    (tmp_path / "bot.pem").write_bytes(pem(key) + pem(own))
    login = Login()
    assert token_of(msal_connection(certified(tmp_path / "bot.pem"), login)) == "klient"
    [form] = login.forms
    assert "client_secret" not in form
    assert form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    endpoint = f"https://login.microsoftonline.com/{TENANT}/t"
    said = jwt.decode_complete(form["client_assertion"], key.public_key(), algorithms=["PS256"], audience=endpoint)
    assert (said["payload"]["iss"], said["payload"]["sub"]) == (APP_ID, APP_ID)
    assert said["payload"]["exp"] - said["payload"]["iat"] <= 600
    assert said["header"]["x5t#S256"].rstrip("=") == encoded(own.fingerprint(hashes.SHA256())).decode()
    [sent] = said["header"]["x5c"]
    assert base64.b64decode(sent) == own.public_bytes(serialization.Encoding.DER)


def test_of_a_chain_the_certificate_itself_is_named(tmp_path: Path) -> None:
    key, above = private_key("certificate"), private_key("authority")
    own = certificate(key)
    (tmp_path / "bot.pem").write_bytes(pem(own) + pem(certificate(above)) + pem(key))
    login = Login()
    token_of(msal_connection(certified(tmp_path / "bot.pem"), login))
    header = jwt.get_unverified_header(login.forms[0]["client_assertion"])
    assert header["x5t#S256"].rstrip("=") == encoded(own.fingerprint(hashes.SHA256())).decode()
    assert base64.b64decode(header["x5c"][0]) == own.public_bytes(serialization.Encoding.DER)


LOCKED = serialization.BestAvailableEncryption(b"kode")
BROKEN: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "både en privat RSA-nøgle"),
    "no text": (b"\xff\xfe\x00", "både en privat RSA-nøgle"),
    "half a key": (pem(private_key("certificate"))[:300], "både en privat RSA-nøgle"),
    "no certificate": (pem(private_key("certificate")), "både en privat RSA-nøgle"),
    "no key": (pem(certificate(private_key("certificate"))), "både en privat RSA-nøgle"),
    "a locked key": (
        pem(private_key("certificate"), LOCKED) + pem(certificate(private_key("certificate"))),
        "uden adgangskode",
    ),
    "another kind of key": (
        pem(generate_private_key(SECP256R1())) + pem(certificate(private_key("certificate"))),
        "RSA-nøgle",
    ),
    "somebody else's key": (
        pem(private_key("other")) + pem(certificate(private_key("certificate"))),
        "hører ikke sammen",
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
async def test_a_broken_certificate_is_a_reason_that_people_can_read(tmp_path: Path, kind: str) -> None:
    written, reason = BROKEN[kind]
    (tmp_path / "bot.pem").write_bytes(written)
    login = Login()
    credentials = Credentials(msal_connection(certified(tmp_path / "bot.pem"), login), lambda: START)
    with pytest.raises(Unsent, match=reason) as unsent:
        await credentials.bearer()
    assert not unsent.value.permanent
    assert login.urls == []


async def test_a_certificate_that_is_mended_serves_without_a_restart(tmp_path: Path) -> None:
    file, key = tmp_path / "bot.pem", private_key("certificate")
    file.write_bytes(pem(key))
    credentials = Credentials(msal_connection(certified(file), Login()), lambda: START)
    with pytest.raises(Unsent):
        await credentials.bearer()
    file.write_bytes(pem(key) + pem(certificate(key)))
    assert await credentials.bearer() == "klient"


def test_a_managed_identity_asks_the_machine() -> None:
    settings = load_settings(
        {
            "MicrosoftAppType": "UserAssignedMSI",
            "MicrosoftAppId": APP_ID,
            "MicrosoftAppTenantId": TENANT,
            "KLYNGEBOT_TENANTS": TENANT,
        }
    )
    login = Login()
    assert token_of(msal_connection(settings, login)) == "identitet"
    assert login.forms == []
    [(url, query)] = login.asked
    assert url == "http://169.254.169.254/metadata/identity/oauth2/token"
    assert (query["resource"], query["client_id"]) == ("https://api.botframework.com", APP_ID)
