"""Filing (journalisering): which case a meeting and its items belong to, and what was put into the records system."""
