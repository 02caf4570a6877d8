"""Minutes: written, sent, approved, remarked on and added to."""

from functools import cache

from tests.faults.asking import Asked, Outcomes, Verb, marked
from tests.faults.forums import APPROVERS, MEMBERS, SECRETARIAT
from tests.faults.model import Key
from tests.faults.people import Visit, Weighted
from tests.harness.klynge_nord import klynge_nord

STRICT: frozenset[str] = frozenset()
_STOOD = (("laesoe", "Læsø imod", "against"), ("region-nordjylland", "regionen forbehold", "reservation"))


async def minute(go: Visit) -> None:
    """The secretariat writes minutes: by typing, or on the card that lists the items."""
    person = go.chance.choice(SECRETARIAT)
    first = go.chance.randint(1, 6)
    for place in range(first, first + go.chance.randint(1, 4)):
        marker = go.marker()
        await go.says(person, f"beslutning {place}: {marker}", go.attempt("RecordResolution", person, marker))
    if go.chance.random() < 0.3:
        organisation, said, stance = go.chance.choice(_STOOD)
        data = {"organisation": organisation, "stance": stance}
        await go.says(person, f"punkt {first}: {said}", go.attempt("RecordPositions", person, data=data))


async def dissent(go: Visit) -> None:
    """A member wants another opinion recorded."""
    person, marker, place = go.chance.choice(MEMBERS), go.marker(), go.chance.randint(1, 6)
    said = f"afvigende mening til {place}: {marker}"
    await go.says(person, said, go.attempt("RecordDissent", person, marker))


async def finish_minutes(go: Visit) -> None:
    """The secretariat fills in what lacks on the card, says who was there, and sends the minutes from their preview."""
    person = go.chance.choice(SECRETARIAT)
    seen = await go.says(person, "referat", in_chat="OpenResolution")
    lacking = [each for each in seen.buttons if each.verb == "OpenResolution"] if seen else []
    for opening in lacking[: go.chance.choice((2, 4, 20))]:
        form = await go.clicks(person, opening, {}, is_personal=True)
        saving = form and form.button("RecordResolution")
        if saving:
            seen = await go.presses(person, saving, is_personal=True) or seen
    for leading, verb in (("OpenAttendance", "RecordAttendance"), ("ShowMinutesPreview", "SendMinutes")):
        opened = seen and seen.button(leading)
        if opened and go.chance.random() < 0.6:
            form = await go.clicks(person, opened, {}, is_personal=True)
            button = form and form.button(verb)
            seen = (button and await go.presses(person, button, is_personal=True)) or seen


async def type_presence(go: Visit) -> None:
    """The secretariat types who was there, who came late and who left early."""
    person, times = go.chance.choice(SECRETARIAT), sorted(go.chance.sample(range(35, 55), 2))
    there = go.chance.sample(MEMBERS, 3)
    said = f"til stede: {'; '.join(_name(each) for each in there)}"
    await go.says(person, said, go.attempt("RecordPresence", person, data={"there": there}))
    for verb, word, minute in zip(("RecordArrival", "RecordDeparture"), ("kom", "gik"), times, strict=True):
        if go.chance.random() < 0.5:
            who = go.chance.choice(there)
            said = f"{word}: {_name(who)} 17.{minute}"
            await go.says(person, said, go.attempt(verb, person, data={"there": [who]}))


@cache
def _name(person: str) -> str:
    return klynge_nord().person(person).name


async def approve_minutes(go: Visit) -> None:
    """An approver's yes to minutes that are put forward, now and then taken back."""
    person, found = go.chance.choice(APPROVERS), go.pick("ApproveMinutes")
    answer = found and await go.presses(person, found[1])
    back = answer and answer.button("TakeBackMinutesApproval")
    if back and go.chance.random() < 0.2:
        await go.presses(person, back)


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


def _attended(asked: Asked) -> Outcomes:
    present = tuple(sorted(str(asked.data["present"]).split(",")))
    return {"Fremmødet er gemt": (("minutes.attendance", asked.forum, asked.meeting, present),)}


def _stood(asked: Asked) -> Outcomes:
    """The organisation stands so in what was resolved, and again each time that is resolved anew."""
    return {"er gemt.": (("minutes.position", asked.forum, asked.data["organisation"], asked.data["stance"]),)}


def _was_there(asked: Asked) -> Outcomes:
    """Whoever is spoken of stands among those who were there."""
    return {"Fremmødet er gemt": tuple(("minutes.present", asked.forum, each) for each in asked.data["there"])}


def _taken_back(asked: Asked) -> Outcomes:
    """A change by the secretariat may have taken it back before, and then nothing is left to store."""
    return {"er trukket tilbage": ()}


def _minutes_left(asked: Asked) -> Outcomes:
    return {
        "Referatet er sendt til kanalen": (("minutes.sent", asked.forum, asked.meeting),),
        "Referatet er sendt til godkendelse": (("minutes.put_forward", asked.forum, asked.meeting),),
    }


def _minutes_approved(asked: Asked) -> Outcomes:
    """A yes takes along the remark that stands in the field."""
    remark = (("minutes.remarked", asked.marker), ("minutes_remarks", asked.marker))
    return {"er registreret": (("minutes.approved_by", asked.forum, asked.meeting, asked.actor), *remark)}


def _sent(asked: Asked) -> tuple[Key, ...]:
    return (("minutes.sent", asked.forum, asked.meeting),)


VERBS: dict[str, Verb] = {
    "RecordResolution": Verb(("minutes.resolved",), marked("minutes.resolved", "er gemt.")),
    "RecordPositions": Verb(("minutes.resolved",), _stood),
    "RecordDissent": Verb(("minutes.dissented",), marked("minutes.dissented", "Din afvigende mening til punkt")),
    "RecordAttendance": Verb(("minutes.attendance",), _attended),
    **{
        verb: Verb(("minutes.attendance",), _was_there)
        for verb in ("RecordPresence", "RecordArrival", "RecordDeparture")
    },
    "SendMinutes": Verb(("minutes.sent", "minutes.put_forward", "minutes.approved"), _minutes_left),
    "ApproveMinutes": Verb(
        ("minutes.approved_by", "minutes.remarked", "minutes.sent", "minutes.approved"),
        _minutes_approved,
        may_leave=_sent,
    ),
    "TakeBackMinutesApproval": Verb(("minutes.approval_taken_back",), _taken_back),
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
    (dissent, (0.3, 0.1, 0, 0, 0, 0.5)),
    (finish_minutes, (2, 0.5, 0, 0, 0, 2)),
    (type_presence, (1, 0.3, 0, 0, 0, 1)),
    (approve_minutes, (2, 1, 0, 0, 0, 3)),
    (remark, (2, 1, 0, 0, 0, 2)),
    (add, (1, 0.3, 0, 0, 0, 0.6)),
)
