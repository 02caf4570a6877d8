"""The forum itself: its charter, choices, people and channel."""
