"""From a button or a typed command to the attempt that it is: what its success says, and what it leaves behind."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.faults.cards import Json
from tests.faults.model import Attempt, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asks for what: `data` is the press's (empty for what is typed), `marker` the one word that is its own."""

    forum: str
    actor: str
    marker: str
    data: Json

    @property
    def meeting(self) -> str:
        """The meeting that a button names."""
        return str(self.data.get("meeting", ""))


Outcomes = dict[str, tuple[Key, ...]]

STRICT = frozenset(
    {
        "proposal.received",
        "proposal.elaborated",
        "agenda.item_edited",
        "agenda.item_moved",
        "agenda.item_removed",
        "agenda.circulated",
    }
)
"""Kinds whose keys name no more than a person: each acknowledgement is an entry of its own."""


def attempt(verb: str, asked: Asked) -> Attempt:
    """The attempt to do what the verb says."""
    logs, outcomes = _VERBS[verb]
    may_leave: tuple[Key, ...] = (("minutes.sent", asked.forum, asked.meeting),) if verb == "ApproveMinutes" else ()
    return Attempt(
        forum=asked.forum, actor=asked.actor, verb=verb, logs=logs, outcomes=outcomes(asked), may_leave=may_leave
    )


def is_write(verb: str) -> bool:
    """Whether the verb changes something."""
    return verb in _VERBS


def _marked(what: str, *words: str, table: str | None = None) -> Callable[[Asked], Outcomes]:
    """Of what carries the marker itself."""

    def outcomes(asked: Asked) -> Outcomes:
        keys: tuple[Key, ...] = (
            ((what, asked.marker),) if table is None else ((what, asked.marker), (table, asked.marker))
        )
        return dict.fromkeys(words, keys)

    return outcomes


def _personal(what: str, *words: str, table: str | None = None) -> Callable[[Asked], Outcomes]:
    """Of what the log tells by person alone."""

    def outcomes(asked: Asked) -> Outcomes:
        keys: tuple[Key, ...] = ((what, asked.forum, asked.actor),)
        return dict.fromkeys(words, keys if table is None else (*keys, (table, asked.marker)))

    return outcomes


def _about_proposal(what: str, words: str) -> Callable[[Asked], Outcomes]:
    return lambda asked: {words: ((what, asked.forum, int(asked.data["number"])),)}


def _revised(what: str, words: str) -> Callable[[Asked], Outcomes]:
    """Of a change to the draft: a button's makes just the revision after the one that it was drawn with."""

    def outcomes(asked: Asked) -> Outcomes:
        by_person: Key = (what, asked.forum, asked.actor)
        if "revision" not in asked.data:
            return {words: (by_person,)}
        return {words: (by_person, (f"{what}.revision", asked.forum, asked.meeting, int(asked.data["revision"]) + 1))}

    return outcomes


def _circulated(asked: Asked) -> Outcomes:
    entry: tuple[Key, ...] = (("agenda.circulated", asked.forum, asked.actor),)
    return {
        "er sendt til godkendelse hos": entry,
        "er sendt til bemærkninger hos": entry,
        "afløser den tidligere version": entry,
        "allerede sendt ud til svar": (),
    }


def _unapproved(asked: Asked) -> Outcomes:
    """Where the agenda has left meanwhile, it is shown instead."""
    return {"uden svar fra": (("agenda.send_unapproved", asked.forum),), "Dagsorden til mødet den": ()}


def _absent(asked: Asked) -> Outcomes:
    absent = tuple(sorted(str(asked.data["absent"]).split(",")))
    return {"Fraværet er gemt": (("minutes.absence", asked.forum, asked.meeting, absent),)}


def _minutes_left(asked: Asked) -> Outcomes:
    return {
        "Referatet er sendt til kanalen": (("minutes.sent", asked.forum, asked.meeting),),
        "Referatet er sendt til godkendelse": (("minutes.put_forward", asked.forum, asked.meeting),),
    }


def _minutes_approved(asked: Asked) -> Outcomes:
    return {"er registreret": (("minutes.approved_by", asked.forum, asked.meeting, asked.actor),)}


def _tied(asked: Asked) -> Outcomes:
    return {"Jeg hjælper Politisk Klynge": (("forum.tied", asked.forum),)}


_ANSWERED = (
    "Du har godkendt dagsordenen",
    "Du har sendt dagsordenen retur",
    "Din indsigelse er registreret",
    "Dine bemærkninger til version",
    "Det er noteret, at du ingen",
)
_VERBS: dict[str, tuple[tuple[str, ...], Callable[[Asked], Outcomes]]] = {
    "Propose": (("proposal.received",), _personal("proposal.received", "er modtaget som nr.", table="proposals")),
    "Accept": (("proposal.accepted",), _about_proposal("proposal.accepted", "er optaget som punkt")),
    "AskForMore": (("proposal.asked",), _marked("proposal.asked", "Spørgsmålet er sendt til")),
    "Elaborate": (
        ("proposal.elaborated",),
        _personal("proposal.elaborated", "Uddybningen er sendt til", table="elaborations"),
    ),
    "Postpone": (("proposal.postponed",), _marked("proposal.postponed", "er udskudt til")),
    "Decline": (("proposal.declined",), _marked("proposal.declined", "er ikke sat på dagsordenen. Begrundelse")),
    "Withdraw": (("proposal.withdrawn",), _about_proposal("proposal.withdrawn", "er trukket tilbage")),
    "AddItem": (("agenda.item_added",), _marked("agenda.item_added", "er tilføjet som punkt")),
    "EditItem": (("agenda.item_edited",), _revised("agenda.item_edited", "er gemt.")),
    "MoveItem": (("agenda.item_moved",), _revised("agenda.item_moved", "er flyttet til plads")),
    "RemoveItem": (
        ("agenda.item_removed", "proposal.undecided"),
        _personal("agenda.item_removed", "er fjernet fra dagsordenen"),
    ),
    "Circulate": (("agenda.circulated",), _circulated),
    "Respond": (("agenda.answered",), _marked("agenda.answered", *_ANSWERED, table="responses")),
    "SendUnapproved": (("agenda.send_unapproved", "agenda.sent"), _unapproved),
    "RecordResolution": (("minutes.resolved",), _marked("minutes.resolved", "er gemt.")),
    "RecordAbsence": (("minutes.absence",), _absent),
    "SendMinutes": (("minutes.sent", "minutes.put_forward", "minutes.approved"), _minutes_left),
    "ApproveMinutes": (("minutes.approved_by", "minutes.sent", "minutes.approved"), _minutes_approved),
    "RemarkOnMinutes": (
        ("minutes.remarked",),
        _marked("minutes.remarked", "Din bemærkning er sendt til sekretariatet", table="minutes_remarks"),
    ),
    "AddToMinutes": (
        ("minutes.added",),
        _marked("minutes.added", "Tilføjelsen er sendt til kanalen", table="minutes_remarks"),
    ),
    "TieChannel": (("forum.tied",), _tied),
}
"""Of each verb that changes something: what it may log, and what its success says."""
