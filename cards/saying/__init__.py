"""How a sentence in somebody's own words is met."""
