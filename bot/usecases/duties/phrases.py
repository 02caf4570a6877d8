"""What people type about duties; see bot/usecases/phrases.py."""

from bot.domain.duties.actions import (
    CreateDuty,
    FinishDuty,
    GiveBackDuty,
    GiveBackMinutes,
    OpenDutyForm,
    PutOnNextAgenda,
    ReopenDuty,
    ReplyToSource,
    ShowDuties,
    ShowDuty,
    TakeDuty,
    TakeMinutes,
    UpdateDuty,
)
from bot.domain.duties.state import Kind
from bot.domain.duties.typed import in_one_breath
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases


def _new(got: Filled, kind: Kind) -> CreateDuty:
    return in_one_breath(got.words, CreateDuty(kind=kind))


def _of_item(got: Filled) -> CreateDuty:
    return in_one_breath(got.words, CreateDuty(position=got.number))


PHRASES = (
    QueryPhrases(
        "[vis/se] [alle] opgaver | [vis/se] opgaverne | tasks | hvad skal vi huske/lave/nå | hvad har vi aftalt"
        " | hvilke opgaver er der | hvilke opgaver har vi | hvem skal gøre hvad"
        " | hvem skriver/tager referat/referatet | hvem skal skrive referat/referatet",
        lambda got: ShowDuties(),
    ),
    QueryPhrases(
        "[vis/se] mine opgaver | my tasks | hvilke opgaver har jeg | hvad skal jeg huske/lave/nå",
        lambda got: ShowDuties(mine=True),
    ),
    QueryPhrases("[vis/se] indsatser/indsatserne", lambda got: ShowDuties(kind=Kind.EFFORT)),
    QueryPhrases(
        "[vis/se] aftaler/aftalerne/samarbejdsaftaler | hvilke aftaler har vi"
        " | hvornår skal vi følge op på aftaler/aftalerne",
        lambda got: ShowDuties(kind=Kind.AGREEMENT),
    ),
    QueryPhrases("[vis/se] ansøgninger/ansøgningerne", lambda got: ShowDuties(kind=Kind.GRANT)),
    QueryPhrases(
        "[vis/se] opgave/indsats/aftale/ansøgning {nr} | opdater opgave/indsats/ansøgning {nr}",
        lambda got: ShowDuty(number=got.number, year=got.year),
    ),
    QueryPhrases("opret/ny opgave | opret en opgave", lambda got: OpenDutyForm()),
    QueryPhrases("opret/ny indsats", lambda got: OpenDutyForm(kind=Kind.EFFORT)),
    QueryPhrases("registrer/ny aftale", lambda got: OpenDutyForm(kind=Kind.AGREEMENT)),
    QueryPhrases(
        "[vis/se] stillede opgaver | [vis/se] åbne tilbagemeldinger", lambda got: ShowDuties(kind=Kind.ASSIGNED)
    ),
    QueryPhrases("registrer/ny stillet opgave", lambda got: OpenDutyForm(kind=Kind.ASSIGNED)),
    QueryPhrases("meld tilbage på opgave {nr}", lambda got: ShowDuty(number=got.number, year=got.year)),
    QueryPhrases("opret/ny ansøgning", lambda got: OpenDutyForm(kind=Kind.GRANT)),
    QueryPhrases("opret/ny opgave til punkt {n}", lambda got: OpenDutyForm(position=got.number)),
    CommandPhrases("opret/ny opgave:", lambda got: _new(got, Kind.TASK)),
    CommandPhrases("opret/ny opgave til punkt {n}:", _of_item),
    CommandPhrases("opret/ny indsats:", lambda got: _new(got, Kind.EFFORT)),
    CommandPhrases("registrer/ny aftale:", lambda got: _new(got, Kind.AGREEMENT)),
    CommandPhrases("registrer/ny stillet opgave:", lambda got: _new(got, Kind.ASSIGNED)),
    CommandPhrases(
        "meld tilbage på opgave {nr}:",
        lambda got: ReplyToSource(number=got.number, year=got.year, words=got.words),
    ),
    CommandPhrases("opret/ny ansøgning:", lambda got: _new(got, Kind.GRANT)),
    CommandPhrases(
        "tag opgave/indsats/ansøgning {nr} | jeg tager opgave/indsats/ansøgning {nr}",
        lambda got: TakeDuty(number=got.number, year=got.year),
    ),
    CommandPhrases(
        "overtag opgave/indsats/ansøgning {nr}",
        lambda got: TakeDuty(number=got.number, year=got.year, takes_over=True),
    ),
    CommandPhrases(
        "giv opgave/indsats/ansøgning {nr} tilbage", lambda got: GiveBackDuty(number=got.number, year=got.year)
    ),
    CommandPhrases(
        "opgave/indsats {nr} [er] udført/færdig | marker opgave/indsats {nr} som udført",
        lambda got: FinishDuty(number=got.number, year=got.year),
    ),
    CommandPhrases("genåbn opgave/indsats/ansøgning {nr}", lambda got: ReopenDuty(number=got.number, year=got.year)),
    CommandPhrases(
        "opdater opgave/indsats/ansøgning {nr}:",
        lambda got: UpdateDuty(number=got.number, year=got.year, words=got.words),
    ),
    CommandPhrases(
        "sæt aftale {nr} på [næste] dagsorden/dagsordenen",
        lambda got: PutOnNextAgenda(number=got.number, year=got.year),
    ),
    CommandPhrases("tag referat/referatet | jeg tager referatet", lambda got: TakeMinutes()),
    CommandPhrases("overtag referat/referatet", lambda got: TakeMinutes(takes_over=True)),
    CommandPhrases("giv referat/referatet tilbage", lambda got: GiveBackMinutes()),
)
