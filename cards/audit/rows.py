"""What in the database is not as the log says, as the one line that an operator reads: names and numbers, no text."""

from collections.abc import Mapping, Sequence
from datetime import date

from cards.kit.words import medium_date, say

_PARTS: Mapping[str, tuple[str, ...]] = {
    "forums": (),
    "identities": (),
    "successions": ("forum_til",),
    "choices": ("valg",),
    "meetings": ("moede",),
    "mandates": ("navn", "organisation"),
    "gp_answers": ("moede",),
    "guests": ("moede", "nr"),
    "host_confirmations": ("moede",),
    "live_meetings": ("moede",),
    "annual_reports": ("rapport", "aar"),
    "absences": ("nr",),
    "notice_choices": ("person",),
    "calendar_addresses": ("konto",),
    "proposals": ("aar", "nr"),
    "agendas": ("moede",),
    "agenda_versions": ("moede", "nr"),
    "approval_rounds": ("moede", "nr"),
    "responses": ("moede", "runde", "nr"),
    "clearances": ("moede", "nr"),
    "agenda_copies": ("moede", "nr"),
    "supplements": ("moede", "nr"),
    "minutes": ("moede",),
    "minutes_remarks": ("moede", "nr"),
    "wordings": ("aar", "nr"),
    "follow_ups": ("aar", "nr"),
    "external_meetings": ("aar", "nr"),
    "external_answers": ("aar", "eksternt", "nr"),
    "fund_entries": ("aar", "nr"),
    "fund_decisions": ("moede", "nr"),
    "fund_councils": ("nr",),
    "appointments": ("aar", "nr"),
    "candidacies": ("aar", "nr", "svar"),
    "working_groups": ("aar", "nr"),
    "referrals": ("aar", "nr"),
    "case_numbers": ("moede", "nr"),
    "filings": ("moede", "nr"),
    "attachment_contents": ("indhold",),
    "attachments": ("nr", "version"),
    "attachment_numbers": ("moede", "nr"),
    "releases": ("nr",),
    "publication_proofs": ("nr",),
}
"""By table: what each part of a row's key is called in the words that name the row."""

_ROWS = {
    "forums": "audit.row.forums",
    "identities": "audit.row.identities",
    "successions": "audit.row.successions",
    "choices": "audit.row.choices",
    "meetings": "audit.row.meetings",
    "mandates": "audit.row.mandates",
    "gp_answers": "audit.row.gp_answers",
    "guests": "audit.row.guests",
    "host_confirmations": "audit.row.host_confirmations",
    "annual_reports": "audit.row.annual_reports",
    "absences": "audit.row.absences",
    "notice_choices": "audit.row.notice_choices",
    "calendar_addresses": "audit.row.calendar_addresses",
    "proposals": "audit.row.proposals",
    "agendas": "audit.row.agendas",
    "agenda_versions": "audit.row.agenda_versions",
    "approval_rounds": "audit.row.approval_rounds",
    "responses": "audit.row.responses",
    "clearances": "audit.row.clearances",
    "agenda_copies": "audit.row.agenda_copies",
    "live_meetings": "audit.row.live_meetings",
    "supplements": "audit.row.supplements",
    "minutes": "audit.row.minutes",
    "minutes_remarks": "audit.row.minutes_remarks",
    "wordings": "audit.row.wordings",
    "follow_ups": "audit.row.follow_ups",
    "external_meetings": "audit.row.external_meetings",
    "external_answers": "audit.row.external_answers",
    "fund_entries": "audit.row.fund_entries",
    "fund_decisions": "audit.row.fund_decisions",
    "fund_councils": "audit.row.fund_councils",
    "appointments": "audit.row.appointments",
    "candidacies": "audit.row.candidacies",
    "working_groups": "audit.row.working_groups",
    "referrals": "audit.row.referrals",
    "case_numbers": "audit.row.case_numbers",
    "filings": "audit.row.filings",
    "attachment_contents": "audit.row.attachment_contents",
    "attachments": "audit.row.attachments",
    "attachment_numbers": "audit.row.attachment_numbers",
    "releases": "audit.row.releases",
    "publication_proofs": "audit.row.publication_proofs",
}
_DIFFERS = {
    "changed": "audit.differs.changed",
    "missing": "audit.differs.missing",
    "unknown": "audit.differs.unknown",
    "unlogged": "audit.differs.unlogged",
}


def broken(forum: str, nr: int, what: str) -> str:
    """An entry of the log is not what its chain says."""
    return say("audit.broken", forum=forum, nr=nr, hvad=what)


def differs(how: str, table: str, key: Sequence[str], forum: str, nr: int | None, day: date | None) -> str:
    """A row is not what the log says; `day` is the day of its meeting, where that is known."""
    parts = dict(zip(_PARTS[table], key, strict=True))
    if "moede" in parts and day is not None:
        parts["moede"] = say("audit.meeting_day", dato=medium_date(day))
    return say(_DIFFERS[how], hvad=say(_ROWS[table], **parts), forum=forum, nr=nr)
