"""What each choice of a forum and each of its options is called: the words beside the rows of what may be chosen."""

from collections.abc import Mapping

from bot.domain.forum.choosable import CHOOSABLE, GUIDANCE, OWN_STEP
from cards.kit.words import COPY

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
    "publication_agenda": "choice.publication_agenda",
    "publication_minutes": "choice.publication_minutes",
    "publication_days_after": "choice.publication_days_after",
    "publishers": "choice.publishers",
    "public_pages": "choice.public_pages",
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
    "case_number": "choice.case_number",
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
        "after_remarks": "choice.minutes_approval.after_remarks",
        "next_meeting": "choice.minutes_approval.next_meeting",
    },
    "publication_agenda": {"yes": "choice.publication_agenda.yes", "no": "choice.publication_agenda.no"},
    "publication_minutes": {"yes": "choice.publication_minutes.yes", "no": "choice.publication_minutes.no"},
    "publishers": {
        "secretariat": "choice.publishers.secretariat",
        "chairmanship": "choice.publishers.chairmanship",
        "both": "choice.publishers.both",
    },
    "public_pages": {"yes": "choice.public_pages.yes", "no": "choice.public_pages.no"},
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

TYPED = {
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
    "offentliggørelsesfrist": "publication_days_after",
    "offentlige sider": "public_pages",
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
    "sagsnummer": "case_number",
    "journalnummer": "case_number",
}
"""Short for some of them, as people type it."""

TYPED_OPTIONS = {
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

if _missing := [
    each.key
    for each in (*CHOOSABLE, OWN_STEP, GUIDANCE)
    if NAMES.get(each.key) not in COPY
    or any(OPTIONS.get(each.key, {}).get(option) not in COPY for option in each.options)
]:
    raise KeyError(f"the copy has no words for {', '.join(_missing)} or one of its options")
