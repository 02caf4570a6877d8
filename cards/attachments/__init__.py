"""Bilag as people see them."""
