"""Documents: what the papers of a meeting say, and how somebody gets them as files."""
