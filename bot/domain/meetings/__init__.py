"""Meetings and their deadlines."""
