"""Meetings of other bodies: what the forum says to them beforehand, and when it meets itself."""
