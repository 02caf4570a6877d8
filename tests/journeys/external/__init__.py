"""Meetings of other bodies over HTTP."""
