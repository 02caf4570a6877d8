"""The agenda: its draft, and the numbered versions frozen from it."""
