"""Approval of an agenda, and the moment at which it leaves."""
