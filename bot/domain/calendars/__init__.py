"""Meetings in people's own calendars: what an entry says, and the addresses that a calendar reads it from."""
