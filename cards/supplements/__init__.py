"""The cards of what comes after an agenda was sent."""
