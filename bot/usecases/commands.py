"""What people type, as a typed action: Danish, ASCII Danish or English, and never anything that was not asked for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from bot.domain import actions as do
from bot.domain.approval import Verdict
from bot.domain.danish import bare
from bot.usecases.phrases import Filled, clearest, fit, read, spell_out


@dataclass(frozen=True, slots=True)
class Command:
    """The phrases for one action (see phrases.py), parted by `|`; the first is what we suggest to those who slip."""

    phrases: str
    action: Callable[[Filled], do.AnyAction]


def understand(text: str) -> do.AnyAction:
    """The action that was asked for; NotUnderstood with the nearest command where that is not clear. Never raises."""
    said = text.strip()
    return _remembered(said) if len(said) <= _A_COMMAND else _understood(said)


@lru_cache(maxsize=1_000)  # most people write the same few words, and fitting every phrase to them takes a while
def _remembered(said: str) -> do.AnyAction:
    return _understood(said)


def _understood(said: str) -> do.AnyAction:
    sentence, possible = read(said), len(COMMANDS)
    if sentence.words is None and said.endswith("?"):  # a question is answered, never carried out
        sentence, possible = read(said.rstrip("? ")), len(READING)
    if not sentence.whole:
        return do.ShowHelp()
    fits = [(owner, phrase, fit(sentence, phrase)) for owner, phrase in _PHRASES if owner < possible]
    found = clearest([(owner, phrase, fitting) for owner, phrase, fitting in fits if fitting])
    if found is None:
        return do.NotUnderstood(nearest=_nearest(said))
    owner, best = found
    return COMMANDS[owner].action(best.filled)


def _respond(verdict: Verdict) -> Callable[[Filled], do.Respond]:
    def answer(got: Filled) -> do.Respond:
        version = got.numbers[0] if got.numbers else None
        return do.Respond(verdict=verdict, version=version, words=got.words)

    return answer


def _names(words: str) -> tuple[str, ...]:
    """Names as typed: parted by semicolons or lines where there are any, else by commas; `ingen` is nobody."""
    mark = "[;\n]" if re.search("[;\n]", words) else r",(?![^(]*\))"
    names = tuple(name.strip() for name in re.split(mark, words) if name.strip())
    return () if len(names) == 1 and bare(names[0]) == "ingen" else names


READING = (
    Command("hjælp | help | hej | kommandoer", lambda got: do.ShowHelp()),
    Command("[vis/se] [kommende] møder/møde/mødeplan | meetings", lambda got: do.ShowMeetings()),
    Command("[vis/se] frister/frist/fristerne | deadlines", lambda got: do.ShowDeadlines()),
    Command("[vis/se] [mine] godkendelser/godkendelse | approvals", lambda got: do.ShowApprovals()),
    Command("[vis/se] mine forslag | my proposals", lambda got: do.ShowMyProposals()),
    Command(
        "foreslå/forslag/propose:? | nyt forslag:? | foreslå/forslag/propose {ord}",
        lambda got: do.OpenProposalForm(title=got.words or got.tail),
    ),
    Command(
        "behandl/triage [forslag] {nr} | [vis/se] forslag {nr}",
        lambda got: do.OpenTriage(number=got.number, year=got.year),
    ),
    Command(
        "[vis/se] [hele] dagsorden/dagsordenen/dagsordener/agenda [for/til] [mødet]"
        " | [vis/se] dagsorden/dagsordenen/agenda [for/til] [mødet] {dag}",
        lambda got: do.ShowAgenda(meeting=got.tail or None),
    ),
    Command("[vis/se] [dagsorden/dagsordenen/agenda] version {n}", lambda got: do.ShowVersion(version=got.number)),
    Command("ret/rediger/edit dagsorden/dagsordenen/agenda", lambda got: do.EditAgenda()),
    Command("[ret/vis/se] punkt {n}", lambda got: do.OpenItem(position=got.number)),
    Command(
        "[vis/se] referat/referatet/referater/minutes | [vis/se] referat/referatet/minutes [for/fra/til] [mødet] {dag}",
        lambda got: do.ShowMinutes(meeting=got.tail or None),
    ),
    Command("beslutning [til] [punkt] {n}", lambda got: do.OpenResolution(position=got.number)),
)
"""Commands that only show something."""

ACTING = (
    Command("tilknyt/tie {ord} | tilknyt/tie", lambda got: do.TieChannel(forum=got.tail or None)),
    # proposals
    Command(
        "optag/accepter/accept [forslag] {nr} [på dagsordenen] | sæt [forslag] {nr} på [dagsordenen]",
        lambda got: do.Accept(number=got.number, year=got.year),
    ),
    Command(
        "bed om uddybning [af] [forslag] {nr}:? | ask {nr}:?",
        lambda got: do.AskForMore(number=got.number, year=got.year, words=got.words),
    ),
    Command(
        "uddyb/elaborate [forslag] {nr}:?",
        lambda got: do.Elaborate(number=got.number, year=got.year, words=got.words),
    ),
    Command(
        "udskyd/postpone [forslag] {nr} [til et senere møde]:? | udskyd/postpone [forslag] {nr} til [mødet] {dag}:?",
        lambda got: do.Postpone(number=got.number, year=got.year, meeting=got.tail, words=got.words),
    ),
    Command(
        "sæt ikke på [dagsordenen] {nr}:? | sæt ikke [forslag] {nr} på [dagsordenen]:?"
        " | afvis/decline [forslag] {nr}:?",
        lambda got: do.Decline(number=got.number, year=got.year, words=got.words),
    ),
    Command(
        "træk [forslag] {nr} tilbage | withdraw {nr}",
        lambda got: do.Withdraw(number=got.number, year=got.year),
    ),
    # the draft of the agenda
    Command(
        "flyt/move punkt/item {n} til/to [plads] {plads}",
        lambda got: do.MoveItem(position=got.number, to=str(got.numbers[1])),
    ),
    Command("punkt {n} {tid}", lambda got: do.EditItem(position=got.number, duration=got.tail)),
    Command("punkt {n} tid/varighed:", lambda got: do.EditItem(position=got.number, duration=got.words)),
    Command("punkt {n} titel/overskrift:", lambda got: do.EditItem(position=got.number, title=got.words)),
    Command("punkt {n} indstilling:", lambda got: do.EditItem(position=got.number, recommendation=got.words)),
    Command("punkt {n} beløb:", lambda got: do.EditItem(position=got.number, amount=got.words)),
    Command("punkt {n} uden beløb", lambda got: do.EditItem(position=got.number, amount="")),
    Command("fjern/slet/remove punkt/item {n}", lambda got: do.RemoveItem(position=got.number)),
    Command("tilføj/nyt punkt: | add item:", lambda got: do.AddItem(title=got.words)),
    Command(
        "send dagsorden/dagsordenen [ud] til godkendelse/bemærkninger | send til godkendelse | send for approval"
        " | forelæg dagsorden/dagsordenen",
        lambda got: do.Circulate(),
    ),
    # approval
    Command("send [dagsorden/dagsordenen] uden godkendelse", lambda got: do.SendUnapproved()),
    Command("udsend dagsorden/dagsordenen | send dagsorden/dagsordenen ud", lambda got: do.SendAgenda()),
    Command(
        "godkend/godkendt/approve [dagsorden/dagsordenen] [version {n}]",
        _respond(Verdict.APPROVED),
    ),
    Command(
        "godkend/godkendt [dagsorden/dagsordenen] [version {n}] med bemærkninger/bemærkning:? | approve with remarks:?",
        _respond(Verdict.APPROVED_WITH_REMARKS),
    ),
    Command("send [dagsorden/dagsordenen] retur:? | retur/return:?", _respond(Verdict.RETURNED)),
    Command("gør indsigelse:? | indsigelse/object:?", _respond(Verdict.OBJECTED)),
    Command("ingen bemærkninger | no remarks", _respond(Verdict.NO_REMARKS)),
    Command("send bemærkninger/bemærkning/remarks:?", _respond(Verdict.REMARKS)),
    # minutes
    Command(
        "beslutning [til] [punkt] {n}:",
        lambda got: do.RecordResolution(position=got.number, words=got.words),
    ),
    Command("fravær/fraværende:", lambda got: do.RecordAbsence(absent=_names(got.words))),
    Command("send/udsend referat/referatet/minutes | send referat/referatet ud", lambda got: do.SendMinutes()),
    Command("godkend/godkendt/approve referat/referatet/minutes", lambda got: do.ApproveMinutes()),
    Command("bemærkning/bemærkninger til referat/referatet:?", lambda got: do.RemarkOnMinutes(words=got.words)),
    Command("tilføj til referat/referatet:?", lambda got: do.AddToMinutes(words=got.words)),
)
"""Commands that change something: a question mark is enough for them not to be carried out."""

COMMANDS = (*READING, *ACTING)

_PHRASES = tuple(
    (owner, phrase)
    for owner, command in enumerate(COMMANDS)
    for written in command.phrases.split("|")
    for phrase in spell_out(written.strip())
)

_EXAMPLES = {"{nr}": "3", "{n}": "3", "{plads}": "1", "{dag}": "16/3", "{tid}": "20 min", "{ord}": "…"}
_SOUNDS = tuple(" ".join(bare(part) for part in phrase.parts if part not in _EXAMPLES) for _, phrase in _PHRASES)
_NEAR_ENOUGH = 75  # of 100
_A_COMMAND = 40  # characters of a sentence that may come again; what people tell us in more is not kept


def _nearest(said: str) -> str | None:
    typed = re.sub("[^a-z ]+", " ", bare(said[:100].partition(":")[0]))
    found = process.extractOne(typed, _SOUNDS, scorer=fuzz.WRatio, score_cutoff=_NEAR_ENOUGH)
    return None if found is None or not typed.strip() else suggestion(COMMANDS[_PHRASES[found[2]][0]])


def suggestion(command: Command) -> str:
    """How the command is typed, with an example in each slot: "udskyd 3: …"."""
    phrase = next(spell_out(command.phrases.split("|")[0].strip()))
    shown = " ".join(_EXAMPLES.get(part, part) for part in phrase.parts)
    return f"{shown}: …" if phrase.takes_words else shown
