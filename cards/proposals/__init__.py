"""A proposal: its form, how it reads, and what may be done with it."""
