"""What people say in everyday words about the wording of minutes; see bot/usecases/said/sayings.py."""

import re
from collections.abc import Callable

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.saying.slots import Counted
from bot.domain.wording.actions import (
    BringUp,
    CommentOnItem,
    DeclineWording,
    OpenSuggestion,
    ShowSuggestion,
    ShowSuggestions,
    SuggestionAction,
    SuggestWording,
    TakeWording,
    WithdrawWording,
)
from bot.usecases.said.held_item import item_told
from bot.usecases.said.kept_text import after_colon, kept_text, text_told
from bot.usecases.said.moment import Moment
from bot.usecases.said.people_told import says_self
from bot.usecases.said.sayings import Act, Saying
from bot.usecases.said.told import Told
from bot.usecases.said.unless_asked import unless_asked

_THAT = re.compile(
    r"\b(?:med|st[åa]r?|bem[æa]e?rk\w*|sige|besked om|skriv\w*|lyde\w*|hedde\w*),? at\s(?P<words>\S.+)",
    re.IGNORECASE | re.DOTALL,
)
_OWN = re.compile(r"\b(?:min|mit|mine)\b", re.IGNORECASE)
_LONGEST = 2_000  # characters that are read
_SENTENCE, _LONG = 4, 8  # words: of what tells something where its form is open, and anywhere


def _which(told: Told) -> tuple[int, int | None] | None:
    """The suggestion that is meant: by its number, or as the one that was shown."""
    numbers = {each.counts: each.number for each in reversed(told.slots.numbers)}
    if (number := numbers.get(Counted.PROPOSAL) or numbers.get(Counted.BARE)) is not None:
        return number, None
    shown = told.moment.talk.shown
    return (shown.number, shown.year) if isinstance(shown, SuggestionAction) else None


def _every(told: Told) -> ShowSuggestions:
    return ShowSuggestions(
        meeting=told.meeting, mine=bool(says_self(told) or _OWN.search(told.said)) and not told.moment.serves
    )


def _one(told: Told) -> AnyQuery:
    which = _which(told)
    return _every(told) if which is None else ShowSuggestion(number=which[0], year=which[1])


def _suggestion(
    kind: Callable[[int, int | None, str], AnyQuery | AnyCommand],
) -> Act:
    def act(told: Told) -> AnyQuery | AnyCommand:
        which = _which(told)
        return _every(told) if which is None else kind(*which, told.reason or after_colon(told))

    return unless_asked(act, _one)


def _open(told: Told) -> OpenSuggestion:
    return OpenSuggestion(meeting=_past(told), position=item_told(told))


def _whole(told: Told) -> AnyQuery | AnyCommand:
    """The new wording where it stands behind a colon; else the form."""
    position, words = item_told(told), text_told(told) or _behind_that(told) or _typed_into(told)
    if position is None or not words:
        return _open(told)
    return SuggestWording(meeting=told.meeting, position=position, words=words)


def _comment(told: Told) -> AnyQuery | AnyCommand:
    position, words = item_told(told), text_told(told) or _behind_that(told) or _typed_into(told) or _sentence(told)
    if position is None or not words:
        return _open(told)
    return CommentOnItem(meeting=told.meeting, position=position, words=words)


def _late(told: Told) -> AnyQuery | AnyCommand:
    words = kept_text(told) or _sentence(told)
    return BringUp(meeting=_past(told), position=item_told(told), words=words) if words else _open(told)


def _past(told: Told) -> str | None:
    """The meeting that is named, but not the next one, which has no minutes yet."""
    coming = told.moment.next
    return None if coming is not None and told.meeting == coming.id else told.meeting


def _behind_that(told: Told) -> str:
    """What stands behind "skal stå, at" and the like."""
    found = _THAT.search(told.said[:_LONGEST])
    return found["words"].strip(" .") if found else ""


def _typed_into(told: Told) -> str:
    """All of it where the form of an item is open and it tells something."""
    shown = told.moment.talk.shown
    is_open = isinstance(shown, OpenSuggestion) and shown.position is not None and not told.mood.asks
    return told.said.strip() if is_open and len(told.said.split()) >= _SENTENCE else ""


def _sentence(told: Told) -> str:
    """All of it where it is so long that it tells something."""
    return told.said.strip() if len(told.said.split()) >= _LONG else ""


def _was_held(moment: Moment) -> bool:
    """What stands in minutes is spoken of once there are any, and no agenda waits for a remark of theirs."""
    return moment.last is not None and moment.asked is None and moment.live is None


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "rettelser/rettelsesforslag/ændringsforslag [referat/vis/kommet/hvilke]"
            " | er der kommet rettelser/ændringsforslag [ind] | hvem foreslået rettelser/ændringer"
            " | hvilke rettelser/ændringer/ændringsforslag/kommentarer referat [foreslået]"
            " | forslag til referat/formulering [vis/hvilke] | har set rettelser | rettelser til referat"
            " | indkomne/modtagne rettelser | mangler/venter rettelser behandle/svar"
            " | har nogen rettelser/rettet/kommenteret referat | kommentarer referat kommet"
        ),
        act=_every,
        when=_was_held,
    ),
    Saying(
        ways=(
            "min/mine rettelse/rettelser/rettelsesforslag/ændringsforslag [sket/blev/kommet/med]"
            " | hvad blev/skete min/mit/mine rettelse/rettelsesforslag/forslag referat"
            " | kom/er min rettelse med [taget] | min rettelse indarbejdet/godtaget/afvist | tog i min rettelse"
            " | mit forslag formulering | har taget min rettelse | mit rettelsesforslag | mine kommentarer referat"
            " | har jeg foreslået rettelser"
        ),
        act=lambda told: ShowSuggestions(meeting=told.meeting, mine=True),
        means="ShowSuggestions",
        when=_was_held,
    ),
    Saying(
        ways=(
            "rettelse/rettelsesforslag nr/nummer [vis/hvad] | vis/se/åbn rettelse/rettelsesforslag"
            " | hvad går rettelse ud | hvad står rettelse | er rettelse indarbejdet/taget/med/afvist"
            " | hvem rettelse | hvad siger rettelse | hvad er rettelse | status rettelse | hvordan lyder rettelse"
        ),
        act=_one,
        means="ShowSuggestion",
        when=_was_held,
    ),
    Saying(
        ways=(
            "foreslå/forslag rettelse/formulering/tekst/ordlyd/ændring [punkt/referat/anden]"
            " | omformuler/omformulere/omformuleres/omskriv/omskrives [punkt]"
            " | formulering/formuleringen/formuleret/ordlyd/ordlyden/ordvalg/ordvalget/sætning/tekst/"
            "teksten [punkt/anden/forkert/bedre/skarpere/beslutning]"
            " | formuleres/formulere/formulér [anderledes/skarpere/blødere/om]"
            " | skal/bør/burde/må/kunne stå [punkt/under/der/beslutning] | i stedet for punkt"
            " | rette/rettes/ret referat/beslutning [punkt] | ændring/ændringer i/til referat/beslutning [punkt]"
            " | forkert/upræcist/misvisende/misforstået/skævt punkt/beslutning/citeret/gengivet"
            " | fejl/tastefejl/stavefejl/slåfejl referat punkt | citeret/refereret/gengivet forkert [punkt]"
            " | husker det ikke | sådan husker ikke | ikke sådan [sagde/var/husker] | det stemmer/passer ikke"
            " | sagde vi ikke | ikke hvad vi sagde/besluttede/aftalte | anderledes beslutning/besluttet"
            " | ikke dækkende punkt | ny tekst punkt | hvordan foreslår/retter referat"
            " | præcisere/præciser/uddyb punkt/beslutning | blev ikke sagt/besluttet | var ikke det vi"
            " | det var jo [ikke] | skriv om punkt"
        ),
        act=_open,
        means="OpenSuggestion",
        when=_was_held,
        refuses=True,
    ),
    Saying(
        ways=(
            "ret/ændr/skriv punkt til [om] | ny/nye formulering/ordlyd/tekst punkt"
            " | beslutning/punkt skal lyde/formuleres/hedde | punkt formuleres således/sådan/til"
            " | omformuler punkt til | ret beslutning til | foreslår/foreslå rettelse/formulering punkt"
            " | skal være ordlyden | rettelse til punkt | ændring til punkt"
        ),
        act=unless_asked(_whole, _open),
        means="SuggestWording",
        when=lambda moment: _was_held(moment) and (moment.minutes_sent or not moment.serves),
    ),
    Saying(
        ways=(
            "kommentar/kommentarer/bemærkning/bemærkninger punkt [referat/til/skriv]"
            " | kommentér/kommenter/kommentere punkt/beslutning | kommentar/bemærkning beslutning [til/har]"
            " | tilføjelse punkt | note til punkt | vil gerne sige noget til punkt | bemærke punkt/beslutning"
            " | supplerende punkt referat"
        ),
        act=unless_asked(_comment, _open),
        means="CommentOnItem",
        refuses=True,
        when=_was_held,
    ),
    Saying(
        ways=(
            "bemærkning/bemærkninger godkendelse referat [næste]"
            " | for sent referat [fejl/rettelse/bemærkning/næste/opdagede] | tage/tag referat op næste [møde]"
            " | når/ved referat godkendes næste/skal | fejl referat næste møde | opdaget/opdagede for sent"
            " | rettelse referat næste møde | bringe/bring op næste referat | bemærkning til næste møde referat"
        ),
        act=_late,
        means="BringUp",
        refuses=True,
        when=lambda moment: _was_held(moment) and moment.minutes_sent,
    ),
    Saying(
        ways=(
            "indarbejd/indarbejde/indarbejdes/indskriv [rettelse] !ikke"
            " | tag/tager/tages rettelse/rettelsesforslag/den/det med !ikke"
            " | accepter/accepterer/godtag/godtager/godkend rettelse/rettelsesforslag !ikke"
            " | rettelse skal/kan/er med/fin/god/ok/rigtig !ikke | følger/følg rettelse | tager vi med !ikke"
            " | den skal med !ikke | enig i rettelse | brug/bruger rettelse/formuleringen"
            " | indfør/indføj rettelse !ikke"
        ),
        act=_suggestion(lambda number, year, _: TakeWording(number=number, year=year)),
        means="TakeWording",
        is_plain=True,
        when=lambda moment: _was_held(moment) or isinstance(moment.talk.shown, SuggestionAction),
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "indarbejd/indarbejdes/indarbejder ikke [rettelse]"
            " | afvis/afviser/afvist/forkast/nej rettelse/rettelsesforslag"
            " | rettelse/rettelsesforslag ikke med/tage/tager/indarbejdes/rigtig/enige | skal ikke med [rettelse]"
            " | ikke have med [rettelse] | tager/tag/tage ikke rettelse/den/med | den skal ikke"
            " | rettelse sagde ikke | drop/dropper rettelse/rettelsesforslag | afvis den | den tager vi ikke"
            " | ikke indarbejdes | rettelse kan ikke bruges | siger nej til rettelse"
        ),
        act=_suggestion(lambda number, year, words: DeclineWording(number=number, year=year, words=words)),
        means="DeclineWording",
        when=lambda moment: _was_held(moment) or isinstance(moment.talk.shown, SuggestionAction),
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "træk/trækker/trække/trukket rettelse/rettelsesforslag/ændringsforslag [tilbage/min/mit]"
            " | slet/fjern/drop/fortryd/annuller/glem min/mit/mine rettelse/rettelsesforslag/ændringsforslag/"
            "forslag [referat] | rettelse/rettelsesforslag tilbage | trækker den tilbage"
            " | frafalder rettelse/rettelsesforslag | rettelse alligevel ikke nødvendig"
            " | behøver ikke rette alligevel"
        ),
        act=_suggestion(lambda number, year, _: WithdrawWording(number=number, year=year)),
        means="WithdrawWording",
        when=lambda moment: _was_held(moment) or isinstance(moment.talk.shown, SuggestionAction),
        refuses=True,
    ),
)
