"""What people wrote leaves the log's chain, which keeps a salted digest of it; replies that have ended are emptied

Each chain is hashed anew, page by page. An entry that did not follow from the one before it keeps the hash that it had,
so that it is found broken afterwards as well; the entry at the end tells from which hash the chain was moved.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.engine.types import Plain, UtcTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_PAGE = 500
_NO_HASH = "0" * 64
_WRITTEN = ("title", "words")
"""The facts that people wrote, in every entry that has them."""

_audit = sa.table(
    "audit",
    sa.column("forum", sa.String),
    sa.column("seq", sa.Integer),
    sa.column("at", UtcTime),
    sa.column("actor", sa.String),
    sa.column("what", sa.String),
    sa.column("facts", Plain),
    sa.column("texts", Plain(none_as_null=True)),
    sa.column("previous", sa.String),
    sa.column("hash", sa.String),
)
_notices = sa.table(
    "notices",
    sa.column("key", sa.String),
    sa.column("kind", sa.String),
    sa.column("state", sa.String),
    sa.column("due_at", UtcTime),
    sa.column("subject", Plain),
)
_NOW = sa.func.now(type_=UtcTime)


def upgrade() -> None:
    """Make room for the texts, move each chain, and empty what nobody waits for."""
    op.add_column("audit", sa.Column("texts", sa.JSON(), nullable=True))
    failed = sa.text("state = 'failed'")
    op.create_index("ix_notices_failed", "notices", ["due_at"], sqlite_where=failed, postgresql_where=failed)
    conn = op.get_bind()
    for forum in conn.scalars(sa.select(_audit.c.forum).distinct()).all():
        _move(conn, forum)
    _empty_replies(conn)


def _move(conn: sa.Connection, forum: str) -> None:
    """Hash the chain anew, and append that this was done."""
    before, after, seq, count = _NO_HASH, _NO_HASH, 0, 0
    for page in _pages(conn, forum):
        moved = []
        for row in page:
            entry, texts = _apart(row)
            follows = row["seq"] == seq + 1 and row["previous"] == before and row["hash"] == _hash(row)
            if follows:
                entry["previous"] = after
                entry["hash"] = _hash(entry)
            moved.append(entry | {"texts": texts})
            before, after, seq, count = row["hash"], entry["hash"], row["seq"], count + 1
        _store(conn, moved)
    _say_so(conn, {"forum": forum, "seq": seq + 1, "previous": after}, {"from": before, "entries": count})


def _pages(conn: sa.Connection, forum: str) -> Iterator[Sequence[dict[str, Any]]]:
    columns = [column for column in _audit.c if column.name != "texts"]
    query = sa.select(*columns).where(_audit.c.forum == forum).order_by(_audit.c.seq).limit(_PAGE)
    after = 0
    while page := [dict(row) for row in conn.execute(query.where(_audit.c.seq > after)).mappings()]:
        yield page
        after = page[-1]["seq"]


def _apart(row: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The entry with digests in place of what people wrote, and that with its salts."""
    facts = row["facts"] if isinstance(row["facts"], dict) else {}
    written = {name: facts[name] for name in _WRITTEN if isinstance(facts.get(name), str)}
    if not written:
        return dict(row), None
    texts = {name: {"salt": secrets.token_hex(16), "text": text} for name, text in written.items()}
    kept = {name: fact for name, fact in facts.items() if name not in written}
    digests = {name: _digest(**text) for name, text in texts.items()}
    return dict(row) | {"facts": kept | {"texts": digests}}, texts


def _digest(salt: str, text: str) -> str:
    return hashlib.sha256(bytes.fromhex(salt) + text.encode()).hexdigest()


def _hash(row: Mapping[str, Any]) -> str:
    fields = {name: row[name] for name in ("forum", "seq", "actor", "what", "facts", "previous")}
    signed = fields | {"at": row["at"].astimezone(UTC).isoformat(timespec="microseconds")}
    return hashlib.sha256(json.dumps(signed, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _store(conn: sa.Connection, moved: Sequence[Mapping[str, Any]]) -> None:
    one = (_audit.c.forum == sa.bindparam("of_forum"), _audit.c.seq == sa.bindparam("of_seq"))
    columns = ("facts", "texts", "previous", "hash")
    change = (
        sa.update(_audit)
        .where(*one)
        .values({name: sa.bindparam(f"new_{name}", type_=_audit.c[name].type) for name in columns})
    )
    rows = [
        {"of_forum": each["forum"], "of_seq": each["seq"]} | {f"new_{name}": each[name] for name in columns}
        for each in moved
    ]
    conn.execute(change, rows)


def _say_so(conn: sa.Connection, place: Mapping[str, Any], facts: Mapping[str, Any]) -> None:
    at = conn.scalar(sa.select(_NOW))
    entry = {**place, "at": at, "actor": None, "what": "audit.moved", "facts": facts}
    conn.execute(_audit.insert().values(**entry, texts=None, hash=_hash(entry)))


def _empty_replies(conn: sa.Connection) -> None:
    """Those that were given up within a day may be revived yet, and are emptied when that day is over."""
    a_day_ago = conn.execute(sa.select(_NOW)).scalar_one() - timedelta(days=1)
    is_over = _notices.c.state.in_(["sent", "superseded"])
    is_given_up = (_notices.c.state == "failed") & (_notices.c.due_at < a_day_ago)
    replies = (_notices.c.kind == "reply") & (is_over | is_given_up)
    conn.execute(sa.update(_notices).where(replies).values(subject={}))
