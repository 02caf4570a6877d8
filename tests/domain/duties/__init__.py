"""Duties: the rules alone."""
