"""What people type about an agenda that was sent; see bot/usecases/phrases.py."""

from collections.abc import Callable

from bot.domain.approval.state import Verdict
from bot.domain.supplements.actions import (
    AddLate,
    AnswerSupplement,
    AskSupplement,
    OpenSupplement,
    RemoveLate,
    SendSupplement,
    SendSupplementUnapproved,
    ShowVersions,
    TakeBackSupplement,
    TakeUpItem,
    WithdrawItem,
)
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases
from bot.usecases.supplements.typed import read_late


def _answer(verdict: Verdict) -> Callable[[Filled], AnswerSupplement]:
    return lambda got: AnswerSupplement(verdict=verdict, words=got.words)


def _proposal(got: Filled) -> AddLate:
    pick = str(got.number) if got.year is None else f"{got.number}/{got.year}"
    return AddLate(pick=pick, reason=got.words)


PHRASES = (
    QueryPhrases(
        "[vis/se/lav/opret/ny] tillægsdagsorden/tillægsdagsordenen [for/til] [mødet] | supplementary agenda"
        " | [vis/se] tillægsdagsorden/tillægsdagsordenen [for/til] [mødet] {dag}",
        lambda got: OpenSupplement(meeting=got.tail or None),
    ),
    QueryPhrases(
        "[vis/se] versioner/versionerne [af] [dagsordenen] | versions | hvad er ændret [siden udsendelsen]",
        lambda got: ShowVersions(),
    ),
    CommandPhrases("tillægsdagsorden/tillægsdagsordenen:", lambda got: read_late(got.words)),
    CommandPhrases("tillægsdagsorden/tillægsdagsordenen forslag {nr}:?", _proposal),
    CommandPhrases(
        "fjern/tag punkt {n} fra/af tillægsdagsorden/tillægsdagsordenen",
        lambda got: RemoveLate(position=got.number),
    ),
    CommandPhrases(
        "send tillægsdagsorden/tillægsdagsordenen [ud] til godkendelse/bemærkninger", lambda got: AskSupplement()
    ),
    CommandPhrases(
        "send/udsend tillægsdagsorden/tillægsdagsordenen [nu] | send tillægsdagsorden/tillægsdagsordenen ud [nu]",
        lambda got: SendSupplement(),
    ),
    CommandPhrases("send tillægsdagsorden/tillægsdagsordenen uden godkendelse", lambda got: SendSupplementUnapproved()),
    CommandPhrases("godkend/godkendt tillægsdagsorden/tillægsdagsordenen", _answer(Verdict.APPROVED)),
    CommandPhrases(
        "godkend/godkendt tillægsdagsorden/tillægsdagsordenen med bemærkninger/bemærkning:?",
        _answer(Verdict.APPROVED_WITH_REMARKS),
    ),
    CommandPhrases("send tillægsdagsorden/tillægsdagsordenen retur:?", _answer(Verdict.RETURNED)),
    CommandPhrases("ingen bemærkninger til tillægsdagsorden/tillægsdagsordenen", _answer(Verdict.NO_REMARKS)),
    CommandPhrases("bemærkninger/bemærkning til tillægsdagsorden/tillægsdagsordenen:", _answer(Verdict.REMARKS)),
    CommandPhrases("fortryd [mit] svar på/om tillægsdagsorden/tillægsdagsordenen", lambda got: TakeBackSupplement()),
    CommandPhrases(
        "lad punkt {n} udgå:? | punkt {n} udgår:?", lambda got: WithdrawItem(position=got.number, reason=got.words)
    ),
    CommandPhrases(
        "punkt {n} udgår ikke [alligevel] | lad punkt {n} blive | fortryd at punkt {n} udgår",
        lambda got: TakeUpItem(position=got.number),
    ),
)
