"""Looking at addresses of the public web."""
