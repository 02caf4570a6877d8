"""A page of one's own: the way to it, and the page."""
