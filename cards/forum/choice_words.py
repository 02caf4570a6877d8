"""What each choice of a forum is called, and how its value reads: the words beside the rows of what may be chosen."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, assert_never

from bot.domain.forum.choosable import (
    CHOOSABLE,
    GUIDANCE,
    OWN_STEP,
    Choosable,
    Kind,
    Place,
    code_of,
    options_of,
    places,
)
from bot.domain.kernel.danish import NOBODY, fold
from bot.domain.kernel.forum import Choice, Forum
from cards.kit.words import COPY, count, listing, medium_date, say

NAMES: Mapping[str, str] = {
    "chairmanship": "choice.chairmanship",
    "agenda_approval": "choice.agenda_approval",
    "approvers": "choice.approvers",
    "answers": "choice.answers",
    "if_unanswered": "choice.if_unanswered",
    "proposers": "choice.proposers",
    "proposal_deadline_days_before": "choice.proposal_deadline_days_before",
    "draft_to_approvers_days_before": "choice.draft_to_approvers_days_before",
    "answer_days_before": "choice.answer_days_before",
    "clearance_days_before": "choice.clearance_days_before",
    "dispatch_days_before": "choice.dispatch_days_before",
    "minutes_days_after": "choice.minutes_days_after",
    "minutes_approval": "choice.minutes_approval",
    "minutes_remarks_days": "choice.minutes_remarks_days",
    "agreement_follow_up_months": "choice.agreement_follow_up_months",
    "grant_reminder_days_before": "choice.grant_reminder_days_before",
    "aligned_days_before": "choice.aligned_days_before",
    "input_reminder_days_before": "choice.input_reminder_days_before",
    "council_reminder_days": "choice.council_reminder_days",
    "candidate_answer_days": "choice.candidate_answer_days",
    "appointment_reminder_days_before": "choice.appointment_reminder_days_before",
    "gp_organisation": "choice.gp_organisation",
    "fixed_items": "choice.fixed_items",
    "standing_items": "choice.standing_items",
    "primary_focus_item": "choice.primary_focus_item",
    "liaison": "choice.liaison",
    "substitute_mandate": "choice.substitute_mandate",
    "hosting_order": "choice.hosting_order",
    "host_confirm_days_before": "choice.host_confirm_days_before",
    "frequency_warnings": "choice.frequency_warnings",
    "annual_status_due": "choice.annual_status_due",
    "annual_status_approval": "choice.annual_status_approval",
    "evaluation": "choice.evaluation",
    "evaluation_every_months": "choice.evaluation_every_months",
    "closure_days": "choice.closure_days",
    "closure_periods": "choice.closure_periods",
    "own_organisation_step": "choice.own_organisation_step",
    "guidance": "choice.guidance",
}
"""By key: what the choice is called."""

OPTIONS: Mapping[str, Mapping[str, str]] = {
    "agenda_approval": {
        "none": "choice.agenda_approval.none",
        "consult": "choice.agenda_approval.consult",
        "approve": "choice.agenda_approval.approve",
    },
    "approvers": {
        "chairmanship": "choice.approvers.chairmanship",
        "meeting_leader": "choice.approvers.meeting_leader",
    },
    "answers": {"all": "choice.answers.all", "one_per_side": "choice.answers.one_per_side"},
    "if_unanswered": {
        "hold": "choice.if_unanswered.hold",
        "secretariat_may_send": "choice.if_unanswered.secretariat_may_send",
    },
    "proposers": {
        "politician": "remark.role.politician.other",
        "coordinator": "remark.role.coordinator.other",
        "secretariat": "remark.role.secretariat.other",
        "administrative_representative": "remark.role.administrative_representative.other",
        "gp_representative": "remark.role.gp_representative.other",
    },
    "minutes_approval": {
        "none": "choice.minutes_approval.none",
        "before_sending": "choice.minutes_approval.before_sending",
        "next_meeting": "choice.minutes_approval.next_meeting",
    },
    "annual_status_approval": {
        "none": "choice.annual_status_approval.none",
        "required": "choice.annual_status_approval.required",
    },
    "evaluation": {
        "none": "choice.evaluation.none",
        "agenda_item": "choice.evaluation.agenda_item",
        "written": "choice.evaluation.written",
    },
    "gp_organisation": {"both": "choice.gp_organisation.both", "by_agenda": "choice.gp_organisation.by_agenda"},
    "fixed_items": {
        "approve_agenda": "agenda.standing.approve_agenda",
        "approve_minutes": "agenda.standing.approve_minutes",
        "any_other_business": "agenda.standing.any_other_business",
    },
    "primary_focus_item": {"yes": "choice.primary_focus_item.yes", "no": "choice.primary_focus_item.no"},
    "substitute_mandate": {
        "said": "choice.substitute_mandate.said",
        "inherited": "choice.substitute_mandate.inherited",
    },
    "own_organisation_step": {
        "none": "choice.own_organisation_step.none",
        "administration": "choice.own_organisation_step.administration",
        "political": "choice.own_organisation_step.political",
    },
    "guidance": {"follows": "choice.guidance.follows", "departs": "choice.guidance.departs"},
}
"""By key and code: what an option is called."""

_TYPED = {
    "godkendelse": "agenda_approval",
    "godkendere": "approvers",
    "formandskab": "chairmanship",
    "formand": "chairmanship",
    "forslagsret": "proposers",
    "forslagsfrist": "proposal_deadline_days_before",
    "svar": "answers",
    "svarfrist": "answer_days_before",
    "aftaler": "agreement_follow_up_months",
    "puljer": "grant_reminder_days_before",
    "eget møde": "aligned_days_before",
    "fælles input": "input_reminder_days_before",
    "kandidatfrist": "candidate_answer_days",
    "udpegninger": "appointment_reminder_days_before",
    "fokus": "primary_focus_item",
    "forbindelse": "liaison",
    "suppleanter": "substitute_mandate",
    "udsendelse": "dispatch_days_before",
    "referatfrist": "minutes_days_after",
    "bemærkninger": "minutes_remarks_days",
    "plo": "gp_organisation",
    "værter": "hosting_order",
    "værtsrækkefølge": "hosting_order",
    "værtskab": "host_confirm_days_before",
    "årsstatus": "annual_status_due",
    "evaluering": "evaluation",
    "varsler": "frequency_warnings",
    "lukkedage": "closure_days",
    "lukkeperioder": "closure_periods",
    "ferie": "closure_periods",
}
"""Short for some of them, as people type it."""

_TYPED_OPTIONS = {
    "ingen": "none",
    "nej": "none",
    "forelægges": "consult",
    "forelæg": "consult",
    "afstemmes": "consult",
    "godkendes": "approve",
    "administrativ": "administration",
    "administrativt": "administration",
    "politisk": "political",
    "fraviger": "departs",
    "følger": "follows",
    "begge": "both",
    "alle": "all",
    "en fra hver side": "one_per_side",
    "arves": "inherited",
    "mødelederen": "meeting_leader",
    "formandskabet": "chairmanship",
    "før udsendelsen": "before_sending",
    "næste møde": "next_meeting",
}
_SMALL = frozenset(map(fold, ("i", "for", "af", "til", "ved", "på", "den", "det", "egen")))

if _missing := [
    each.key
    for each in (*CHOOSABLE, OWN_STEP, GUIDANCE)
    if NAMES.get(each.key) not in COPY
    or any(OPTIONS.get(each.key, {}).get(option) not in COPY for option in each.options)
]:
    raise KeyError(f"the copy has no words for {', '.join(_missing)} or one of its options")


def name_of(place: Place) -> str:
    """What the choice is called, with whose it is where it is one organisation's own."""
    name = say(NAMES[place.choosable.key])
    return name if place.organisation is None else say("choice.own", valg=name, organisation=place.organisation.name)


def options_words(forum: Forum, choosable: Choosable) -> Mapping[str, str]:
    """By code: every option that there is in the forum."""
    return {code: _option(forum, choosable, code) for code in options_of(forum, choosable)}


def value_words(forum: Forum, choosable: Choosable, value: Any) -> str:
    """A value as one reads it."""
    match choosable.kind:
        case Kind.ONE:
            return _option(forum, choosable, code_of(choosable, value))
        case Kind.SEVERAL:
            return listing(_option(forum, choosable, code_of(choosable, each)) for each in value) or say("common.none")
        case Kind.ORGANISATIONS:
            return ", ".join(organisation_name(forum, each) for each in value)
        case Kind.PERSON:
            return _person(forum, value)
        case Kind.PEOPLE:
            return listing(_person(forum, each) for each in value)
        case Kind.NUMBER:
            return count(value, "måned", "måneder") if choosable.counts_months else count(value, "dag", "dage")
        case Kind.DAY_OF_YEAR | Kind.DAYS_OF_YEAR:
            days = [value] if choosable.kind is Kind.DAY_OF_YEAR else value
            return listing(map(_day_of_year, days)) or say("common.none")
        case Kind.PERIODS:
            return "; ".join(map(_period, value)) or say("common.none")
        case Kind.ITEMS:
            return "; ".join(map(_item, value)) or say("common.none")
        case _:
            assert_never(choosable.kind)


def typed_value(forum: Forum, choosable: Choosable, value: Any) -> str:
    """The value as its field holds it."""
    match choosable.kind:
        case Kind.ONE:
            return code_of(choosable, value)
        case Kind.SEVERAL:
            return ",".join(code_of(choosable, each) for each in value) or NOBODY
        case Kind.ORGANISATIONS:
            return ", ".join(_typed_organisation(forum, each) for each in value)
        case Kind.PEOPLE:
            return ",".join(value)
        case Kind.NUMBER | Kind.PERSON:
            return str(value)
        case Kind.DAY_OF_YEAR:
            return _day_of_year(value)
        case Kind.DAYS_OF_YEAR:
            return ", ".join(map(_day_of_year, value))
        case Kind.PERIODS:
            return "; ".join(map(_period, value))
        case Kind.ITEMS:
            return "\n".join(map(_item, value))
        case _:
            assert_never(choosable.kind)


def codes_meant(forum: Forum, choosable: Choosable, typed: str) -> str | None:
    """The codes that the typed words name, commas between them; None where one names no option. Codes stay."""
    words = options_words(forum, choosable)
    known = {fold(each): code for code, each in words.items()} | {fold(code): code for code in words}
    known |= {fold(each): code for each, code in _TYPED_OPTIONS.items() if code in words and fold(each) not in known}
    parts = [fold(each).strip(" .") for each in typed.split(",")] if choosable.kind is Kind.SEVERAL else [_bare(typed)]
    if choosable.may_be_empty and parts == [NOBODY]:
        return NOBODY
    found = [known.get(each) for each in parts]
    return None if None in found else ",".join(map(str, found))


def places_meant(forum: Forum, typed: str, kept: Collection[str] = ()) -> Sequence[Place]:
    """The choices that may be meant: the one of that key, name or short name, else each whose name has the words."""
    every, word = list(places(forum, kept)), _bare(typed)
    short = {fold(each): key for each, key in _TYPED.items()}.get(word)
    exact = [each for each in every if word in (fold(each.key), fold(name_of(each))) or each.key == short]
    if exact:
        return exact
    wanted = [each for each in word.replace(",", " ").split() if each not in _SMALL]
    return [each for each in every if wanted and all(_has(name_of(each), part) for part in wanted)]


def decided_words(choice: Choice) -> str:
    """By whom and when."""
    return say("choice.decided", hvem=choice.chosen_by, dato=medium_date(choice.on))


def _option(forum: Forum, choosable: Choosable, code: Any) -> str:
    key = OPTIONS.get(choosable.key, {}).get(code)
    if key is not None:
        return say(key)
    if choosable.some_of is not None and str(code).isdecimal():
        return say("choice.answers.some", antal=code)
    return organisation_name(forum, str(code))


def organisation_name(forum: Forum, organisation: str) -> str:
    """Its name, or the bare id of one the forum no longer knows."""
    found = forum.organisation(organisation)
    return organisation if found is None else found.name


def _typed_organisation(forum: Forum, organisation: str) -> str:
    """Its name, or its id where the name could not be told from two."""
    name = organisation_name(forum, organisation)
    return organisation if "," in name or ";" in name else name


def _person(forum: Forum, person: str) -> str:
    return next((each.name for each in forum.people if each.id == person), person)


def _day_of_year(day: str) -> str:
    return medium_date(date.fromisoformat(f"2000-{day}")).removesuffix(" 2000")


def _period(period: Mapping[str, str]) -> str:
    first, last = (date.fromisoformat(period[each]) for each in ("from", "to"))
    return medium_date(first) if first == last else f"{medium_date(first)} – {medium_date(last)}"


def _item(item: Mapping[str, str]) -> str:
    until = item.get("until")
    last = None if until is None else medium_date(date.fromisoformat(until))
    return item["title"] if last is None else say("choice.item", titel=item["title"], dato=last)


def _bare(typed: str) -> str:
    return fold(" ".join(typed.split())).strip(" .:»«")


def _has(name: str, part: str) -> bool:
    return any(each.startswith(part) for each in _words(name))


def _words(name: str) -> Iterator[str]:
    return iter(fold(name).replace(",", " ").split())
