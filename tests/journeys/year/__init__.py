"""The year over HTTP."""
