"""Publication: what was let out to the public, what is missing, and where it stands."""
