"""Sending a case on to another body, and its answer back."""
