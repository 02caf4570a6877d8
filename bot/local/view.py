"""How the stand-in's messages look to one person: pure functions from what stands on the board to HTML."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from babel.dates import format_date
from markupsafe import Markup

from bot.clock import COPENHAGEN
from bot.local.board import Board, Message
from bot.local.directory import PERSONAL, Account, Directory, Json
from cards.html import render
from cards.html.markdown import blocks
from cards.html.markup import classes, join, tag

PRESS_URL, WRITE_URL, CLOSE_URL, TIME_URL = "/lokal/tryk", "/lokal/skriv", "/lokal/luk", "/lokal/tid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A conversation as one person has it open: `key` names it in the page's address, `id` on the board."""

    key: str
    id: str
    person: Account

    @property
    def fields(self) -> dict[str, str]:
        """The hidden fields that bring a form back to this room."""
        return {"som": self.person.object_id, "rum": self.key}

    @property
    def is_personal(self) -> bool:
        """Whether it is the person's own chat with the bot."""
        return self.key == PERSONAL


def messages(board: Board, directory: Directory, room: Room) -> Markup:
    """The room's threads with a line for each new day."""
    found = board.messages(room.id)
    roots = [each for each in found if each.thread == each.id]
    if not roots:
        return tag("li", "Her er ingen beskeder endnu.", class_="empty", id="empty")
    days = {root.id: _day(root) for root in roots}
    first = {day: root for root, day in reversed(days.items())}
    items = []
    for root in roots:
        if first[days[root.id]] == root.id:
            items.append(_day_line(days[root.id]))
        replies = [each for each in found if each.thread == root.id and each.id != root.id]
        items += [_message(board, directory, room, each) for each in (root, *replies)]
        if not room.is_personal:
            items.append(_reply_form(room, root))
    return join(items)


def stamp(moment: datetime) -> Markup:
    """A point in time, Danish, in Copenhagen."""
    local = moment.astimezone(COPENHAGEN)
    return tag("time", f"{_in_words(local.date())} kl. {_o_clock(local)}", datetime=local.isoformat(timespec="minutes"))


def hidden(fields: Iterable[tuple[str, str]]) -> Markup:
    """Hidden form fields."""
    return join(tag("input", type="hidden", name=name, value=value) for name, value in fields)


def _message(board: Board, directory: Directory, room: Room, message: Message) -> Markup:
    author = message.author.name if message.author else directory.bot_name
    organisation = directory.tenants.get(message.author.tenant) if message.author else None
    name = f"navn-{message.id}"
    header = tag(
        "header",
        tag("h2", author, id=name),
        tag("span", organisation, class_="organisation") if organisation else None,
        _clock(message.sent),
        tag("span", "Redigeret", class_="edited") if message.is_edited else None,
    )
    inner = join(
        [
            _avatar(author, is_bot=message.author is None),
            tag("div", header, _text(directory, message), *_cards(board, room, message), class_="content"),
        ]
    )
    look = classes("message", "reply" if message.thread != message.id else None, None if message.author else "bot")
    article = tag("article", inner, aria_labelledby=name, tabindex=-1)
    return tag("li", article, id=f"besked-{message.id}", class_=look, data_state=_digest(inner))


def _text(directory: Directory, message: Message) -> Markup | None:
    if not message.text:
        return None
    mention = f"<at>{directory.bot_name}</at>"
    if message.author is None:
        return tag("div", blocks(message.text, {mention: directory.bot_name}), class_="text")
    before, found, after = message.text.partition(mention)
    named = tag("span", directory.bot_name, class_="card-mention") if found else None
    return tag("p", before, named, after, class_="text")


def _cards(board: Board, room: Room, message: Message) -> list[Markup]:
    view = board.view(message, room.person)
    if view is None:
        return [_card(board, room, message, message.card, "")] if message.card else []
    card = _card(board, room, message, view.card, "egen-")
    if room.is_personal:
        return [card]
    changed = " Kortet i kanalen er ændret siden." if message.revision > view.revision else None
    fields = {**room.fields, "besked": message.id}
    back = tag(
        "form",
        hidden(fields.items()),
        tag("button", "Vis kortet i kanalen", type="submit", class_="plain"),
        method="post",
        action=CLOSE_URL,
        class_="live",
    )
    note = tag("div", tag("p", tag("strong", "Kun du kan se dette."), changed), back, class_="private-note")
    return [tag("div", note, card, class_="private")]


def _card(board: Board, room: Room, message: Message, card: Json, kind: str) -> Markup:
    fields = {**room.fields, "besked": message.id, "kort": board.keep(card)}
    drawn = render(card, action_url=PRESS_URL, hidden=fields, prefix=f"{kind}kort-{message.id}")
    return Markup(drawn)  # noqa: S704 - the renderer escapes everything


def _reply_form(room: Room, root: Message) -> Markup:
    ident = f"svar-{root.id}"
    form = tag(
        "form",
        hidden([*room.fields.items(), ("under", root.id)]),
        tag("label", "Svar i tråden", for_=f"{ident}-tekst", class_="sr-only"),
        tag("textarea", rows=2, name="tekst", id=f"{ident}-tekst", required=True, placeholder="Skriv et svar"),
        tag("button", "Send svar", type="submit"),
        method="post",
        action=WRITE_URL,
        class_="live",
    )
    details = tag("details", tag("summary", "Svar"), form)
    return tag("li", details, id=ident, class_="answer", data_state=_digest(root.id + room.person.object_id))


def _day_line(day: date) -> Markup:
    return tag("li", tag("span", _in_words(day)), class_="day", id=f"dag-{day.isoformat()}", data_state="")


def _clock(moment: datetime) -> Markup:
    local = moment.astimezone(COPENHAGEN)
    return tag("time", _o_clock(local), datetime=local.isoformat(timespec="minutes"))


def _o_clock(local: datetime) -> str:
    return f"{local.hour}.{local:%M}"


def _avatar(name: str, *, is_bot: bool) -> Markup:
    capitals = [word[0] for word in name.replace("(", " ").split() if word[0].isalpha()]
    colour = "bot" if is_bot else str(int(_digest(name), 16) % 6)
    return tag("span", "".join(capitals[:2]).upper(), class_=f"avatar avatar-{colour}", aria_hidden="true")


def _in_words(day: date) -> str:
    return format_date(day, "EEEE 'den' d. MMMM y", locale="da")


def _day(message: Message) -> date:
    return message.sent.astimezone(COPENHAGEN).date()


def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:16]
