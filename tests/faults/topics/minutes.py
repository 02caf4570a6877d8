"""Minutes: written, sent, approved, remarked on and added to."""

from tests.faults.asking import Asked, Outcomes, Verb, marked
from tests.faults.forums import APPROVERS, MEMBERS, SECRETARIAT
from tests.faults.model import Key
from tests.faults.people import Visit, Weighted

STRICT: frozenset[str] = frozenset()


async def minute(go: Visit) -> None:
    """The secretariat writes minutes: by typing, or on the card that lists the items."""
    person = go.chance.choice(SECRETARIAT)
    first = go.chance.randint(1, 6)
    for place in range(first, first + go.chance.randint(1, 4)):
        marker = go.marker()
        await go.says(person, f"beslutning {place}: {marker}", go.attempt("RecordResolution", person, marker))


async def finish_minutes(go: Visit) -> None:
    """The secretariat fills in what lacks on the card, says who was absent, and sends the minutes."""
    person = go.chance.choice(SECRETARIAT)
    seen = await go.says(person, "referat", in_chat="OpenResolution")
    lacking = [each for each in seen.buttons if each.verb == "OpenResolution"] if seen else []
    for opening in lacking[: go.chance.choice((2, 4, 20))]:
        form = await go.clicks(person, opening, {}, is_personal=True)
        saving = form and form.button("RecordResolution")
        if saving:
            seen = await go.presses(person, saving, is_personal=True) or seen
    for verb in ("RecordAbsence", "SendMinutes"):
        button = seen and seen.button(verb)
        if button and go.chance.random() < 0.6:
            seen = await go.presses(person, button, is_personal=True) or seen


async def approve_minutes(go: Visit) -> None:
    """An approver's yes to minutes that are put forward."""
    person, found = go.chance.choice(APPROVERS), go.pick("ApproveMinutes")
    if found is not None:
        await go.presses(person, found[1])


async def remark(go: Visit) -> None:
    """A member has something to say about the minutes."""
    person, marker, found = go.chance.choice(MEMBERS), go.marker(), go.pick("RemarkOnMinutes")
    if found is not None and go.chance.random() < 0.6:
        await go.presses(person, found[1])
    else:
        text = f"bemærkning til referat: {marker}"
        await go.says(person, text, go.attempt("RemarkOnMinutes", person, marker))


async def add(go: Visit) -> None:
    """The secretariat corrects minutes that were sent."""
    person, marker = go.chance.choice(SECRETARIAT), go.marker()
    await go.says(person, f"tilføj til referat: {marker}", go.attempt("AddToMinutes", person, marker))


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


def _sent(asked: Asked) -> tuple[Key, ...]:
    return (("minutes.sent", asked.forum, asked.meeting),)


VERBS: dict[str, Verb] = {
    "RecordResolution": Verb(("minutes.resolved",), marked("minutes.resolved", "er gemt.")),
    "RecordAbsence": Verb(("minutes.absence",), _absent),
    "SendMinutes": Verb(("minutes.sent", "minutes.put_forward", "minutes.approved"), _minutes_left),
    "ApproveMinutes": Verb(
        ("minutes.approved_by", "minutes.sent", "minutes.approved"), _minutes_approved, may_leave=_sent
    ),
    "RemarkOnMinutes": Verb(
        ("minutes.remarked",),
        marked("minutes.remarked", "Din bemærkning er sendt til sekretariatet", table="minutes_remarks"),
    ),
    "AddToMinutes": Verb(
        ("minutes.added",),
        marked("minutes.added", "Tilføjelsen er sendt til kanalen", table="minutes_remarks"),
    ),
}
JOURNEYS: tuple[Weighted, ...] = (
    (minute, (2, 0.5, 0, 0, 0, 5)),
    (finish_minutes, (2, 0.5, 0, 0, 0, 2)),
    (approve_minutes, (2, 1, 0, 0, 0, 3)),
    (remark, (2, 1, 0, 0, 0, 2)),
    (add, (1, 0.3, 0, 0, 0, 0.6)),
)
