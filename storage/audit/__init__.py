"""The log: what happened, and what the tables have said since, in chains that show where anything was changed."""

from storage.audit.chain import Break, broken_in, is_as_hashed
from storage.audit.erasing import ERASED, erase, erasures
from storage.audit.heads import hash_at, hashes, heads, latest, numbered, with_hash
from storage.audit.log import Entry, append, append_rest, at, audit, chains, entries, head, total
from storage.audit.rows import BEGUN, Difference, How, Vouched, first_difference, is_begun, vouch_for_all

__all__ = [
    "BEGUN",
    "ERASED",
    "Break",
    "Difference",
    "Entry",
    "How",
    "Vouched",
    "append",
    "append_rest",
    "at",
    "audit",
    "broken_in",
    "chains",
    "entries",
    "erase",
    "erasures",
    "first_difference",
    "hash_at",
    "hashes",
    "head",
    "heads",
    "is_as_hashed",
    "is_begun",
    "latest",
    "numbered",
    "total",
    "vouch_for_all",
    "with_hash",
]
