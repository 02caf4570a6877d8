"""A tiny bot, written against the protocol alone: it tests the stand-in without the bot that the stand-in is for."""

import json
from typing import Any

from aiohttp import ClientSession, web

from bot.local.board import CARD
from bot.local.visitor import TEXT_ANSWER

Json = dict[str, Any]


def card(*body: Json, actions: list[Json] | None = None) -> Json:
    """An Adaptive Card."""
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body), "actions": actions or []}


def heading(text: str) -> Json:
    """A heading."""
    return {"type": "TextBlock", "text": text, "style": "heading", "size": "Large", "weight": "Bolder", "wrap": True}


def paragraph(text: str) -> Json:
    """A paragraph."""
    return {"type": "TextBlock", "text": text, "wrap": True}


def button(title: str, verb: str, **more: Any) -> Json:
    """An Action.Execute."""
    return {"type": "Action.Execute", "title": title, "verb": verb, "data": {"verb": verb}, **more}


FORM = card(
    heading("Foreslå et punkt til dagsordenen"),
    paragraph("Forslaget sendes til sekretariatet for **Politisk Klynge Nord**."),
    {
        "type": "Input.Text",
        "id": "title",
        "label": "Overskrift",
        "placeholder": "Kort og dækkende",
        "isRequired": True,
        "errorMessage": "Skriv en overskrift.",
        "maxLength": 120,
    },
    {"type": "Input.Text", "id": "summary", "label": "Resumé", "isMultiline": True},
    {
        "type": "Input.ChoiceSet",
        "id": "kind",
        "label": "Sagstype",
        "value": "discussion",
        "choices": [{"title": "Drøftelse", "value": "discussion"}, {"title": "Beslutning", "value": "decision"}],
    },
    {"type": "Input.Number", "id": "duration", "label": "Forventet tid i minutter", "value": 15},
    {
        "type": "Input.Toggle",
        "id": "is_closed",
        "label": "Lukket",
        "title": "Punktet bør være lukket",
        "value": "false",
    },
    actions=[
        button("Send forslag", "Propose", style="positive"),
        button("Annullér", "Cancel", associatedInputs="none"),
    ],
)


TOO_LONG = "for lang"
"""A title that is refused."""


class TinyBot:
    """Answers `foreslå` with a form, puts what is sent into the channel, and keeps every activity it got."""

    def __init__(self, channel: str) -> None:
        self.activities: list[Json] = []
        self.status = 200
        self.words: str | None = None  # in place of a card, to every click
        self._channel = channel
        self._service_url = ""

    async def handle(self, request: web.Request) -> web.Response:
        """`POST /api/messages`."""
        activity = await request.json()
        self.activities.append(activity)
        self._service_url = activity["serviceUrl"]
        if self.status != 200:
            return web.Response(status=self.status)
        if activity["type"] == "invoke":
            return await self._clicked(activity)
        if activity["type"] == "message" and "foreslå" in activity.get("text", ""):
            await self._call("POST", f"{activity['conversation']['id']}/activities", _message(FORM))
        return web.json_response(None, status=200)

    async def _clicked(self, activity: Json) -> web.Response:
        if self.words is not None:
            return web.json_response({"statusCode": 200, "type": TEXT_ANSWER, "value": self.words})
        data = activity["value"]["action"]["data"]
        answer = await getattr(self, f"_{data['verb'].lower()}")(activity, data)
        return web.json_response({"statusCode": 200, "type": CARD, "value": answer})

    async def _propose(self, activity: Json, data: Json) -> Json:
        if data["title"] == TOO_LONG:
            return _refused(data["title"])
        facts = [{"title": name, "value": str(data.get(name))} for name in ("title", "kind", "duration")]
        shared = card(
            heading("Nyt forslag til dagsordenen"),
            {"type": "FactSet", "facts": facts},
            actions=[button("Behandl forslag", "Triage")],
        )
        body = {"isGroup": True, "channelData": {"channel": {"id": self._channel}}, "activity": _message(shared)}
        await self._call("POST", "", body)
        return card(heading("Tak"), paragraph("Forslaget er modtaget som nr. 1."))

    async def _triage(self, activity: Json, data: Json) -> Json:
        reason = {"type": "Input.Text", "id": "words", "label": "Begrundelse", "isRequired": True, "isMultiline": True}
        inner = card(reason, actions=[button("Send", "Decline")])
        unfold = {"type": "Action.ShowCard", "title": "Sæt ikke på dagsordenen", "card": inner}
        return card(
            heading("Behandl forslag"), actions=[button("Optag på dagsordenen", "Accept", style="positive"), unfold]
        )

    async def _accept(self, activity: Json, data: Json) -> Json:
        changed = card(heading("Forslag til dagsordenen"), paragraph("Optaget på dagsordenen"))
        place = f"{activity['conversation']['id']}/activities/{activity['replyToId']}"
        await self._call("PUT", place, _message(changed))
        return card(paragraph("Forslaget er optaget som punkt 2."))

    async def _decline(self, activity: Json, data: Json) -> Json:
        return card(paragraph(f"Begrundelse: {data.get('words')}"))

    async def _cancel(self, activity: Json, data: Json) -> Json:
        return card(paragraph("Annulleret"))

    async def _call(self, method: str, place: str, body: Json) -> None:
        url = f"{self._service_url.rstrip('/')}/v3/conversations/{place}".rstrip("/")
        async with ClientSession() as session, session.request(method, url, json=body) as response:
            if response.status >= 300:
                raise RuntimeError(json.dumps([response.status, await response.text()]))


def _refused(title: str) -> Json:
    """The form as it was filled in, with what is wrong below the title."""
    top, intro, field, *rest = FORM["body"]
    error = {"type": "Container", "id": "error-title", "items": [paragraph("Teksten er for lang.")]}
    return card(top, intro, field | {"value": title}, error, *rest, actions=FORM["actions"])


def _message(content: Json) -> Json:
    return {"type": "message", "summary": "et kort", "attachments": [{"contentType": CARD, "content": content}]}
