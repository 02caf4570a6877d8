"""Proposals for the agenda, and what becomes of them."""
