"""How things stand, over HTTP."""
