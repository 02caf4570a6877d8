"""A page of somebody's own."""
