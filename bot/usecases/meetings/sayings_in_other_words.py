"""What is said of meetings and absences in words that no way has, and mostly with a no: "du må undvære mig i marts"."""

import re

from bot.domain.meetings.actions import OpenPeriod
from bot.usecases.meetings.absence_said import away, away_for_long, back_or_seen, form
from bot.usecases.meetings.planning_said import cancelled, moved, new, resumed
from bot.usecases.said.sayings import Saying
from bot.usecases.said.unless_kept import unless_kept, unless_said

_IS_THERE = re.compile(
    r"\bikke (?:(?:langere|mere|alligevel|helt|altid) )?(?:(?:har|er|blevet|at|meld[a-z]{0,2}|send[a-z]{0,2}) ){0,3}"
    r"(?:syg[a-z]*|vak|forhindret|fravar[a-z]*|bortrejst|afbud|fra[.,!]?$)|\bikke for sent\b"
)

IN_OTHER_WORDS: tuple[Saying, ...] = (
    Saying(
        ways="undvære mig | uden mig møde/marts/oktober/tirsdag",
        act=unless_said(away, _IS_THERE),
        means="ReportAbsence",
        refuses=True,
    ),
    Saying(
        ways="finde/vælge stedfortræder/afløser hvordan/hvor",
        act=unless_said(form, _IS_THERE),
        means="OpenAbsence",
        refuses=True,
    ),
    Saying(
        ways="træffes/træffe ikke fra/uge/hele",
        act=unless_said(away_for_long, _IS_THERE),
        means="ReportPeriod",
        refuses=True,
    ),
    Saying(
        ways="langvarigt/længerevarende fravær",
        act=unless_said(lambda told: OpenPeriod(), _IS_THERE),
        means="OpenPeriod",
        refuses=True,
    ),
    Saying(
        ways="afbud/fravær annulleres/slettes/fjernes/ud !ikke",
        act=unless_kept(back_or_seen),
        means="TakeBackAbsence",
        refuses=True,
    ),
    Saying(
        ways="genopliv/genoplive/genoplives møde",
        act=unless_kept(resumed, "gen(?:optag|opliv|abn)[a-z]*"),
        means="ResumeMeeting",
        refuses=True,
    ),
    Saying(
        ways="afblæs/afblæse møde/hele !ikke",
        act=unless_kept(cancelled, "af(?:lys|blas)[a-z]*"),
        means="OpenCancel",
        refuses=True,
    ),
    Saying(
        ways="tidspunkt/tidspunktet passer ikke",
        act=unless_kept(moved, "(?:flytt?|ryk|udsat)[a-z]*"),
        means="OpenMove",
        refuses=True,
    ),
    Saying(
        ways="ekstra møde nødvendigt | samles ekstra gang",
        act=unless_kept(new, "(?:indkald|opret)[a-z]*"),
        means="OpenNewMeeting",
        refuses=True,
    ),
)
