"""Supplements: what is added to an agenda after it was sent, each with its own short approval."""
