"""Meetings of other bodies as people see them."""
