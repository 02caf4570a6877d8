"""One thing that is wrong about a request at the door, and how it is checked what is answered to it."""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.harness.edge import EdgeAlone, click
from tests.harness.issuer import Issuer, handmade, payload

HEAD = {"alg": "RS256", "typ": "JWT", "kid": "first"}
SECRET = "ORD-SOM-INGEN-MÅ-SE"  # noqa: S105 - what must not come back
AMER = "https://smba.trafficmanager.net/amer/"


@dataclass(frozen=True)
class Case:
    """One thing that is wrong, and what is answered; what is not named is as it should be."""

    name: str
    status: int
    asks: bool = False
    claims: Mapping[str, Any] = field(default_factory=dict)
    head: Mapping[str, Any] = field(default_factory=dict)
    header: Callable[[], str | None] | None = None
    activity: Mapping[str, Any] = field(default_factory=dict)
    body: bytes | None = None
    content_type: str = "application/json"
    more: Mapping[str, str] = field(default_factory=dict)
    issuer: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name

    def headers(self) -> dict[str, str]:
        """What the request is sent with."""
        head = {name: value for name, value in (HEAD | dict(self.head)).items() if value is not None}
        said = self.header() if self.header else f"Bearer {handmade(head, payload(self.claims))}"
        return {"Content-Type": self.content_type, **self.more, **({} if said is None else {"Authorization": said})}

    def sent(self) -> bytes:
        """The body."""
        return json.dumps(click(**self.activity)).encode() if self.body is None else self.body


async def check(stage: EdgeAlone, issuer: Issuer, case: Case) -> None:
    """It has its status, says no more than that, and no turn came of it unless it was let in."""
    for name, value in case.issuer.items():
        setattr(issuer, name, value)
    body = case.sent().replace(b"Koordinator", SECRET.encode())
    async with stage.session.post(f"{stage.url}/api/messages", data=body, headers=case.headers()) as answer:
        said = await answer.text()
    assert answer.status == case.status, said
    assert issuer.fetches == case.asks
    assert len(stage.turns) == (case.status == 200)
    if case.status != 200:
        assert json.loads(said)["error"]["code"] == str(case.status)
        assert len(said) < 200
        assert SECRET not in said
    assert ("Retry-After" in answer.headers) == (case.status == 503)
    assert ("WWW-Authenticate" in answer.headers) == (case.status == 401)


def check_calm(records: list[logging.LogRecord]) -> None:
    """Nothing that comes from outside is an error in the log, and its words are not in it."""
    assert [each.getMessage() for each in records if each.levelno >= logging.ERROR or each.exc_info] == []
    assert not [each.getMessage() for each in records if SECRET in each.getMessage()]
