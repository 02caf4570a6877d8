"""What was resolved can be found by its words

What stands in minutes is indexed as it is: what a resolution and its item say, stemmed as it was done then. What was
erased of the log stays out.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op
from snowballstemmer import stemmer  # type: ignore[import-untyped]  # no types

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

_LONGEST = 40
_WORD = re.compile(r"[^\W_]+")
_COMMON = re.compile(
    "af|alle|at|blev|blive|bliver|da|de|dem|den|der|deres|det|dette|dig|din|disse|dog|du|efter|eller|en|er|et|"
    "for|fra|fa|far|han|har|have|havde|hun|hvad|hvem|hver|hvis|hvor|hvordan|i|ikke|ind|jeg|kan|kunne|man|med|"
    "men|mod|mere|mit|nogle|noget|nu|nar|og|ogsa|om|op|os|over|pa|selv|sig|sin|skal|skulle|som|sadan|sa|til|"
    "ud|under|var|ved|vi|vil|ville|vores|vare|varet|a"
)
_MOMENT = sa.DateTime(timezone=True)
_SENT = ("sent", "approved")
_ONE, _OF_WORDS = "search_resolutions", "search_words"


def upgrade() -> None:
    """Add the index, and fill it with what there is."""
    op.create_table(
        _ONE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.Column("is_sent", sa.Boolean(), nullable=False),
        sa.Column("proposal", sa.Integer(), nullable=True),
        sa.Column("emptied", sa.JSON(), nullable=False, server_default="[]"),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["meetings.forum", "meetings.id"], name="fk_search_resolutions_meetings"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_search_resolutions"),
        sa.UniqueConstraint("forum", "meeting", "item", "remark", name="uq_search_resolutions_of"),
    )
    op.create_index("ix_search_resolutions_starts", _ONE, ["forum", "starts"])
    op.create_table(
        _OF_WORDS,
        sa.Column("resolution", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(20), nullable=False),
        sa.Column("word", sa.LargeBinary(_LONGEST), nullable=False),
        sa.Column("forum", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["resolution"], [f"{_ONE}.id"], name="fk_search_words_search_resolutions"),
        sa.PrimaryKeyConstraint("resolution", "field", "word", name="pk_search_words"),
    )
    op.create_index("ix_search_words_word", _OF_WORDS, ["forum", "word", "resolution"])
    _fill()


def _fill() -> None:
    conn = op.get_bind()
    erased = set(_erased(conn))
    query = sa.text("SELECT forum, meeting, resolutions, status, sent_at FROM minutes")
    for row in conn.execute(query).all():
        items = {each["id"]: (place, each) for place, each in enumerate(_items(conn, row), start=1)}
        for each in _read(row.resolutions):
            if each["item"] in items:
                _index_item(conn, row, each, *items[each["item"]], is_erased=(*row[:2], each["item"]) in erased)
        _index_additions(conn, row)


def _index_item(conn: sa.Connection, row: Any, resolution: Any, place: int, item: Any, *, is_erased: bool) -> None:
    content = item["content"]
    facts = {"item": item["id"], "remark": 0, "place": place, "proposal": item.get("proposal")}
    texts = {name: content.get(name, "") for name in ("title", "summary", "recommendation")}
    texts["bodies"] = "\n".join((*content.get("fund_parties", ()), *_senders(conn, row.forum, item.get("proposal"))))
    if not is_erased:
        texts["words"] = resolution.get("words", "")
    emptied = ["words"] if is_erased else []
    is_sent = row.status in _SENT
    _put(conn, row, facts | {"is_closed": bool(content.get("is_closed")), "is_sent": is_sent}, emptied, texts)


def _index_additions(conn: sa.Connection, row: Any) -> None:
    remarks = sa.text(
        "SELECT number, words, is_addition FROM minutes_remarks WHERE forum = :forum AND meeting = :meeting"
    )
    for each in conn.execute(remarks, {"forum": row.forum, "meeting": row.meeting}).all():
        if each.is_addition:
            facts = {"item": 0, "remark": each.number, "place": 0, "proposal": None}
            _put(conn, row, facts | {"is_closed": False, "is_sent": True}, [], {"words": each.words})


def _put(conn: sa.Connection, row: Any, facts: dict[str, Any], emptied: list[str], texts: dict[str, str]) -> None:
    columns: list[Any] = [sa.column(each) for each in ("id", "forum", "meeting", *facts)]
    ones = sa.table(_ONE, *columns, sa.column("starts", _MOMENT), sa.column("emptied", sa.JSON()))
    meetings = sa.table("meetings", sa.column("forum"), sa.column("id"), sa.column("starts", _MOMENT))
    starts = sa.select(meetings.c.starts).where(meetings.c.forum == row.forum, meetings.c.id == row.meeting)
    values = facts | {"forum": row.forum, "meeting": row.meeting, "emptied": emptied}
    added = sa.insert(ones).values(**values, starts=starts.scalar_subquery()).returning(ones.c.id)
    ident = conn.execute(added).scalar_one()
    words = sa.table(_OF_WORDS, *map(sa.column, ("resolution", "field", "word", "forum")))
    rows = [
        {"resolution": ident, "field": name, "word": word.encode(), "forum": row.forum}
        for name, text in texts.items()
        for word in sorted(_stems(text))
    ]
    if rows:
        conn.execute(sa.insert(words), rows)


def _items(conn: sa.Connection, row: Any) -> list[Any]:
    """The agenda that was sent, else the version that minutes were sent with, else the draft."""
    of = {"forum": row.forum, "meeting": row.meeting}
    agenda = conn.execute(
        sa.text("SELECT items, sent_version FROM agendas WHERE forum = :forum AND meeting = :meeting"), of
    ).one_or_none()
    versions = conn.execute(
        sa.text(
            "SELECT number, items, frozen_at FROM agenda_versions WHERE forum = :forum AND meeting = :meeting"
            " ORDER BY number"
        ),
        of,
    ).all()
    if agenda is None:
        return []
    sent = [each.items for each in versions if each.number == agenda.sent_version]
    if not sent and row.status != "draft":
        sent = [each.items for each in versions if row.sent_at is None or each.frozen_at <= row.sent_at]
    found: list[Any] = _read(sent[-1] if sent else agenda.items)
    return found


def _senders(conn: sa.Connection, forum: str, proposal: int | None) -> Iterator[str]:
    if proposal is None:
        return
    found = conn.execute(
        sa.text("SELECT proposer, on_behalf_of, sender FROM proposals WHERE id = :id"), {"id": proposal}
    ).one_or_none()
    if found is None:
        return
    config = _read(conn.execute(sa.text("SELECT config FROM forums WHERE id = :id"), {"id": forum}).scalar_one())
    own = {each["organisation"] for each in config.get("seats", ()) if each["person"] == found.proposer}
    parties = {found.on_behalf_of} if found.on_behalf_of else own
    yield from (each["name"] for each in config.get("organisations", ()) if each["id"] in parties)
    sender = None if found.sender is None else _read(found.sender)
    if sender:
        yield sender["name"]


def _erased(conn: sa.Connection) -> Iterator[tuple[str, str, int]]:
    """The items whose last resolution's words were erased."""
    query = sa.text("SELECT forum, facts, texts FROM audit WHERE what = 'minutes.resolved' ORDER BY forum, seq")
    last: dict[tuple[str, str, int], bool] = {}
    for row in conn.execute(query).all():
        facts = _read(row.facts)
        last[row.forum, facts["meeting"], facts.get("item", 0)] = row.texts is None and bool(facts.get("texts"))
    yield from (place for place, is_erased in last.items() if is_erased)


def _read(stored: Any) -> Any:
    return json.loads(stored) if isinstance(stored, str | bytes) else stored


def _stems(text: str) -> set[str]:
    found = (_stem(each) for each in _WORD.findall(text))
    return {each for each in found if each}


def _stem(word: str) -> str:
    folded = unicodedata.normalize("NFKC", word).casefold().translate({0xE6: "ae", 0xF8: "oe", 0xE5: "aa"})
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign))
    plain = plain.replace("aa", "a").replace("ae", "a").replace("oe", "o")
    return "" if _COMMON.fullmatch(plain) or not plain.isalnum() else str(_DANISH.stemWord(plain))[:_LONGEST]


_DANISH = stemmer("danish")
