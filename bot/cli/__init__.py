"""The command line: every command exits 1 on failure with one clear line, without a traceback."""

import sys
from collections.abc import Sequence

import click

from bot.process import gathering

with gathering():
    from bot.cli import audit, exports, filing, forums, running, sending, upkeep
    from bot.cli.base import cli
    from bot.complaints import complaint

__all__ = ["audit", "cli", "exports", "filing", "forums", "main", "running", "sending", "upkeep"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; what can be expected to go wrong is one line on stderr and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli(arguments, "klyngebot", standalone_mode=False)
    except Exception as error:
        line = complaint(error)
        if line is None:
            raise
        click.echo(line, err=True)
        sys.exit(1)
