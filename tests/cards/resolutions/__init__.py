"""Cards of what was found."""
