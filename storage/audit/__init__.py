"""The log: what happened, and what the tables have said since, in chains that show where anything was changed."""

from storage.audit.chain import Break, broken_in
from storage.audit.erasing import ERASED, erase, erasures
from storage.audit.log import Entry, Head, append, append_rest, at, audit, chains, entries, head, heads, total
from storage.audit.rows import BEGUN, Difference, How, Vouched, first_difference, is_begun, vouch_for_all

__all__ = [
    "BEGUN",
    "ERASED",
    "Break",
    "Difference",
    "Entry",
    "Head",
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
    "head",
    "heads",
    "is_begun",
    "total",
    "vouch_for_all",
]
