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
from cards.html.markdown import blocks, inline
from cards.html.markup import classes, join, tag
from cards.html.walk import parts
from cards.kit.fitting import shorten

PRESS_URL, WRITE_URL, CLOSE_URL, TIME_URL = "/lokal/tryk", "/lokal/skriv", "/lokal/luk", "/lokal/tid"
AGAIN_URL = "/lokal/forfra"

_LONGEST_NAME = 80  # characters


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
    """The room's threads, the one with the newest message last, with a line for each new day."""
    threads = _threads(board.messages(room.id))
    if not threads:
        return tag("li", "Her er ingen beskeder endnu.", class_="empty", id="empty")
    items: list[Markup] = []
    before = None
    for root, thread in threads.items():
        day = _day(thread[-1])
        items += [_day_line(day)] if day != before else []
        items += [_message(board, directory, room, each, day) for each in thread]
        items += [] if room.is_personal else [_reply_form(room, root)]
        before = day
    return join(items)


def _threads(found: Iterable[Message]) -> dict[str, list[Message]]:
    """The messages by the one that they stand under, which comes first; an answer brings its thread to the end."""
    threads: dict[str, list[Message]] = {}
    for each in found:
        threads[each.thread] = [*threads.pop(each.thread, []), each]
    return threads


def stamp(moment: datetime) -> Markup:
    """A point in time, Danish, in Copenhagen."""
    local = moment.astimezone(COPENHAGEN)
    return tag("time", f"{_in_words(local.date())} kl. {_o_clock(local)}", datetime=local.isoformat(timespec="minutes"))


def hidden(fields: Iterable[tuple[str, str]]) -> Markup:
    """Hidden form fields."""
    return join(tag("input", type="hidden", name=name, value=value) for name, value in fields)


def _message(board: Board, directory: Directory, room: Room, message: Message, day: date) -> Markup:
    author = message.author.name if message.author else directory.bot_name
    organisation = directory.tenants.get(message.author.tenant) if message.author else None
    header = tag(
        "header",
        tag("p", author, class_="author"),
        tag("span", organisation, class_="organisation") if organisation else None,
        _clock(message.sent, day),
        tag("span", "Redigeret", class_="edited") if message.is_edited else None,
    )
    inner = join(
        [
            _avatar(author, is_bot=message.author is None),
            tag("div", header, _text(directory, message), *_cards(board, room, message), class_="content"),
        ]
    )
    look = classes("message", "reply" if message.thread != message.id else None, None if message.author else "bot")
    article = tag("article", inner, aria_label=_name(board, directory, room, message), tabindex=-1)
    return tag("li", article, id=f"besked-{message.id}", class_=look, data_state=_digest(inner))


def _name(board: Board, directory: Directory, room: Room, message: Message) -> str:
    """What a message is called by those who listen: what it is about, and when it came."""
    when = f"{_in_words(_day(message))} kl. {_o_clock(message.sent.astimezone(COPENHAGEN))}"
    if message.author is not None:
        said = message.text.replace(f"<at>{directory.bot_name}</at>", "").strip()
        return f"{message.author.name}: {shorten(said, _LONGEST_NAME)}, {when}"
    view = board.view(message, room.person)
    return f"{shorten(_about(view.card if view else message.card or {}) or message.text, _LONGEST_NAME)}, {when}"


def _about(card: Json) -> str:
    """The card's first heading, else what it says to those who listen."""
    headings = (str(part.get("text", "")) for _, part in parts(card) if part.get("style") == "heading")
    title = next(headings, None)
    return str(card.get("speak", "")) if title is None else str(inline(title, {}).striptags())


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


def _reply_form(room: Room, root: str) -> Markup:
    ident = f"svar-{root}"
    form = tag(
        "form",
        hidden([*room.fields.items(), ("under", root)]),
        tag("label", "Svar i tråden", for_=f"{ident}-tekst", class_="sr-only"),
        tag("textarea", rows=2, name="tekst", id=f"{ident}-tekst", required=True, placeholder="Skriv et svar"),
        tag("button", "Send svar", type="submit"),
        method="post",
        action=WRITE_URL,
        class_="live",
    )
    details = tag("details", tag("summary", "Svar"), form)
    return tag("li", details, id=ident, class_="answer", data_state=_digest(root + room.person.object_id))


def _day_line(day: date) -> Markup:
    return tag("li", tag("h2", _in_words(day)), class_="day", id=f"dag-{day.isoformat()}", data_state="")


def _clock(moment: datetime, day: date) -> Markup:
    """The time of that moment, with its date where it is another day's."""
    local = moment.astimezone(COPENHAGEN)
    dated = "" if local.date() == day else f"{format_date(local.date(), 'd. MMMM y', locale='da')} kl. "
    return tag("time", f"{dated}{_o_clock(local)}", datetime=local.isoformat(timespec="minutes"))


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
