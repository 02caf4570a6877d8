"""What people type about publication; see bot/usecases/phrases.py."""

from bot.domain.publication.actions import (
    InsertLink,
    OpenLink,
    OpenRelease,
    OpenTakeBack,
    ReleasePaper,
    ShowPublication,
    TakeBackRelease,
)
from bot.domain.publication.state import Paper
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases
from bot.usecases.publication.typed import NOW, is_some_moment, meant


def _release(got: Filled, paper: Paper) -> ReleasePaper | OpenRelease:
    """With a moment it is done, else looked at first: what the public has seen cannot be unseen."""
    said = meant(got.tail)
    if said.moment and is_some_moment(said.moment):
        return ReleasePaper(meeting=said.meeting, paper=paper, moment=said.moment)
    return OpenRelease(meeting=said.meeting, paper=paper, moment=said.moment)


PHRASES = (
    QueryPhrases(
        "[vis/se] offentliggørelse/offentliggørelser/offentliggørelsen | hvad er offentliggjort | publication",
        lambda got: ShowPublication(),
    ),
    QueryPhrases("offentliggør referat/referatet", lambda got: OpenRelease(paper=Paper.MINUTES)),
    QueryPhrases("offentliggør dagsorden/dagsordenen", lambda got: OpenRelease(paper=Paper.AGENDA)),
    CommandPhrases("offentliggør referat/referatet nu", lambda got: ReleasePaper(paper=Paper.MINUTES, moment=NOW)),
    CommandPhrases("offentliggør dagsorden/dagsordenen nu", lambda got: ReleasePaper(paper=Paper.AGENDA, moment=NOW)),
    CommandPhrases("offentliggør referat/referatet {ord}", lambda got: _release(got, Paper.MINUTES)),
    CommandPhrases("offentliggør dagsorden/dagsordenen {ord}", lambda got: _release(got, Paper.AGENDA)),
    QueryPhrases("tag offentliggørelse {n} tilbage", lambda got: OpenTakeBack(number=got.number)),
    QueryPhrases("tag offentliggørelsen tilbage", lambda got: OpenTakeBack()),
    CommandPhrases(
        "tag offentliggørelse {n} tilbage:", lambda got: TakeBackRelease(number=got.number, words=got.words)
    ),
    QueryPhrases("indsæt link", lambda got: OpenLink()),
    QueryPhrases("indsæt link til referat/referatet", lambda got: OpenLink(paper=Paper.MINUTES)),
    QueryPhrases("indsæt link til dagsorden/dagsordenen", lambda got: OpenLink(paper=Paper.AGENDA)),
    CommandPhrases("[indsæt] link til referat/referatet:", lambda got: InsertLink(paper=Paper.MINUTES, link=got.words)),
    CommandPhrases(
        "[indsæt] link til dagsorden/dagsordenen:", lambda got: InsertLink(paper=Paper.AGENDA, link=got.words)
    ),
    CommandPhrases("indsæt link:", lambda got: InsertLink(link=got.words)),
)
