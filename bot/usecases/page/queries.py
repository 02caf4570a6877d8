"""What a page of one's own begins with, carried through places where anybody could have changed it."""

import json
from typing import cast

from bot.domain.actions import AnyQuery
from bot.domain.forum.actions import ShowHelp
from bot.domain.kernel.action import Query
from bot.domain.kernel.refusal import Refusal
from bot.domain.page.actions import OpenOwnPage
from bot.usecases.desk import Desk
from cards.kit.buttons import pack, unpack
from cards.kit.elements import Card
from cards.page import cards

_LONGEST = 500  # characters


def begins_with(forum: str, about: str) -> AnyQuery:
    """The query in that card data, of that forum; help where nothing is named, Refusal("bad_card") where it is none."""
    if not about:
        return ShowHelp(forum=forum)
    try:
        data = json.loads(about[: _LONGEST + 1])
    except (ValueError, RecursionError):
        raise Refusal("bad_card") from None
    action = unpack(data) if isinstance(data, dict) else None
    if not isinstance(action, Query) or isinstance(action, OpenOwnPage) or action.forum != forum:
        raise Refusal("bad_card")
    return cast(AnyQuery, action)


def carried(query: AnyQuery) -> str:
    """The query as such card data."""
    return json.dumps(pack(query), ensure_ascii=False, separators=(",", ":"))


async def open_page(desk: Desk, _actor: str, action: OpenOwnPage) -> Card:
    """What such a page is for; where nobody else reads along, it is not needed."""
    query = begins_with(desk.forum.id, action.about)
    return cards.intro() if desk.is_public else cards.no_need(query)
