"""What people type about approval and the sending of agendas; see bot/usecases/phrases.py."""

from collections.abc import Callable

from bot.domain.approval.actions import (
    Circulate,
    Clear,
    EditAnswer,
    MarkCopySent,
    Respond,
    SendAgenda,
    SendUnapproved,
    ShowApprovals,
    ShowChanges,
    ShowClearance,
    ShowCopy,
    ShowVersion,
    TakeBack,
)
from bot.domain.approval.clearance import Clearing
from bot.domain.approval.state import Verdict
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases


def _respond(verdict: Verdict) -> Callable[[Filled], Respond]:
    def answer(got: Filled) -> Respond:
        version = got.numbers[0] if got.numbers else None
        return Respond(verdict=verdict, version=version, words=got.words)

    return answer


def _clear(clearing: Clearing) -> Callable[[Filled], Clear]:
    return lambda got: Clear(clearing=clearing, words=got.words)


PHRASES = (
    QueryPhrases(
        "[vis/se] [mine] godkendelser/godkendelse | approvals | er dagsordenen godkendt"
        " | hvem har godkendt [dagsordenen] | hvem mangler at godkende/svare",
        lambda got: ShowApprovals(),
    ),
    QueryPhrases("[vis/se] [dagsorden/dagsordenen/agenda] version {n}", lambda got: ShowVersion(version=got.number)),
    CommandPhrases(
        "send dagsorden/dagsordenen [ud] til godkendelse/bemærkninger | send til godkendelse | send for approval"
        " | forelæg dagsorden/dagsordenen",
        lambda got: Circulate(),
    ),
    QueryPhrases("[vis/se] kopi/kopien | [vis/se] kopi/kopien af dagsorden/dagsordenen", lambda got: ShowCopy()),
    CommandPhrases(
        "kopi/kopien [er] sendt | marker kopi/kopien som sendt | kopi/kopien af version {n} [er] sendt",
        lambda got: MarkCopySent(version=got.numbers[0] if got.numbers else None),
    ),
    QueryPhrases("ret/ændr [mit] svar", lambda got: EditAnswer()),
    QueryPhrases(
        "[vis/se] ændringer/ændringerne fra/siden version {n} til {plads}",
        lambda got: ShowChanges(since=got.number, version=got.numbers[1]),
    ),
    CommandPhrases("fortryd [mit] svar | fortryd/undo | fortryd [min] godkendelse/retur", lambda got: TakeBack()),
    CommandPhrases("send [dagsorden/dagsordenen] uden godkendelse", lambda got: SendUnapproved()),
    CommandPhrases(
        "udsend dagsorden/dagsordenen [nu] | send dagsorden/dagsordenen ud [nu] | send dagsorden/dagsordenen nu",
        lambda got: SendAgenda(),
    ),
    CommandPhrases(
        "godkend/godkendt/approve [dagsorden/dagsordenen] [version {n}]",
        _respond(Verdict.APPROVED),
    ),
    CommandPhrases(
        "godkend/godkendt [dagsorden/dagsordenen] [version {n}] med bemærkninger/bemærkning:? | approve with remarks:?",
        _respond(Verdict.APPROVED_WITH_REMARKS),
    ),
    CommandPhrases("send [dagsorden/dagsordenen] retur:? | retur/return:?", _respond(Verdict.RETURNED)),
    CommandPhrases("gør indsigelse:? | indsigelse/object:?", _respond(Verdict.OBJECTED)),
    CommandPhrases("ingen bemærkninger | no remarks", _respond(Verdict.NO_REMARKS)),
    QueryPhrases(
        "[vis/se] afklaring/afklaringen/afklaringer | afklaring i egen organisation | er vi enige om dagsordenen"
        " | er vi enige om dagsordenen i/hos {ord} | er dagsordenen afklaret | er dagsordenen afklaret i/hos {ord}"
        " | hvem har afklaret [dagsordenen] | hvem mangler at afklare [dagsordenen]",
        lambda got: ShowClearance(),
    ),
    CommandPhrases("afklaret:? | det er afklaret:?", _clear(Clearing.CLEARED)),
    CommandPhrases("afklaret med bemærkninger/bemærkning:?", _clear(Clearing.CLEARED_WITH_REMARKS)),
    CommandPhrases("ikke afklaret:? | uafklaret:?", _clear(Clearing.NOT_CLEARED)),
    CommandPhrases("ikke relevant [hos os]:?", _clear(Clearing.NOT_RELEVANT)),
    CommandPhrases("send bemærkninger/bemærkning/remarks:?", _respond(Verdict.REMARKS)),
)
