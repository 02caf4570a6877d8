"""A local stand-in for Teams, for the demo, development and tests."""
