"""What people type about proposals; see bot/usecases/phrases.py."""

from dataclasses import replace

from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Defer,
    Elaborate,
    Keep,
    LeaveChange,
    OpenProposalForm,
    OpenRevision,
    OpenTriage,
    Postpone,
    ShowMyProposals,
    ShowProposal,
    ShowProposals,
    TakeChange,
    Withdraw,
)
from bot.domain.proposals.typed import says_more, title_and_time
from bot.domain.saying.actions import Said
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases


def _form(got: Filled, *, meeting: str = "") -> OpenProposalForm | Said:
    """What was typed in one breath, each in its field; what says more than title and time is no command."""
    typed = got.words or got.tail
    title, time = title_and_time(typed)
    if not meeting and says_more(title):
        return Said(words=typed)
    return OpenProposalForm(title=title, duration=time, meeting=meeting)


PHRASES = (
    QueryPhrases("[vis/se] mine forslag | my proposals", lambda got: ShowMyProposals()),
    QueryPhrases("[vis/se] [åbne] forslag | [vis/se] forslagene | [show] proposals", lambda got: ShowProposals()),
    QueryPhrases(
        "foreslå/propose:? | nyt forslag:? | foreslå/propose [et] [nyt] punkt:? | forslag: | foreslå/propose {ord}",
        _form,
    ),
    QueryPhrases(
        "foreslå/propose [et] [nyt] [punkt] til/for [mødet] {dag}:?",
        lambda got: _form(replace(got, tail=""), meeting=got.tail),
    ),
    QueryPhrases("læs/read [hele] [forslag] {nr}", lambda got: ShowProposal(number=got.number, year=got.year)),
    QueryPhrases(
        "ret/rediger/edit forslag {nr} | foreslå [en] ændring/ændringer [af/i/til] [forslag] {nr}",
        lambda got: OpenRevision(number=got.number, year=got.year),
    ),
    QueryPhrases(
        "behandl/triage [forslag] {nr} | [vis/se] forslag {nr}",
        lambda got: OpenTriage(number=got.number, year=got.year),
    ),
    CommandPhrases(
        "optag/accepter/accept [forslag] {nr} [på dagsordenen] | sæt [forslag] {nr} på [dagsordenen]",
        lambda got: Accept(number=got.number, year=got.year),
    ),
    CommandPhrases(
        "bed om uddybning [af] [forslag] {nr}:? | ask {nr}:?",
        lambda got: AskForMore(number=got.number, year=got.year, words=got.words),
    ),
    CommandPhrases(
        "uddyb/elaborate [forslag] {nr}:?",
        lambda got: Elaborate(number=got.number, year=got.year, words=got.words),
    ),
    CommandPhrases(
        "udskyd/postpone [forslag] {nr} [til et senere møde]:? | udskyd/postpone [forslag] {nr} til [mødet] {dag}:?",
        lambda got: Postpone(number=got.number, year=got.year, meeting=got.tail, words=got.words),
    ),
    CommandPhrases(
        "spørg mødelederen/mødeleder [om] [forslag] {nr}:?",
        lambda got: Postpone(number=got.number, year=got.year, words=got.words),
    ),
    CommandPhrases(
        "sæt ikke på [dagsordenen] {nr}:? | sæt ikke [forslag] {nr} på [dagsordenen]:?"
        " | afvis/decline [forslag] {nr}:?",
        lambda got: Decline(number=got.number, year=got.year, words=got.words),
    ),
    CommandPhrases("indarbejd [forslag] {nr}", lambda got: TakeChange(number=got.number, year=got.year)),
    CommandPhrases(
        "indarbejd ikke [forslag] {nr}:?",
        lambda got: LeaveChange(number=got.number, year=got.year, words=got.words),
    ),
    CommandPhrases(
        "forslag {nr} skal på [dagsordenen] | skal på [dagsordenen] [forslag] {nr}",
        lambda got: Keep(number=got.number, year=got.year),
    ),
    CommandPhrases(
        "forslag {nr} kan udskydes | kan udskydes [forslag] {nr}", lambda got: Defer(number=got.number, year=got.year)
    ),
    CommandPhrases(
        "træk [forslag] {nr} tilbage | træk forslag {nr} | withdraw {nr}",
        lambda got: Withdraw(number=got.number, year=got.year),
    ),
)
