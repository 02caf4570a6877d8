"""Meetings of other bodies: the rules alone."""
