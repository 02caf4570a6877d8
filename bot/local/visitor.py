"""What people do in Teams, sent to the bot's own address as Teams would send it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientError, ClientSession

from bot.local.activities import Envelope, click, installation, message, submit, with_files
from bot.local.board import CARD, Board, Message
from bot.local.directory import PERSONAL, Account, Directory, Json
from bot.local.filling import Value, filled, find
from cards.html.walk import Button

CARD_ANSWER = CARD
TEXT_ANSWER = "application/vnd.microsoft.activity.message"


class BotFailed(Exception):  # noqa: N818 - it says what happened
    """The bot answered with an error or (status None) not at all."""

    def __init__(self, status: int | None, body: str) -> None:
        super().__init__(f"{status}: {body[:500]}")
        self.status = status


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back in the round trip of a click; `card` and `text` are None where there was none."""

    status: int
    card: Json | None = None
    text: str | None = None


class Visitor:
    """Acts as any of the people; set `service_url` and `bot_url`, and open `session`, before anything is sent."""

    def __init__(self, directory: Directory, board: Board) -> None:
        self._directory = directory
        self._board = board
        self.service_url = ""
        self.bot_url = ""
        self.session: ClientSession | None = None

    async def says(
        self,
        person: Account,
        text: str,
        where: str | None = None,
        *,
        under: Message | None = None,
        mention: bool = True,
        activity: str | None = None,
        files: Mapping[str, str] | None = None,
    ) -> Message:
        """Write in a channel (the first where none is named) or, with `PERSONAL`, to the bot; the message as posted.

        `files` go with it, each by its name with the address that opens it.
        """
        place = where or (self._where(under) if under else self._directory.channels[0].id)
        self._check_place(person, place)
        envelope = self._envelope(person, place, activity, under)
        is_mentioned = mention and place != PERSONAL
        sent = with_files(message(envelope, text, mentions_bot=is_mentioned), files or {})
        posted = self._board.message(envelope.ident) or self._board.post(
            envelope.conversation, sent, thread=under.thread if under else None, author=person, ident=envelope.ident
        )
        if place == PERSONAL or is_mentioned:
            await self.sends(sent)
        return posted

    async def clicks(
        self,
        person: Account,
        message: Message,
        title: str,
        inputs: Mapping[str, Value] | None = None,
        *,
        card: Json | None = None,
        activity: str | None = None,
    ) -> Answer:
        """Press the button with that title on the given card or on what the person sees; ValueError without one."""
        seen = [card] if card else self._seen(person, message)
        button = next((found for each in seen if (found := find(each, title))), None)
        if button is None:
            raise ValueError(f"no button »{title}« on the card")
        return await self.presses(person, message, button, filled(button, inputs or {}), activity=activity)

    async def presses(
        self, person: Account, message: Message, button: Button, data: Json, *, activity: str | None = None
    ) -> Answer:
        """Send a press with this data, whatever it is, and show the person the answer."""
        envelope = self._envelope(person, self._where(message), activity, message)
        if button.action.get("type") == "Action.Submit":
            status, _ = await self.sends(submit(envelope, message.id, data))
            return Answer(status)
        status, body = await self.sends(click(envelope, message.id, button.action, data))
        answer = _answer(status, body)
        if answer.card:  # words alone leave the card as it is
            self._board.show(message, person, answer.card)
        return answer

    async def adds_bot(self, person: Account, where: str | None = None) -> None:
        """Add the bot to a channel or, with `PERSONAL`, to the person's own chat."""
        place = where or self._directory.channels[0].id
        self._check_place(person, place)
        for each in installation(self._envelope(person, place, None, None)):
            await self.sends({**each, "id": self._board.next_id()})

    async def sends(self, activity: Json) -> tuple[int, Any]:
        """Post an activity as it stands: the status and the JSON of the bot's answer; BotFailed from 400 on."""
        if self.session is None:
            raise RuntimeError("the stand-in has not started")
        try:
            async with self.session.post(self.bot_url, json=activity) as response:
                body = await response.text()
                if response.status >= 400:
                    raise BotFailed(response.status, body)
                return response.status, await response.json(content_type=None) if body else None
        except (ClientError, TimeoutError) as failure:
            raise BotFailed(None, repr(failure)) from failure

    def _envelope(self, person: Account, where: str, activity: str | None, under: Message | None) -> Envelope:
        return Envelope(
            directory=self._directory,
            service_url=self.service_url,
            person=person,
            where=where,
            ident=activity or self._board.next_id(),
            at=self._board.now(),
            thread=under.thread if under else None,
        )

    def _where(self, message: Message) -> str:
        return message.conversation if self._directory.channel(message.conversation) else PERSONAL

    def _check_place(self, person: Account, where: str) -> None:
        if where == PERSONAL and not self._directory.can_chat(person):
            raise ValueError(f"{person.name} is in another tenant and has no chat with the bot")
        if where != PERSONAL and self._directory.channel(where) is None:
            raise ValueError(f"no channel {where}")

    def _seen(self, person: Account, message: Message) -> list[Json]:
        view = self._board.view(message, person)
        current = self._board.message(message.id) or message
        return [card for card in (view.card if view else None, current.card) if card]


def _answer(status: int, body: Any) -> Answer:
    if not isinstance(body, dict):
        return Answer(status)
    value = body.get("value")
    if body.get("type") == CARD_ANSWER and isinstance(value, dict):
        return Answer(status, card=value)
    if body.get("type") == TEXT_ANSWER:
        return Answer(status, text=str(value))
    return Answer(int(body.get("statusCode") or status))
