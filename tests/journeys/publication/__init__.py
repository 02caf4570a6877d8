"""Journeys about what is made public, where it stands, and what the public may ask."""
