"""A meeting as it is held."""
