"""Duties as people see them."""
