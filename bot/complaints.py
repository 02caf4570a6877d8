"""What went wrong with a command, as the line that a person reads; None for what only a programmer can mend."""

import errno
import socket

import click

from bot import readiness
from bot.charters.problems import BrokenFile
from bot.config import UnsafeSettings
from bot.documents.limit import NotDrawnError, TooLongError
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.unreadable import Unreadable
from bot.operations import Failed
from bot.restoring import Unlike
from cards.documents import undrawn
from cards.forum.unreadable import line
from cards.kit.words import refusal_text
from storage.database import DatabaseFault
from storage.migrate import NewerDatabase

_REASONS = {
    errno.EACCES: "der er ikke adgang",
    errno.EPERM: "der er ikke adgang",
    errno.EROFS: "der kan ikke skrives",
    errno.ENOENT: "findes ikke",
    errno.EEXIST: "er en fil og ikke en mappe",
    errno.ENOTDIR: "er en fil og ikke en mappe",
    errno.EISDIR: "er en mappe og ikke en fil",
    errno.ENOSPC: "disken er fuld",
    errno.EDQUOT: "der er ikke mere plads til denne bruger",
    errno.EFBIG: "filen er for stor til disken",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ELOOP: "genvejen peger på sig selv",
    errno.EIO: "disken kan ikke læses eller skrives",
}
_LISTENING = {
    errno.EADDRINUSE: "Porten er optaget af et andet program. Vælg en anden: PORT=3979 (demo: --port 3979).",
    errno.EADDRNOTAVAIL: "KLYNGEBOT_HOST er ikke en adresse på denne maskine.",
}


def complaint(error: BaseException) -> str | None:
    """What to tell the person about this error."""
    match error:
        case UnsafeSettings() | BrokenFile() | Failed() | Unlike():
            return str(error)
        case Refusal():
            return refusal_text(error)
        case Unreadable():
            return line(error)
        case NotDrawnError():
            return undrawn.line(error.title, is_too_long=isinstance(error, TooLongError))
        case NewerDatabase():
            return "Databasen er skrevet af en nyere udgave af Klyngebot. Brug den udgave."
        case DatabaseFault():
            return readiness.words(error)
        case click.Abort() | click.ClickException() | UnicodeEncodeError():
            return _typed(error)
        case OSError():
            return _trouble(error)
        case _:
            return None


def _typed(error: click.Abort | click.ClickException | UnicodeEncodeError) -> str:
    """What is wrong with the command as it was typed."""
    match error:
        case click.Abort():
            return "Afbrudt."
        case UnicodeEncodeError():
            return "Der er tegn i kommandoen, som ikke kan læses. Skriv den igen, eller sæt terminalen til UTF-8."
        case click.exceptions.NoArgsIsHelpError():
            return error.format_message()
        case _:
            return f"{_misuse(error)} Hjælp: {_help(error)}"


def _misuse(error: click.ClickException) -> str:
    match error:
        case click.NoSuchCommand():
            return f"»{error.command_name}« er ikke en kommando."
        case click.NoSuchOption():
            return f"»{error.option_name}« er ikke et tilvalg."
        case click.MissingParameter():
            return f"Der mangler {_name(error)}."
        case click.BadOptionUsage():
            return f"»{error.option_name}« mangler en værdi."
        case click.BadParameter(param=click.Parameter(type=click.IntRange(min=least, max=most))):
            return f"{_name(error)} skal være et tal mellem {least} og {most}."
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices))):
            return f"{_name(error)} skal være én af disse: {', '.join(choices)}."
        case click.BadParameter():
            return f"{_name(error)}: {error.message}"
        case _:
            return "Kommandoen kan ikke bruges sådan."


def _name(error: click.BadParameter) -> str:
    return error.param.get_error_hint(error.ctx).strip("'") if error.param and error.ctx else "en værdi"


def _help(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{context.command_path if context else 'klyngebot'} --help"


def _trouble(error: OSError) -> str:
    if isinstance(error, socket.gaierror):
        return _LISTENING[errno.EADDRNOTAVAIL]
    if error.errno in _LISTENING:
        return _LISTENING[error.errno]
    reason = _REASONS.get(error.errno or 0) or f"systemet svarer {_code(error)}"
    return f"»{error.filename}«: {reason}." if error.filename else f"Det lykkedes ikke: {reason}."


def _code(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, type(error).__name__)
