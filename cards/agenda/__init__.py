"""The agenda: its draft, its editor, and a version in full."""
