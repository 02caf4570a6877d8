"""Finding what was resolved."""
