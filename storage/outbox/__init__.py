"""What the bot owes, and how each try to send it ended."""
