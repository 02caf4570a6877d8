"""What people type is understood, misspelled too, and nothing is ever done that was not asked for."""

from collections.abc import Iterable, Iterator
from typing import get_args

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.domain.actions import AnyAction
from bot.domain.agenda.actions import ShowAgenda
from bot.domain.approval.actions import Respond, ShowApprovals, ShowVersion
from bot.domain.approval.state import Verdict
from bot.domain.attachments.actions import OfferFiles, OpenNewVersion
from bot.domain.forum.actions import HandOver, OpenChoice, ShowHelp, TieChannel
from bot.domain.kernel.action import Action, Command
from bot.domain.kernel.danish import bare
from bot.domain.meetings.actions import (
    CancelMeeting,
    MakeMeeting,
    MakeSeries,
    MoveMeeting,
    ShowDeadlines,
    ShowMeetings,
)
from bot.domain.minutes.actions import (
    RecordAttendance,
    ShowMinutes,
)
from bot.domain.proposals.actions import (
    OpenProposalForm,
    Propose,
    Revise,
    ShowMyProposals,
)
from bot.domain.saying.actions import Offered, Said
from bot.domain.supplements.actions import CorrectItem, OpenSentItem
from bot.usecases.phrases import CommandPhrases, Phrase, QueryPhrases, spell_out
from bot.usecases.understanding.exactly import COMMANDS, QUERIES, suggestion, understand
from tests.harness.costing import A_BLINK, quickest

EXAMPLES = {"{nr}": "3", "{n}": "3", "{plads}": "1", "{dag}": "16. marts", "{tid}": "20 min", "{ord}": "et emne"}


Meant = QueryPhrases | CommandPhrases


def phrases(commands: Iterable[Meant]) -> Iterator[tuple[Meant, Phrase]]:
    for command in commands:
        for written in command.phrases.split("|"):
            for phrase in spell_out(written.strip()):
                yield command, phrase


def typed(phrase: Phrase) -> str:
    """The phrase with an example in each slot, and words if it needs them."""
    sentence = " ".join(EXAMPLES.get(part, part) for part in phrase.parts)
    return f"{sentence}: fordi" if phrase.needs_words else sentence


ALL = [(command, typed(phrase)) for command, phrase in phrases((*QUERIES, *COMMANDS))]
EXACT: dict[str, type[Action]] = {sentence: type(understand(sentence)) for _, sentence in ALL}
ACTS = {done for _, phrase in phrases(COMMANDS) if issubclass(done := EXACT[typed(phrase)], Command)}
CLOSED = [
    typed(phrase)
    for command, phrase in phrases(COMMANDS)
    if not phrase.takes_words and "{ord}" not in command.phrases  # any word may be a forum's name
]
BEFORE_A_DAY = tuple(
    typed(phrase).partition(EXAMPLES["{dag}"])[0] for _, phrase in phrases(COMMANDS) if "{dag}" in phrase.parts
)
WITH_AN_AMOUNT = ("ny bevilling 1.000 kr.", "disponer 1.000 kr.", "nyt forbrug 1.000 kr.", "sagsnummer 24/1234")
"""Sentences that without an amount or a number open the form to type it in."""
letters = st.sampled_from("abcdefghijklmnopqrstuvwxyzæøå")


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("", ShowHelp()),
        ("?", ShowHelp()),
        ("Hjælp!", ShowHelp()),
        ("hjaelp", ShowHelp()),
        ("help", ShowHelp()),
        ("møder", ShowMeetings()),
        ("MOEDER", ShowMeetings()),
        ("vis frister", ShowDeadlines()),
        ("godkendelser?", ShowApprovals()),
        ("mine  forslag", ShowMyProposals()),
        ("dagsorden", ShowAgenda()),
        ("dagsorden 2027-1", ShowAgenda(meeting="2027-1")),
        ("vis dagsordenen til mødet den 16. marts 2027", ShowAgenda(meeting="den 16. marts 2027")),
        ("version 2", ShowVersion(version=2)),
        ("referat 16/3", ShowMinutes(meeting="16/3")),
        ("foreslå", OpenProposalForm()),
        ("foreslå Fælles model: opfølgning?", OpenProposalForm(title="Fælles model: opfølgning?")),
        ("foreslaa: Fælles model", OpenProposalForm(title="Fælles model")),
        ("tilknyt politisk-klynge-nord", TieChannel(forum="politisk-klynge-nord")),
        ("tilknyt Politisk Klynge Nord", TieChannel(forum="Politisk Klynge Nord")),
        ("tilknyt", TieChannel()),
    ],
)
def test_what_only_shows_something_and_the_tie(text: str, action: Action) -> None:
    assert understand(text) == action


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dagsordn", "dagsorden"),
        ("opatg 3", "optag 3"),
        ("godkedn", "godkend"),
        ("trek 3 tilbage", "træk 3 tilbage"),
        ("send dagsordnen til godkendlse", "send dagsorden til godkendelse"),
        ("godkend med bemerkninger: x", "godkend med bemærkninger: x"),
        ("send retru: x", "send retur: x"),
        ("forelså Nyt emne", "foreslå Nyt emne"),
    ],
)
def test_a_misspelling_is_understood(text: str, meant: str) -> None:
    action: Action = understand(meant)
    assert understand(text) == action
    assert not isinstance(action, Said)


@pytest.mark.parametrize(
    "text",
    [
        "godkend ikke",
        "godkend?",
        "godkend: men kun hvis",
        "godkend:",
        "send retur ikke",
        "igen bemærkninger",
        "send inden godkendelse",
        "optag 3 og 4",
        "optag 3, tak",
        "optag 3\noptag 4",
        "optag 0",
        "punkt 3/2026",
        "punkt 3 5",
        "punkt 3 beløb",
        "fravær:",
        "kan du vise mig møderne",
        "okay",
        "3",
    ],
)
def test_what_is_not_clear_is_no_command(text: str) -> None:
    assert understand(text) == Said(words=text)


@pytest.mark.parametrize(
    "text",
    [
        "godkend version 1 måske",
        "godkend ej",
        "jeg godkender ikke",
        "godkend dagsordenen ikke endnu",
        "send dagsorden",
        "anvis 3: ja",
        "fjern punkt 3?",
        "send uden godkendelse?",
        "sæt ikke? 3 på: nej",
        "send retur?: nej",
        "udskyd 3 til senere: x",
        "skal jeg optage 3",
        "optag ٣",
        "»godkend«",
    ],
)
def test_what_is_nearly_a_command_is_not_carried_out(text: str) -> None:
    assert isinstance(understand(text), Said)


def test_every_action_but_the_filled_in_forms_can_be_typed() -> None:
    typable = {*EXACT.values(), *(type(understand(sentence)) for sentence in WITH_AN_AMOUNT)}
    assert typable == set(get_args(AnyAction)) - {
        Propose,
        RecordAttendance,
        Revise,
        OpenChoice,
        MakeMeeting,
        MakeSeries,
        MoveMeeting,
        CancelMeeting,
        Said,  # what is no command
        Offered,  # and how it is met
        HandOver,  # its sentence shows first what would follow
        OpenSentItem,  # what »punkt 3« means once the agenda was sent
        CorrectItem,  # and »punkt 3 bilag: …«
        OfferFiles,  # what a file asks for that comes without words
        OpenNewVersion,  # which says what is to be written together with a file
    }
    verdicts = {action.verdict for _, text in ALL if isinstance(action := understand(text), Respond)}
    assert verdicts == set(Verdict) - {Verdict.TAKEN_BACK}  # which is a command of its own


@pytest.mark.parametrize(("command", "sentence"), ALL)
def test_every_phrase_means_its_own_command_and_no_other(command: Meant, sentence: str) -> None:
    owners = [owner for owner, other in ALL if other == sentence]
    assert owners == [command]
    assert not isinstance(understand(sentence), Said)
    assert type(understand(sentence)) is type(understand(suggestion(command)))


@pytest.mark.parametrize("command", QUERIES)
def test_what_reads_comes_before_what_acts(command: Meant) -> None:
    assert type(understand(suggestion(command))).__name__.startswith(("Show", "Open", "Edit", "Fetch"))


@given(st.sampled_from(sorted(EXACT)), st.integers(0, 100), letters, st.sampled_from(["add", "drop", "change", "swap"]))
@example("optag 3", 0, "u", "change")
@example("invitér gæst", 8, "a", "add")
def test_one_slip_never_carries_out_another_command(sentence: str, where: int, letter: str, slip: str) -> None:
    head, colon, words = sentence.partition(":")
    at = where % len(head)
    assume(head[at].isalpha())
    slips = {
        "add": head[:at] + letter + head[at:],
        "drop": head[:at] + head[at + 1 :],
        "change": head[:at] + letter + head[at + 1 :],
        "swap": head[:at] + head[at + 1 : at + 2] + head[at] + head[at + 2 :],
    }
    assume(bare(slips[slip]) not in {bare(other.partition(":")[0]) for other in EXACT})
    done: type[Action] = type(understand(slips[slip] + colon + words))
    assert done == EXACT[sentence] or done not in ACTS


@given(
    st.sampled_from(CLOSED), st.integers(0, 10), st.sampled_from(["ikke", "ej", "måske", "tak", "alle", "ikke?", "4"])
)
@example("fortryd afbud", 2, "4")
@example("fortryd afbud 16. marts", 2, "4")
def test_a_word_too_many_stops_what_changes_something(sentence: str, where: int, word: str) -> None:
    words = sentence.split()
    extended = " ".join([*words[:where], word, *words[where:]])
    assume(not {extended, extended.replace("4", "3")} & EXACT.keys())  # which names another one by its number
    assume(word != "4" or not extended.startswith(BEFORE_A_DAY))  # it is of the day, whose spelling is judged later
    assert not isinstance(understand(extended), Command)


@given(st.text(st.characters()) | st.text("godkend retur:punkt 3/?\n"))
@example("\ud800 godkend")
def test_any_text_is_an_action(text: str) -> None:
    assert isinstance(understand(text), Action)


@given(st.sampled_from(CLOSED), st.text(max_size=20))
def test_words_after_a_colon_stop_what_takes_none(sentence: str, words: str) -> None:
    assume(sentence not in {text.partition(":")[0] for _, text in ALL if ":" in text})
    assume(not words[:1].isdigit())
    assert type(understand(f"{sentence}:{words}")) is not EXACT[sentence]


@pytest.mark.parametrize(
    "text", ["x" * 20_000, "godkend " * 2_500, ":" * 20_000, " a" * 10_000, "1:1" * 6_000, "foreslå " + "x " * 9_000]
)
def test_a_long_text_takes_no_time(text: str) -> None:
    assert quickest(lambda: understand(text)) < A_BLINK
