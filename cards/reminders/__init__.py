"""What somebody sees of how they are told things, and everything of a day in one message."""
