"""How things stand, as people read it."""
