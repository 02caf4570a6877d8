"""What people do: each journey is a few steps that one of them takes, by what stands on the cards or by typing."""

from collections.abc import Awaitable, Callable

from tests.faults.asking import is_write
from tests.faults.cards import Button, Json, Seen
from tests.faults.forums import APPROVERS, MEMBERS, PROPOSERS, SECRETARIAT
from tests.faults.people import Visit

Journey = Callable[[Visit], Awaitable[None]]

_LOOKS = ("hjælp", "møder", "frister", "dagsorden", "godkendelser", "mine forslag", "referat")
_TEXT = "Kommunerne og regionen afprøver en fælles model i ni måneder."


async def propose(go: Visit) -> None:
    """Ask for the form and send it; some press the button twice."""
    person = go.chance.choice(PROPOSERS)
    is_personal = go.chance.random() < 0.3
    form = await go.says(person, "foreslå", in_chat="Propose" if is_personal else None)
    button = form and form.button("Propose")
    if not button:
        return
    marker = go.marker()
    typed = {"title": marker, "summary": _TEXT, "recommendation": "Det indstilles, at modellen afprøves."}
    go.board.proposers[marker] = person
    asked = go.attempt("Propose", person, marker)
    for _ in range(1 + (go.chance.random() < 0.1)):
        await go.clicks(person, button, typed, asked, is_personal=is_personal)


async def treat(go: Visit) -> None:
    """Open a proposal in the channel and decide on it."""
    found = go.pick("OpenTriage")
    if found is None:
        return None
    proposer = next((go.board.proposers[each] for each in found[0].words if each in go.board.proposers), None)
    person = proposer if proposer and go.chance.random() < 0.25 else go.chance.choice(SECRETARIAT)
    if go.chance.random() < 0.35:
        return await _treat_by_typing(go, person, found[1].data["number"])
    seen = await go.clicks(person, found[1], {})
    choices = [each for each in seen.buttons if is_write(each.verb)] if seen else []
    if choices:
        accepting = [each for each in choices if each.verb == "Accept"] * 2
        await press(go, person, go.chance.choice([*choices, *accepting]))
    return None


async def _treat_by_typing(go: Visit, person: str, number: int) -> None:
    marker = go.marker()
    verb, text = go.chance.choice(
        (
            ("Accept", f"optag {number}"),
            ("Accept", f"optag {number}"),
            ("AskForMore", f"bed om uddybning {number}: {marker}"),
            ("Elaborate", f"uddyb {number}: {marker}"),
            ("Postpone", f"udskyd {number}: {marker}"),
            ("Decline", f"sæt ikke på {number}: {marker}"),
            ("Withdraw", f"træk {number} tilbage"),
        )
    )
    await go.says(person, text, go.attempt(verb, person, marker, {"number": number}))


async def draft(go: Visit) -> None:
    """The secretariat works on the agenda's draft, card upon card."""
    person = go.chance.choice(SECRETARIAT)
    if go.chance.random() < 0.3:
        return await _draft_by_typing(go, person)
    seen = await go.says(person, "ret dagsorden")
    for _ in range(go.chance.randint(1, 3)):
        verb = go.chance.choice(("AddItem", "OpenItem", "OpenItem", "OpenItem", "EditItem", "MoveItem", "RemoveItem"))
        buttons = [each for each in seen.buttons if each.verb == verb] if seen else []
        if buttons:
            seen = await press(go, person, go.chance.choice(buttons))
    return None


async def _draft_by_typing(go: Visit, person: str) -> None:
    marker, place = go.marker(), go.chance.randint(2, 8)
    verb, text = go.chance.choice(
        (
            ("AddItem", f"tilføj punkt: {marker}"),
            ("EditItem", f"punkt {place} titel: {marker}"),
            ("MoveItem", f"flyt punkt {place} til {place + 1}"),
            ("RemoveItem", f"fjern punkt {place}"),
        )
    )
    await go.says(person, text, go.attempt(verb, person, marker))


async def circulate(go: Visit) -> None:
    """The secretariat asks for approval."""
    person = go.chance.choice(SECRETARIAT)
    if go.chance.random() < 0.5:
        await go.says(person, "send dagsorden til godkendelse", go.attempt("Circulate", person))
        return
    seen = await go.says(person, "dagsorden")
    button = seen and seen.button("Circulate")
    if button:
        await press(go, person, button)


async def answer(go: Visit) -> None:
    """An approver answers the request, most of them with yes."""
    person = go.chance.choice(APPROVERS)
    if go.chance.random() < 0.3:
        marker = go.marker()
        ways = ("send bemærkninger",) if go.place.is_consulting else ("godkend med bemærkninger", "send retur")
        await go.says(person, f"{go.chance.choice(ways)}: {marker}", go.attempt("Respond", person, marker))
        return
    is_yes = go.chance.random() < 0.8
    found = go.pick("Respond", lambda each: not is_yes or each.data["verdict"] in ("approved", "no_remarks", "remarks"))
    if found:
        await press(go, person, found[1])


async def send_unapproved(go: Visit) -> None:
    """The secretariat sends what not everybody has answered."""
    person, found = go.chance.choice(SECRETARIAT), go.pick("SendUnapproved")
    if found is None:
        await go.says(person, "send uden godkendelse", go.attempt("SendUnapproved", person))
    else:
        await press(go, person, found[1])


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
            seen = await press(go, person, saving, is_personal=True) or seen
    for verb in ("RecordAbsence", "SendMinutes"):
        button = seen and seen.button(verb)
        if button and go.chance.random() < 0.6:
            seen = await press(go, person, button, is_personal=True) or seen


async def approve_minutes(go: Visit) -> None:
    """An approver's yes to minutes that are put forward."""
    person, found = go.chance.choice(APPROVERS), go.pick("ApproveMinutes")
    if found is not None:
        await press(go, person, found[1])


async def remark(go: Visit) -> None:
    """A member has something to say about the minutes."""
    person, marker, found = go.chance.choice(MEMBERS), go.marker(), go.pick("RemarkOnMinutes")
    if found is not None and go.chance.random() < 0.6:
        await press(go, person, found[1])
    else:
        text = f"bemærkning til referat: {marker}"
        await go.says(person, text, go.attempt("RemarkOnMinutes", person, marker))


async def add(go: Visit) -> None:
    """The secretariat corrects minutes that were sent."""
    person, marker = go.chance.choice(SECRETARIAT), go.marker()
    await go.says(person, f"tilføj til referat: {marker}", go.attempt("AddToMinutes", person, marker))


async def look(go: Visit) -> None:
    """Somebody only looks."""
    await go.says(go.chance.choice(MEMBERS), go.chance.choice(_LOOKS))


async def tie(go: Visit) -> None:
    """The secretariat ties the channel, first of all or anew."""
    person = go.chance.choice(SECRETARIAT)
    await go.says(person, f"tilknyt {go.place.id}", go.attempt("TieChannel", person))


async def press(go: Visit, person: str, button: Button, *, is_personal: bool = False) -> Seen | None:
    """Press a button and fill in its card; where it changes something, that is noted down first."""
    if not is_write(button.verb):
        return await go.clicks(person, button, {}, is_personal=is_personal)
    marker = go.marker()
    typed: Json = {"words": marker, "title": marker}
    if button.verb == "RecordAbsence":
        typed["absent"] = ",".join(go.chance.sample(MEMBERS, 3))
    asked = go.attempt(button.verb, person, marker, button.data | typed)
    return await go.clicks(person, button, typed, asked, is_personal=is_personal)


JOURNEYS: tuple[tuple[Journey, tuple[float, ...]], ...] = (
    (propose, (5, 3, 1, 1, 1, 2)),
    (treat, (6, 6, 3, 1, 1, 1)),
    (draft, (2, 3, 2, 1, 0, 0)),
    (circulate, (0.2, 1.5, 2, 1, 0, 0)),
    (answer, (0, 3, 6, 4, 1, 0)),
    (send_unapproved, (0, 0, 0.3, 1, 1, 0)),
    (minute, (2, 0.5, 0, 0, 0, 5)),
    (finish_minutes, (2, 0.5, 0, 0, 0, 2)),
    (approve_minutes, (2, 1, 0, 0, 0, 3)),
    (remark, (2, 1, 0, 0, 0, 2)),
    (add, (1, 0.3, 0, 0, 0, 0.6)),
    (look, (1, 1, 1, 1, 1, 1)),
    (tie, (0.1, 0.1, 0.1, 0.1, 0.1, 0.1)),
)
"""Each with how often it is begun, by how far the meeting's cycle has come."""
