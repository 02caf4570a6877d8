"""The year as people see it."""
