"""Minutes to read, to write, and to be reminded of."""
