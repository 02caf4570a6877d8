"""What people type about cases that go from body to body; see bot/usecases/phrases.py."""

from typing import Any

from bot.domain.referrals.actions import (
    OpenSendOn,
    RegisterAnswer,
    SendOn,
    ShowReferral,
    ShowReferrals,
    ShowWay,
    TakeBackReferral,
)
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases
from bot.usecases.referrals.typed import in_one_breath


def _to(got: Filled, **case: Any) -> SendOn:
    return in_one_breath(got.tail, SendOn(**case))


PHRASES = (
    QueryPhrases(
        "[vis/se] sagens vej {nr} | [vis/se] sagens vej forslag {nr} | hvor er forslag {nr} | hvor er sag {nr}"
        " | hvad er der sket med forslag/sag {nr}",
        lambda got: ShowWay(number=got.number, year=got.year),
    ),
    QueryPhrases("[vis/se] sagens vej punkt {n}", lambda got: ShowWay(position=got.number)),
    QueryPhrases("[vis/se] sagens vej beslutning {n}", lambda got: ShowWay(position=got.number, resolved=True)),
    QueryPhrases(
        "[vis/se] videresendte [sager/forslag] | [vis/se] åbne svar | hvad har vi videresendt | registrer [et] svar",
        lambda got: ShowReferrals(),
    ),
    QueryPhrases(
        "[vis/se] videresendelse {nr} | registrer svar {nr}",
        lambda got: ShowReferral(number=got.number, year=got.year),
    ),
    QueryPhrases(
        "videresend [forslag] {nr} | send [forslag] {nr} videre",
        lambda got: OpenSendOn(number=got.number, year=got.year),
    ),
    QueryPhrases(
        "videresend [forslag] {nr} til {ord} | send [forslag] {nr} videre til {ord}"
        " | kan du/vi sende forslag {nr} videre til {ord}",
        lambda got: OpenSendOn(number=got.number, year=got.year, body=got.tail),
    ),
    QueryPhrases("videresend punkt {n} | send punkt {n} videre", lambda got: OpenSendOn(position=got.number)),
    QueryPhrases(
        "videresend punkt {n} til {ord} | send punkt {n} videre til {ord}",
        lambda got: OpenSendOn(position=got.number, body=got.tail),
    ),
    QueryPhrases("videresend beslutning {n}", lambda got: OpenSendOn(position=got.number, resolved=True)),
    QueryPhrases(
        "videresend beslutning {n} til {ord}",
        lambda got: OpenSendOn(position=got.number, body=got.tail, resolved=True),
    ),
    CommandPhrases(
        "videresend [forslag] {nr} til {ord}: | send [forslag] {nr} videre til {ord}:",
        lambda got: _to(got, number=got.number, year=got.year),
    ),
    CommandPhrases(
        "videresend punkt {n} til {ord}: | send punkt {n} videre til {ord}:",
        lambda got: _to(got, position=got.number),
    ),
    CommandPhrases("videresend beslutning {n} til {ord}:", lambda got: _to(got, position=got.number, resolved=True)),
    CommandPhrases(
        "registrer svar {nr}:", lambda got: RegisterAnswer(number=got.number, year=got.year, words=got.words)
    ),
    CommandPhrases("træk videresendelse {nr} tilbage", lambda got: TakeBackReferral(number=got.number, year=got.year)),
)
