"""The audit log, as people read of it."""
