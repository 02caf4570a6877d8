"""Proposing, and what the secretariat makes of it."""

from collections.abc import Callable
from itertools import pairwise

from tests.faults.asking import Asked, Outcomes, Verb, about_proposal, either, marked, personal
from tests.faults.forums import APPROVERS, PROPOSERS, SECRETARIAT
from tests.faults.people import Visit, Weighted

_CLOSED = "»Lukket punkt«"  # all that the channel is told of what it is about, and then how it stands
_TEXT = "Kommunerne og regionen afprøver en fælles model i ni måneder."
STRICT = frozenset(
    f"proposal.{what}"
    for what in (
        *("received", "elaborated", "revised", "suggested", "change_taken", "change_left"),
        *("kept", "deferred"),
    )
)


async def propose(go: Visit) -> None:
    """Ask for the form and send it; some press the button twice."""
    person = go.chance.choice(PROPOSERS)
    is_personal = go.chance.random() < 0.3
    form = await go.says(person, "foreslå", in_chat="Propose" if is_personal else None)
    button = form and form.button("Propose")
    if not button:
        return
    marker = go.marker()
    typed = {"title": marker, "summary": _TEXT, "recommendation": marker}
    go.board.proposers[marker] = person
    asked = go.attempt("Propose", person, marker)
    for _ in range(1 + (go.chance.random() < 0.1)):
        await go.clicks(person, button, typed, asked, is_personal=is_personal)


async def treat(go: Visit) -> None:
    """Open a proposal in the channel and decide on it."""
    found = go.pick("OpenTriage")
    if found is None:
        return None
    proposer = _proposer(go, found[0].words, found[1].data["number"])
    person = proposer if proposer and go.chance.random() < 0.25 else go.chance.choice(SECRETARIAT)
    if go.chance.random() < 0.35:
        return await _treat_by_typing(go, person, found[1].data["number"])
    seen = await go.clicks(person, found[1], {})
    choices = [each for each in seen.buttons if go.is_write(each.verb)] if seen else []
    if choices:
        accepting = [each for each in choices if each.verb == "Accept"] * 2
        await go.presses(person, go.chance.choice([*choices, *accepting]))
    return None


async def revise(go: Visit) -> None:
    """Its proposer or the secretariat changes what a proposal says; of one that is treated, that is suggested."""
    found = go.pick("OpenTriage")
    if found is None:
        return
    number = found[1].data["number"]
    person = _proposer(go, found[0].words, number) or go.chance.choice(SECRETARIAT)
    form = await go.says(person, f"ret forslag {number}")
    saving = [each for each in form.buttons if each.verb == "Revise" and not each.data.get("then")] if form else []
    if saving:
        marker = go.marker()
        asked = go.attempt("Revise", person, marker, saving[0].data)
        await go.clicks(person, saving[0], {"summary": marker, "words": marker}, asked)


async def lead(go: Visit) -> None:
    """Whoever leads the meeting answers whether what is set by right may wait."""
    found = go.pick("OpenTriage")
    if found is not None:
        number, person = found[1].data["number"], go.chance.choice(APPROVERS)
        verb, said = go.chance.choice((("Keep", "skal på"), ("Defer", "kan udskydes")))
        await go.says(person, f"forslag {number} {said}", go.attempt(verb, person, data={"number": number}))


def _proposer(go: Visit, words: list[str], number: int) -> str | None:
    """Who proposed it, by the title before its number; on a card about one proposal there is but one title."""
    titles = [title for title, about in pairwise(words) if about.startswith(f"Forslag nr. {number}/")] or words
    return next((go.board.proposers[each] for each in titles if each in go.board.proposers), None)


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
            ("TakeChange", f"indarbejd {number}"),
            ("LeaveChange", f"indarbejd ikke {number}"),
        )
    )
    await go.says(person, text, go.attempt(verb, person, marker, {"number": number}))


def _or_asking(done: Callable[[Asked], Outcomes]) -> Callable[[Asked], Outcomes]:
    """What is set by right waits for the meeting leader, who is asked."""
    return either(done, marked("proposal.leader_asked", "er spurgt, om forslaget kan udskydes"))


VERBS: dict[str, Verb] = {
    "Propose": Verb(("proposal.received",), personal("proposal.received", "er modtaget som nr.", table="proposals")),
    "Accept": Verb(
        ("proposal.accepted",),
        about_proposal("proposal.accepted", "er optaget som punkt", f"{_CLOSED}: Optaget på dagsordenen"),
    ),
    "AskForMore": Verb(
        ("proposal.asked",), marked("proposal.asked", "Spørgsmålet er sendt til", f"{_CLOSED}: Afventer uddybning")
    ),
    "Elaborate": Verb(
        ("proposal.elaborated",),
        personal("proposal.elaborated", "Uddybningen er sendt til", table="elaborations"),
    ),
    "Postpone": Verb(
        ("proposal.postponed", "proposal.leader_asked"),
        _or_asking(marked("proposal.postponed", "er udskudt til", f"{_CLOSED}: Udskudt")),
    ),
    "Decline": Verb(
        ("proposal.declined", "proposal.leader_asked"),
        _or_asking(
            marked(
                "proposal.declined",
                "er ikke sat på dagsordenen. Begrundelse",
                f"{_CLOSED}: Ikke sat på dagsordenen",
            )
        ),
    ),
    "Revise": Verb(
        ("proposal.revised", "proposal.suggested"),
        either(
            personal("proposal.revised", "Forslaget er rettet."),
            personal("proposal.revised", "Uddybningen er sendt til", table="elaborations"),
            personal("proposal.suggested", "Ændringen er sendt til sekretariatet"),
        ),
    ),
    "TakeChange": Verb(("proposal.change_taken",), personal("proposal.change_taken", "Ændringen er indarbejdet.")),
    "LeaveChange": Verb(("proposal.change_left",), personal("proposal.change_left", "Ændringen er ikke indarbejdet.")),
    "Keep": Verb(("proposal.kept",), personal("proposal.kept", "skal på dagsordenen, og sekretariatet")),
    "Defer": Verb(("proposal.deferred",), personal("proposal.deferred", "udskydes, og sekretariatet")),
    "Withdraw": Verb(("proposal.withdrawn",), about_proposal("proposal.withdrawn", "er trukket tilbage")),
}
JOURNEYS: tuple[Weighted, ...] = (
    (propose, (5, 3, 1, 1, 1, 2)),
    (treat, (6, 6, 3, 1, 1, 1)),
    (revise, (1, 1, 0.5, 0.2, 0.2, 0.2)),
    (lead, (0.5, 0.5, 0.2, 0, 0, 0)),
)
