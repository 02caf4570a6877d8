"""Duties over HTTP."""
