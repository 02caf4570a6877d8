"""Duties: what somebody owes the forum, whoever it is."""
