"""Minutes of a meeting."""
