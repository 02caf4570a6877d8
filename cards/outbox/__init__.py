"""How the outbox speaks of what it holds."""
