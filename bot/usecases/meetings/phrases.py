"""What people type about meetings, when they are held, deadlines and who comes; see bot/usecases/phrases.py."""

import re

from bot.domain.meetings.actions import (
    OpenAbsence,
    OpenCancel,
    OpenMove,
    OpenNewMeeting,
    OpenPeriod,
    ReportAbsence,
    ReportPeriod,
    ResumeMeeting,
    ShowDeadlines,
    ShowMeetings,
    ShowSeries,
    ShowWhoComes,
    TakeBackAbsence,
)
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases

_LONGEST = 200  # characters of a name and what is said of them
_COMES_INSTEAD = re.compile(
    r"\s*(?:kommer|deltager|møder|stiller|tager med)?\s*(?:i stedet(?: for mig)?|som suppleant|for mig)[.!]?\s*$",
    re.IGNORECASE,
)

_WITH_MANDATE = re.compile(r",?\s*(?:og\s+)?(?:har|med)\s+mandat[.!]?\s*$", re.IGNORECASE)


def _report(got: Filled) -> ReportAbsence:
    """ "Anna kommer i stedet" names Anna, and "… med mandat" says that she has one."""
    if len(got.words) > _LONGEST:
        return ReportAbsence(meeting=got.tail or None, substitute=got.words)
    words = _WITH_MANDATE.sub("", got.words)
    named = _COMES_INSTEAD.sub("", words)
    return ReportAbsence(meeting=got.tail or None, substitute=named, mandate=words != got.words)


PHRASES = (
    QueryPhrases("[vis/se] [kommende/mine] møder/møde/mødeplan | meetings", lambda got: ShowMeetings()),
    QueryPhrases(
        "hvornår er [det/vores] [næste/kommende] møde/mødet/møder/møderne [hos os]"
        " | hvornår skal vi holde møde [igen] | hvornår holder vi møde [igen] | hvornår mødes vi [igen]",
        lambda got: ShowMeetings(),
    ),
    QueryPhrases("er mødet/det aflyst/flyttet | hvor er [det/næste] møde/mødet", lambda got: ShowMeetings()),
    QueryPhrases(
        "[vis/se] møder/mødeplan/mødekalender [i/for] {n} | planlæg møder/møderne [i/for] {n}",
        lambda got: ShowSeries(of_year=str(got.number)),
    ),
    QueryPhrases(
        "[vis/se] møder/mødeplan i/for år | planlæg møder/møderne i/for år", lambda got: ShowSeries(of_year="i år")
    ),
    QueryPhrases(
        "[vis/se] møder/mødeplan [i/for] næste år | planlæg møder/møderne | planlæg møder/møderne [i/for] næste år",
        lambda got: ShowSeries(of_year="næste år"),
    ),
    QueryPhrases("[vis/se] frister/frist/fristerne | deadlines", lambda got: ShowDeadlines()),
    QueryPhrases(
        "meld [mit] afbud | afbud | meld [mit] afbud [til] [mødet] {dag} | afbud [til] [mødet] {dag}"
        " | meld [mit] afbud til mødet | meld [min] suppleant | min suppleant kommer [i stedet]"
        " | kan/må jeg sende en anden/suppleant [i stedet] | jeg er syg | jeg er syg {dag}",
        lambda got: OpenAbsence(meeting=got.tail or None),
    ),
    QueryPhrases("meld afbud for {ord}", lambda got: OpenAbsence(person=got.tail)),
    CommandPhrases("meld [mit] afbud: | meld [mit] afbud [til] [mødet] {dag}:", _report),
    CommandPhrases(
        "jeg kommer ikke:? | jeg kommer ikke [til] [mødet] {dag}:? | jeg kommer ikke til mødet:?"
        " | jeg kan [desværre] ikke komme/deltage:? | jeg kan [desværre] ikke komme/deltage [til/i] [mødet] {dag}:?"
        " | jeg er forhindret:? | jeg er forhindret {dag}:?"
        " | jeg melder afbud:? | jeg melder afbud [til] [mødet] {dag}:?",
        _report,
    ),
    CommandPhrases(
        "fortryd [mit] afbud | fortryd [mit] afbud [til] [mødet] {dag} | fortryd [mit] fravær/ferie"
        " | jeg kommer alligevel | jeg kommer alligevel [til] [mødet] {dag}",
        lambda got: TakeBackAbsence(meeting=got.tail or None),
    ),
    QueryPhrases("[meld] fravær/ferie", lambda got: OpenPeriod()),
    CommandPhrases(
        "[meld] fravær/ferie {ord}",
        lambda got: ReportPeriod(words=got.tail),
    ),
    QueryPhrases("hvem kommer/deltager fra {ord}", lambda got: ShowWhoComes()),
    QueryPhrases(
        "hvem kommer/deltager [til/i] [mødet] | hvem kommer/deltager [til/i] [mødet] {dag}"
        " | hvem har meldt afbud | hvem har meldt afbud [til] [mødet] {dag} | [vis/se] fremmøde til mødet"
        " | hvor mange kommer [til] [mødet]",
        lambda got: ShowWhoComes(meeting=got.tail or None),
    ),
    QueryPhrases("[opret] [et] nyt møde", lambda got: OpenNewMeeting()),
    QueryPhrases("[opret] [et] nyt møde {ord}", lambda got: OpenNewMeeting(words=got.tail)),
    QueryPhrases("flyt [det/næste] møde/mødet", lambda got: OpenMove()),
    QueryPhrases("flyt [det/næste] møde/mødet {ord}", lambda got: OpenMove(words=got.tail)),
    QueryPhrases(
        "nyt sted [til/for] [mødet]:? | nyt sted til/for mødet {dag}:?",
        lambda got: OpenMove(meeting=got.tail or None, place=got.words),
    ),
    QueryPhrases(
        "ny vært [til/for] [mødet]:? | ny vært til/for mødet {dag}:?",
        lambda got: OpenMove(meeting=got.tail or None, host=got.words),
    ),
    QueryPhrases(
        "aflys [næste] møde/mødet:? | aflys møde/mødet {dag}:?",
        lambda got: OpenCancel(meeting=got.tail or None, reason=got.words),
    ),
    CommandPhrases(
        "hold/afhold mødet alligevel | genoptag mødet | genoptag mødet {dag}",
        lambda got: ResumeMeeting(meeting=got.tail or None),
    ),
)
