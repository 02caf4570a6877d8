"""Which of a forum's choices somebody would make anew, by what is decided of it."""

import re

from bot.domain.forum.actions import ChangeChoice, OpenChoice, OpenChoices
from bot.domain.forum.places import places
from bot.usecases.said.told import Told

_CHOICES = tuple(
    (key, re.compile(words))
    for key, words in (
        ("candidate_answer_days", r"kandidatfrist|svarfrist\w* for kandidat"),
        ("answer_days_before", r"svarfrist|frist\w* for (?:svar|at svare)"),
        ("proposal_deadline_days_before", r"forslagsfrist|frist\w* for (?:forslag|at foresla)"),
        ("clearance_days_before", r"frist\w* for afklaring|afklaringsfrist"),
        ("minutes_remarks_days", r"bemarkningsfrist|bemarkninger(?:ne)? til referat"),
        ("publication_days_after", r"offentliggorelsesfrist"),
        ("publication_minutes", r"offentligg\w*\b.{0,30}\breferat|\breferat\w*\b.{0,20}\boffentligg"),
        ("publication_agenda", r"offentligg\w*\b.{0,30}\bdagsorden|\bdagsorden\w*\b.{0,20}\boffentligg"),
        ("annual_status_due", r"\barsstatus"),
        ("minutes_approval", r"\breferat\w*\b.{0,40}\bgodkend|\bgodkend\w*\b.{0,20}\breferat"),
        ("minutes_days_after", r"\breferat(?:et)?s? ?frist|\breferat\w*\b.{0,20}\bud\b|\budsend\w*\b.{0,20}\breferat"),
        ("approvers", r"hvem (?:der )?(?:skal )?godkend|(?:alene|kun)\b.{0,30}\bgodkender|af andre end"),
        ("agenda_approval", r"godkendelsesform|forelagges|\bdagsorden\w*\b.{0,30}\bgodkend|godkendelse af dagsorden"),
        ("dispatch_days_before", r"\bdagsorden\w*\b.{0,30}\bud\b|\budsend\w*\b.{0,20}\bdagsorden"),
        ("if_unanswered", r"\b(?:ikke|ingen) svarer\b"),
        ("proposers", r"forslagsret|(?:stille|stiller) forslag|ma foresla"),
        ("substitute_mandate", r"suppleant\w*\b.{0,30}\bmandat|\bmandat\w*\b.{0,30}\bsuppleant"),
        ("hosting_order", r"rakkefolge\w*\b.{0,20}\bvart|\bvart\w*\b.{0,20}\brakkefolge|varter om"),
        ("host_confirm_days_before", r"\bvarten?s?\b.{0,20}\bbekraft"),
        ("closure_days", r"\blukkedag"),
        ("closure_periods", r"\blukkeperiode|\b(?:sommer|ferie|jule)lukning"),
        ("evaluation", r"\bevaluer"),
        ("standing_items", r"\bfaste? punkt"),
        ("gp_organisation", r"\breprasenterer plo"),
        ("case_number", r"\b(?:sags|journal)nummer"),
    )
)


def choices(told: Told) -> OpenChoice | OpenChoices:
    """The form of the one that is named or that was shown, else all of them."""
    key = _key(told)
    return OpenChoices() if key is None else OpenChoice(choice=key)


def decided(told: Told) -> OpenChoice | OpenChoices | ChangeChoice:
    """What was decided, in the form of what it is about, since words of one's own name no option."""
    found = choices(told)
    return found if isinstance(found, OpenChoice) or not told.rest else ChangeChoice(typed=told.rest)


def _key(told: Told) -> str | None:
    sound = told.sound
    made = {each.key for each in places(told.moment.forum)}
    named = next((key for key, words in _CHOICES if key in made and words.search(sound)), None)
    shown = told.moment.talk.shown
    return named or (shown.choice if isinstance(shown, OpenChoice) and shown.choice in made else None)
