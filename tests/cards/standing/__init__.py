"""How things stand, on cards."""
