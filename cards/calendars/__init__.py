"""Meetings in people's own calendars, and how they get there."""
