"""What people type about filing; see bot/usecases/phrases.py."""

from bot.domain.filing.actions import FetchCaseFile, MarkFiled, ShowFiling, ShowUnfiled
from bot.usecases.filing.typed import read_case, read_kle
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases(
        "[vis/se] journalisering/journaliseringen | journaliser | [vis/se] sagsnummer/sagsnumre | kle"
        " | [vis/se] journalisering/journaliseringen [af/for/til] [mødet] {dag}",
        lambda got: ShowFiling(meeting=got.tail or None),
    ),
    QueryPhrases("[vis/se] journalisering/journaliseringen af/for punkt {n}", lambda got: ShowFiling(pick=got.number)),
    QueryPhrases(
        "hvad mangler at blive journaliseret | hvad er ikke journaliseret | hvad mangler i journalen/esdh"
        " | hvad skal journaliseres | [vis/se] manglende journalisering",
        lambda got: ShowUnfiled(),
    ),
    QueryPhrases(
        "hent sagsmappe/sagsmappen | hent sagsmappe/sagsmappen [fra/til/for] [mødet] {dag}",
        lambda got: FetchCaseFile(meeting=got.tail or None),
    ),
    CommandPhrases("sagsnummer/journalnummer {ord}", lambda got: read_case(got.tail.removeprefix("er "))),
    CommandPhrases("kle/kle-emne {ord}", lambda got: read_kle(got.tail)),
    CommandPhrases("marker [mødet] som journaliseret:?", lambda got: MarkFiled(reference=got.words)),
    CommandPhrases(
        "marker som journaliseret [for] mødet [den] {dag}:?",
        lambda got: MarkFiled(meeting=got.tail, reference=got.words),
    ),
)
