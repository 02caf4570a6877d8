"""Journeys after dispatch."""
