"""Journeys about finding what was resolved."""
