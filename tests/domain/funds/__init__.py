"""The shared funds: the rules alone."""
