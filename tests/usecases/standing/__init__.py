"""How things stand, at desks."""
