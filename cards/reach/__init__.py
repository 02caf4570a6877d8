"""Cards about people who cannot be reached."""
