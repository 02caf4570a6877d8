"""Meetings, deadlines, and reminders of them."""
