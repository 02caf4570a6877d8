"""How near delivery comes to the shortest time that Teams' sending limits allow, over HTTP to the local Teams."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.config import load_settings
from bot.domain.kernel.notice import NoticeState
from bot.local.windows import MESSAGES
from tests.harness.forums import open_forums

_PATIENCE = 120.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """`seconds` from the first arrival to the last, `allowed` the fewest that the limits permit."""

    forums: int
    owed: int
    sent: int
    too_fast: int
    seconds: float
    allowed: float

    @property
    def ratio(self) -> float:
        """Achieved/allowed: 1 is as fast as the limits permit."""
        return self.allowed / self.seconds

    def __str__(self) -> str:
        return (
            f"{self.forums} forums, {self.owed} cards: {self.sent} sent, {self.too_fast} over the limit, "
            f"{self.seconds:.2f} s, allowed {self.allowed:.2f} s, achieved/allowed {self.ratio:.3f}"
        )


async def measure(database_url: str, *, in_forums: int, each: int = 1) -> Measured:
    """Owe each of so many forums so many cards at once, and let real delivery send them."""
    async with open_forums(database_url, living=in_forums) as here:
        await here.owe_each(each)
        await here.until_nothing_waits(_PATIENCE)
        ended = await here.notices()
        return Measured(
            forums=in_forums,
            owed=in_forums * each,
            sent=sum(notice.state is NoticeState.SENT for notice in ended),
            too_fast=here.teams.connector.too_fast,
            seconds=here.teams.arrivals[-1].at - here.teams.arrivals[0].at,
            allowed=_shortest(in_forums, each),
        )


def _shortest(in_forums: int, each: int) -> float:
    """The seconds from the first send to the last, if every card were ready and every answer came at once."""
    rate = load_settings({"KLYNGEBOT_AUTH": "off"}).tenant_rate
    return max(_last([(rate, 1)], in_forums * each), _last(MESSAGES, each))


def _last(windows: Sequence[tuple[int, float]], sends: int) -> float:
    moments: list[float] = []
    for number in range(sends):
        moments.append(max([0.0, *(moments[number - most] + length for most, length in windows if number >= most)]))
    return moments[-1]


async def _main() -> None:
    for in_forums, each in ((100, 1), (1, 30)):
        with TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder, 'klyngebot.db').as_posix()}"
            print(await measure(url, in_forums=in_forums, each=each))  # noqa: T201 - what it is for


if __name__ == "__main__":
    asyncio.run(_main())
