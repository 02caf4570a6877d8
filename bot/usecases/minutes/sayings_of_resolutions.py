"""What people say in everyday words about what was resolved, and who stands where; see bot/usecases/said/sayings.py."""

import re
from collections.abc import Callable

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.minutes.actions import (
    OpenDissent,
    OpenResolution,
    RecordDissent,
    RecordPositions,
    RecordResolution,
    ShowMinutes,
    TakeBackDissent,
)
from bot.domain.minutes.state import Outcome, Stance
from bot.domain.resolutions.actions import ShowResolutions
from bot.usecases.minutes.resolved import outcome_told, positions_told, words_told
from bot.usecases.said.held_item import item_on, item_on_rather, item_told, meeting_told
from bot.usecases.said.kept_text import after_colon, text_told
from bot.usecases.said.moment import Moment
from bot.usecases.said.sayings import Act, Saying
from bot.usecases.said.told import Told
from bot.usecases.said.unless_asked import unless_asked
from bot.usecases.said.whom_said import person_said

_YET = re.compile(r"\bendnu\b", re.IGNORECASE)
_WRITES = re.compile(r"\bskriv\w*\b", re.IGNORECASE)
_RESOLVED_THAT = re.compile(
    r"\b(?:beslutte\w*|vedtog|enige om|landede (?:vi )?p[åa]|konklude\w*)\b[^.;:]{0,20}?,? at (?P<words>\S.+)",
    re.IGNORECASE | re.DOTALL,
)
_NOTED_THAT = re.compile(
    r"\b(?:protokol\w*|referatet|mening\w*|mindretals\w*|skriv\w*|noter\w*)\b[^.;:]{0,40}?,? at (?P<words>\S.+)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_AFTER_ALL = re.compile(
    r"\b(?:skal|beh[øo]e?ver) ikke\b|\bikke\b.{0,40}\balligevel\b|\bikke l[æa]e?ngere\b", re.IGNORECASE
)
_LONGEST = 2_000  # characters that are read
_SENTENCE = 4  # words: so many are an opinion where its form is open


def _shown(told: Told) -> AnyQuery:
    """The item's resolution, else what speaks of the matter, else the minutes."""
    position = item_told(told)
    if position is not None:
        return OpenResolution(meeting=meeting_told(told), position=position)
    is_sought = told.rest and not (told.moment.serves and _WRITES.search(told.said))
    return ShowResolutions(words=told.rest) if is_sought else ShowMinutes(meeting=meeting_told(told))


def _form(told: Told) -> OpenResolution | None:
    position = item_on(told)
    return None if position is None else OpenResolution(meeting=told.meeting, position=position)


def _form_or_minutes(told: Told) -> AnyQuery:
    return _form(told) or ShowMinutes(meeting=meeting_told(told))


def _resolved(told: Told) -> AnyQuery | AnyCommand | None:
    position = item_on(told)
    if position is None:
        return None
    outcome, words = outcome_told(told), text_told(told) or words_told(told)
    if outcome is None and not words and (match := _RESOLVED_THAT.search(told.said[:_LONGEST])):
        words = match["words"].strip(" .")
    is_open = outcome is not Outcome.REJECTED or bool(_YET.search(told.said))
    is_denied = told.mood.negates and not words and is_open
    if (outcome is None and not words) or is_denied:
        return _form(told)
    put_off = told.meeting_meant if outcome is Outcome.POSTPONED else None
    return RecordResolution(
        meeting=None,
        position=position,
        outcome=None if after_colon(told) else outcome,
        words=words,
        put_off_to="" if put_off is None or put_off == told.moment.last else put_off.id,
    )


def _stood(usual: Stance) -> Act:
    def act(told: Told) -> AnyQuery | AnyCommand | None:
        position, words = item_on_rather(told), positions_told(told, usual)
        if position is None or not (told.organisations or person_said(told)) or not words:
            return None
        return RecordPositions(position=position, words=words)

    return unless_asked(act, _shown)


def _dissent(told: Told) -> AnyQuery | AnyCommand:
    """In the words behind the colon; else where it is written."""
    position, words = item_on_rather(told), text_told(told) or told.reason or _opinion(told)
    if words:
        return RecordDissent(meeting=told.meeting, position=position, words=words)
    return OpenDissent(meeting=told.meeting, position=position)


def _opinion(told: Told) -> str:
    """What is to be noted, or all that is said where the form is open."""
    shown = told.moment.talk.shown
    if match := _NOTED_THAT.search(told.said[:_LONGEST]):
        return match["words"].strip(" .")
    is_open = isinstance(shown, OpenDissent) and shown.position is not None and not told.mood.asks
    return told.said.strip() if is_open and len(told.said.split()) >= _SENTENCE else ""


def _no_dissent_after_all(told: Told) -> AnyQuery | AnyCommand | None:
    """The same where a "not" says so."""
    return _no_dissent(told) if _NOT_AFTER_ALL.search(told.said[:_LONGEST]) else None


def _no_dissent(told: Told) -> AnyQuery | AnyCommand:
    position = item_told(told)
    if position is None:
        return OpenDissent(meeting=told.meeting)
    return TakeBackDissent(meeting=told.meeting, position=position)


def _is_written(moment: Moment) -> bool:
    """From the meeting's beginning until its minutes are sent."""
    return moment.last is not None and not moment.minutes_sent and moment.asked is None


def _only(serves: bool) -> Callable[[Moment], bool]:
    return lambda moment: moment.last is not None and moment.serves is serves


_RESOLVED = (
    "punkt godkendt/vedtaget/tiltrådt/tilsluttet/besluttet [som/indstillet/skriv/blev/er/med/kr/kroner/pulje/midler]"
    " | godkendt som indstillet | er/blev godkendt/vedtaget/tiltrådt [punkt/som/indstillet]"
    " | taget efterretning [punkt/blev/er] | punkt efterretning | til efterretning"
    " | skriv/skriv at godkendt/vedtaget/udsat/drøftet/efterretning"
    " | punkt/er/blev udsat/udskudt/drøftet/forkastet/nedstemt/afvist/oversendt/videresendt | udsat/udskudt til"
    " | skudt/skubbet/rykket/rykkes/skydes til punkt/næste/oktober/efteråret | udsætte/udskyde/udskyd punkt/sagen/til"
    " | besluttede at/vi/udskyde/godkende/udsætte | beslutning [klyngen/vi/tiltræder/skriv] | konklusion"
    " | klyngen beslutter/besluttede/tiltræder/godkender/tager"
    " | vi godkender/vedtager/beslutter/udsætter/tiltræder punkt/det | enige om punkt/at | er vi enige"
    " | ikke godkendt/vedtaget punkt | lokalt initiativ | blev ikke godkendt/vedtaget | vedtog/vedtaget vi"
    " | drøftede punkt | beslutning skal lyde/formuleres/være"
)

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "hvad besluttet/besluttede/beslutning/vedtaget/vedtog/aftalt punkt/om/vi"
            " | hvad blev resultat/udfald/konklusion | hvad blev sagt/besluttet/drøftet/aftalt/vedtaget om"
            " | hvad endte om/med/punkt | hvad sagde om/punkt/møde | blev vedtaget/godkendt/besluttet/stemt"
            " | fik vedtaget/godkendt/igennem | beslutning punkt/om | gik igennem | hvordan endte/gik punkt/det/med"
            " | blev bevilget/bevilliget/afvist/udsat | er bevilget/bevilliget/vedtaget | fik pengene/penge/ja/nej"
            " | hvad skete der med punkt | hvad kom ud af punkt | resultat af punkt | hvad faldt beslutning ud"
            " | hvad blev udfaldet | hvad nåede frem punkt | hvad endte vi"
        ),
        act=_shown,
        means="OpenResolution",
        when=lambda moment: moment.last is not None,
        refuses=True,
    ),
    Saying(
        ways=(
            "skriv/udfyld/indtast/registrer/ret/notér/noter beslutning [punkt/på] | hvad skal stå punkt/ved"
            " | åbn punkt beslutning | beslutningen punkt | formular beslutning"
            " | skriv/skrive referat/ved/noget punkt | mangler skrive punkt | referat til punkt"
            " | beslutning mangler punkt | før beslutning ind"
        ),
        act=_form,
        when=_is_written,
        by_secretariat=True,
    ),
    Saying(
        ways=_RESOLVED,
        act=unless_asked(_resolved, _shown),
        means="RecordResolution",
        is_plain=lambda told: told.moment.serves,
        when=_is_written,
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "imod [stemte/er/var/punkt] | stemte/stemmer/er/var imod | modstander | stemte/sagde/siger nej [punkt]"
            " | uenig/uenige [punkt] | gik imod | noter/skriv imod"
        ),
        act=_stood(Stance.AGAINST),
        means="RecordPositions",
        refuses=True,
        is_plain=True,
        when=_is_written,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "forbehold [tager/tog/har/punkt] | tager/tog/har/tage forbehold | med forbehold fra | forbeholder"
            " | noter/skriv forbehold | forbehold fra"
        ),
        act=_stood(Stance.RESERVATION),
        means="RecordPositions",
        is_plain=True,
        when=_is_written,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "stemte/stemmer for [punkt] | sagde/siger ja [punkt] | gik ind for | bakker/bakkede op"
            " | støtter/støttede | noter/skriv for | stemte ja | tilslutter/tilsluttede sig"
        ),
        act=_stood(Stance.FOR),
        is_plain=True,
        when=_is_written,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "afvigende mening/holdning [punkt/har] | mindretal | mindretalsudtalelse | særudtalelse | særstandpunkt"
            " | dissens | uenig/uenige punkt/beslutning/beslutningen"
            " | ikke enig/enige punkt/beslutning/beslutningen/besluttet/i det | ført til referat/protokol"
            " | føre til referat | protokoltilførsel | fremgå uenig/imod/enig | imod punkt fremgår/referat/står"
            " | var/er/stemte imod punkt/beslutning/det | noteret uenig/imod | tager afstand"
            " | protestere/protesterer | ikke bakke op | kan ikke stå inde/tilslutte | særmening"
            " | har en anden holdning/mening/opfattelse | stå i referat imod/uenig/enig | mindretallet udtaler"
        ),
        act=_dissent,
        means="OpenDissent RecordDissent",
        when=_only(serves=False),
        refuses=True,
    ),
    Saying(
        ways="afvigende mening [punkt] | mindretalsudtalelse | særudtalelse | dissens | protokoltilførsel",
        act=_dissent,
        when=_only(serves=True),
    ),
    Saying(
        ways=(
            "fortryd/fortryder afvigende/mindretalsudtalelse/særudtalelse/dissens"
            " | træk/trække/slet/fjern/drop/annuller/stryg afvigende/mindretalsudtalelse/særudtalelse/"
            "dissens [tilbage/punkt/mening] | ikke afvigende alligevel/med/længere"
            " | ikke mindretalsudtalelse alligevel/med/længere"
            " | afvigende/mindretalsudtalelse/særudtalelse skal ud/væk | afvigende ud/væk/bort igen"
            " | ombestemt afvigende/uenig | afvigende mening tilbage | enig alligevel punkt/beslutning"
            " | er enig alligevel"
        ),
        act=unless_asked(_no_dissent, lambda told: OpenDissent(meeting=told.meeting, position=item_told(told))),
        means="TakeBackDissent",
        when=lambda moment: moment.last is not None,
    ),
    Saying(
        ways="mindretalsudtalelse/særstandpunkt skal ikke stå | særstandpunkt udgår",
        act=_no_dissent_after_all,
        means="TakeBackDissent",
        when=lambda moment: moment.last is not None,
        refuses=True,
    ),
    Saying(
        ways="beslutningsfelt | stillingtagen parterne punkt",
        act=_form_or_minutes,
        means="RecordResolution RecordPositions",
        when=_is_written,
        by_secretariat=True,
        refuses=True,
    ),
)
