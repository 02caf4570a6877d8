"""What stands around the messages: the switcher, the rooms, the composer and the page's template."""

from collections.abc import Callable
from importlib.resources import files
from string import Template

from markupsafe import Markup, escape

from bot.local.board import Board
from bot.local.directory import PERSONAL, Account, Directory
from bot.local.view import AGAIN_URL, TIME_URL, WRITE_URL, Room, hidden, messages, stamp
from cards.html.markup import join, tag

Unread = Callable[[Account, str], int]
"""How many messages of a conversation an account has not seen."""

CHANNEL = "kanal"
_SUGGESTED = ("foreslå", "dagsorden", "møder", "frister", "godkendelser", "hjælp")


def page(
    board: Board,
    directory: Directory,
    room: Room,
    *,
    banner: str,
    alert: str | None,
    unread: Unread,
    can_pass_time: bool = False,
    can_begin_again: bool = False,
) -> str:
    """The whole page as one person sees one room."""
    name = _room_name(directory, room)
    warning = tag("p", alert) if alert else None
    parts = {
        "title": f"{name} – {directory.bot_name}",
        "switcher": _switcher(directory, room, unread),
        "now": tag("span", stamp(board.now()), id="now", aria_live="polite"),
        "onward": _onward(room) if can_pass_time else "",
        "again": _again() if can_begin_again else "",
        "banner": tag("aside", tag("p", banner), class_="banner", aria_label="Bemærk") if banner else "",
        "rooms": _rooms(directory, room, unread),
        "room": _room_header(directory, room, name),
        "alert": tag("div", warning, id="alert", role="alert"),
        "messages": messages(board, directory, room),
        "composer": join([_suggestions(directory, room), _composer(directory, room)]),
    }
    return _TEMPLATE.substitute({key: escape(part) for key, part in parts.items()})


def room_of(directory: Directory, person: Account, key: str) -> Room:
    """The room with that key; the first channel where the key names none."""
    if key == PERSONAL:
        return Room(key=PERSONAL, id=directory.personal(person), person=person)
    number = key.removeprefix(f"{CHANNEL}-")
    index = int(number) - 1 if number.isascii() and number.isdigit() and len(number) < 4 else 0
    index = index if 0 <= index < len(directory.channels) else 0
    return Room(key=f"{CHANNEL}-{index + 1}", id=directory.channels[index].id, person=person)


def _onward(room: Room) -> Markup:
    button = tag("button", "Gå til næste frist", type="submit")
    return tag("form", hidden(room.fields.items()), button, method="post", action=TIME_URL, class_="onward live")


def _again() -> Markup:
    button = tag("button", "Begynd forfra", type="submit")
    return tag("form", button, method="post", action=AGAIN_URL, class_="onward")


def _room_name(directory: Directory, room: Room) -> str:
    channel = directory.channel(room.id)
    return channel.name if channel else f"Chat med {directory.bot_name}"


def _room_header(directory: Directory, room: Room, name: str) -> Markup:
    channel = directory.channel(room.id)
    about = channel.team_name if channel else f"Kun {room.person.name} og {directory.bot_name} ser denne chat"
    return join([tag("h1", name), tag("p", about)])


def _switcher(directory: Directory, room: Room, unread: Unread) -> Markup:
    tenants = dict.fromkeys(each.tenant for each in directory.people)
    groups = [_tenant(directory, tenant, room, unread) for tenant in tenants]
    return tag(
        "form",
        tag("label", "Optræd som", for_="som"),
        tag("select", *groups, name="som", id="som"),
        tag("input", type="hidden", name="rum", value=room.key),
        tag("noscript", tag("button", "Skift", type="submit")),
        method="get",
        action="/",
        class_="switcher",
    )


def _tenant(directory: Directory, tenant: str, room: Room, unread: Unread) -> Markup:
    people = [each for each in directory.people if each.tenant == tenant]
    return tag(
        "optgroup",
        *(_person(directory, each, room, unread) for each in people),
        label=directory.tenants.get(tenant, "Anden organisation"),
    )


def _person(directory: Directory, person: Account, room: Room, unread: Unread) -> Markup:
    new = unread(person, directory.personal(person))
    words = f"{person.name} ({_new(new)} i chatten)" if new else person.name
    return tag("option", words, value=person.object_id, selected=person == room.person)


def _rooms(directory: Directory, room: Room, unread: Unread) -> Markup:
    person = room.person
    entries = [
        (f"{CHANNEL}-{number}", channel.id, channel.name) for number, channel in enumerate(directory.channels, start=1)
    ]
    entries.append((PERSONAL, directory.personal(person), f"Chat med {directory.bot_name}"))
    links = [_room_link(room, key, name, unread(person, ident)) for key, ident, name in entries]
    return tag("nav", tag("ul", *links), id="rooms", aria_label="Kanaler og chat")


def _room_link(room: Room, key: str, name: str, new: int) -> Markup:
    badge = tag("span", _new(new), class_="badge") if new and key != room.key else None
    link = tag(
        "a",
        tag("span", name),
        badge,
        href=f"/?som={room.person.object_id}&rum={key}",
        aria_current="page" if key == room.key else None,
    )
    return tag("li", link)


def _suggestions(directory: Directory, room: Room) -> Markup | None:
    """What somebody new may begin with, a press away."""
    if not _may_write(directory, room):
        return None
    buttons = (tag("button", each, type="submit", name="tekst", value=each) for each in _SUGGESTED)
    return tag(
        "form",
        hidden(room.fields.items()),
        tag("span", "Prøv:", id="suggested"),
        *buttons,
        method="post",
        action=WRITE_URL,
        class_="suggested live",
        role="group",
        aria_labelledby="suggested",
    )


def _may_write(directory: Directory, room: Room) -> bool:
    return not room.is_personal or directory.can_chat(room.person)


def _composer(directory: Directory, room: Room) -> Markup:
    if not _may_write(directory, room):
        words = (
            f"{directory.bot_name} kan ikke skrive direkte sammen med {room.person.name}, der kommer fra en anden "
            "organisation end kanalen. Skriv i kanalen i stedet."
        )
        return tag("p", words, class_="composer closed", id="composer")
    label = f"Skriv til {directory.bot_name} som {room.person.name}"
    hint = f"@{directory.bot_name} sættes foran. " if not room.is_personal else ""
    box = tag(
        "textarea",
        rows=1,
        name="tekst",
        id="composer-tekst",
        required=True,
        placeholder="Skriv fx hjælp",
        aria_describedby="composer-hint",
    )
    row = tag("div", box, tag("button", "Send", type="submit"), class_="composer-row")
    return tag(
        "form",
        hidden(room.fields.items()),
        tag("label", label, for_="composer-tekst"),
        row,
        tag("p", f"{hint}Enter sender, Skift+Enter giver ny linje.", id="composer-hint"),
        method="post",
        action=WRITE_URL,
        class_="composer live",
        id="composer",
    )


def _new(count: int) -> str:
    return "1 ny" if count == 1 else f"{count} nye"


_TEMPLATE = Template(files("bot.local").joinpath("page.html").read_text(encoding="utf-8"))
