"""What may be let out to the public, and the links that prove it."""
