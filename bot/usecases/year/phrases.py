"""What people type about the year; see bot/usecases/phrases.py."""

from bot.domain.year.actions import (
    ApproveStatus,
    ConfirmHost,
    EvaluateOnAgenda,
    OpenStatus,
    OpenSwap,
    SaveStatus,
    SendStatus,
    ShowStatus,
    ShowYear,
    SwapHosts,
)
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases(
        "[vis/se] årshjul/årshjulet | year | hvor mange møder mangler vi | hvor mange møder holder/har vi [i] [år]"
        " | hvem er [den] næste vært | hvem er vært næste gang | hvem har [det] næste værtskab"
        " | hvem skal være vært [næste gang] | hvem skal holde [det] næste møde"
        " | hvornår er vi vært/værter [næste gang] | hvornår er det vores tur [til at være vært/værter]",
        lambda got: ShowYear(),
    ),
    QueryPhrases("[vis/se] årshjul/årshjulet [for/i] {n}", lambda got: ShowYear(of_year=str(got.number))),
    CommandPhrases("sæt evaluering/evalueringen på [næste] dagsorden/dagsordenen", lambda got: EvaluateOnAgenda()),
    QueryPhrases(
        "[vis/se] årsstatus/årsstatussen | [vis/se] årsrapport/årsrapporten/årsberetning/årsberetningen"
        " | [vis/se] [den] årlig/årlige status",
        lambda got: ShowStatus(),
    ),
    QueryPhrases("[vis/se] årsstatus/årsstatussen [for/i] {n}", lambda got: ShowStatus(of_year=str(got.number))),
    QueryPhrases("ret årsstatus/årsstatussen", lambda got: OpenStatus()),
    QueryPhrases("ret årsstatus/årsstatussen [for/i] {n}", lambda got: OpenStatus(of_year=str(got.number))),
    CommandPhrases("ret årsstatus/årsstatussen:", lambda got: SaveStatus(words=got.words)),
    CommandPhrases(
        "ret årsstatus/årsstatussen [for/i] {n}:", lambda got: SaveStatus(of_year=str(got.number), words=got.words)
    ),
    CommandPhrases("godkend årsstatus/årsstatussen", lambda got: ApproveStatus()),
    CommandPhrases("godkend årsstatus/årsstatussen [for/i] {n}", lambda got: ApproveStatus(of_year=str(got.number))),
    CommandPhrases("send årsstatus/årsstatussen", lambda got: SendStatus()),
    CommandPhrases("send årsstatus/årsstatussen [for/i] {n}", lambda got: SendStatus(of_year=str(got.number))),
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
