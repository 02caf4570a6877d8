"""How things stand: what awaits somebody, and what is missing."""
