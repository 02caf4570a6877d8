"""Weighing the words of sentences that people said: see `python -m tests.learning`."""
