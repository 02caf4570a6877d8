"""What is said of a proposal in words that no way has, and often with a no: "den venter vi ikke med"."""

import re

from bot.domain.proposals.actions import Keep, LeaveChange
from bot.usecases.proposals.other_words_said import (
    ask_for_more,
    elaborate_own,
    or_list,
    put_off,
    revise,
    seen,
    treat,
    withdraw_any,
)
from bot.usecases.proposals.revising_said import revised
from bot.usecases.proposals.treating_said import accept, decline, treated
from bot.usecases.said.proposing import form
from bot.usecases.said.sayings import Saying
from bot.usecases.said.unless_kept import unless_kept, unless_said

_WAITS = "(?:udskyd|udsat|udsatt|vent|skub|skubb|flyt|flytt)[a-z]{0,4}"
_NOT_ON = re.compile(r"\b(?:skal|bor|burde|ma) (?:[a-z0-9]+ )?ikke (?:pa|med|op|behandles)\b|\bbehold(?:e|er)? ikke\b")
_STAYS = re.compile(r"\bgor (?:vi|jeg|de) (?:da |jo )?ikke\b|\bskal blive\b|\bhvem har sagt\b")

IN_OTHER_WORDS: tuple[Saying, ...] = (
    Saying(
        ways="optag/optage/accepter/accepterer alle/begge forslag",
        act=or_list(accept),
        means="Accept",
        by_secretariat=True,
    ),
    Saying(
        ways="spørg/spørge ind til økonomi/økonomien/forslag",
        act=or_list(ask_for_more),
        means="AskForMore",
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways="imødekomme/imødekommes ikke forslag/ønske",
        act=or_list(decline),
        means="Decline",
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways="forslag ikke moden/modent",
        act=unless_kept(put_off, _WAITS),
        means="Postpone Defer",
        refuses=True,
    ),
    Saying(
        ways="forslag må ikke vente/udskydes | hold/holde fast i forslag",
        act=unless_said(or_list(treated(Keep)), _NOT_ON),
        means="Keep",
        refuses=True,
    ),
    Saying(
        ways="beholder/behold gamle/oprindelige overskrift/indstilling/formulering",
        act=or_list(treated(LeaveChange)),
        means="LeaveChange",
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways="svar på jeres spørgsmål",
        act=elaborate_own,
        means="Elaborate",
        refuses=True,
    ),
    Saying(
        ways="skrot/skrotte mit/vores forslag !ikke",
        act=unless_said(unless_kept(withdraw_any), _STAYS),
        means="Withdraw",
        refuses=True,
    ),
    Saying(
        ways="ændringsforslag til mit/teksten",
        act=revise,
        means="OpenRevision",
        refuses=True,
    ),
    Saying(
        ways="ansøgning/ansøgningen mit/vores skal være kr",
        act=revised,
        means="Revise",
        refuses=True,
    ),
    Saying(
        ways="tag/tage stilling til forslag",
        act=or_list(treat),
        means="OpenTriage",
        refuses=True,
    ),
    Saying(
        ways="ordlyd/ordlyden mit/eget forslag",
        act=seen,
        means="ShowProposal",
        refuses=True,
    ),
    Saying(
        ways="melder/melde noget ind formelt",
        act=form,
        means="OpenProposalForm",
        refuses=True,
    ),
)
