"""The request for approval, the answers to it, and reminders."""
