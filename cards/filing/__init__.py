"""Filing as people see it."""
