"""Duties on cards."""
