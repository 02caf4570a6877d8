"""Steps that many journeys begin with."""

from collections.abc import Mapping

from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.filling import Value
from tests.harness.teams import Teams

SECRETARIAT = "sekretariat-kommuner"
COORDINATOR = "koordinator-hjoerring"
CHAIRS = ("formand-kommunal", "formand-regional")

VISITS: dict[str, Value] = {
    "Overskrift": "Fælles model for opfølgende hjemmebesøg",
    "Resumé": "Kommunerne afprøver en fælles model i ni måneder.",
    "Forslag til indstilling": "Det indstilles, at modellen afprøves.",
}


POST = "Mødet den 16. marts 2027"
"""What stands at the head of March's meeting's post in the channel."""


async def propose(nord: Stage, person: str = COORDINATOR, fields: Mapping[str, Value] | None = None) -> Message:
    """Somebody proposes in the channel; the meeting's post, on which it then stands."""
    typed = VISITS | dict(fields or {})
    form = await nord.says(person, "foreslå")
    await nord.clicks(person, form, "Send forslag", typed)
    title = "Lukket punkt" if typed.get("Punktet bør være lukket") else str(typed["Overskrift"])
    return await nord.sees("Mødet den", "Nyt forslag til dagsordenen", title)


async def accept(nord: Stage, number: int) -> None:
    """The secretariat puts a proposal on the draft."""
    reply = await nord.says(SECRETARIAT, f"optag {number}")
    assert "Optaget" in words(reply) or "optaget" in words(reply), words(reply)


async def circulate(nord: Stage) -> Message:
    """The secretariat asks for approval; the request in the channel."""
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    return await nord.sees("Godkendelse af dagsorden", "har svaret")


async def approve(nord: Stage, request: Message, *people: str) -> None:
    """These people approve (both chairs where nobody is named)."""
    for person in people or CHAIRS:
        await nord.clicks(person, request, "Godkend")


async def cleared(nord: Stage) -> None:
    """The region, which is the only organisation that clears the agenda itself, has done so."""
    await nord.says("koordinator-region", "afklaret")


async def circulated(nord: Stage) -> None:
    """On 2 March the agenda with one item was sent for approval."""
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    await circulate(nord)


async def agenda_sent(nord: Stage, fields: Mapping[str, Value] | None = None) -> None:
    """On 9 March the agenda with one item was sent."""
    await propose(nord, fields=fields)
    await accept(nord, 1)
    await approve(nord, await circulate(nord))
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den")


def teams_of(nord: Stage) -> Teams:
    """The tests' own Teams on that stage, which remembers what reached it and fails as it is told."""
    assert isinstance(nord.teams, Teams)
    return nord.teams


def in_channel(nord: Stage, *parts: str) -> list[Message]:
    """What the bot wrote in the channel that says all this."""
    posted = [each for each in nord.teams.board.messages(nord.channel.id) if each.author is None]
    return [each for each in posted if all(part in words(each) for part in parts)]


def posts(nord: Stage, *parts: str) -> list[Message]:
    """What the bot wrote in the channel as a post of its own that says all this."""
    return [each for each in in_channel(nord, *parts) if each.thread == each.id]


async def until_unsaid(nord: Stage, name: str, said: str) -> Message:
    """The post of that name, once it no longer says that."""
    await nord.service.delivery.deliver_due()
    return await nord.teams.board.wait_for(lambda each: each in posts(nord, name) and said not in words(each))


def replies(nord: Stage, post: Message) -> list[Message]:
    """What the bot wrote under that post, in order."""
    return [each for each in in_channel(nord) if each.thread == post.id and each.id != post.id]


async def told(nord: Stage, person: str, *parts: str) -> Message:
    """What the bot writes to that person alone that says all this."""
    chat = nord.teams.directory.personal(nord.account(person))
    return await nord.teams.board.wait_for(
        lambda each: each.conversation == chat and each.author is None and all(part in words(each) for part in parts)
    )


def in_chat(nord: Stage, person: str) -> list[Message]:
    """What the bot wrote to that person alone."""
    chat = nord.teams.directory.personal(nord.account(person))
    return [each for each in nord.teams.board.messages(chat) if each.author is None]
