"""What people type about the year; see bot/usecases/phrases.py."""

from bot.domain.year.actions import ConfirmHost, OpenSwap, ShowYear, SwapHosts
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases(
        "[vis/se] årshjul/årshjulet | year | hvor mange møder mangler vi | hvor mange møder holder/har vi [i] [år]"
        " | hvem er næste vært | hvem er vært næste gang | hvem har næste værtskab",
        lambda got: ShowYear(),
    ),
    QueryPhrases("[vis/se] årshjul/årshjulet [for/i] {ord}", lambda got: ShowYear(of_year=got.tail)),
    QueryPhrases(
        "byt værtskab/værtskabet | byt vært/værter | kan vi bytte værtskab/vært/værter", lambda got: OpenSwap()
    ),
    QueryPhrases(
        "byt værtskab/værtskabet [for/til] [mødet] [den] {dag}", lambda got: OpenSwap(meeting=got.tail or None)
    ),
    CommandPhrases("bekræft [vores/mit] værtskab/værtskabet | vi er værter", lambda got: ConfirmHost()),
    CommandPhrases(
        "bekræft [vores/mit] værtskab/værtskabet [for/til] [mødet] [den] {dag}",
        lambda got: ConfirmHost(meeting=got.tail or None),
    ),
    CommandPhrases(
        "byt værtskab/værtskabet mellem {ord} | byt værtskab/værtskabet med {ord} | byt værtskab/værtskabet:",
        lambda got: SwapHosts(other=got.tail or got.words),
    ),
    CommandPhrases(
        "byt værtskab/værtskabet [for/til] [mødet] [den] {dag}:",
        lambda got: SwapHosts(meeting=got.tail or None, other=got.words),
    ),
)
