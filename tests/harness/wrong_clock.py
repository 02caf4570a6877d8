"""`klyngebot` on a machine whose clock is wrong: `python -m tests.harness.wrong_clock 3600 serve` is an hour ahead."""

import sys
from datetime import datetime, timedelta, tzinfo


def main() -> None:
    """Run the rest of the command line there."""
    wrong_by = timedelta(seconds=int(sys.argv.pop(1)))

    class Wrong(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # what datetime.now gives
            return datetime.now(tz) + wrong_by

    from bot import clock
    from storage.engine import elapsed

    for reader in (clock, elapsed):  # whatever reads the machine's clock, before others know it
        vars(reader)["datetime"] = Wrong
    from bot.cli import main as klyngebot

    klyngebot()


if __name__ == "__main__":
    main()
